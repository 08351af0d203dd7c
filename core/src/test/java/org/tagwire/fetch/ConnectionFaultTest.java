package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.tagwire.fetch.FetchResult.Failed;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.url.WebAddress;

/**
 * Connections that break in every way they can, a thousand times, and leave nothing open (N058).
 */
class ConnectionFaultTest {
  private static final int FAULTS = 1000;
  private static final int HOSTS = 25;
  private static final FetchLimits HASTY = within(Duration.ofMillis(800));

  /** What happens to a connection, and what may be said of it. */
  private enum Fault {
    RESET_WITHIN_THE_BODY(Kind.CONNECTION_LOST),
    RESET_BEFORE_THE_ANSWER(Kind.CONNECTION_LOST),
    CLOSED_BEFORE_THE_ANSWER(Kind.CONNECTION_LOST),
    HALF_CLOSED(Kind.CONNECTION_LOST),
    SILENCE(Kind.TIMEOUT),
    REFUSED(Kind.CONNECT_FAILED),
    BYTES_LOST(null);

    private final @Nullable Kind kind;

    Fault(@Nullable Kind kind) {
      this.kind = kind;
    }
  }

  private static FetchLimits within(Duration time) {
    return new FetchLimits(1 << 20, 1 << 20, 1 << 10, 64 << 10, 5, time, time, 1024);
  }

  @Test
  void namesEachFault() {
    try (var server = new FaultyServer();
        var fetcher = new Fetcher(FetchWorld.loopback(within(Duration.ofSeconds(3))))) {
      for (Fault fault : Fault.values()) {
        FetchResult result = fetcher.fetch(request(server, fault, 1));

        if (fault.kind != null) {
          FetcherTest.assertFailed(result, fault.kind);
        } else {
          assertThat(result).isInstanceOfAny(Failed.class, Fetched.class);
        }
      }
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void leavesNoFileOpenAfterAThousandFaults() throws Exception {
    var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    burst(HOSTS);
    long before = settled(system, 0);

    Map<String, Integer> seen = burst(FAULTS);

    assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(FAULTS);
    assertThat(seen).containsKeys("connection-lost", "timeout", "connect-failed");
    assertThat(settled(system, before)).as("%s", seen).isLessThanOrEqualTo(before);
  }

  /** Gives servers and closers a moment, at most five seconds. */
  private static long settled(UnixOperatingSystemMXBean system, long wanted) {
    long open = system.getOpenFileDescriptorCount();
    for (int i = 0; i < 100 && open > wanted; i++) {
      LockSupport.parkNanos(50_000_000L);
      long now = system.getOpenFileDescriptorCount();
      if (wanted == 0 && now == open && i > 5) {
        return now;
      }
      open = now;
    }
    return open;
  }

  private static Map<String, Integer> burst(int faults) throws Exception {
    Map<String, Integer> seen = new ConcurrentHashMap<>();
    try (var server = new FaultyServer();
        var fetcher = new Fetcher(FetchWorld.loopback(HASTY));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<FetchResult>> polls = new ArrayList<>();
      for (int i = 0; i < faults; i++) {
        var request = request(server, Fault.values()[i % Fault.values().length], 1 + i % HOSTS);
        polls.add(threads.submit(() -> fetcher.fetch(request)));
      }
      for (Future<FetchResult> poll : polls) {
        seen.merge(name(poll.get()), 1, Integer::sum);
      }
    }
    return seen;
  }

  private static String name(FetchResult result) {
    return switch (result) {
      case Failed failed -> failed.kind().label();
      case Fetched fetched -> fetched.trail().partial() ? "partial" : "whole";
      case FetchResult.Refused refused -> refused.reason().label();
      case FetchResult other -> other.getClass().getSimpleName();
    };
  }

  private static FetchRequest request(FaultyServer server, Fault fault, int host) {
    int port = fault == Fault.REFUSED ? server.closedPort() : server.port();
    return FetchRequest.feed(
        WebAddress.of("http://127.0.0." + host + ":" + port + "/" + fault.ordinal()),
        Validators.NONE);
  }

  /** A server that breaks each connection as its path says. */
  private static final class FaultyServer implements AutoCloseable {
    private static final byte[] ANSWER =
        ScriptedServer.answer("200 OK", "<rss/>".repeat(1000).getBytes(UTF_8));

    private final ServerSocket socket;
    private final Socket taken = new Socket();
    private final List<Socket> silent = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final Random random = new Random(7);

    FaultyServer() {
      try {
        // Bound and never listened at: whoever connects is refused.
        taken.bind(new InetSocketAddress("0.0.0.0", 0));
        this.socket = new ServerSocket(0, 500, InetAddress.ofLiteral("0.0.0.0"));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      Thread.ofVirtual().start(this::accept);
    }

    int port() {
      return socket.getLocalPort();
    }

    int closedPort() {
      return taken.getLocalPort();
    }

    private void accept() {
      try {
        while (true) {
          Socket connection = socket.accept();
          Thread.ofVirtual().start(() -> serve(connection));
        }
      } catch (IOException closed) {
        return;
      }
    }

    private void serve(Socket connection) {
      try (connection) {
        byte[] head = new byte[4096];
        int length = connection.getInputStream().read(head);
        String text = new String(head, 0, Math.max(0, length), UTF_8);
        if (text.startsWith("GET /")) {
          speak(Fault.values()[text.charAt(5) - '0'], connection);
        }
      } catch (IOException gone) {
        return;
      }
    }

    private void speak(Fault fault, Socket connection) throws IOException {
      OutputStream out = connection.getOutputStream();
      switch (fault) {
        case RESET_WITHIN_THE_BODY -> {
          out.write(ANSWER, 0, 500);
          out.flush();
          LockSupport.parkNanos(20_000_000L);
          connection.setSoLinger(true, 0);
        }
        case RESET_BEFORE_THE_ANSWER -> connection.setSoLinger(true, 0);
        case HALF_CLOSED -> {
          connection.shutdownOutput();
          connection.getInputStream().readAllBytes();
        }
        case SILENCE -> {
          silent.add(connection);
          connection.getInputStream().readAllBytes();
        }
        case BYTES_LOST -> {
          for (byte b : ANSWER) {
            if (random.nextInt(5) > 0) {
              out.write(b);
            }
          }
        }
        case CLOSED_BEFORE_THE_ANSWER, REFUSED -> connection.shutdownInput();
      }
    }

    @Override
    public void close() {
      try {
        socket.close();
        taken.close();
        for (Socket connection : silent) {
          connection.close();
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
