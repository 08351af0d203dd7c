package org.tagwire.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

class SparklineTest {
  @Test
  void drawsABarForEachNumberButZero() {
    Sparkline line = Sparkline.of(List.of(2, 0, 4), 20);
    assertThat(line.path()).isEqualTo("M0 20v-10h8v10zM20 20v-20h8v20z");
    assertThat(line.box()).isEqualTo("0 0 30 20");
    assertThat(line.peak()).isEqualTo(4);
    assertThat(line.total()).isEqualTo(6);
  }

  @Test
  void showsTheFewBesideTheMany() {
    assertThat(Sparkline.of(List.of(1, 100_000), 60).path()).startsWith("M0 60v-1h8v1z");
  }

  @Test
  void drawsNothingOfNothing() {
    assertThat(Sparkline.of(List.of(0, 0), 60).path()).isEmpty();
    assertThat(Sparkline.of(List.of(), 60).peak()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> Sparkline.of(List.of(-1), 60));
  }

  @Test
  void hasTheLastThirtyDaysOfTheZoneTodayIncluded() {
    Instant lateInTheDay = Instant.parse("2026-04-01T23:30:00Z");
    List<Instant> days = Chart.days(lateInTheDay, ZoneId.of("Europe/Berlin"));
    assertThat(days).hasSize(31).isSorted();
    assertThat(days.getLast()).isEqualTo("2026-04-02T22:00:00Z");
    assertThat(days.getFirst()).isEqualTo("2026-03-03T23:00:00Z");
  }

  @Test
  void saysTheSameInASentenceAndATable() {
    Instant now = Instant.parse("2026-03-10T12:00:00Z");
    List<Instant> days = Chart.days(now, ZoneOffset.UTC);
    List<Integer> counts = new ArrayList<>(Collections.nCopies(30, 0));
    counts.set(28, 5);
    counts.set(29, 2);
    Words words = Words.of(Edition.ENGLISH, Digits.AUTO, ZoneOffset.UTC);
    Chart chart = Chart.of(days, counts, "30 days", words);
    assertThat(chart.heading()).isEqualTo("Articles per day, 30 days");
    assertThat(chart.summary()).isEqualTo("7 articles in 30 days; most on 09-03-2026");
    assertThat(chart.rows()).hasSize(30);
    assertThat(chart.rows().get(1)).isEqualTo(new Chart.Row("09-03-2026", "5"));
    assertThat(chart.first()).isEqualTo("09-02-2026");
    assertThat(chart.last()).isEqualTo("10-03-2026");
  }
}
