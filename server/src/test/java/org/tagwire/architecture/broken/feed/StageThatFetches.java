package org.tagwire.architecture.broken.feed;

import org.tagwire.architecture.broken.fetch.SecondClient;

/** A stage that reaches for the network. */
public final class StageThatFetches {

  /** Fetches where it should be handed bytes. */
  public String read(SecondClient client) {
    return client.name();
  }
}
