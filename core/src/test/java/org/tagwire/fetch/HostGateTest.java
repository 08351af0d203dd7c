package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HostGateTest {
  private static final Duration GAP = Duration.ofSeconds(1);

  private final AtomicLong now = new AtomicLong();
  private final List<Duration> waits = new ArrayList<>();
  private final HostGate gate =
      new HostGate(
          now::get,
          (blocker, nanos) -> {
            waits.add(Duration.ofNanos(nanos));
            now.addAndGet(nanos);
          });

  @Test
  void waitsOutTheGapAfterTheLastRequest() throws InterruptedException {
    visit("host a");
    visit("host b");
    now.addAndGet(Duration.ofMillis(300).toNanos());
    visit("host a");

    assertThat(waits).containsExactly(Duration.ofMillis(700));
  }

  @Test
  void leavesAHostAloneForAsLongAsItAskedButTriesAfterAnHour() {
    gate.hold("a", Optional.of(Duration.ofMinutes(2)));
    gate.hold("b", Optional.of(Duration.ofHours(24)));
    gate.hold("c", Optional.of(Duration.ZERO));

    assertThat(gate.findHold("a")).contains(Duration.ofMinutes(2));
    assertThat(gate.findHold("b")).contains(Holds.LONGEST);
    assertThat(gate.findHold("c")).isEmpty();
    now.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(gate.findHold("a")).isEmpty();
    now.addAndGet(Duration.ofMinutes(58).toNanos());
    assertThat(gate.findHold("b")).isEmpty();
  }

  @Test
  void givesUpWhenInterrupted() throws InterruptedException {
    visit("host a");
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> gate.enter(Set.of("host a"), GAP));

    now.addAndGet(GAP.toNanos());
    waits.clear();
    visit("host a");
    assertThat(waits).isEmpty();
  }

  private void visit(String key) throws InterruptedException {
    try (HostGate.Turn turn = gate.enter(Set.of(key), GAP)) {
      assertThat(turn).isNotNull();
    }
  }
}
