package org.tagwire.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/**
 * A server on loopback that speaks TLS with the certificates of a test and gives everybody the same
 * answer.
 */
final class TlsServer implements AutoCloseable {
  private final Certificates root;
  private final ServerSocket socket;
  private final byte[] answer;
  private final AtomicInteger requests = new AtomicInteger();

  /** Shows a certificate for site.test, signed by the authority. */
  TlsServer(Certificates authority, byte[] answer) {
    this(authority, authority.sign(Certificates.Facts.of("site.test", false)), answer);
  }

  TlsServer(Certificates root, Certificates shown, byte[] answer) {
    this.root = root;
    this.answer = answer.clone();
    try {
      this.socket =
          shown
              .server()
              .getServerSocketFactory()
              .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  int requests() {
    return requests.get();
  }

  Trust trust() {
    return root.trust();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> serve((SSLSocket) connection));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(SSLSocket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      int newLines = 0;
      int next;
      while ((next = in.read()) >= 0) {
        newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
        if (newLines == 2) {
          requests.incrementAndGet();
          connection.getOutputStream().write(answer);
          connection.getOutputStream().flush();
        }
      }
    } catch (IOException gone) {
      return;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
