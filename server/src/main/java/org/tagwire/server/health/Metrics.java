package org.tagwire.server.health;

import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.tagwire.index.SearchIndex;
import org.tagwire.server.works.Works;
import org.tagwire.websub.Subscriber;
import org.tagwire.websub.Traffic;

/**
 * What is measured while a node runs, in the form Prometheus reads. Safe for use by many threads.
 */
public final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer[] answers = new Timer[6];

  public Metrics(Works works) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    gauge(
        works,
        "tagwire.articles.indexed",
        "articles that lists show",
        w -> w.index().map(SearchIndex::count).orElse(0L));
    gauge(
        works,
        "tagwire.index.lag",
        "changes that the store has and lists do not show yet",
        Metrics::lag);
    gauge(
        works,
        "tagwire.index.ready",
        "1 when lists come from the index",
        w -> w.index().isPresent() ? 1 : 0);
    gauge(works, "tagwire.polls.running", "polls under way", Works::pollsUnderWay);
    gauge(
        works,
        "tagwire.degraded",
        "how many things are degraded; /health/ready names them",
        w -> w.degraded().size());
    gauge(
        works,
        "tagwire.quarantine",
        "items on which a stage broke; 'tagwire sources --quarantine' lists them",
        Works::inQuarantine);
    works.subscriber().ifPresent(this::countPushes);
    for (int hundred = 1; hundred < answers.length; hundred++) {
      answers[hundred] =
          Timer.builder("tagwire.http.requests")
              .description("answers given")
              .tag("status", hundred + "xx")
              .register(registry);
    }
  }

  private void gauge(Works works, String name, String description, ToDoubleFunction<Works> value) {
    Gauge.builder(name, works, value).description(description).register(registry);
  }

  private void countPushes(Subscriber subscriber) {
    Gauge.builder("tagwire.websub.subscriptions", subscriber, Subscriber::countActive)
        .description("subscriptions at hubs that are in force")
        .register(registry);
    countPushes(subscriber, "accepted", Traffic::accepted);
    countPushes(subscriber, "ignored", Traffic::ignored);
    countPushes(subscriber, "unknown", Traffic::unknown);
    countPushes(subscriber, "refused", Traffic::refused);
  }

  private void countPushes(Subscriber subscriber, String outcome, ToDoubleFunction<Traffic> count) {
    FunctionCounter.builder(
            "tagwire.websub.pushes", subscriber, s -> count.applyAsDouble(s.traffic()))
        .description("what hubs sent")
        .tag("outcome", outcome)
        .register(registry);
  }

  private static double lag(Works works) {
    return Math.max(0, works.store().articles().lastChange() - works.applied());
  }

  /** Has the answers of a server counted that is being configured. */
  public void install(JavalinConfig config) {
    config.requestLogger.http(
        (http, millis) -> {
          int hundred = Math.clamp(http.statusCode() / 100, 1, answers.length - 1);
          answers[hundred].record((long) (millis * 1_000_000), TimeUnit.NANOSECONDS);
        });
  }

  String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }
}
