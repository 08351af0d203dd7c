package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Cursor;

class ListPlaceTest {
  private static final Cursor CURSOR =
      new Cursor(
          Instant.parse("2026-03-01T09:00:00.123Z"), ArticleId.mint("https://herald.example/a"));

  @Test
  void readsItsOwnTokens() {
    for (boolean own : new boolean[] {true, false}) {
      ListPlace place = new ListPlace(own, CURSOR);
      assertThat(ListPlace.parse(place.token())).contains(place);
    }
    assertThat(ListPlace.parse(new ListPlace(false, null).token()))
        .contains(new ListPlace(false, null));
    assertThat(ListPlace.parse("")).contains(ListPlace.START);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nonsense", "-", "x-", "99999999999999999999-00", "1-zz", "1763794800000-0123"})
  void refusesWhatIsNoPlace(String token) {
    assertThat(ListPlace.parse(token)).isEmpty();
  }
}
