package org.tagwire.shards.local;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Shard;
import org.tagwire.shards.Shards;

/**
 * Who owns which shard in this process. Safe for use by many threads; nothing outlives the process.
 *
 * <p>First come, first served; whoever claims a shard that is free has it, and nobody waits.
 */
public final class LocalShards implements Shards {
  /** The last lease of each shard, ended ones too, because epochs must go on growing. */
  private final Map<Shard, Lease> leases = new HashMap<>();

  @Override
  public synchronized Optional<Lease> claim(Shard shard, String owner, Instant now, Duration term) {
    Instant until = end(now, term);
    Lease last = leases.get(shard);
    if (last == null || !now.isBefore(last.until())) {
      return Optional.of(keep(new Lease(shard, owner, last == null ? 1 : last.epoch() + 1, until)));
    }
    return last.owner().equals(owner) ? renew(last, now, term) : Optional.empty();
  }

  @Override
  public synchronized Optional<Lease> renew(Lease lease, Instant now, Duration term) {
    Instant until = end(now, term);
    Lease last = leases.get(lease.shard());
    if (last == null || !isSame(last, lease) || !now.isBefore(last.until())) {
      return Optional.empty();
    }
    Instant later = until.isAfter(last.until()) ? until : last.until();
    return Optional.of(keep(new Lease(last.shard(), last.owner(), last.epoch(), later)));
  }

  @Override
  public synchronized void handOver(Lease lease) {
    Lease last = leases.get(lease.shard());
    if (last != null && isSame(last, lease)) {
      keep(new Lease(last.shard(), last.owner(), last.epoch(), Instant.MIN));
    }
  }

  private Lease keep(Lease lease) {
    leases.put(lease.shard(), lease);
    return lease;
  }

  private static boolean isSame(Lease one, Lease other) {
    return one.epoch() == other.epoch() && one.owner().equals(other.owner());
  }

  private static Instant end(Instant now, Duration term) {
    if (term.isNegative() || term.isZero()) {
      throw new IllegalArgumentException(
          "a lease's term is longer than nothing, but this is " + term);
    }
    return now.plus(term);
  }
}
