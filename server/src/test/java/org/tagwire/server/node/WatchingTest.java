package org.tagwire.server.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;

/** Watched names from the command to the page, while a server runs and without one. */
@Timeout(120)
final class WatchingTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2025-06-01T12:00:00Z"));

  @TempDir private Path directory = Path.of("");

  private Works.Surroundings around() {
    return new Works.Surroundings(
        directory,
        SettingsReader.read(
            directory, Map.of(), Map.of("listen", "127.0.0.1:0", "embedding", "false")),
        NOON,
        Failpoints.NONE);
  }

  private static Order load(String number, String text) {
    String line =
        "{\"carrier\": \"bay.example\", \"published\": \"2025-06-01T10:00:00Z\", \"url\":"
            + " \"https://bay.example/"
            + number
            + "\", \"title\": \"Ferry returns to the islands\", \"text\": \""
            + text
            + "\"}\n";
    return Order.of("load").with(line.getBytes(StandardCharsets.UTF_8));
  }

  private static Order watch(String lines) {
    return Order.of("watch").with(lines.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void findsNamesBackwardAndForwardAndForgetsThemAgain() throws Exception {
    try (Node node = Node.start(around());
        Clerks clerks = Clerks.of(around())) {
      Heard heard = new Heard();
      clerks.carryOut(
          load("1", "The pilot works for quellmere's board, and the oil is safe."), heard);
      clerks.carryOut(load("2", "At Quellmere the children dug in the sand of the beach."), heard);
      clerks.carryOut(Order.of("settle"), heard);
      clerks.carryOut(watch("Quellmere +oil -beach\nNobody Yet\n"), heard);

      assertThat(heard.notes).contains("2 names added, 0 changed, 0 as before");
      assertThat(heard.lines).anyMatch(l -> l.startsWith("1") && l.endsWith("Quellmere"));
      assertThat(heard.lines).anyMatch(l -> l.contains("nothing yet") && l.endsWith("Nobody Yet"));
      assertThat(get(node, "/en/hashtag/Quellmere.txt").body()).contains("The pilot works");
      assertThat(get(node, "/en/hashtag/NobodyYet").body()).contains("Nothing yet, watching.");
      assertThat(get(node, "/en/watch").body()).contains("2 names", "Ferry returns to the islands");

      clerks.carryOut(
          load("3", "A storm stopped the oil ships of Quellmere, Nobody Yet said."), heard);
      clerks.carryOut(Order.of("settle"), heard);
      assertThat(get(node, "/en/watch.rss").body()).contains("bay.example/3");
      assertThat(get(node, "/en/hashtag/NobodyYet.txt").body()).contains("A storm stopped");

      clerks.carryOut(Order.of("watch-remove", "nobody yet"), heard);
      assertThat(get(node, "/en/hashtag/NobodyYet").body()).doesNotContain("Ferry returns");
      assertThat(get(node, "/api/v1/watch").body())
          .contains("Quellmere")
          .doesNotContain("NobodyYet");
    }
  }

  @Test
  void worksWithoutAServerAndGivesTheListBack() {
    Heard heard = new Heard();
    try (Clerks clerks = Clerks.of(around())) {
      clerks.carryOut(load("1", "The pilot works for Quellmere."), heard);
      clerks.carryOut(watch("Quellmere | Quell Mere -beach # ours\n"), heard);
      heard.lines.clear();
      clerks.carryOut(Order.of("watch-list"), heard);
      clerks.carryOut(Order.of("watch-csv"), heard);
      clerks.carryOut(Order.of("watch-feed"), heard);
    }
    assertThat(heard.lines).startsWith("Quellmere | Quell Mere -beach");
    assertThat(heard.lines).anyMatch(line -> line.startsWith("Quellmere,Quellmere,1,1,0,1,1,"));
    assertThat(String.join("\n", heard.lines)).contains("<rss", "https://bay.example/1");
  }

  @Test
  void refusesAFileWithAWrongLineAsAWhole() {
    try (Clerks clerks = Clerks.of(around())) {
      Heard heard = new Heard();
      assertThatThrownBy(() -> clerks.carryOut(watch("Quellmere\nQ\nMere +\n"), heard))
          .isInstanceOfSatisfying(
              TagwireException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST))
          .hasMessageContaining("line 2: 'Q' is too short")
          .hasMessageContaining("line 3: '+' stands alone");
      assertThatThrownBy(() -> clerks.carryOut(watch("# none\n"), heard))
          .hasMessageContaining("holds no name");
      assertThatThrownBy(() -> clerks.carryOut(Order.of("watch-remove", "Mere"), heard))
          .hasMessageContaining("'Mere' is not watched");
      clerks.carryOut(Order.of("watch-list"), heard);
      assertThat(heard.lines).isEmpty();
    }
  }

  private static HttpResponse<String> get(Node node, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://localhost:" + node.port() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  /** Remembers what is reported. */
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
    public void progress(String what, long done, long total) {
      assertThat(done).isNotNegative();
    }
  }
}
