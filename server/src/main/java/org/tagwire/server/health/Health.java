package org.tagwire.server.health;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.tagwire.server.settings.Settings;
import org.tagwire.server.web.Caller;
import org.tagwire.server.web.Proxies;
import org.tagwire.server.works.Works;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The routes that machines ask. Safe for use by many threads. */
public final class Health {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Works works;
  private final Metrics metrics;
  private final BooleanSupplier stopping;
  private final Proxies trusted;

  /**
   * @param stopping whether the node is about to stop, so that nobody sends it readers any more
   */
  public Health(Works works, Metrics metrics, BooleanSupplier stopping) {
    this.works = works;
    this.metrics = metrics;
    this.stopping = stopping;
    this.trusted = Proxies.of(works.settings().web().trustedProxies());
  }

  /** Puts the routes on a server that is being configured. */
  public void install(JavalinConfig config) {
    config.routes.get(
        "/health/live", http -> http.contentType("text/plain; charset=utf-8").result("alive\n"));
    config.routes.get("/health/ready", this::ready);
    config.routes.get("/metrics", this::metrics);
  }

  /** Ready is who can answer readers; what is merely degraded is named and the answer stays 200. */
  private void ready(Context http) {
    List<String> degraded = works.degraded();
    boolean ready = !stopping.getAsBoolean() && degraded.stream().noneMatch(Health::isGrave);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("ready", ready);
    ArrayNode names = answer.putArray("degraded");
    Stream<String> stop =
        stopping.getAsBoolean()
            ? Stream.of("stopping: the server is about to end")
            : Stream.empty();
    Stream.concat(stop, degraded.stream()).forEach(line -> names.add(Degraded.of(line)));
    answer.put("quarantine", works.inQuarantine());
    http.status(ready ? 200 : 503)
        .contentType("application/json")
        .header("Cache-Control", "no-store");
    http.result(JSON.writeValueAsBytes(answer));
  }

  private static boolean isGrave(String degraded) {
    return degraded.startsWith("store-failing");
  }

  /** The name alone is told: reasons may hold paths, and anybody may ask. */
  private static final class Degraded {
    private static String of(String line) {
      return line.split(":", 2)[0];
    }
  }

  private void metrics(Context http) {
    if (!mayRead(http)) {
      http.status(403).contentType("text/plain; charset=utf-8");
      http.result("Metrics are for this machine, or for who shows the metrics-token.\n");
      return;
    }
    http.contentType(METRICS_TYPE).result(metrics.scrape().getBytes(StandardCharsets.UTF_8));
  }

  private boolean mayRead(Context http) {
    Settings settings = works.settings();
    Caller caller = Caller.of(http.req(), trusted);
    return caller.isThisMachine()
        || settings.running().findMetricsToken().filter(token -> shows(http, token)).isPresent();
  }

  private static boolean shows(Context http, String token) {
    byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    byte[] shown = String.valueOf(http.header("Authorization")).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(wanted, shown);
  }
}
