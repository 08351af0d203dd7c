package org.tagwire.shards;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tagwire.model.Shard;

/** Who owns which shard. Safe for use by many threads. */
public interface Shards {
  /**
   * Claims a shard for {@code owner}; empty while another's lease lives. Claiming again one's own
   * renews it.
   */
  Optional<Lease> claim(Shard shard, String owner, Instant now, Duration term);

  /** Prolongs a lease; empty when it has been lost, and then its owner must stop at once. */
  Optional<Lease> renew(Lease lease, Instant now, Duration term);

  /** Gives a shard up, so that another may claim it at once. A lease already lost is ignored. */
  void handOver(Lease lease);

  /**
   * The right to place the articles of a shard.
   *
   * @param shard which
   * @param owner whose
   * @param epoch grows with each new owner; work under an older one is stale
   * @param until when it ends
   */
  record Lease(Shard shard, String owner, long epoch, Instant until) {}
}
