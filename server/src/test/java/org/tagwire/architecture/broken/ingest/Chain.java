package org.tagwire.architecture.broken.ingest;

import org.tagwire.architecture.broken.fetch.SecondClient;

/** The other half of the cycle. */
public final class Chain {

  /** Calls what calls it. */
  public String call(SecondClient client) {
    return client.name();
  }
}
