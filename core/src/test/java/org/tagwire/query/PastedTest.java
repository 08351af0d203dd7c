package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is an address among what is typed, and where among the best one goes on. */
class PastedTest {
  @ParameterizedTest
  @CsvSource({
    "https://orrery.example/news/1?utm_source=x, https://orrery.example/news/1?utm_source=x",
    "HTTP://Orrery.Example, http://orrery.example/",
    "www.orrery.example, https://www.orrery.example/",
    "orrery.example/feed.xml, https://orrery.example/feed.xml",
    "https://ada:secret@orrery.example/feed, https://orrery.example/feed",
  })
  void readsAddressesWithAndWithoutTheirScheme(String line, String href) {
    assertThat(Pasted.read(line)).map(Pasted::href).contains(href);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "storm",
        "storm.harbour",
        "and/or",
        "1.5/2",
        "tag:a/b",
        "3.14",
        "://",
        "/",
        "a/b.c"
      })
  void wordsAreNoAddresses(String line) {
    assertThat(Pasted.read(line)).isEmpty();
  }

  @Test
  void knowsAnArticleWithoutWhatTracksItsReaders() {
    assertThat(Pasted.read("https://www.orrery.example/news/1?utm_source=x").orElseThrow().keys())
        .contains("www.orrery.example/news/1", "orrery.example/news/1");
  }

  @Test
  void aPlaceAmongTheBestIsWrittenAndReadAgain() {
    RankPlace place = new RankPlace(Instant.ofEpochMilli(1_763_794_800_123L), 30);
    assertThat(RankPlace.parse(place.token())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "b", "b1", "b1-", "b-1", "b1-301", "b1-0-0", "b99999999999999999-1"})
  void nonsenseIsNoPlace(String token) {
    assertThat(RankPlace.parse(token)).isEmpty();
  }
}
