package org.tagwire.server.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Tombstone;
import org.tagwire.server.control.NodeFile;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;

@Timeout(120)
final class NodeTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2025-06-01T12:00:00Z"));
  private static final String ARTICLES =
      """
      {"carrier": "Harbour Wire", "published": "2025-05-31T10:00:00Z", "url": "https://wire.example/1", \
      "title": "Orla Fennimore opens the harbour theatre", "text": "Orla Fennimore opened the theatre on Saturday."}
      {"carrier": "", "title": "Nobody's"}
      {"carrier": "bay.example", "published": "2025-06-01T10:00:00Z", "url": "https://bay.example/2", \
      "title": "Ferry to the islands returns", "text": "The ferry returns to the islands after the winter."}
      """;

  @TempDir private Path directory = Path.of("");

  @Test
  void servesWhatWasLoadedAndTakesOrdersFromCommands() throws Exception {
    try (Node node = Node.start(around())) {
      Heard heard = new Heard();
      try (Clerks clerks = Clerks.of(around())) {
        clerks.carryOut(load(), heard);
        clerks.carryOut(load(), heard);
        clerks.carryOut(Order.of("settle"), heard);
        clerks.carryOut(Order.of("rebuild-index"), heard);
        clerks.carryOut(Order.of("export"), heard);
      }

      assertThat(heard.notes)
          .contains(
              "line 2: an article needs 'carrier', the publisher whose page it is; it was left"
                  + " out");
      assertThat(heard.lines)
          .startsWith("2 2 1", "2 0 1")
          .contains("the index was built again: 2 articles");
      assertThat(heard.lines).anyMatch(line -> line.contains("\"url\":\"https://bay.example/2\""));
      assertThat(get(node, "/health/live").statusCode()).isEqualTo(200);
      assertThat(get(node, "/health/ready").body())
          .isEqualTo("{\"ready\":true,\"degraded\":[],\"quarantine\":0}");
      assertThat(get(node, "/metrics").body()).contains("tagwire_articles_indexed 2.0");
      assertThat(get(node, "/en/news.txt").body())
          .contains("Ferry to the islands returns")
          .contains("Orla Fennimore");
    }
    assertThat(directory.resolve(NodeFile.NAME)).doesNotExist();
  }

  @Test
  void refusesASecondServerOnTheSameDirectory() {
    try (Node node = Node.start(around())) {
      assertThatThrownBy(() -> Node.start(around()))
          .isInstanceOfSatisfying(
              TagwireException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.DIRECTORY_IN_USE));
      assertThat(node.port()).isPositive();
    }
  }

  @Test
  void letsCommandsWorkWithoutAServerThoughADeadOneLeftItsFile() throws IOException {
    Files.writeString(
        directory.resolve(NodeFile.NAME),
        "{\"port\": 9, \"token\": \"0123456789abcdef0123\", \"pid\": 1, \"site\": \"\"}");
    Heard heard = new Heard();

    try (Clerks clerks = Clerks.of(around())) {
      clerks.carryOut(load(), heard);
      clerks.carryOut(Order.of("settle"), heard);
      clerks.carryOut(Order.of("explain", "article", "https://wire.example/1"), heard);
    }

    assertThat(heard.lines).contains("2 2 1", "Orla Fennimore opens the harbour theatre");
  }

  @Test
  void restoresABackupWhileItRunsAndKeepsGoneWhatIsGone() throws Exception {
    Path backup = directory.resolve("backup.db");
    try (Node node = Node.start(around());
        Clerks clerks = Clerks.of(around())) {
      Heard heard = new Heard();
      clerks.carryOut(load(), heard);
      clerks.carryOut(Order.of("settle"), heard);
      clerks.carryOut(Order.of("backup", backup.toString()), heard);
      node.works()
          .store()
          .tombstones()
          .put(
              new Tombstone(
                  Tombstone.Kind.URL_PREFIX, "https://bay.example/", "asked for", NOON.instant()));
      int port = node.port();

      clerks.carryOut(Order.of("restore", backup.toString()), heard);
      clerks.carryOut(Order.of("settle"), heard);

      assertThat(node.port()).isEqualTo(port);
      assertThat(get(node, "/en/news.txt").body())
          .contains("Orla Fennimore")
          .doesNotContain("Ferry");
      assertThat(directory.resolve("before-restore.db")).exists();
      Files.writeString(directory.resolve("no.db"), "no backup at all");
      assertThatThrownBy(
              () ->
                  clerks.carryOut(
                      Order.of("restore", directory.resolve("no.db").toString()), heard))
          .isInstanceOf(TagwireException.class);
      assertThat(get(node, "/en/news.txt").body()).contains("Orla Fennimore");
    }
  }

  @Test
  void asksForThePasswordOnceOneIsSetAndAProxyStandsBetween() throws Exception {
    try (Node node = Node.start(around());
        Clerks clerks = Clerks.of(around())) {
      clerks.carryOut(
          Order.of("password").with("correct horse battery".getBytes(StandardCharsets.UTF_8)),
          new Heard());
      String basic =
          java.util.Base64.getEncoder()
              .encodeToString("me:correct horse battery".getBytes(StandardCharsets.UTF_8));

      assertThat(get(node, "/en/news").statusCode()).isEqualTo(200);
      assertThat(get(node, "/en/news", "Via", "1.1 proxy").statusCode()).isEqualTo(401);
      assertThat(
              get(node, "/en/news", "Via", "1.1 proxy", "Authorization", "Basic " + basic)
                  .statusCode())
          .isEqualTo(200);
      assertThat(get(node, "/metrics", "Via", "1.1 proxy").statusCode()).isEqualTo(403);
      assertThat(
              get(node, "/metrics", "Via", "1.1 proxy", "Authorization", "Bearer 0123456789abcdef")
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void pagesAreMadeAnewAfterAnOrderThatFailedToo() throws Exception {
    try (Node node = Node.start(around());
        Clerks clerks = Clerks.of(around())) {
      String before = get(node, "/en/news").headers().firstValue("ETag").orElseThrow();
      assertThat(get(node, "/en/news", "If-None-Match", before).statusCode()).isEqualTo(304);

      assertThatThrownBy(() -> clerks.carryOut(Order.of("takedown"), new Heard()))
          .isInstanceOf(TagwireException.class);

      assertThat(get(node, "/en/news", "If-None-Match", before).statusCode()).isEqualTo(200);
    }
  }

  private Works.Surroundings around() {
    Map<String, String> said =
        Map.of("listen", "127.0.0.1:0", "embedding", "off", "metrics-token", "0123456789abcdef");
    return new Works.Surroundings(directory, SettingsReader.of(said), NOON, Failpoints.NONE);
  }

  private static Order load() {
    return Order.of("load").with(ARTICLES.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpResponse<String> get(Node node, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try (HttpClient reader = HttpClient.newHttpClient()) {
      return reader.send(request.build(), BodyHandlers.ofString());
    }
  }

  /** Keeps what was reported. */
  private static final class Heard implements Report {
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Override
    public void line(String text) {
      lines.add(text);
    }

    @Override
    public void note(String text) {
      notes.add(text);
    }

    @Override
    public void progress(String what, long done, long total) {}
  }
}
