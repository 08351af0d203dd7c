package org.tagwire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Failpoints;
import org.tagwire.server.node.Node;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;

/** What a command says of a page in a file, by itself and through a server that runs. */
final class ExplainTest {
  private static final String PAGE =
      """
      <html lang=en><head><title>The mill turns</title><script type='application/ld+json'>
      {"@type": "NewsArticle", "isAccessibleForFree": false,
       "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paid"}}
      </script></head><body><nav><a href=/>Home</a></nav>
      <article id=main class="story long"><h1>The mill turns</h1>
      <p>The tidal mill at Corran Quay ground its first sack of flour in ninety years on Tuesday, watched by a crowd.</p>
      <p>Share this</p>
      <p>Volunteers had spent eleven winters clearing silt from the pond, and two persuading the wheel\u202E to turn.</p>
      <p class=paid>What the flour costs is for those to read who have paid for the paper that tells of it.</p>
      </article></body></html>
      """;

  @TempDir private Path directory = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void save() throws IOException {
    file = directory.resolve("saved.html");
    Files.writeString(file, PAGE);
  }

  @Test
  void showsBlockByBlockWhatIsKeptAndWhy() {
    Said said = explain("page", file.toString(), "--url", "https://corran.example/2025/05/25/mill");

    assertThat(said.code()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.lines())
        .startsWith("The mill turns")
        .contains(
            "  kind        article",
            "  headline    in block 1",
            "  body        article#main.story.long",
            "  published   2025-05-25, from the address",
            "  paywall     part paid")
        .anyMatch(line -> line.matches(" +3 - +a call, not a text +Share this"))
        .anyMatch(line -> line.matches(" +2 kept +text +The tidal mill .*…"))
        .anyMatch(line -> line.matches(" +5 kept paid +text +What the flour costs .*…"));
  }

  @Test
  void keepsItsColumnsInATerminalOfAHundred() {
    List<String> lines = explain("page", file.toString()).lines();
    int text =
        lines.stream()
            .filter(line -> line.contains(" why "))
            .findFirst()
            .orElseThrow()
            .indexOf("text");

    assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    assertThat(lines)
        .filteredOn(line -> line.contains(" kept ") && !line.contains("why"))
        .hasSize(3)
        .allSatisfy(line -> assertThat(line.charAt(text - 1)).isEqualTo(' '))
        .allSatisfy(line -> assertThat(line.charAt(text)).isUpperCase());
    assertThat(lines).noneMatch(line -> line.contains("\u202E"));
  }

  @Test
  void readsAPackedFileAsWell() throws IOException {
    Path packed = directory.resolve("saved.html.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(PAGE.getBytes(StandardCharsets.UTF_8));
    }

    assertThat(explain("page", packed.toString()).lines())
        .isEqualTo(explain("page", file.toString()).lines());
  }

  @Test
  void saysTheSameThroughAServerThatRuns() {
    List<String> alone = explain("page", file.toString()).lines();
    Works.Surroundings around =
        new Works.Surroundings(
            directory.resolve("data"),
            SettingsReader.of(Map.of("listen", "127.0.0.1:0", "embedding", "off")),
            InstantSource.fixed(Instant.parse("2025-06-01T12:00:00Z")),
            Failpoints.NONE);
    try (Node node = Node.start(around)) {
      assertThat(node.port()).isPositive();
      assertThat(explain("page", file.toString()).lines()).isEqualTo(alone);
      assertThat(explain("publisher", "corran.example").lines())
          .contains("corran.example", "taken for furniture: 0");
      assertThat(run("relearn", "--forget", "corran.example").lines())
          .containsExactly("nothing was known of the furniture of corran.example");
      assertThat(run("relearn").lines()).containsExactly("0 of 0 articles were learned from again");
    }
  }

  @Test
  void answersWhatMakesNoSenseWithTwo() throws IOException {
    Files.writeString(file, "");

    assertThat(explain("page", file.toString()).code()).isEqualTo(2);
    assertThat(explain("tag", "Mill", "--url", "https://corran.example/").code()).isEqualTo(2);
    assertThat(explain("weather", "Mill").err()).contains("publisher");
    assertThat(explain("publisher", "no domain").code()).isEqualTo(2);
    assertThat(run("relearn", "--forget", "no domain").code()).isEqualTo(2);
  }

  private record Said(int code, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  private Said explain(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "explain";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return run(all);
  }

  private Said run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = directory.resolve("data").toString();
    int code = CommandLineInterface.of(terminal, Map.of("TAGWIRE_EMBEDDING", "off")).execute(all);
    terminal.out().flush();
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
