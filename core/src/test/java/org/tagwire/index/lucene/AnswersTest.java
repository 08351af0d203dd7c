package org.tagwire.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private final Answers<Integer, String> answers = new Answers<>(10);
  private final List<Integer> worked = new ArrayList<>();

  private void ask(int question) throws IOException {
    String answer =
        answers.ask(
            question,
            () -> {
              worked.add(question);
              return "answer " + question;
            });
    assertThat(answer).isEqualTo("answer " + question);
  }

  @Test
  void whatIsAskedForStaysAndTheRestMakesRoom() throws IOException {
    for (int i = 1; i <= 100; i++) {
      ask(0);
      ask(i);
    }
    assertThat(worked).hasSize(101).containsOnlyOnce(0);
    ask(100);
    assertThat(worked).hasSize(101);
    ask(1);
    assertThat(worked).hasSize(102).endsWith(1);
  }
}
