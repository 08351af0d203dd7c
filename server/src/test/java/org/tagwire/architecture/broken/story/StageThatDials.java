package org.tagwire.architecture.broken.story;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Opens a connection of its own and counts it where everybody can write. */
public final class StageThatDials {

  static int dialled;

  /** Dials. */
  public InputStream dial(URL url) throws IOException {
    dialled++;
    return url.openStream();
  }
}
