package org.tagwire.proof;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tagwire.server.settings.Settings;
import org.tagwire.server.settings.SettingsReader;

/**
 * A publisher on loopback who prints whatever a test gives him, headers included, and writes down
 * what he was asked for.
 */
final class Printer implements AutoCloseable {
  static final String HOST = "herald.example";

  private final HttpServer server;
  private final Map<String, Sheet> sheets = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Sheet(int status, List<String> headers, byte[] body) {}

  Printer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          Sheet sheet = sheets.getOrDefault(path, new Sheet(404, List.of(), new byte[0]));
          for (String header : sheet.headers()) {
            int colon = header.indexOf(':');
            exchange
                .getResponseHeaders()
                .add(header.substring(0, colon), header.substring(colon + 1).strip());
          }
          exchange.sendResponseHeaders(
              sheet.status(), sheet.body().length == 0 ? -1 : sheet.body().length);
          exchange.getResponseBody().write(sheet.body());
          exchange.close();
        });
    server.start();
  }

  /** Prints a sheet under a path, in the place of the one before. */
  Printer print(String path, String body, String... headers) {
    return print(path, 200, body, headers);
  }

  Printer print(String path, int status, String body, String... headers) {
    sheets.put(path, new Sheet(status, List.of(headers), body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** Prints a feed of items, each its inside. */
  Printer feed(String path, String... items) {
    String all =
        "<rss version='2.0' xmlns:at='http://purl.org/atompub/tombstones/1.0'><channel>"
            + "<title>Herald</title><language>en</language>"
            + String.join("", items)
            + "</channel></rss>";
    return print(path, all, "Content-Type: application/rss+xml");
  }

  /** Prints an article page with something in its head. */
  Printer page(String path, String head, String text, String... headers) {
    return print(
        path,
        "<html lang='en'><head><title>Page</title>"
            + head
            + "</head><body><article><h1>Page "
            + path
            + "</h1>"
            + text
            + "</article></body></html>",
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("Content-Type: text/html; charset=utf-8"),
                java.util.Arrays.stream(headers))
            .toArray(String[]::new));
  }

  String address(String path) {
    return "http://" + HOST + ":" + server.getAddress().getPort() + path;
  }

  /** Returns an item that leads to a page of this publisher. */
  String item(String path) {
    return "<item><guid isPermaLink='false'>"
        + path
        + "</guid><title>About "
        + path
        + "</title><description>What the herald says of it.</description><link>"
        + address(path)
        + "</link></item>";
  }

  List<String> asked() {
    return asked;
  }

  /** Returns settings under which this publisher is all the web there is. */
  Settings settings() {
    Map<String, String> said = new HashMap<>();
    said.put("allow-networks", "127.0.0.0/8:" + server.getAddress().getPort());
    said.put("host-names", HOST + "=127.0.0.1");
    said.put("own-host-gap", "0");
    said.put("own-poll-floor", "1m");
    said.put("contact", "editor@tagwire.example");
    said.put("embedding", "off");
    said.put("understand", "off");
    return SettingsReader.of(said);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
