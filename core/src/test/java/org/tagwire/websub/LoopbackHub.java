package org.tagwire.websub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A WebSub hub on loopback: remembers what it was asked and answers as it is told. It calls nobody
 * by itself; a test says when, with {@link #intent} and {@link #signature}.
 */
public final class LoopbackHub implements AutoCloseable {
  private final ServerSocket socket;
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String answer = "202 Accepted";
  private volatile Consumer<Map<String, String>> meanwhile = form -> {};

  public LoopbackHub() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/hub";
  }

  public int port() {
    return socket.getLocalPort();
  }

  /** Answers from now on with this status line, and headers after it, one a line. */
  public void answer(String statusAndHeaders) {
    answer = statusAndHeaders;
  }

  /** Does this after a request has come and before it is answered. */
  public void meanwhile(Consumer<Map<String, String>> action) {
    meanwhile = action;
  }

  /** Returns the forms it was sent. */
  public List<Map<String, String>> asked() {
    return asked;
  }

  public Map<String, String> lastAsked() {
    return asked.getLast();
  }

  public int connections() {
    return connections.get();
  }

  /** Returns the path secret in a form it was sent. */
  public static String id(Map<String, String> form) {
    String callback = form.getOrDefault("hub.callback", "");
    return callback.substring(callback.lastIndexOf('/') + 1);
  }

  /** Returns the parameters with which it asks whether a form was meant. */
  public static Map<String, String> intent(Map<String, String> form, String challenge) {
    Map<String, String> query = new HashMap<>();
    query.put("hub.mode", form.getOrDefault("hub.mode", ""));
    query.put("hub.topic", form.getOrDefault("hub.topic", ""));
    query.put("hub.challenge", challenge);
    query.put("hub.lease_seconds", form.getOrDefault("hub.lease_seconds", ""));
    return query;
  }

  /** Returns parameters as they stand behind a question mark. */
  public static String encoded(Map<String, String> query) {
    StringBuilder text = new StringBuilder();
    query.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return text.toString();
  }

  /** Signs a body, with {@code sha256} or another method. */
  public static String signature(String method, String secret, byte[] body) {
    try {
      String algorithm = "Hmac" + method.toUpperCase(Locale.ROOT);
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
      return method + "=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(method, e);
    }
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
      String head = line(in);
      int length = 0;
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        String lower = line.toLowerCase(Locale.ROOT);
        length =
            lower.startsWith("content-length:")
                ? Integer.parseInt(lower.substring(15).strip())
                : length;
      }
      if (head.startsWith("POST ")) {
        Map<String, String> form = form(in.readNBytes(length));
        asked.add(form);
        meanwhile.accept(form);
      }
      String reply =
          "HTTP/1.1 "
              + answer.replace("\n", "\r\n")
              + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
      connection.getOutputStream().write(reply.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException gone) {
      return;
    }
  }

  private static Map<String, String> form(byte[] body) {
    Map<String, String> form = new HashMap<>();
    for (String field : new String(body, StandardCharsets.UTF_8).split("&")) {
      String[] parts = field.split("=", 2);
      form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c;
    while ((c = in.read()) >= 0 && c != '\n') {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
