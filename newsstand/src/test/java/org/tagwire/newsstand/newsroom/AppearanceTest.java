package org.tagwire.newsstand.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppearanceTest {

  @Test
  void countsDaysAtTheirTimeOfDay() {
    Instant start = Instant.parse("2031-03-02T06:00:00Z");
    assertThat(new Appearance.DaysBefore(3, LocalTime.of(9, 15)).on(start))
        .isEqualTo("2031-02-27T09:15:00Z");
    assertThat(new Appearance.After(Duration.ofSeconds(90)).on(start))
        .isEqualTo("2031-03-02T06:01:30Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-03-02T00:00:00Z", "2031-03-02T06:00:00Z", "2031-03-02T23:59:59Z"})
  void keepsTodaysArticlesInThePastAndInOrder(Instant start) {
    Instant morning = new Appearance.DaysBefore(0, LocalTime.of(8, 0)).on(start);
    Instant evening = new Appearance.DaysBefore(0, LocalTime.of(23, 59)).on(start);
    assertThat(morning).isBeforeOrEqualTo(evening).isAfterOrEqualTo("2031-03-02T00:00:00Z");
    assertThat(evening).isBeforeOrEqualTo(start);
  }
}
