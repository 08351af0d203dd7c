package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnOrderTest {
  private static final long GAP = 1_000;

  private final TurnOrder<Thread> order = new TurnOrder<>();

  private TurnOrder.Ticket<Thread> join(String... keys) {
    return order.join(Set.of(keys), Thread.currentThread());
  }

  @Test
  void letsOneGoAtATimeAndTheNextOnlyAfterTheGap() {
    TurnOrder.Ticket<Thread> first = join("host a");
    TurnOrder.Ticket<Thread> second = join("host a");

    assertThat(order.delay(first, 0)).isZero();
    assertThat(order.delay(second, 0)).isEqualTo(TurnOrder.UNTIL_CALLED);
    assertThat(order.leave(first, 100, GAP)).containsExactly(second);
    assertThat(order.delay(second, 100)).isEqualTo(GAP);
    assertThat(order.delay(second, 600)).isEqualTo(500);
    assertThat(order.delay(second, 1_100)).isZero();
  }

  @Test
  void minglesHostsThatShareAnAddressOrADomain() {
    TurnOrder.Ticket<Thread> first = join("host a", "address 1", "domain x");
    TurnOrder.Ticket<Thread> sameAddress = join("host b", "address 1", "domain y");
    TurnOrder.Ticket<Thread> sameDomain = join("host c", "address 2", "domain x");
    TurnOrder.Ticket<Thread> stranger = join("host d", "address 3", "domain z");

    assertThat(order.delay(first, 0)).isZero();
    assertThat(order.delay(stranger, 0)).isZero();
    assertThat(order.delay(sameAddress, 0)).isEqualTo(TurnOrder.UNTIL_CALLED);
    assertThat(order.delay(sameDomain, 0)).isEqualTo(TurnOrder.UNTIL_CALLED);
    assertThat(order.leave(first, 0, GAP)).containsExactlyInAnyOrder(sameAddress, sameDomain);
  }

  @Test
  void forgetsWhoGivesUpWithoutAGap() {
    TurnOrder.Ticket<Thread> first = join("host a");
    TurnOrder.Ticket<Thread> second = join("host a");

    assertThat(order.giveUp(first, 0)).containsExactly(second);
    assertThat(order.delay(second, 0)).isZero();
  }

  @Test
  void forgetsHostsThatNobodyAsksAnyMore() {
    for (int i = 0; i < 5_000; i++) {
      TurnOrder.Ticket<Thread> ticket = join("host " + i);
      order.leave(ticket, i * GAP, GAP);
    }

    assertThat(order.size()).isLessThan(1_100);
  }

  /**
   * A thousand fetches of a few hosts, addresses and domains, in time that only the simulation
   * moves.
   */
  @Test
  void keepsEveryRuleAndServesEverybodyWhateverComes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Map<TurnOrder.Ticket<Thread>, Set<String>> waiting = new java.util.LinkedHashMap<>();
    Map<TurnOrder.Ticket<Thread>, Long> going = new HashMap<>();
    Map<TurnOrder.Ticket<Thread>, Set<String>> keysOf = new HashMap<>();
    Map<String, Long> leftAt = new HashMap<>();
    long now = 0;
    int served = 0;
    for (int i = 0; i < 1_000; i++) {
      int host = random.nextInt(12);
      Set<String> keys =
          Set.of("host " + host, "address " + random.nextInt(4), "domain " + host / 3);
      TurnOrder.Ticket<Thread> ticket = order.join(keys, Thread.currentThread());
      waiting.put(ticket, keys);
      keysOf.put(ticket, keys);
    }
    while (served < 1_000) {
      now += 1 + random.nextInt(300);
      for (TurnOrder.Ticket<Thread> ticket : List.copyOf(waiting.keySet())) {
        if (order.delay(ticket, now) == 0) {
          Set<String> keys = keysOf.get(ticket);
          Set<String> busy = new HashSet<>();
          going.keySet().forEach(other -> busy.addAll(keysOf.get(other)));
          assertThat(busy).as("seed %d", seed).doesNotContainAnyElementsOf(keys);
          for (String key : keys) {
            assertThat(now - leftAt.getOrDefault(key, -GAP))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(GAP);
          }
          waiting.remove(ticket);
          going.put(ticket, now + random.nextInt(500));
        }
      }
      for (TurnOrder.Ticket<Thread> ticket : new ArrayList<>(going.keySet())) {
        if (going.get(ticket) <= now) {
          long left = now;
          keysOf.get(ticket).forEach(key -> leftAt.put(key, left));
          order.leave(ticket, now, GAP);
          going.remove(ticket);
          served++;
        }
      }
      assertThat(now).as("seed %d: somebody waits for ever", seed).isLessThan(5_000_000);
    }
  }
}
