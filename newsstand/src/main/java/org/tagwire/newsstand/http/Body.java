package org.tagwire.newsstand.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;

/** The body of an answer, sent well or badly. */
public interface Body {

  /** No body at all. */
  Body NONE = whole(new byte[0]);

  /** The length promised in Content-Length; empty: the end of the connection is the end. */
  OptionalLong length();

  /** Sends the bytes; fewer than promised means the connection is closed early. */
  void writeTo(OutputStream out) throws IOException;

  /** The bytes, all of them, at once. */
  static Body whole(byte[] bytes) {
    return promised(bytes.length, out -> out.write(bytes));
  }

  /** The bytes one by one with a pause after each, until the client gives up. */
  static Body dripped(byte[] bytes, Duration pause) {
    return promised(
        bytes.length,
        out -> {
          for (byte drop : bytes) {
            out.write(drop);
            out.flush();
            pause(pause);
          }
        });
  }

  /** The bytes, then spaces until the length is reached, without a promise of length. */
  static Body padded(byte[] bytes, long length) {
    byte[] block = new byte[64 * 1024];
    Arrays.fill(block, (byte) ' ');
    return new Written(
        OptionalLong.empty(),
        out -> {
          out.write(bytes);
          for (long left = length - bytes.length; left > 0; left -= block.length) {
            out.write(block, 0, (int) Math.min(block.length, left));
          }
        });
  }

  private static Body promised(long length, Writing writing) {
    return new Written(OptionalLong.of(length), writing);
  }

  private static void pause(Duration pause) throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the stand closed while a body was dripping", e);
    }
  }

  /** The act of sending. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** A body from its length and the act of sending it. */
  record Written(OptionalLong length, Writing writing) implements Body {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      writing.to(out);
    }
  }
}
