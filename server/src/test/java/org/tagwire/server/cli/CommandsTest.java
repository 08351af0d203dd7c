package org.tagwire.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandsTest {
  private static final Path PAGE = Path.of("../docs/cli.md");
  private static final int SCREEN = 40;

  @TempDir private Path directory = Path.of("");

  @Test
  void documentsEveryCommandAsItsHelpDoes() throws IOException {
    if (Boolean.getBoolean("tagwire.rewrite")) {
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page());
  }

  @Test
  void showsHelpThatFitsAScreenAndHasAnExample() {
    Said help = run("", "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out().lines()).hasSizeLessThanOrEqualTo(SCREEN);
    assertThat(help.out()).contains("Example:").doesNotContain("rehearse");
    assertThat(run("", "help", "load").out()).contains("Usage: tagwire load").contains("Example:");
  }

  @Test
  void answersWrongUsageWithTwoAndFailureWithOne() {
    assertThat(run("", "prune").code()).isEqualTo(2);
    assertThat(run("").code()).isEqualTo(2);
    assertThat(run("", "help", "prune").code()).isEqualTo(2);
    assertThat(run("", "sources", "--now", "yesterday").code()).isEqualTo(2);
    assertThat(run("", "import", "/no/such/file.opml").code()).isEqualTo(2);
    assertThat(run("", "inspect", "weather").code()).isEqualTo(2);
    assertThat(
            run(
                    "",
                    "restore",
                    "--data",
                    directory.toString(),
                    directory.resolve("none.db").toString())
                .code())
        .isEqualTo(2);
  }

  @Test
  void saysWhatIsWrongWithASetting() throws IOException {
    Files.writeString(directory.resolve("settings.toml"), "lisen = \"127.0.0.1:1\"\n");

    Said said = run("", "sources", "--data", directory.toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("settings.toml:1").contains("did you mean 'listen'?");
  }

  @Test
  void inspectsLinesInOrderAndAnswersABadOneWithItsError() {
    String lines =
        """
        {"id": "a", "text": "The council has agreed to mend the old bridge before the winter, the mayor said on Monday."}
        {"id": "b"
        {"id": "c", "file": "none.xml"}
        """;

    Said language = run(lines, "inspect", "language");
    Said feeds =
        run(
            "{\"id\": \"c\", \"file\": \"none.xml\"}\n",
            "inspect",
            "feeds",
            "--base",
            directory.toString());

    assertThat(language.code()).isZero();
    assertThat(language.out().lines()).hasSize(3);
    assertThat(language.out().lines().findFirst().orElseThrow())
        .startsWith("{\"id\":\"a\",\"language\":\"en\"");
    assertThat(language.out().lines().skip(1).findFirst().orElseThrow())
        .contains("\"ok\":false")
        .contains("bad-line");
    assertThat(feeds.out()).contains("\"id\":\"c\"").contains("\"ok\":false").contains("not-read");
  }

  @Test
  void inspectsFeedsAndPagesBesideEachOther() throws IOException {
    Files.writeString(
        directory.resolve("a.xml"),
        "<rss version='2.0'><channel><title>Harbour Wire</title><item><title>Ferry"
            + " returns</title><link>/1</link><pubDate>Sun, 01 Jun 2025 10:00:00"
            + " +0200</pubDate></item></channel></rss>");
    String lines =
        "{\"id\": 1, \"file\": \"a.xml\", \"headers\": {\"Content-Type\": \"text/xml\"}, \"base\":"
            + " \"https://wire.example/feed\"}\n";

    Said feeds = run(lines.repeat(100), "inspect", "feeds", "--base", directory.toString());

    assertThat(feeds.out().lines()).hasSize(100);
    assertThat(feeds.out().lines())
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("\"title\":\"Harbour Wire\"")
                    .contains("\"link\":\"https://wire.example/1\"")
                    .contains("\"published\":\"2025-06-01T08:00:00Z\""));
  }

  private record Said(int code, String out, String err) {}

  private static Said run(String input, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int code = CommandLineInterface.of(terminal, Map.of()).execute(arguments);
    terminal.out().flush();
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String page() {
    var nothing = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(new ByteArrayInputStream(new byte[0]), nothing, nothing, false);
    CommandLine program = CommandLineInterface.of(terminal, Map.of());
    String commands =
        program.getSubcommands().entrySet().stream()
            .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
            .map(
                command ->
                    "\n## tagwire "
                        + command.getKey()
                        + "\n\n```\n"
                        + command.getValue().getUsageMessage()
                        + "```\n")
            .collect(Collectors.joining());
    return "# The command line\n\n"
               + "This page is printed from the code (`-Dtagwire.rewrite=true` with the test that"
               + " compares them).\n\n"
               + "```\n"
        + program.getUsageMessage()
        + "```\n"
        + commands
        + INSPECT;
  }

  private static final String INSPECT =
      """

      ## What `inspect` reads and prints

      JSON lines in, one JSON line each out, in the same order; unknown fields are ignored. A line that fails prints
      `{"id", "file", "ok": false, "error": {"code", "message"}}` with whichever of id and file it had, and the run goes on.
      File names are relative to `--base`; gzip is recognised.

      | stage | in | out |
      |---|---|---|
      | feeds | `{"id", "file", "headers", "base"}` | `{"id", "ok", "feed": {…}, "entries": […]}` |
      | pages | `{"file", "url"}` | `{"file", "ok", "title", "text", "paragraphs", "published", "updated", "authors", "language", "image", "canonicalUrl", "section", "publisherTags", "kind", "paywall"}` |
      | language | `{"id", "text", "declared"?}` | `{"id", "language", "confidence"}` |
      | tags | `{"id", "language"?, "title", "text", "url"?}` | `{"id", "language", "category", "hashtags": [{"hashtag", "kind", "grade", "score", "mentions"}]}`; the lines are one stream |
      | stories | `{"id", "title", "text", "date"?, "url"?, "source"?}` | `{"id", "story"}`, after the last line |
      """;
}
