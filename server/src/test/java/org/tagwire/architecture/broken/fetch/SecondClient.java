package org.tagwire.architecture.broken.fetch;

import org.tagwire.architecture.broken.ingest.Chain;

/** Points at the journey that calls it. */
public final class SecondClient {

  private final Chain chain = new Chain();

  /** Answers with its caller's name. */
  public String name() {
    return chain.getClass().getName();
  }
}
