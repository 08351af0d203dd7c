package org.tagwire.newsstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagwire.newsstand.newsroom.Newsroom;

class NewsstandTest {

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
  void givesEveryPublisherALoopbackAddressOfItsOwn() {
    assertThat(fixture.stand.hosts().keySet())
        .containsExactly(
            "tide-times.example",
            "wire-desk.example",
            "bay-review.example",
            "kuesten-blatt.example",
            "sahil-news.example",
            "minato-note.example");
    assertThat(new HashSet<>(fixture.stand.hosts().values())).hasSize(6);
    assertThat(fixture.stand.hosts().values()).allMatch(InetAddress::isLoopbackAddress);
  }

  @Test
  void namesTheHostThatIsAskedForTheWrongName() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: bay-review.example:80\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 421 ")
        .contains("only tide-times.example");
  }

  @Test
  void answersUnderItsOwnName() throws Exception {
    assertThat(raw("GET / HTTP/1.1\r\nHost: TIDE-times.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\n");
  }

  @Test
  void refusesWhatIsNotGetOrHead() throws Exception {
    assertThat(raw("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\nhi")).startsWith("HTTP/1.1 405 ");
  }

  @Test
  void refusesWhatIsNotHttp() throws Exception {
    assertThat(raw("good morning\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(raw("GET / HTTP/1.1\r\nno colon here\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(raw("GET http://elsewhere/ HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void keepsTheConnectionForTheNextRequest() throws Exception {
    String both = "GET /robots.txt HTTP/1.1\r\n\r\nGET /none HTTP/1.1\r\nConnection: close\r\n\r\n";
    assertThat(raw(both)).contains("HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found");
  }

  @Test
  void logsRequestsWithinBounds() throws Exception {
    fixture.get(
        "tide-times.example", "/rss?x=1", "User-Agent", "Poller/1", "If-None-Match", "\"a\"");
    RequestLog.Entry entry = fixture.stand.log().findLast().orElseThrow();
    assertThat(entry)
        .isEqualTo(
            new RequestLog.Entry(
                FixtureStand.START,
                "tide-times.example",
                "GET",
                "/rss?x=1",
                "Poller/1",
                "\"a\"",
                null,
                404));
    assertThat(entry.path()).isEqualTo("/rss");
    assertThat(entry.conditional()).isTrue();
    for (int i = 0; i < 60; i++) {
      fixture.get("bay-review.example", "/robots.txt");
    }
    assertThat(fixture.stand.log().entries()).hasSize(50);
    assertThat(fixture.stand.log().entries("tide-times.example")).isEmpty();
  }

  @Test
  void saysWhichAddressIsTaken() {
    var options = Options.at(fixture.clock).onPort(fixture.stand.port());
    assertThatThrownBy(() -> Newsstand.open(Newsroom.ofResources("fixture"), options))
        .isInstanceOf(BindException.class)
        .hasMessageContaining("127.64.0.1:" + fixture.stand.port());
  }

  @Test
  void freesItsAddressesWhenClosed() throws IOException {
    int port = fixture.stand.port();
    fixture.stand.close();
    try (var again =
        Newsstand.open(Newsroom.ofResources("fixture"), Options.at(fixture.clock).onPort(port))) {
      assertThat(again.port()).isEqualTo(port);
    }
  }

  @Test
  void subscribesToTheAddressTheFeedIsKnownBy() {
    assertThat(fixture.stand.subscriptions())
        .extracting(subscription -> subscription.address().getPath())
        .containsExactly(
            "/feed.xml",
            "/atom.xml",
            "/syndication/all.php",
            "/rss",
            "/feed.json",
            "/news-sitemap.xml");
  }

  private String raw(String request) throws IOException {
    InetAddress address = fixture.stand.hosts().get("tide-times.example");
    try (var socket = new Socket(address, fixture.stand.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var in = new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8);
      var out = new StringBuilder();
      try (var reader = new BufferedReader(in)) {
        reader.lines().forEach(line -> out.append(line).append("\r\n"));
      }
      return out.toString();
    }
  }
}
