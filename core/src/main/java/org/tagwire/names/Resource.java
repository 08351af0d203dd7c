package org.tagwire.names;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/** A packed file that stands beside this class. */
final class Resource {
  private Resource() {}

  /** Reads a part of the packed files into what it means. */
  interface Part<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** Opens the packed file {@code name}, unpacks it and reads it whole. */
  static <T> T read(String name, Part<T> part) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside its class; build again");
      }
      byte[] bytes = new GZIPInputStream(in, 1 << 16).readAllBytes();
      return part.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
