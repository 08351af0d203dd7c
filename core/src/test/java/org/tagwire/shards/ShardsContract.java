package org.tagwire.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Language;
import org.tagwire.model.Shard;

/** What every way to own shards promises. */
public abstract class ShardsContract {
  private static final Shard ENGLISH = new Shard(Language.ENGLISH);
  private static final Shard ARABIC = new Shard(Language.ARABIC);
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
  private static final Duration TERM = Duration.ofSeconds(30);

  private Shards shards;

  /** Makes shards that nobody owns. */
  protected abstract Shards unowned();

  @BeforeEach
  void start() {
    shards = unowned();
  }

  private Shards.Lease claim(String owner, Instant now) {
    return shards.claim(ENGLISH, owner, now, TERM).orElseThrow();
  }

  @Test
  void givesAFreeShardToTheFirstWhoAsks() {
    Shards.Lease lease = claim("ann", NOON);
    assertThat(lease.shard()).isEqualTo(ENGLISH);
    assertThat(lease.owner()).isEqualTo("ann");
    assertThat(lease.until()).isEqualTo(NOON.plus(TERM));
    assertThat(shards.claim(ENGLISH, "bob", NOON.plusSeconds(29), TERM)).isEmpty();
  }

  @Test
  void keepsShardsApart() {
    claim("ann", NOON);
    assertThat(shards.claim(ARABIC, "bob", NOON, TERM)).isPresent();
  }

  @Test
  void givesAShardToAnotherWhenTheTermHasPassed() {
    Shards.Lease old = claim("ann", NOON);
    Shards.Lease next = claim("bob", NOON.plus(TERM));
    assertThat(next.epoch()).isGreaterThan(old.epoch());
    assertThat(shards.renew(old, NOON.plus(TERM), TERM)).isEmpty();
    assertThat(shards.claim(ENGLISH, "ann", NOON.plus(TERM), TERM)).isEmpty();
  }

  @Test
  void prolongsALivingLeaseUnderTheSameEpoch() {
    Shards.Lease lease = claim("ann", NOON);
    Shards.Lease renewed = shards.renew(lease, NOON.plusSeconds(20), TERM).orElseThrow();
    assertThat(renewed.until()).isEqualTo(NOON.plusSeconds(50));
    assertThat(renewed.epoch()).isEqualTo(lease.epoch());
    assertThat(shards.claim(ENGLISH, "bob", NOON.plusSeconds(40), TERM)).isEmpty();
    assertThat(shards.renew(lease, NOON.plusSeconds(45), TERM))
        .as("the older paper is the same lease")
        .isPresent();
  }

  @Test
  void renewsByClaimingAgainOnesOwn() {
    Shards.Lease lease = claim("ann", NOON);
    Shards.Lease again = claim("ann", NOON.plusSeconds(10));
    assertThat(again.epoch()).isEqualTo(lease.epoch());
    assertThat(again.until()).isEqualTo(NOON.plusSeconds(40));
  }

  @Test
  void refusesToRenewALeaseThatHasEndedThoughNobodyTookIt() {
    Shards.Lease lease = claim("ann", NOON);
    assertThat(shards.renew(lease, NOON.plus(TERM), TERM)).isEmpty();
    assertThat(claim("ann", NOON.plus(TERM)).epoch()).isGreaterThan(lease.epoch());
  }

  @Test
  void letsAnotherInAtOnceAfterAHandOver() {
    Shards.Lease lease = claim("ann", NOON);
    shards.handOver(lease);
    Shards.Lease next = claim("bob", NOON.plusSeconds(1));
    assertThat(next.epoch()).isGreaterThan(lease.epoch());
    shards.handOver(lease);
    assertThat(shards.renew(next, NOON.plusSeconds(2), TERM))
        .as("a lost lease gives nothing up")
        .isPresent();
    assertThat(shards.renew(lease, NOON.plusSeconds(2), TERM)).isEmpty();
  }

  @Test
  void refusesATermOfNothing() {
    assertThatThrownBy(() -> shards.claim(ENGLISH, "ann", NOON, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0S");
  }

  @Test
  void hasOneWinnerHoweverManyAskAtOnce() throws Exception {
    List<Callable<Optional<Shards.Lease>>> askers =
        IntStream.range(0, 32)
            .<Callable<Optional<Shards.Lease>>>mapToObj(
                i -> () -> shards.claim(ENGLISH, "owner-" + i, NOON, TERM))
            .toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int winners = 0;
      for (Future<Optional<Shards.Lease>> answer : threads.invokeAll(askers)) {
        winners += answer.get().isPresent() ? 1 : 0;
      }
      assertThat(winners).isEqualTo(1);
    }
  }
}
