package org.tagwire.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pages that are open and hear of new articles. {@link #close} closes them. */
final class Listeners implements AutoCloseable {
  private static final Pattern LIVE = Pattern.compile("data-live=\"([^\"]+)\"");

  private final List<Socket> sockets = new ArrayList<>();
  private final AtomicInteger told = new AtomicInteger();

  private Listeners() {}

  /** Opens a page so many times. */
  static Listeners open(int port, String page, int count) throws IOException {
    Listeners listeners = new Listeners();
    String address = address(port, page);
    for (int i = 0; i < count; i++) {
      Socket socket = ask(port, address, "keep-alive");
      listeners.sockets.add(socket);
      Thread.startVirtualThread(() -> listeners.listen(socket));
    }
    return listeners;
  }

  private static String address(int port, String page) throws IOException {
    try (Socket socket = ask(port, page, "close")) {
      String html = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher live = LIVE.matcher(html);
      if (!live.find()) {
        throw new IOException("the page " + page + " is not live");
      }
      return live.group(1).replace("&amp;", "&");
    }
  }

  private static Socket ask(int port, String path, String connection) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void listen(Socket socket) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        told.addAndGet(line.startsWith("data:") ? 1 : 0);
      }
    } catch (IOException closed) {
      // The end, ours or the server's.
    }
  }

  /** Returns how many events have come. */
  int told() {
    return told.get();
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
