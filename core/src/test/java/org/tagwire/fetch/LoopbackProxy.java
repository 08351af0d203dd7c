package org.tagwire.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy on loopback that writes down what it is asked for and, whatever that is, leads to
 * one loopback port.
 */
final class LoopbackProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final int originPort;
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile String demanded = "";
  private volatile String answer = "";

  LoopbackProxy(int originPort) {
    this.originPort = originPort;
    try {
      this.socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Lets nobody through who does not send this line. */
  LoopbackProxy demanding(String line) {
    this.demanded = line;
    return this;
  }

  /** Gives everybody this answer and leads nowhere. */
  LoopbackProxy answering(String status) {
    this.answer = status;
    return this;
  }

  int port() {
    return socket.getLocalPort();
  }

  List<String> asked() {
    return asked;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      asked.add(head);
      if (!answer.isEmpty()) {
        say(client, answer);
      } else if (!head.contains(demanded)) {
        say(client, "407 Proxy Authentication Required");
      } else {
        lead(client, head);
      }
    } catch (IOException gone) {
      return;
    }
  }

  private static void say(Socket client, String status) throws IOException {
    String text = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private void lead(Socket client, String head) throws IOException {
    try (Socket origin = new Socket("127.0.0.1", originPort)) {
      if (head.startsWith("CONNECT ")) {
        client
            .getOutputStream()
            .write(
                "HTTP/1.1 200 Connected\r\nVia: test\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      } else {
        origin.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      }
      Thread.ofVirtual().start(() -> pump(client, origin));
      pump(origin, client);
    }
  }

  private static void pump(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.close();
    } catch (IOException gone) {
      return;
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int next;
    while ((next = in.read()) >= 0) {
      head.append((char) next);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head.toString();
      }
    }
    return head.toString();
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
