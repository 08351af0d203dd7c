package org.tagwire.names;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.XZInputStream;

/** What the packers share: lists out of NLP4J's jar are read, packed files are written. */
final class Packing {
  private Packing() {}

  /** Reads the Java object in an .xz file. */
  static Object read(Path file) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in =
        new ObjectInputStream(
            new BufferedInputStream(new XZInputStream(Files.newInputStream(file)), 1 << 20))) {
      return in.readObject();
    }
  }

  static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)) {
          {
            def.setLevel(9);
          }
        }, 1 << 16));
  }

  /** Writes hashes that come in rising unsigned order as {@link HashIndex} reads them. */
  static void writeHashes(DataOutputStream out, Collection<Integer> hashes) throws IOException {
    out.writeInt(hashes.size());
    long before = 0;
    for (int hash : hashes) {
      long next = Integer.toUnsignedLong(hash);
      writeGap(out, next - before);
      before = next;
    }
  }

  private static void writeGap(DataOutputStream out, long gap) throws IOException {
    long rest = gap;
    while (rest >= 0x80) {
      out.writeByte((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }
}
