package org.tagwire.server.web;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that keep us waiting: for the head of a request, or for its body, however many
 * bytes of it drip in (slowloris), and the ones that have waited longest when there are too many.
 * The server's own idle timeout begins anew with every byte, so it does not do. A connection whose
 * request is being answered, as that of an open page, is let be. Safe for use by many threads.
 */
public final class Porter implements Connection.Listener {
  /** So many connections one process serves; well above what open pages may have. */
  private static final int MOST = 5_000;

  private static final Duration PATIENCE = Duration.ofSeconds(25);
  private static final int ROUNDS = 10;

  private final long patience;
  private final int most;

  /** Who keeps us waiting since when, in nanoseconds; who waits longest stands first. */
  private final Map<Connection, Long> waiting = new LinkedHashMap<>();

  private int open;

  private Porter(Duration patience, int most) {
    this.patience = patience.toNanos();
    this.most = most;
  }

  /** Puts a porter before a server that is being configured, in front of what stands there. */
  public static void install(JavalinConfig config) {
    install(config, PATIENCE, MOST);
  }

  static void install(JavalinConfig config, Duration patience, int most) {
    config.jetty.modifyServer(server -> new Porter(patience, most).stand(server));
  }

  private void stand(Server server) {
    Handler before = server.getHandler();
    Watch watch = new Watch();
    watch.setHandler(before);
    server.setHandler(watch);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStarting(LifeCycle starting) {
            for (Connector connector : server.getConnectors()) {
              connector.addEventListener(Porter.this);
            }
          }

          @Override
          public void lifeCycleStarted(LifeCycle started) {
            goRound(server.getConnectors()[0]);
          }
        });
  }

  /** Goes round until the server stops, whose scheduler then takes nothing any more. */
  private void goRound(Connector connector) {
    if (connector.isRunning()) {
      overdue(System.nanoTime()).forEach(Porter::close);
      connector
          .getScheduler()
          .schedule(() -> goRound(connector), patience / ROUNDS, TimeUnit.NANOSECONDS);
    }
  }

  private synchronized List<Connection> overdue(long now) {
    List<Connection> overdue = new ArrayList<>();
    for (Map.Entry<Connection, Long> entry : waiting.entrySet()) {
      if (now - entry.getValue() < patience) {
        break;
      }
      overdue.add(entry.getKey());
    }
    overdue.forEach(waiting::remove);
    return overdue;
  }

  private static void close(Connection connection) {
    connection.getEndPoint().close();
  }

  @Override
  public void onOpened(Connection connection) {
    Connection spare = open(connection);
    if (spare != null) {
      close(spare);
    }
  }

  /** Counts a connection and returns the one that must go for it. */
  private synchronized @Nullable Connection open(Connection connection) {
    open++;
    waiting.put(connection, System.nanoTime());
    if (open <= most) {
      return null;
    }
    Connection longest = waiting.keySet().iterator().next();
    waiting.remove(longest);
    return longest;
  }

  @Override
  public synchronized void onClosed(Connection connection) {
    open--;
    waiting.remove(connection);
  }

  private synchronized void waitFor(Connection connection) {
    waiting.remove(connection);
    if (connection.getEndPoint().isOpen()) {
      waiting.put(connection, System.nanoTime());
    }
  }

  private synchronized void answer(Connection connection) {
    waiting.remove(connection);
  }

  /** Sees requests come in and answers go out. */
  private final class Watch extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Connection connection = request.getConnectionMetaData().getConnection();
      boolean whole = !hasBody(request);
      if (whole) {
        answer(connection);
      } else {
        waitFor(connection);
      }
      Request.addCompletionListener(request, failure -> waitFor(connection));
      return super.handle(whole ? request : new Body(request, connection), response, callback);
    }
  }

  /** RFC 9112 section 6.3: nothing else announces a body. */
  private static boolean hasBody(Request request) {
    return request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)
        || request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > 0;
  }

  /** A request whose body is still to come. */
  private final class Body extends Request.Wrapper {
    private final Connection connection;

    Body(Request request, Connection connection) {
      super(request);
      this.connection = connection;
    }

    @Override
    public Content.@Nullable Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        answer(connection);
      }
      return chunk;
    }
  }
}
