package org.tagwire.server.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/**
 * Takes orders over HTTP on loopback, on a port of its own, from whoever shows the token.
 *
 * <p>The token stands in a file that only the owner of the node may read. A browser cannot be led
 * here: it does not know the token, and a request that names another host or an origin is refused
 * before anything is read.
 */
public final class ControlServer implements AutoCloseable {
  static final String PATH = "/control";

  private static final Duration CLOSING = Duration.ofSeconds(10);
  private static final Logger log = LoggerFactory.getLogger(ControlServer.class);

  private final HttpServer server;
  private final ExecutorService workers;
  private final Clerk clerk;
  private final String token;

  private ControlServer(HttpServer server, ExecutorService workers, Clerk clerk, String token) {
    this.server = server;
    this.workers = workers;
    this.clerk = clerk;
    this.token = token;
  }

  /**
   * Opens the channel on a free port; {@code clerk} carries out what is ordered, one thread for
   * each order.
   */
  public static ControlServer open(Clerk clerk, SecureRandom random) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
      ControlServer control =
          new ControlServer(server, workers, clerk, HexFormat.of().formatHex(secret));
      server.createContext(PATH, control::answer);
      server.setExecutor(workers);
      server.start();
      return control;
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK, "the control channel could not be opened: " + e.getMessage(), e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Returns what every order must show. */
  public String token() {
    return token;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      int refusal = refusal(exchange);
      Optional<Order> order =
          refusal == 0 ? Wire.decode(exchange.getRequestBody()) : Optional.empty();
      if (order.isEmpty()) {
        exchange.sendResponseHeaders(refusal == 0 ? 400 : refusal, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", "application/jsonl; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      carryOut(order.get(), new SentReport(exchange.getResponseBody()));
    }
  }

  private int refusal(HttpExchange exchange) {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    if (!host.equals("127.0.0.1:" + port()) && !host.equals("[::1]:" + port())) {
      return 421;
    }
    byte[] shown =
        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))
            .getBytes(StandardCharsets.UTF_8);
    byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(shown, wanted)
        || exchange.getRequestHeaders().containsKey("Origin")) {
      return 403;
    }
    return exchange.getRequestMethod().equals("POST") ? 0 : 405;
  }

  private void carryOut(Order order, SentReport report) {
    try {
      clerk.carryOut(order, report);
      report.send(Wire.Event.of("done", ""));
    } catch (TagwireException e) {
      report.send(Wire.Event.failed(e));
    } catch (RuntimeException e) {
      log.error("{} broke", order, e);
      report.send(
          Wire.Event.failed(
              new TagwireException(
                  ErrorCode.STORE_FAILED,
                  "'" + order.name() + "' broke; the server's log says where",
                  e)));
    }
  }

  /** Waits for orders under way, then takes no more. */
  @Override
  public void close() {
    server.stop((int) CLOSING.toSeconds());
    workers.shutdownNow();
  }

  /**
   * A report that is sent line by line; when nobody listens any more, the work goes on all the
   * same.
   */
  private static final class SentReport implements Report {
    private final OutputStream out;
    private boolean gone;

    SentReport(OutputStream out) {
      this.out = out;
    }

    @Override
    public void line(String text) {
      send(Wire.Event.of("line", text));
    }

    @Override
    public void note(String text) {
      send(Wire.Event.of("note", text));
    }

    @Override
    public void progress(String what, long done, long total) {
      send(new Wire.Event("progress", what, done, total));
    }

    void send(Wire.Event event) {
      if (gone) {
        return;
      }
      try {
        out.write(Wire.encode(event).getBytes(StandardCharsets.UTF_8));
        out.flush();
      } catch (IOException e) {
        gone = true;
        log.debug("whoever gave the order has gone", e);
      }
    }
  }
}
