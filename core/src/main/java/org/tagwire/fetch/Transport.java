package org.tagwire.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Apache HttpClient, stripped to one request and one answer: no redirects, cookies, authentication,
 * decoding, proxies or retries of its own, and no name server, because every request names the
 * address it goes to. Connections are kept per address, so a kept connection is always one to an
 * address that was judged. Safe for threads.
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

  Transport(FetchLimits limits, Sockets sockets) {
    this.pool = pool(limits, sockets);
    this.client = HttpClients.createMinimal(pool);
    this.timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    this.sweeper = timer.scheduleWithFixedDelay(() -> pool.closeIdle(KEEP), 5, 5, TimeUnit.SECONDS);
    this.requestConfig =
        RequestConfig.custom()
            .setResponseTimeout(Timeout.of(limits.total()))
            .setConnectionRequestTimeout(Timeout.of(limits.total()))
            .build();
  }

  private static PoolingHttpClientConnectionManager pool(FetchLimits limits, Sockets sockets) {
    DetachedSocketFactory plain = proxy -> sockets.create();
    var operator =
        new DefaultHttpClientConnectionOperator(
            plain,
            DefaultSchemePortResolver.INSTANCE,
            new NoNames(),
            RegistryBuilder.<TlsSocketStrategy>create()
                .register("https", DefaultClientTlsStrategy.createDefault())
                .build());
    var connections =
        ManagedHttpClientConnectionFactory.builder()
            .http1Config(
                Http1Config.custom()
                    .setMaxHeaderCount(MAX_HEADERS)
                    .setMaxLineLength(MAX_LINE)
                    .setMaxEmptyLineCount(2)
                    .build())
            .build();
    var pool =
        new PoolingHttpClientConnectionManager(
            operator,
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
    pool.setDefaultSocketConfig(
        SocketConfig.custom()
            .setSoTimeout(Timeout.of(limits.connect()))
            .setTcpNoDelay(true)
            .build());
    pool.setDefaultTlsConfig(
        TlsConfig.custom().setHandshakeTimeout(Timeout.of(limits.connect())).build());
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

  /**
   * Every request brings its judged address; a look-up here would be the second one, and a hole.
   */
  private static final class NoNames implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      throw new UnknownHostException("no address was judged for " + host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
