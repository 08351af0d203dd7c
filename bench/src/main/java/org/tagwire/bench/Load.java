package org.tagwire.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Readers who ask for one page after the other, each on a connection kept alive, without any cache.
 */
final class Load {
  private Load() {}

  /** How they fared. */
  static final class Account {
    private final long[] nanos;
    private final int refused;
    private final long bytes;
    private final long wallNanos;

    private Account(List<Reader> readers, long wallNanos) {
      this.nanos =
          readers.stream()
              .flatMapToLong(r -> Arrays.stream(r.nanos, 0, r.count))
              .sorted()
              .toArray();
      this.refused = readers.stream().mapToInt(r -> r.refused).sum();
      this.bytes = readers.stream().mapToLong(r -> r.bytes).sum();
      this.wallNanos = wallNanos;
    }

    /** Returns how long the answer took that so large a share of all were as fast as. */
    double milliseconds(double share) {
      return nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))] / 1e6;
    }

    /** Returns how many answers there were; one a reader at least. */
    int pages() {
      return nanos.length;
    }

    /** Returns how many answers were not 200. */
    int refused() {
      return refused;
    }

    /** Returns the bytes of all bodies. */
    long bytes() {
      return bytes;
    }

    /** Returns how long it took altogether. */
    long wallNanos() {
      return wallNanos;
    }
  }

  /**
   * Lets {@code readers} ask {@code paths} in turn, each beginning elsewhere, for so long and once
   * at least.
   */
  static Account run(int port, List<String> paths, int readers, Duration time) throws IOException {
    long begun = System.nanoTime();
    List<Callable<Reader>> tasks = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      Reader reader = new Reader(port, paths, i * 7_919, begun + time.toNanos());
      tasks.add(reader::read);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
      List<Reader> done = new ArrayList<>();
      for (Future<Reader> future : threads.invokeAll(tasks)) {
        done.add(future.get());
      }
      return new Account(done, System.nanoTime() - begun);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted under load", e);
    } catch (ExecutionException e) {
      throw new IOException("a reader failed: " + e.getCause(), e);
    }
  }

  /** One reader and his connection. */
  private static final class Reader {
    private static final long UNSAID = -1;
    private static final long CHUNKED = -2;

    private final int port;
    private final List<String> paths;
    private final int first;
    private final long end;
    private long[] nanos = new long[1024];
    private int count;
    private int refused;
    private long bytes;

    Reader(int port, List<String> paths, int first, long end) {
      this.port = port;
      this.paths = paths;
      this.first = first;
      this.end = end;
    }

    Reader read() throws IOException {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        OutputStream out = socket.getOutputStream();
        for (int i = first; count == 0 || System.nanoTime() < end; i++) {
          long begun = System.nanoTime();
          out.write(request(paths.get(i % paths.size())));
          answer(in);
          note(System.nanoTime() - begun);
        }
      }
      return this;
    }

    private byte[] request(String path) {
      return ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
          .getBytes(StandardCharsets.UTF_8);
    }

    private void answer(InputStream in) throws IOException {
      String status = line(in);
      long length = UNSAID;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String lower = line.toLowerCase(Locale.ROOT);
        length =
            lower.startsWith("content-length:")
                ? Long.parseLong(lower.substring(15).strip())
                : length;
        length = lower.startsWith("transfer-encoding: chunked") ? CHUNKED : length;
      }
      if (length == UNSAID) {
        throw new IOException("an answer without a length: " + status);
      }
      bytes += length == CHUNKED ? skipChunks(in) : skip(in, length);
      refused += status.startsWith("HTTP/1.1 200") ? 0 : 1;
    }

    private static long skip(InputStream in, long length) throws IOException {
      in.skipNBytes(length);
      return length;
    }

    private static long skipChunks(InputStream in) throws IOException {
      long sum = 0;
      long size = Long.parseLong(line(in), 16);
      while (size > 0) {
        sum += skip(in, size);
        line(in);
        size = Long.parseLong(line(in), 16);
      }
      line(in);
      return sum;
    }

    private static String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException("the server closed the connection");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    private void note(long took) {
      nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
      nanos[count] = took;
      count++;
    }
  }
}
