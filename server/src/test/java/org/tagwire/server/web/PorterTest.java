package org.tagwire.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers who dawdle, on a server with very little patience. */
@Timeout(60)
class PorterTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final int MOST = 20;
  private final CountDownLatch told = new CountDownLatch(1);
  private final List<Socket> sockets = new ArrayList<>();
  private Javalin server;

  @BeforeEach
  void open() {
    server =
        Javalin.create(
                config -> {
                  Listening.install(config);
                  Porter.install(config, PATIENCE, MOST);
                  config.routes.get("/page", http -> http.result("news"));
                  config.routes.post("/form", http -> http.result(http.body()));
                  config.routes.get("/long", http -> http.result(slowly()));
                })
            .start("127.0.0.1", 0);
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    server.stop();
  }

  private String slowly() throws InterruptedException {
    told.await();
    return "at last";
  }

  private Socket connect(String said) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    sockets.add(socket);
    say(socket, said);
    return socket;
  }

  private static void say(Socket socket, String said) throws IOException {
    socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  }

  /** Returns what comes until the server closes the connection. */
  private static String rest(Socket socket) throws IOException {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (SocketException reset) {
      return "";
    }
  }

  private static String answer(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String status = in.readLine();
    for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
      line = in.readLine();
    }
    return status;
  }

  /** Sends a byte at a time for as long as somebody takes it, and returns for how long that was. */
  private static Duration drip(Socket socket) throws InterruptedException {
    long begun = System.nanoTime();
    CountDownLatch never = new CountDownLatch(1);
    try {
      for (long since = 0; since < 20_000_000_000L; since = System.nanoTime() - begun) {
        say(socket, "x");
        never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
      }
    } catch (IOException closed) {
      return Duration.ofNanos(System.nanoTime() - begun);
    }
    return Duration.ofHours(1);
  }

  @Test
  void aHeadThatDripsInIsCutOff() throws IOException, InterruptedException {
    Socket slow = connect("GET /page HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    assertThat(drip(slow)).isLessThan(PATIENCE.multipliedBy(6));
  }

  @Test
  void aBodyThatDripsInIsCutOff() throws IOException, InterruptedException {
    Socket slow =
        connect("POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");
    assertThat(drip(slow)).isLessThan(PATIENCE.multipliedBy(6));
  }

  @Test
  void whoSaysNothingIsCutOffAndSoIsWhoSaysNothingMore() throws IOException {
    assertThat(rest(connect(""))).isEmpty();
    Socket once = connect(get("/page"));
    assertThat(rest(once)).startsWith("HTTP/1.1 200").endsWith("news");
  }

  @Test
  void aLongAnswerIsLetBe() throws IOException {
    Socket patient = connect(get("/long"));
    Socket idle = connect("");
    assertThat(rest(idle)).isEmpty();
    told.countDown();
    assertThat(rest(patient)).endsWith("at last");
  }

  @Test
  void aBodyThatComesWholeIsAnsweredAndTheConnectionGoesOn() throws IOException {
    Socket socket =
        connect(
            "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello"
                + get("/page"));
    assertThat(rest(socket)).containsSubsequence("200 OK", "hello", "200 OK", "news");
  }

  @Test
  void requestsInARowAreAnsweredInTheirOrder() throws IOException {
    Socket socket = connect(get("/page") + get("/none") + get("/page"));
    assertThat(rest(socket)).containsSubsequence("200 OK", "404", "200 OK");
  }

  @Test
  void ofTooManyTheOnesThatWaitLongestGoAndWhoAsksIsAnswered() throws IOException {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < 3 * MOST; i++) {
      idle.add(connect("GET /"));
    }
    assertThat(answer(connect(get("/page")))).isEqualTo("HTTP/1.1 200 OK");
    for (Socket socket : idle.subList(0, 2 * MOST)) {
      assertThat(rest(socket)).isEmpty();
    }
  }
}
