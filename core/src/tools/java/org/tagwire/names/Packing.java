package org.tagwire.names;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.XZInputStream;

/** What the packers share: lists out of NLP4J's jar are read, packed files are written. */
final class Packing {
  private Packing() {}

  /** Reads the Java object in {@code name}, an .xz file of the lists in NLP4J's jar. */
  static Object lexicon(String name) throws IOException, ClassNotFoundException {
    return read("edu/emory/mathcs/nlp/lexica/" + name + ".xz");
  }

  /** Reads the Java object in {@code resource}, an .xz file on the class path. */
  static Object read(String resource) throws IOException, ClassNotFoundException {
    InputStream packed = Packing.class.getClassLoader().getResourceAsStream(resource);
    if (packed == null) {
      throw new IOException(resource + " is not on the class path; is nlp4j-english there?");
    }
    try (ObjectInputStream in =
        new ObjectInputStream(
            new BufferedInputStream(new XZInputStream(new BufferedInputStream(packed)), 1 << 20))) {
      return in.readObject();
    }
  }

  /** Opens a packed file; the caller closes it. */
  static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(
        new BufferedOutputStream(
            new GZIPOutputStream(Files.newOutputStream(file)) {
              {
                def.setLevel(9);
              }
            },
            1 << 16));
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
