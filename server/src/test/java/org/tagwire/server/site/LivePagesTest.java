package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.TagKind;
import org.tagwire.server.sample.Dispatch;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;

/** Pages that are open while news comes in. */
@Timeout(60)
class LivePagesTest {
  private static final String TAG = "/en/hashtag/MaraEllington";
  private final Newsroom newsroom = SampleNews.fill("https://orrery.example/pictures");
  private final List<Socket> open = new ArrayList<>();
  private LocalSite site;

  @BeforeEach
  void open() {
    site = LocalSite.of(newsroom);
  }

  @AfterEach
  void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    site.close();
  }

  private void publish(String title) {
    Dispatch.of(title, SampleNews.NOW)
        .at("2026-03-10T11:50:00Z")
        .about("Mara Ellington", TagKind.PERSON)
        .print(newsroom);
    site.change();
  }

  private String live(String page) {
    return Jsoup.parse(site.page(page)).expectFirst("main").attr("data-live");
  }

  private BufferedReader listen(String address) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port());
    open.add(socket);
    socket
        .getOutputStream()
        .write(
            ("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static String until(BufferedReader lines, String beginning) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(beginning)) {
        return line;
      }
    }
    throw new AssertionError("the connection ended before '" + beginning + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {TAG + "?about=1", "/en/", "/hashtag/MaraEllington"})
  void aPageHearsWhatIsNewOnIt(String page) throws IOException {
    BufferedReader lines = listen(live(page));
    assertThat(until(lines, "HTTP/1.1")).contains("200");
    assertThat(until(lines, "retry:")).isEqualTo("retry: 5000");
    publish("Mara Ellington returns to the lighthouse");
    assertThat(until(lines, "data:")).contains("\"count\":1,\"text\":\"1 new article\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TAG,
        "/en/news",
        "/en/category/entertainment",
        "/en/publisher/orrery.example",
        "/en/folder/Culture/Film",
        "/ar/hashtag/MaraEllington?lang=ar"
      })
  void everyListCanBeListenedTo(String page) throws IOException {
    BufferedReader lines = listen(live(page));
    assertThat(until(lines, "HTTP/1.1")).contains("200");
    assertThat(until(lines, "retry:")).isEqualTo("retry: 5000");
  }

  @Test
  void whatIsSentIsNeverKeptGatheredOrCompressed() throws IOException {
    BufferedReader lines = listen(live(TAG));
    List<String> head = new ArrayList<>();
    for (String line = lines.readLine(); !line.isEmpty(); line = lines.readLine()) {
      head.add(line);
    }
    assertThat(head)
        .contains(
            "HTTP/1.1 200 OK",
            "Content-Type: text/event-stream; charset=utf-8",
            "Cache-Control: no-store",
            "X-Accel-Buffering: no",
            "X-Content-Type-Options: nosniff")
        .noneMatch(line -> line.startsWith("Content-Encoding") || line.startsWith("ETag"));
  }

  @Test
  void twoHundredOpenPagesAreToldWithinFiveSeconds() throws IOException {
    List<BufferedReader> pages = new ArrayList<>();
    String tag = live(TAG);
    String home = live("/en/");
    for (int i = 0; i < 200; i++) {
      BufferedReader lines = listen(i % 2 == 0 ? tag : home);
      until(lines, "retry:");
      pages.add(lines);
    }
    long begun = System.nanoTime();
    publish("Mara Ellington is seen at the pier");
    for (BufferedReader page : pages) {
      assertThat(until(page, "data:")).contains("\"count\":1");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    assertThat(site.page(TAG)).contains("seen at the pier");
  }

  @Test
  void anOldPageIsToldAtOnceAndALaterOneNothing() throws IOException {
    String before = live(TAG);
    publish("Mara Ellington sells the boat");
    assertThat(until(listen(before), "data:")).contains("\"count\":1");
    BufferedReader after = listen(live(TAG));
    until(after, "retry:");
    publish("Mara Ellington buys the boat back");
    assertThat(until(after, "data:")).contains("\"count\":1");
  }

  @Test
  void thereIsNothingLiveAboutASearchALaterPageOrAnArticle() {
    assertThat(live("/en/search?q=Ellington")).isEmpty();
    assertThat(live("/en/hashtags")).isEmpty();
  }

  @Test
  void whatIsNoPageCannotBeListenedTo() {
    String token = live(TAG).replaceAll(".*seen=", "");
    assertThat(site.get("/en/live/hashtag/Nobody?seen=" + token).statusCode()).isEqualTo(404);
    assertThat(site.get("/en/live/hashtag/MaraEllington").statusCode()).isEqualTo(404);
    assertThat(site.get("/en/live/hashtag/MaraEllington?seen=%00").statusCode()).isEqualTo(404);
    assertThat(site.get(live(TAG), "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(401);
  }

  @Test
  void connectionsEndWhenTheServerStops() throws IOException {
    BufferedReader lines = listen(live(TAG));
    until(lines, "retry:");
    long begun = System.nanoTime();
    site.site().close();
    while (lines.readLine() != null) {
      // what is left
      if (!lines.ready()) {
        break;
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    assertThat(site.get(TAG).statusCode()).isEqualTo(200);
  }
}
