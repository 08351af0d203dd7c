package org.tagwire.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on loopback that answers with exactly the bytes a test wants, and remembers what it was
 * asked.
 */
final class ScriptedServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");
  private final ServerSocket socket;
  private final Script script;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Writes the answer to one request; returns whether the connection is kept. */
  @FunctionalInterface
  interface Script {
    boolean answer(String request, OutputStream out) throws IOException;
  }

  ScriptedServer(Script script) {
    this.script = script;
    try {
      this.socket = new ServerSocket(0, 200, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** A server that gives everybody the same answer and keeps the connection. */
  static ScriptedServer always(String head, byte[] body) {
    return new ScriptedServer(
        (request, out) -> {
          out.write(answer(head, body));
          return true;
        });
  }

  static byte[] answer(String head, byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        ("HTTP/1.1 " + head.replace("\n", "\r\n") + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    if (!head.contains("Content-Length") && !head.contains("Transfer-Encoding")) {
      bytes.writeBytes(
          ("Content-Length: " + body.length + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    bytes.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      boolean kept = true;
      while (kept) {
        String request = readRequest(in);
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        OutputStream out = connection.getOutputStream();
        kept = script.answer(request, out);
        out.flush();
      }
    } catch (IOException gone) {
      return;
    }
  }

  private static String readRequest(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int c;
    while ((c = in.read()) >= 0) {
      head.append((char) c);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head + readBody(in, head.toString());
      }
    }
    return "";
  }

  private static String readBody(InputStream in, String head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    return length.find()
        ? new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1)
        : "";
  }

  int port() {
    return socket.getLocalPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  List<String> requests() {
    return requests;
  }

  int connections() {
    return connections.get();
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
