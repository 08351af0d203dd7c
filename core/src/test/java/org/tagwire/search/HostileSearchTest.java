package org.tagwire.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Condition;
import org.tagwire.search.Request.TooMuch;
import org.tagwire.search.Request.Understood;
import org.tagwire.sets.HostileCase;

/** The searches of the hostile set, where it is at hand. */
class HostileSearchTest {
  private static final Instant NOW = Instant.parse("2026-03-10T11:20:47Z");
  private static final Pattern REPEAT = Pattern.compile("@REPEAT:(.*?):(\\d+)");

  private static List<String> inputs(String id) {
    List<String> inputs = new ArrayList<>();
    HostileCase.listArea("user-api").stream()
        .filter(hostile -> hostile.id().equals(id))
        .forEach(hostile -> hostile.node().path("input").forEach(i -> inputs.add(i.asString())));
    if (inputs.isEmpty()) {
      System.out.println("The hostile set is not here: " + id + " is not examined.");
    }
    return inputs;
  }

  private static String spelled(String input) {
    Matcher repeat = REPEAT.matcher(input);
    return repeat.replaceAll(
        m -> Matcher.quoteReplacement(m.group(1).repeat(Integer.parseInt(m.group(2)))));
  }

  @Test
  void sizeAndDepthAreRefusedAtOnce() {
    for (String input : inputs("U017")) {
      String line = spelled(input);
      Grammar.read(line, Directory.EMPTY, NOW, ZoneOffset.UTC);
      long began = System.nanoTime();
      Request request = Grammar.read(line, Directory.EMPTY, NOW, ZoneOffset.UTC);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(20));
      assertThat(request).as(input).isInstanceOf(TooMuch.class);
    }
  }

  @Test
  void otherEnginesLanguagesAreLiteralText() {
    for (String input : inputs("U018")) {
      Understood read =
          (Understood) Grammar.read(spelled(input), Directory.EMPTY, NOW, ZoneOffset.UTC);
      assertThat(leaves(read.findWanted().orElse(Condition.ANYTHING)))
          .as(input)
          .allMatch(
              leaf ->
                  leaf instanceof Condition.Phrase
                      || (leaf instanceof Condition.Word word && !word.prefix()));
    }
  }

  private static Set<Condition> leaves(Condition condition) {
    return condition instanceof Condition.All all ? Set.copyOf(all.of()) : Set.of(condition);
  }
}
