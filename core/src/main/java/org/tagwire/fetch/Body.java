package org.tagwire.fetch;

import io.airlift.compress.v3.MalformedInputException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body into memory, counting decoded bytes as they come.
 *
 * @param bytes what was read
 * @param end why reading stopped
 */
@SuppressWarnings("ArrayRecordComponent") // private to the package, handed on once
record Body(byte[] bytes, End end) {
  private static final long GRACE_NANOS = 10_000_000_000L;
  private static final int FIRST_BUFFER = 16 << 10;
  private static final int GROWTH = 4;

  /** Why reading stopped: all was read, it was cut off, the limit or the least rate was passed. */
  enum End {
    WHOLE,
    CUT,
    TOO_LARGE,
    TOO_SLOW
  }

  /**
   * The bounds of one body.
   *
   * @param bytes greatest decoded size
   * @param bytesPerSecond least rate after the first seconds
   */
  record Bounds(int bytes, int bytesPerSecond) {}

  /**
   * Reads to the end or a bound. The buffer grows in few and large steps and ends exactly at the
   * bound, so that a body of the greatest size never takes more than one and a quarter of it.
   */
  static Body read(InputStream raw, Decoding decoding, Bounds bounds, LongSupplier ticker)
      throws IOException {
    Wire wire = new Wire(raw);
    byte[] buffer = new byte[Math.min(FIRST_BUFFER, bounds.bytes())];
    int length = 0;
    long start = ticker.getAsLong();
    try {
      InputStream decoded = decoding.open(wire);
      while (true) {
        if (length == bounds.bytes()) {
          return new Body(buffer, decoded.read() < 0 ? wire.end() : End.TOO_LARGE);
        }
        if (length == buffer.length) {
          buffer = Arrays.copyOf(buffer, (int) Math.min((long) GROWTH * length, bounds.bytes()));
        }
        int read = decoded.read(buffer, length, buffer.length - length);
        if (read < 0) {
          return new Body(Arrays.copyOf(buffer, length), wire.end());
        }
        length += read;
        if (isTooSlow(wire.count, ticker.getAsLong() - start, bounds)) {
          return new Body(Arrays.copyOf(buffer, length), End.TOO_SLOW);
        }
      }
    } catch (EOFException cut) {
      return new Body(Arrays.copyOf(buffer, length), End.CUT);
    } catch (IOException | MalformedInputException failure) {
      if (wire.failure != null) {
        throw wire.failure;
      }
      if (wire.cut) {
        return new Body(Arrays.copyOf(buffer, length), End.CUT);
      }
      throw new BadEncodingException(failure);
    }
  }

  private static boolean isTooSlow(long bytes, long nanos, Bounds bounds) {
    return nanos > GRACE_NANOS && bytes < nanos / 1_000_000_000L * bounds.bytesPerSecond();
  }

  /** Bytes that are not what the header said they are. */
  static final class BadEncodingException extends IOException {
    private static final long serialVersionUID = 1L;

    BadEncodingException(Exception cause) {
      super("the body is not coded as its header says", cause);
    }
  }

  /**
   * Tells the end of a connection from the end of a body, and a failure of the network from one of
   * the decoder.
   */
  private static final class Wire extends FilterInputStream {
    private boolean cut;
    private long count;
    private @Nullable IOException failure;

    Wire(InputStream in) {
      super(in);
    }

    End end() {
      return cut ? End.CUT : End.WHOLE;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      int read = read(one, 0, 1);
      return read < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      try {
        int read = cut ? -1 : super.read(into, from, length);
        count += Math.max(0, read);
        return read;
      } catch (ConnectionClosedException | MalformedChunkCodingException closed) {
        cut = true;
        return -1;
      } catch (IOException broken) {
        failure = broken;
        throw broken;
      }
    }
  }
}
