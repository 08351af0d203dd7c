package org.tagwire.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ParseException;

/** Gives every exception of the network a name that people and the schedule can act on. */
final class Failures {
  private Failures() {}

  static FetchResult of(IOException failure, String host, boolean expired) {
    if (expired) {
      return failed(FetchResult.Kind.TIMEOUT, host + " did not finish in time");
    }
    return switch (failure) {
      case Body.BadEncodingException bad ->
          failed(FetchResult.Kind.ENCODING, host + ": " + bad.getMessage());
      case Decoding.UnknownEncodingException bad ->
          failed(FetchResult.Kind.ENCODING, host + ": " + bad.getMessage());
      case HttpProxy.ClosedException shut ->
          failed(shut.kind(), shut.getMessage() + "; nothing is wrong with " + host);
      case Handshake.FailedException tls ->
          failed(tls.kind(), host + " " + Handshake.words(tls.kind()));
      case MessageConstraintException big ->
          new FetchResult.Refused(
              FetchResult.Reason.HEADERS_TOO_LARGE,
              host + " sent more headers than are read; not read");
      case ConnectTimeoutException slow ->
          failed(FetchResult.Kind.CONNECT_FAILED, host + " did not accept in time");
      case SSLException tls -> failed(FetchResult.Kind.TLS, host + " broke TLS off");
      case SocketTimeoutException slow -> failed(FetchResult.Kind.TIMEOUT, host + " went silent");
      case NoRouteToHostException none ->
          failed(FetchResult.Kind.CONNECT_FAILED, "no route leads to " + host);
      case ConnectException refused -> connect(refused, host);
      case SocketException broken -> socket(broken, host);
      case ClientProtocolException odd -> protocol(host);
      default -> isProtocol(failure) ? protocol(host) : lost(host);
    };
  }

  private static FetchResult connect(ConnectException refused, String host) {
    return isOurNetwork(refused)
        ? failed(
            FetchResult.Kind.NETWORK_DOWN, "our own network is down; nothing is wrong with " + host)
        : failed(FetchResult.Kind.CONNECT_FAILED, host + " refused the connection");
  }

  private static FetchResult socket(SocketException broken, String host) {
    return isOurNetwork(broken)
        ? failed(
            FetchResult.Kind.NETWORK_DOWN, "our own network is down; nothing is wrong with " + host)
        : lost(host);
  }

  private static boolean isOurNetwork(SocketException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("network is unreachable") || message.contains("network is down");
  }

  private static boolean isProtocol(IOException failure) {
    return failure.getCause() instanceof ParseException
        || failure.getCause() instanceof HttpException;
  }

  private static FetchResult protocol(String host) {
    return failed(FetchResult.Kind.PROTOCOL, host + " does not speak HTTP/1.1 as it should");
  }

  private static FetchResult lost(String host) {
    return failed(FetchResult.Kind.CONNECTION_LOST, host + " broke the connection off");
  }

  private static FetchResult failed(FetchResult.Kind kind, String message) {
    return new FetchResult.Failed(kind, message);
  }
}
