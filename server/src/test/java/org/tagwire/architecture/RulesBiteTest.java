package org.tagwire.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule turns red over code that breaks it, and stays quiet over code that does not. */
final class RulesBiteTest {

  private static final List<Finding> COMPILED =
      new CompiledRules(House.brokenRoot()).check(House.broken());

  @ParameterizedTest
  @CsvSource({
    "arrow, feed.StageThatFetches",
    "arrow, fetch.SecondClient",
    "known-package, stranger.Unlisted",
    "one-way-out, story.StageThatDials",
    "one-way-out, fetch.SecondClient",
    "one-way-out, story.WaysAroundTheGuard",
    "listener, story.DoorsIntoTheHouse",
    "clock, dates.ReadsTheClock",
    "place, dates.ReadsTheClock",
    "default, dates.ReadsTheClock",
    "name, util.TextHelper",
    "null-marked, util.TextHelper",
    "static-state, story.StageThatDials"
  })
  void findsTheBreach(String rule, String place) {
    assertThat(COMPILED)
        .anySatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo(rule);
              assertThat(finding.place()).isEqualTo(House.brokenRoot() + "." + place);
            });
  }

  @Test
  void findsTheCycle() {
    assertThat(COMPILED).extracting(Finding::rule).contains("cycle");
  }

  @Test
  void findsTheClockReadThroughAMethodReference() {
    assertThat(COMPILED)
        .filteredOn(finding -> finding.rule().equals("clock"))
        .extracting(Finding::detail)
        .anyMatch(detail -> detail.contains("java.time.Instant.now"))
        .anyMatch(detail -> detail.contains("java.time.LocalDate.now"))
        .anyMatch(detail -> detail.contains("System.currentTimeMillis"));
  }

  /** Each way out has its own method; a way that is not found is one nobody guards. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.net.URL.openStream",
        "java.net.URL.openConnection",
        "java.net.URL.hashCode",
        "java.net.InetAddress.getByName",
        "java.net.InetAddress.getAllByName",
        "java.net.InetAddress.getLocalHost",
        "java.net.InetSocketAddress.<init>",
        "javax.imageio.ImageIO.read",
        "org.jsoup.Jsoup.connect",
        "java.lang.ProcessBuilder.start",
        "java.lang.Runtime.exec",
        "javax.xml.parsers.DocumentBuilder.parse",
        "java.net.Socket",
        "java.net.DatagramSocket",
        "java.net.MulticastSocket",
        "java.nio.channels.SocketChannel",
        "java.nio.channels.AsynchronousSocketChannel",
        "java.nio.channels.DatagramChannel",
        "java.net.http.HttpClient",
        "java.net.HttpURLConnection",
        "javax.net.SocketFactory",
        "javax.net.ssl.SSLContext",
        "javax.naming.InitialContext",
        "org.apache.hc.client5.http.impl.classic.HttpClients"
      })
  void findsEachWayOut(String way) {
    assertThat(COMPILED)
        .filteredOn(finding -> finding.rule().equals("one-way-out"))
        .filteredOn(finding -> finding.place().endsWith(".WaysAroundTheGuard"))
        .extracting(Finding::detail)
        .anyMatch(detail -> detail.contains(way));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.net.ServerSocket",
        "java.nio.channels.ServerSocketChannel",
        "com.sun.net.httpserver.HttpServer",
        "org.eclipse.jetty.server.ServerConnector",
        "io.javalin.Javalin"
      })
  void findsEachDoorIntoTheHouse(String door) {
    assertThat(COMPILED)
        .filteredOn(finding -> finding.rule().equals("listener"))
        .extracting(Finding::detail)
        .anyMatch(detail -> detail.contains(door));
  }

  @Test
  void findsNothingInCodeThatKeepsTheRules() {
    assertThat(COMPILED).extracting(Finding::place).noneMatch(place -> place.contains("Law"));
  }

  @Test
  void findsTheLongFile(@TempDir Path base) throws IOException {
    assertThat(rules(base, "class A {\n" + "\n".repeat(499) + "}\n")).contains("file-length");
    assertThat(rules(base, "class A {\n" + "\n".repeat(497) + "}\n")).isEmpty();
  }

  @Test
  void findsTheLongMethod(@TempDir Path base) throws IOException {
    assertThat(rules(base, methodOf(59))).contains("method-length");
    assertThat(rules(base, methodOf(58))).isEmpty();
  }

  @Test
  void findsThePromiseWithoutANumber(@TempDir Path base) throws IOException {
    assertThat(rules(base, "// TO" + "DO later\nclass A {}\n")).contains("promise");
    assertThat(rules(base, "// TO" + "DO(#12) later\nclass A {}\n")).isEmpty();
  }

  @Test
  void findsTheBroadCatch(@TempDir Path base) throws IOException {
    var body = "class A { void a() { try { a(); } catch (%s e) { a(); } } }\n";

    assertThat(rules(base, body.formatted("Exception"))).contains("broad-catch");
    assertThat(rules(base, body.formatted("ArithmeticException | RuntimeException")))
        .contains("broad-catch");
    assertThat(rules(base, body.formatted("IllegalStateException"))).isEmpty();
  }

  @Test
  void findsTheTestThatIsSwitchedOff(@TempDir Path base) throws IOException {
    assertThat(rules(base, "class A {\n  @Dis" + "abled\n  void a() {}\n}\n"))
        .contains("disabled-test");
  }

  @Test
  void findsTheWaiverThatNothingNeeds() {
    var waivers = Waivers.parse("clock | org.tagwire.Gone | it was needed once upon a time");

    assertThat(waivers.idle(COMPILED)).hasSize(1);
    assertThat(waivers.without(COMPILED)).hasSameSizeAs(COMPILED);
  }

  @Test
  void refusesTheWaiverWithoutAReason() {
    assertThatThrownBy(() -> Waivers.parse("clock | org.tagwire.A |"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("org.tagwire.A");
  }

  private static String methodOf(int lines) {
    return "class A {\n  void a() {\n" + "    a();\n".repeat(lines) + "  }\n}\n";
  }

  private static List<String> rules(Path base, String source) throws IOException {
    var file = Files.writeString(base.resolve("A.java"), source);
    return new SourceRules(base).check(List.of(file)).stream().map(Finding::rule).toList();
  }
}
