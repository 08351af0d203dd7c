package org.tagwire.shards.local;

import org.tagwire.shards.Shards;
import org.tagwire.shards.ShardsContract;

/** Shards within one process keep the contract. */
class LocalShardsTest extends ShardsContract {
  @Override
  protected Shards unowned() {
    return new LocalShards();
  }
}
