package org.tagwire.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a proxy for a tunnel (RFC 9110 §9.3.6).
 *
 * <p>The tunnel is asked for by address, never by name: the address is the one that was judged, and
 * a proxy that looked the name up again could be told another. Who is meant travels inside, as SNI
 * and Host. That is why plain http takes a tunnel too: a request in absolute form carries the name
 * in the one place where a proxy must look (RFC 9112 §3.2.2), so it either resolves it or loses it.
 */
final class Tunnel {
  private static final int MAX_HEAD = 8 << 10;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] +(\\d{3})(?: .*)?");

  private Tunnel() {}

  /** Opens a tunnel over a connection to the proxy. */
  static void open(Socket socket, HttpProxy proxy, InetSocketAddress to) throws IOException {
    String address = to.getAddress().getHostAddress();
    String target =
        (to.getAddress() instanceof Inet6Address ? "[" + address + "]" : address)
            + ":"
            + to.getPort();
    StringBuilder request = new StringBuilder();
    request.append("CONNECT ").append(target).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(target).append("\r\n");
    proxy
        .findAuthorization()
        .ifPresent(key -> request.append("Proxy-Authorization: ").append(key).append("\r\n"));
    request.append("\r\n");
    int status;
    try {
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
      status = status(head(socket.getInputStream()));
    } catch (SocketTimeoutException silent) {
      throw new HttpProxy.ClosedException(
          "the http-proxy " + proxy + " did not answer in time", silent);
    }
    if (status < 200 || status > 299) {
      throw refusal(status, proxy, to.getPort());
    }
  }

  /** Reads to the empty line and not a byte further: what follows is the host's. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int newLines = 0;
    while (newLines < 2) {
      int next = in.read();
      if (next < 0 || head.size() >= MAX_HEAD) {
        return "";
      }
      head.write(next);
      newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static int status(String head) {
    Matcher line = STATUS.matcher(head.lines().findFirst().orElse(""));
    return line.matches() ? Integer.parseInt(line.group(1)) : 0;
  }

  private static IOException refusal(int status, HttpProxy proxy, int port) {
    return switch (status) {
      case 0 ->
          new HttpProxy.ClosedException("the http-proxy " + proxy + " does not speak HTTP/1.1");
      case 407 -> unauthorised(proxy);
      // It tried: that is the host's trouble, as it would be without a proxy.
      case 502, 503, 504 -> new ConnectException("the proxy could not connect");
      default ->
          new HttpProxy.ClosedException(
              "the http-proxy "
                  + proxy
                  + " refuses a tunnel to port "
                  + port
                  + " ("
                  + status
                  + "); let it allow CONNECT to that port");
    };
  }

  /** What is said where the proxy wants other credentials. */
  static HttpProxy.ClosedException unauthorised(HttpProxy proxy) {
    return new HttpProxy.ClosedException(
        "the http-proxy "
            + proxy
            + " asks for a user and a password; write them into the setting, as in"
            + " http://user:password@host:port");
  }
}
