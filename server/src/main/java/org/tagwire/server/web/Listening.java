package org.tagwire.server.web;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * What every server of ours is before it has a route: it says nothing at start, answers each
 * request on a virtual thread, lets answers under way finish when it stops, and does not wait for
 * those who dawdle.
 */
public final class Listening {
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

  private Listening() {}

  /** Puts all of it on a server that is being configured; nothing else may set its handler. */
  public static void install(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.jetty.modifyServer(Listening::graceful);
    Porter.install(config);
  }

  private static void graceful(Server server) {
    server.setStopTimeout(LAST_REQUESTS.toMillis());
    server.setHandler(new GracefulHandler());
  }
}
