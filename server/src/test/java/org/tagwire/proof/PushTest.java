package org.tagwire.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.tagwire.model.Failpoints;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.Options;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.Subscription;
import org.tagwire.server.control.Order;
import org.tagwire.server.node.Node;
import org.tagwire.server.works.Works;
import org.tagwire.websub.LoopbackHub;

/**
 * A whole journey: a publisher prints, its hub pushes, and the article stands on the page long
 * before the source would have been polled again.
 */
@Timeout(120)
final class PushTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");
  private static final String PASSWORD = "correct horse battery";
  private static final byte[] PUSHED =
      "<feed>what stands here is not looked at</feed>".getBytes(UTF_8);

  @TempDir private Path directory = Path.of("");
  private final SettableClock clock = new SettableClock(NOW);
  private final List<String> printed = new CopyOnWriteArrayList<>();
  private final LoopbackHub hub = new LoopbackHub();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final Logger log = (Logger) LoggerFactory.getLogger("org.tagwire");
  private @Nullable Level levelBefore;
  private Newsstand stand;
  private Node node;

  /** A publisher whose feed names its hub and itself. */
  private record Lantern(String host, Dateline dateline, String hub, List<String> titles)
      implements Site {
    @Override
    public List<Subscription> subscriptions() {
      return List.of(new Subscription(host, URI.create(dateline.origin(host) + "/feed")));
    }

    @Override
    public Reply answer(String target, Instant now) {
      if (!target.equals("/feed")) {
        return new Reply.Missing();
      }
      String self = dateline.origin(host) + "/feed";
      StringBuilder xml =
          new StringBuilder("<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>")
              .append("<title>Lantern</title><language>en</language>")
              .append("<atom:link rel='self' href='" + self + "'/>")
              .append("<atom:link rel='hub' href='" + hub + "'/>");
      for (int i = 0; i < titles.size(); i++) {
        xml.append("<item><title>" + titles.get(i) + "</title><link>" + self + i + "</link>")
            .append("<description>" + titles.get(i) + " on Monday, said Orla Venn.</description>")
            .append("<pubDate>" + NOW.minus(Duration.ofDays(9 - i)) + "</pubDate></item>");
      }
      byte[] bytes = xml.append("</channel></rss>").toString().getBytes(UTF_8);
      return new Reply.Found(Resource.of("application/rss+xml; charset=utf-8", bytes, now));
    }
  }

  @BeforeEach
  void open() throws IOException {
    logged.start();
    levelBefore = log.getLevel();
    log.setLevel(Level.INFO);
    log.addAppender(logged);
    printed.addAll(List.of("Gannet Bay opens its pier", "Ferry returns to Gannet Bay"));
    stand =
        Newsstand.open(
            dateline -> List.of(new Lantern("lantern.example", dateline, hub.url(), printed)),
            Options.at(clock));
    node = start();
    node.carryOut(Order.of("password").with(PASSWORD.getBytes(UTF_8)), new Lines());
  }

  @AfterEach
  void close() {
    node.close();
    stand.close();
    hub.close();
    log.detachAppender(logged);
    log.setLevel(levelBefore);
  }

  private Node start() {
    Map<String, String> more =
        Map.of(
            "listen", "127.0.0.1:0",
            "base-url", "https://wire.example/news",
            "embedding", "off",
            "own-poll-floor", "6h",
            "metrics-token", "0123456789abcdef",
            "allow-networks", "127.0.0.0/8:" + stand.port() + ",127.0.0.1/32:" + hub.port());
    return Node.start(
        new Works.Surroundings(directory, Outskirts.of(stand, more), clock, Failpoints.NONE));
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain: %s", what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** Sends what a hub sends through the owner's proxy, and returns the whole answer. */
  private String call(String method, String target, byte[] body, String... headers) {
    StringBuilder head =
        new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
    Map<String, String> all = new HashMap<>(Map.of("Host", "wire.example", "Via", "1.1 proxy"));
    if (method.equals("POST")) {
      all.put("Content-Length", Integer.toString(body.length));
    }
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      socket.getOutputStream().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
      socket.getOutputStream().write(body);
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(method + " " + target, e);
    }
  }

  private String get(String target, String... headers) {
    return call("GET", target, new byte[0], headers);
  }

  private static String path(Map<String, String> form) {
    return URI.create(form.getOrDefault("hub.callback", "")).getRawPath();
  }

  private String confirm(Map<String, String> form, String challenge) {
    return get(path(form) + "?" + LoopbackHub.encoded(LoopbackHub.intent(form, challenge)));
  }

  private String push(Map<String, String> form) {
    String secret = form.getOrDefault("hub.secret", "");
    return call(
        "POST",
        path(form),
        PUSHED,
        "X-Hub-Signature",
        LoopbackHub.signature("sha256", secret, PUSHED));
  }

  private String front() {
    String pair = Base64.getEncoder().encodeToString(("me:" + PASSWORD).getBytes(UTF_8));
    return get("/news/en/news.txt", "Authorization", "Basic " + pair);
  }

  private Map<String, String> subscribed() {
    String feed = stand.subscriptions().getFirst().address().toString();
    node.carryOut(Order.of("add", feed), new Lines());
    await("the hub is asked", () -> !hub.asked().isEmpty());
    Map<String, String> form = hub.lastAsked();
    assertThat(confirm(form, "c1")).startsWith("HTTP/1.1 200");
    return form;
  }

  private List<String> explained() {
    Lines told = new Lines();
    String feed = stand.subscriptions().getFirst().address().toString();
    node.carryOut(Order.of("explain", "source", feed), told);
    return new ArrayList<>(told.results);
  }

  @Test
  void showsAnArticleAsSoonAsAHubPushes() {
    Map<String, String> form = subscribed();
    assertThat(form.get("hub.callback")).startsWith("https://wire.example/news/websub/");
    await("the first articles are there", () -> front().contains("Gannet Bay opens"));
    assertThat(explained()).anyMatch(line -> line.contains("promised until 2031-05-24T12:00:00Z"));

    clock.advance(Duration.ofMinutes(2));
    printed.add("Orla Venn walks the coast");
    assertThat(push(form)).startsWith("HTTP/1.1 200");

    await("the new article is there", () -> front().contains("Orla Venn walks the coast"));
    assertThat(front()).doesNotContain("not looked at");
    assertThat(explained()).anyMatch(line -> line.contains("1 pushes, last 2031-05-14T12:02:00Z"));
    assertThat(get("/metrics", "Authorization", "Bearer 0123456789abcdef"))
        .contains("tagwire_websub_pushes_total{outcome=\"accepted\"} 1.0")
        .contains("tagwire_websub_subscriptions 1.0");

    node.close();
    node = start();
    clock.advance(Duration.ofMinutes(2));
    printed.add("The lantern is lit again");
    assertThat(push(form)).startsWith("HTTP/1.1 200");
    await("it goes on after a restart", () -> front().contains("The lantern is lit again"));
    assertThat(hub.asked()).hasSize(1);
    keepsItsSecrets(form);
  }

  private void keepsItsSecrets(Map<String, String> form) {
    String all =
        logged.list.stream()
            .map(e -> e.getFormattedMessage() + e.getKeyValuePairs() + e.getThrowableProxy())
            .reduce("", String::concat);
    assertThat(all).contains("subscribed at a hub");
    assertThat(all)
        .doesNotContain(LoopbackHub.id(form))
        .doesNotContain(form.getOrDefault("hub.secret", "?"));
  }

  @Test
  void answersWhoKnowsThePathAndNobodyElse() {
    Map<String, String> form = subscribed();
    String path = path(form);
    Map<String, String> intent = LoopbackHub.intent(form, "<script>alert(1)</script>");
    String query = "?" + LoopbackHub.encoded(intent);

    assertThat(get("/news/en/news.txt")).startsWith("HTTP/1.1 401");
    assertThat(get(path + query)).startsWith("HTTP/1.1 404").doesNotContain("<script>");
    assertThat(get("/news/websub/" + "0".repeat(32) + query)).startsWith("HTTP/1.1 404");
    assertThat(get("/news/websub/x" + query)).startsWith("HTTP/1.1 404");
    assertThat(get(path + query, "Host", "evil.example")).startsWith("HTTP/1.1 421");
    assertThat(call("HEAD", path + query, new byte[0])).endsWith("\r\n\r\n");
    assertThat(call("PUT", path, new byte[0])).matches("(?s)HTTP/1.1 40[135] .*");
    assertThat(call("POST", path, PUSHED)).startsWith("HTTP/1.1 200");
    assertThat(call("POST", "/news/websub/" + "0".repeat(32), PUSHED)).startsWith("HTTP/1.1 404");
    String signed = LoopbackHub.signature("sha256", "guessed", PUSHED);
    assertThat(call("POST", path, PUSHED, "X-Hub-Signature", signed)).startsWith("HTTP/1.1 200");
    assertThat(
            call(
                "POST",
                path,
                "1".getBytes(UTF_8),
                "X-Hub-Signature",
                signed,
                "Content-Length",
                "1048577"))
        .startsWith("HTTP/1.1 413");
    assertThat(node.works().subscriber().orElseThrow().traffic().accepted()).isZero();
    assertThat(node.works().subscriber().orElseThrow().traffic().ignored()).isEqualTo(2);
  }

  @Test
  void echoesAChallengeAsPlainTextOnly() {
    String feed = stand.subscriptions().getFirst().address().toString();
    node.carryOut(Order.of("add", feed), new Lines());
    await("the hub is asked", () -> !hub.asked().isEmpty());

    assertThat(confirm(hub.lastAsked(), "<script>alert(1)</script>"))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("Content-Type: text/plain")
        .contains("X-Content-Type-Options: nosniff")
        .contains("Content-Security-Policy: default-src 'none'")
        .contains("Cache-Control: no-store")
        .doesNotContainIgnoringCase("Set-Cookie")
        .endsWith("\r\n\r\n<script>alert(1)</script>");
  }

  @Test
  void asksNoHubWhereNoneCouldCall() {
    node.close();
    Map<String, String> more =
        Map.of(
            "listen", "127.0.0.1:0",
            "base-url", "http://wire.example",
            "embedding", "off",
            "allow-networks", "127.0.0.0/8:" + stand.port() + ",127.0.0.1/32:" + hub.port());
    node =
        Node.start(
            new Works.Surroundings(directory, Outskirts.of(stand, more), clock, Failpoints.NONE));
    String feed = stand.subscriptions().getFirst().address().toString();
    node.carryOut(Order.of("add", feed), new Lines());
    await("the feed is read", () -> node.works().store().articles().count() == 2);

    assertThat(node.works().subscriber()).isEmpty();
    assertThat(explained()).anyMatch(line -> line.contains("push: off"));
    assertThat(get("/websub/" + "0".repeat(32))).matches("(?s)HTTP/1.1 40[14] .*");
    assertThat(hub.connections()).isZero();
  }
}
