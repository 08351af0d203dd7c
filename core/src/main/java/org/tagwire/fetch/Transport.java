package org.tagwire.fetch;

import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache HttpClient, stripped to one request and one answer: no redirects, cookies, authentication,
 * decoding, proxies or retries of its own. Connections are opened by {@link Dialler}, and kept per
 * address, so a kept connection is always one to an address that was judged. Safe for threads.
 */
final class Transport implements AutoCloseable {
  private static final int MAX_HEADERS = 200;
  private static final int MAX_LINE = 16 << 10;
  private static final TimeValue KEEP = TimeValue.ofSeconds(5);

  private final CloseableHttpClient client;
  private final PoolingHttpClientConnectionManager pool;
  private final ScheduledThreadPoolExecutor timer;
  private final ScheduledFuture<?> sweeper;
  private final RequestConfig requestConfig;

  Transport(FetchSettings settings, OutboundGuard guard) {
    FetchLimits limits = settings.limits();
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    Surroundings around = settings.surroundings();
    Dialler.Door door =
        settings.findProxy().map(proxy -> new Dialler.Door(proxy, guard)).orElse(null);
    this.pool =
        pool(
            limits,
            new Dialler(
                around.sockets(),
                new Handshake(around.trust(), limits.connect(), timer),
                limits.connect(),
                door));
    this.client = HttpClients.createMinimal(pool);
    this.sweeper = timer.scheduleWithFixedDelay(() -> pool.closeIdle(KEEP), 5, 5, TimeUnit.SECONDS);
    this.requestConfig =
        RequestConfig.custom()
            .setResponseTimeout(Timeout.of(limits.total()))
            .setConnectionRequestTimeout(Timeout.of(limits.total()))
            .build();
  }

  private static PoolingHttpClientConnectionManager pool(FetchLimits limits, Dialler dialler) {
    var connections =
        ManagedHttpClientConnectionFactory.builder()
            .http1Config(
                Http1Config.custom()
                    .setMaxHeaderCount(MAX_HEADERS)
                    .setMaxLineLength(MAX_LINE)
                    .build())
            .responseParserFactory(config -> new AnswerParser(limits.headerBytes()))
            .build();
    var pool =
        new PoolingHttpClientConnectionManager(
            dialler,
            PoolConcurrencyPolicy.LAX,
            PoolReusePolicy.LIFO,
            TimeValue.NEG_ONE_MILLISECOND,
            connections);
    pool.setDefaultMaxPerRoute(2);
    pool.setMaxTotal(Integer.MAX_VALUE);
    pool.setDefaultConnectionConfig(
        ConnectionConfig.custom()
            .setConnectTimeout(Timeout.of(limits.connect()))
            .setSocketTimeout(Timeout.of(limits.total()))
            .setValidateAfterInactivity(TimeValue.NEG_ONE_MILLISECOND)
            .build());
    return pool;
  }

  /** Sends a request and returns the answer with its body unread; the caller closes it. */
  ClassicHttpResponse send(HttpHost target, CancellableRequest request) throws IOException {
    HttpClientContext context = HttpClientContext.create();
    context.setRequestConfig(requestConfig);
    return client.executeOpen(target, request, context);
  }

  /** Lets go of an answer; its connection is kept if all of it was read. */
  static void release(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException cut) {
      // We cut the connection ourselves, or it broke after all we wanted was read: the answer
      // stands.
      return;
    }
  }

  /** Cancels the request after so long, unless the alarm is cancelled before. */
  ScheduledFuture<?> alarm(CancellableRequest request, long nanos) {
    return timer.schedule(request::expire, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    sweeper.cancel(false);
    timer.shutdownNow();
    pool.close();
  }
}
