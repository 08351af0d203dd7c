package org.tagwire.fetch;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.BasicHttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Lays TLS over a connection, within a time that no dripping server can stretch, and names what
 * went wrong. There is no second try with less: what fails here fails. The JDK bounds the chain (10
 * certificates) and a message (32 KiB). Safe for threads.
 */
final class Handshake {
  private final Trust trust;
  private final Duration bound;
  private final ScheduledExecutorService timer;
  private volatile @Nullable TlsSocketStrategy strategy;

  Handshake(Trust trust, Duration bound, ScheduledExecutorService timer) {
    this.trust = trust;
    this.bound = bound;
    this.timer = timer;
  }

  /** Why there is no TLS. */
  static final class FailedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final FetchResult.Kind kind;

    FailedException(FetchResult.Kind kind, IOException cause) {
      super(kind.label(), cause);
      this.kind = kind;
    }

    FetchResult.Kind kind() {
      return kind;
    }
  }

  /** Shakes hands with the server of that name. */
  SSLSocket over(Socket socket, String host, int port) throws IOException {
    AtomicBoolean late = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        timer.schedule(() -> cut(socket, late), bound.toNanos(), TimeUnit.NANOSECONDS);
    try {
      return strategy().upgrade(socket, host, port, null, new BasicHttpContext());
    } catch (IOException failure) {
      throw new FailedException(
          late.get() ? FetchResult.Kind.TLS_STALLED : kindOf(failure), failure);
    } finally {
      alarm.cancel(false);
    }
  }

  /** Reading a hundred authorities takes a moment; who only asks http waits for none. */
  private TlsSocketStrategy strategy() {
    TlsSocketStrategy made = strategy;
    if (made == null) {
      made = new DefaultClientTlsStrategy(trust.context());
      strategy = made;
    }
    return made;
  }

  private static void cut(Socket socket, AtomicBoolean late) {
    late.set(true);
    try {
      socket.close();
    } catch (IOException closed) {
      // It is gone, which is what was wanted.
      return;
    }
  }

  private static FetchResult.Kind kindOf(IOException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Trust.DistrustedException distrusted) {
        return distrusted.kind();
      }
    }
    // The JDK has no types for these, only words; they are pinned by tests.
    String words = String.valueOf(failure.getMessage());
    if (words.contains("exceeds the maximum allowed")) {
      return FetchResult.Kind.TLS_TOO_LARGE;
    }
    if (words.contains("protocol_version")
        || words.contains("protocol version")
        || words.contains("improper ciphersuite")) {
      return FetchResult.Kind.TLS_OUTDATED;
    }
    if (Trust.causedBy(failure, SocketTimeoutException.class)) {
      return FetchResult.Kind.TLS_STALLED;
    }
    boolean closed =
        Trust.causedBy(failure, EOFException.class)
            || Trust.causedBy(failure, SocketException.class);
    return closed ? FetchResult.Kind.TLS_CLOSED : FetchResult.Kind.TLS;
  }

  /** Says for people what a kind of failed handshake means. */
  static String words(FetchResult.Kind kind) {
    return switch (kind) {
      case CERTIFICATE_EXPIRED -> "has a certificate that is out of date";
      case CERTIFICATE_SELF_SIGNED -> "has a certificate signed by nobody but itself";
      case CERTIFICATE_UNTRUSTED -> "has a certificate of an authority nobody here trusts";
      case CERTIFICATE_WRONG_HOST -> "has a certificate for another name";
      case TLS_OUTDATED -> "offers only TLS that is no longer safe";
      case TLS_STALLED -> "did not finish the TLS handshake in time";
      case TLS_CLOSED -> "closed the connection within the TLS handshake";
      case TLS_TOO_LARGE -> "sends more certificates than are read";
      default -> "does not agree on TLS";
    };
  }
}
