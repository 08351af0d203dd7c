package org.tagwire.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.IpAddress;

/**
 * Opens connections: the only place where a socket is told where to go.
 *
 * <p>A host brings the address that was judged for it; there is no name server here. With a proxy
 * the connection goes to the proxy, whose own address is judged at this moment, and through it by
 * {@link Tunnel} to the judged address of the host, so that the proxy resolves nothing either. Safe
 * for threads.
 */
final class Dialler implements HttpClientConnectionOperator {
  private final Sockets sockets;
  private final Handshake handshake;
  private final int timeoutMillis;
  private final @Nullable Door door;

  Dialler(Sockets sockets, Handshake handshake, Duration timeout, @Nullable Door door) {
    this.sockets = sockets;
    this.handshake = handshake;
    this.timeoutMillis = (int) timeout.toMillis();
    this.door = door;
  }

  /**
   * The proxy and who judges its address.
   *
   * @param proxy where it is
   * @param guard who judges
   */
  record Door(HttpProxy proxy, OutboundGuard guard) {
    InetSocketAddress judged() throws IOException {
      return switch (guard.admit(proxy.address())) {
        case OutboundGuard.Admitted admitted ->
            new InetSocketAddress(bare(admitted.addresses().getFirst()), proxy.port());
        case OutboundGuard.Barred(FetchResult.Refused refused) ->
            throw new HttpProxy.ClosedException("the http-proxy: " + refused.message());
        case OutboundGuard.Barred(FetchResult.Failed failed) ->
            throw new HttpProxy.ClosedException("the http-proxy: " + failed.message());
        case OutboundGuard.Barred odd ->
            throw new IllegalStateException("a guard that answers " + odd.result());
      };
    }

    private static InetAddress bare(IpAddress address) throws UnknownHostException {
      return InetAddress.getByAddress(address.bytes());
    }
  }

  /** Returns the address of a host that is the proxy itself, which is judged when it is dialled. */
  static HttpHost toProxy(HttpProxy proxy) {
    return new HttpHost("http", null, proxy.host(), proxy.port());
  }

  @Override
  public void connect(
      ManagedHttpClientConnection connection,
      HttpHost host,
      @Nullable InetSocketAddress local,
      TimeValue timeout,
      SocketConfig config,
      HttpContext context)
      throws IOException {
    Socket socket = sockets.create();
    // Bound before it is connected, so that a request that is called off closes it.
    connection.bind(socket);
    boolean open = false;
    try {
      socket.setSoTimeout(timeoutMillis);
      socket.setTcpNoDelay(true);
      reach(socket, host);
      connection.bind(socket);
      if (host.getSchemeName().equals("https")) {
        connection.bind(handshake.over(socket, host.getHostName(), host.getPort()), socket);
      }
      open = true;
    } finally {
      if (!open) {
        socket.close();
      }
    }
  }

  private void reach(Socket socket, HttpHost host) throws IOException {
    Optional<InetSocketAddress> judged =
        Optional.ofNullable(host.getAddress())
            .map(address -> new InetSocketAddress(address, host.getPort()));
    if (door == null) {
      direct(socket, judged.orElseThrow(() -> nobodyJudged(host)));
      return;
    }
    InetSocketAddress proxy = door.judged();
    try {
      socket.connect(proxy, timeoutMillis);
    } catch (IOException failure) {
      throw new HttpProxy.ClosedException(
          "the http-proxy " + door.proxy() + " cannot be reached", failure);
    }
    if (judged.isPresent()) {
      Tunnel.open(socket, door.proxy(), judged.get());
    }
  }

  private void direct(Socket socket, InetSocketAddress judged) throws IOException {
    try {
      socket.connect(judged, timeoutMillis);
    } catch (SocketTimeoutException late) {
      // Not the silence of a server that has accepted: the next address may answer.
      throw new ConnectTimeoutException(late.getMessage());
    }
  }

  private static IllegalStateException nobodyJudged(HttpHost host) {
    return new IllegalStateException("no address was judged for " + host.getHostName());
  }

  @Override
  public void upgrade(ManagedHttpClientConnection connection, HttpHost host, HttpContext context) {
    throw new IllegalStateException("a connection is made whole or not at all");
  }
}
