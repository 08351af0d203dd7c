package org.tagwire.newsstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {

  private static final String HOST = "tide-times.example";

  private FixtureStand fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new FixtureStand();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void alwaysSaysNotModified() throws Exception {
    fixture.stand.fault(HOST, new Fault.AlwaysNotModified());
    assertThat(fixture.get(HOST, "/feed.xml").statusCode()).isEqualTo(304);
  }

  @Test
  void asksToComeBackLater() throws Exception {
    fixture.stand.fault(HOST, new Fault.TooManyRequests(Duration.ofMinutes(2)));
    HttpResponse<byte[]> answer = fixture.get(HOST, "/feed.xml");
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("retry-after")).contains("120");
  }

  @Test
  void failsOnlyWhereItIsToldTo() throws Exception {
    fixture.stand.fault(HOST, "/news/", new Fault.ServerError(503));
    assertThat(fixture.get(HOST, "/news/carried-essay.html").statusCode()).isEqualTo(503);
    assertThat(fixture.get(HOST, "/feed.xml").statusCode()).isEqualTo(200);
    assertThat(fixture.get("bay-review.example", "/").statusCode()).isEqualTo(200);
  }

  @Test
  void letsTheLongestBeginningDecide() throws Exception {
    fixture.stand.fault(HOST, new Fault.ServerError(500));
    fixture.stand.fault(HOST, "/feed", new Fault.ServerError(503));
    assertThat(fixture.get(HOST, "/feed.xml").statusCode()).isEqualTo(503);
    assertThat(fixture.get(HOST, "/").statusCode()).isEqualTo(500);
  }

  @Test
  void redirectsInACircle() throws Exception {
    fixture.stand.fault(HOST, new Fault.RedirectLoop());
    String there = location(fixture.get(HOST, "/feed.xml?a=1"));
    assertThat(there).isEqualTo("/feed.xml?a=1&loop=1");
    assertThat(location(fixture.get(HOST, there))).isEqualTo("/feed.xml?a=1");
  }

  @Test
  void resetsTheConnection() throws Exception {
    fixture.stand.fault(HOST, new Fault.ConnectionReset());
    try (Socket socket = ask("/feed.xml")) {
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    assertThat(fixture.stand.log().findLast().orElseThrow().status()).isZero();
  }

  @Test
  void breaksGzipOffInTheMiddle() throws Exception {
    fixture.stand.fault(HOST, new Fault.TruncatedGzip());
    byte[] body = fixture.get(HOST, "/", "Accept-Encoding", "gzip").body();
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
      assertThatThrownBy(gzip::readAllBytes).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void liesAboutTheCharset() throws Exception {
    byte[] honest = fixture.get(HOST, "/feed.xml").body();
    fixture.stand.fault(HOST, new Fault.WrongCharset("shift_jis"));
    HttpResponse<byte[]> answer = fixture.get(HOST, "/feed.xml");
    assertThat(answer.headers().firstValue("content-type"))
        .contains("application/rss+xml; charset=shift_jis");
    assertThat(answer.body()).isEqualTo(honest);
  }

  @Test
  void sendsMoreThanAnybodyWants() throws Exception {
    byte[] honest = fixture.get(HOST, "/feed.xml").body();
    fixture.stand.fault(HOST, new Fault.HugeBody(3_000_000));
    HttpResponse<byte[]> answer = fixture.get(HOST, "/feed.xml");
    assertThat(answer.headers().firstValue("content-length")).isEmpty();
    assertThat(answer.body()).hasSize(3_000_000).startsWith(honest);
  }

  @Test
  void dripsByteByByte() throws Exception {
    fixture.stand.fault(HOST, new Fault.SlowDrip(Duration.ofHours(1)));
    try (Socket socket = ask("/robots.txt")) {
      socket.setSoTimeout(300);
      var received = new StringBuilder();
      assertThatThrownBy(() -> readAll(socket.getInputStream(), received))
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(received).endsWith("\r\n\r\nU");
    }
  }

  @Test
  void healsAtOnce() throws Exception {
    fixture.stand.fault(HOST, new Fault.ServerError(500));
    fixture.stand.heal(HOST);
    assertThat(fixture.get(HOST, "/feed.xml").statusCode()).isEqualTo(200);
  }

  @Test
  void knowsNoFaultsOfStrangers() {
    assertThatThrownBy(() -> fixture.stand.fault("nobody.example", new Fault.RedirectLoop()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nobody.example");
  }

  private static void readAll(InputStream in, StringBuilder received) throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      received.append((char) b);
    }
  }

  private Socket ask(String target) throws IOException {
    InetAddress address = fixture.stand.hosts().get(HOST);
    var socket = new Socket(address, fixture.stand.port());
    String request = "GET " + target + " HTTP/1.1\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String location(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode()).isEqualTo(302);
    return answer.headers().firstValue("location").orElseThrow();
  }
}
