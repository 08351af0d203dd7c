package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoldsTest {
  private final Holds holds = new Holds();

  @Test
  void triesAHostThatDoesNotSayHowLongOnceAnHourInTheEnd() {
    List<Duration> left = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 4; i++) {
      holds.hold("a", Optional.empty(), now);
      left.add(holds.find("a", now).orElseThrow());
      now += left.getLast().toNanos();
      assertThat(holds.find("a", now)).isEmpty();
    }
    assertThat(left)
        .containsExactly(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Holds.LONGEST, Holds.LONGEST);
    now += Holds.LONGEST.toNanos() + 1;
    holds.hold("a", Optional.empty(), now);
    assertThat(holds.find("a", now)).contains(Duration.ofMinutes(15));
  }

  @Test
  void concernsNoOtherHost() {
    holds.hold("a", Optional.of(Duration.ofHours(24)), 0);
    assertThat(holds.find("a", 0)).contains(Holds.LONGEST);
    assertThat(holds.find("b", 0)).isEmpty();
  }
}
