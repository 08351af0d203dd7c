package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.TagKey;

final class NamesakesTest {
  private static final TagKey REED = TagKey.of("Tom Reed");

  private final List<Card> cards = new ArrayList<>();

  @Test
  void suspectsTwoSubjectsInNewsOfTwoWorldsWithoutACommonCompanion() {
    tell(Category.SPORT, 6, "Gannet Rovers");
    tell(Category.POLITICS, 4, "Harbour Council");
    Collections.shuffle(cards, new Random(7));

    assertThat(Namesakes.among(REED, cards)).isTrue();
  }

  @Test
  void suspectsNothingWhereCompanionsAreShared() {
    tell(Category.SPORT, 6, "Gannet Rovers");
    tell(Category.POLITICS, 4, "Gannet Rovers");

    assertThat(Namesakes.among(REED, cards)).isFalse();
  }

  @Test
  void suspectsNothingInFieldsOfOneWorld() {
    tell(Category.CRIME, 6, "Gannet Court");
    tell(Category.POLITICS, 6, "Harbour Council");

    assertThat(Namesakes.among(REED, cards)).isFalse();
  }

  @Test
  void suspectsNothingOnTooFewStoriesOrOnePublisher() {
    tell(Category.SPORT, 6, "Gannet Rovers");
    tell(Category.POLITICS, 3, "Harbour Council");
    assertThat(Namesakes.among(REED, cards)).isFalse();

    cards.clear();
    tell(Category.SPORT, 6, "Gannet Rovers");
    for (int i = 0; i < 6; i++) {
      card("lantern.example", Category.POLITICS, "Harbour Council");
    }
    assertThat(Namesakes.among(REED, cards)).isFalse();
  }

  @Test
  void suspectsNothingOfAFewStraysAmongManyStories() {
    tell(Category.SPORT, 40, "Gannet Rovers");
    tell(Category.POLITICS, 4, "Harbour Council");

    assertThat(Namesakes.among(REED, cards)).isFalse();
  }

  private void tell(Category field, int stories, String companion) {
    for (int i = 0; i < stories; i++) {
      card("paper" + i + ".example", field, companion);
    }
  }

  private void card(String carrier, Category field, String companion) {
    Reading reading =
        Samples.article("https://a.example/" + cards.size())
            .carrier(carrier)
            .category(field)
            .tags(about("Tom Reed"), about(companion))
            .reading();
    cards.add(Samples.card(reading, Samples.alone(reading)));
  }
}
