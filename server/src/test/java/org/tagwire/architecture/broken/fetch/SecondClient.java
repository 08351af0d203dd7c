package org.tagwire.architecture.broken.fetch;

import java.io.IOException;
import java.net.Socket;
import org.tagwire.architecture.broken.ingest.Chain;

/** Points at the journey that calls it, and dials past the one that dials. */
public final class SecondClient {

  private final Chain chain = new Chain();

  /** Answers with its caller's name. */
  public String name() {
    return chain.getClass().getName();
  }

  /** Dials. */
  public Socket dial(String host) throws IOException {
    return new Socket(host, 80);
  }
}
