package org.tagwire.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.HttpProxy;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.url.IpAddress;

final class SettingsReaderTest {
  @TempDir private Path directory = Path.of("");

  @Test
  void needsNothingToBeSaid() {
    Settings settings = SettingsReader.read(directory, Map.of(), Map.of());

    assertThat(settings).isEqualTo(Settings.defaults());
    assertThat(settings.web().listen()).isEqualTo(new Endpoint("127.0.0.1", 8080));
    assertThat(settings.reading().pollFloor()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.site().mode()).isEqualTo(Settings.Mode.PRIVATE);
    assertThat(settings.outside().allowed()).isEmpty();
  }

  @Test
  void letsAFlagWinOverAVariableAndAVariableOverTheFile() throws IOException {
    write("listen = \"127.0.0.1:1\"\nsite-name = \"File\"\ncontact = \"file@example.org\"\n");

    Settings settings =
        SettingsReader.read(
            directory,
            Map.of(
                "TAGWIRE_LISTEN", "127.0.0.1:2", "TAGWIRE_SITE_NAME", "Variable", "PATH", "/bin"),
            Map.of("listen", "127.0.0.1:3"));

    assertThat(settings.web().listen().port()).isEqualTo(3);
    assertThat(settings.site().name()).isEqualTo("Variable");
    assertThat(settings.site().contact()).isEqualTo("file@example.org");
  }

  @Test
  void readsTablesListsNumbersAndTruths() throws IOException {
    write(
        """
        # a comment
        time-zone = 'Europe/Berlin'   # and another
        parallel-polls = 1_00
        understand = false
        allow-networks = [
          "10.1.0.0/16:80-443",  # the intranet
          "[fd00::]/8",
        ]
        [host-names]
        "Wire.Example" = "10.1.0.7"
        plain = "10.1.0.8"
        """);

    Settings settings = SettingsReader.read(directory, Map.of(), Map.of());

    assertThat(settings.site().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(settings.reading().parallelPolls()).isEqualTo(100);
    assertThat(settings.reading().understand()).isFalse();
    assertThat(settings.outside().allowed()).hasSize(2);
    assertThat(settings.outside().hostNames())
        .containsEntry("wire.example", IpAddress.parse("10.1.0.7").orElseThrow())
        .containsKey("plain");
  }

  @Test
  void readsATableAndAListOutOfAFlag() {
    Settings settings =
        SettingsReader.of(
            Map.of(
                "host-names",
                "a.example=10.0.0.1, b.example=10.0.0.2",
                "allow-networks",
                "10.0.0.0/8"));

    assertThat(settings.outside().hostNames()).containsOnlyKeys("a.example", "b.example");
  }

  @Test
  void sendsRequestsThroughAProxyOnlyWhereTheSettingsSaySo() {
    Map<String, String> others =
        Map.of("HTTP_PROXY", "http://127.0.0.1:1", "https_proxy", "http://127.0.0.1:1");
    Map<String, String> allowed = Map.of("allow-networks", "10.1.0.9:3128");
    Map<String, String> ours = Map.of("TAGWIRE_HTTP_PROXY", "http://ada:secret@10.1.0.9:3128");

    assertThat(SettingsReader.read(directory, others, allowed).outside().findProxy()).isEmpty();
    Settings settings = SettingsReader.read(directory, ours, allowed);
    assertThat(settings.outside().findProxy())
        .map(HttpProxy::toString)
        .contains("http://***@10.1.0.9:3128");
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada:secret@proxy:3128",
        "http://ada:secret@proxy",
        "http://ada:secret@10.0.0.1:80"
      })
  void repeatsNoPasswordOfAProxyItRefuses(String proxy) {
    assertThatThrownBy(() -> SettingsReader.of(Map.of("http-proxy", proxy)))
        .isInstanceOf(TagwireException.class)
        .hasMessageStartingWith("http-proxy: http-proxy: ")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lisen = "127.0.0.1:1"        | settings.toml:1: unknown setting 'lisen'; did you mean 'listen'?
          colour = "red"               | settings.toml:1: unknown setting 'colour'
          listen = "8080"              | settings.toml:1: listen: '8080' is not address:port
          listen = 8080                | settings.toml:1: listen: '8080' is not address:port
          listen = ["127.0.0.1:1"]     | settings.toml:1: listen is one value, not a list
          trusted-proxies = "10.0.0.1" | settings.toml:1: trusted-proxies is a list, as in ["…"]
          poll-floor = "5m"            | settings.toml:1: poll-floor: 5m is too short; 15m is the least
          host-gap = "200ms"           | settings.toml:1: host-gap: 200ms is too short; 1s is the least
          keep-raw = "two weeks"       | settings.toml:1: keep-raw: 'two weeks' is not a time like 15m, 1h30m or 14d
          own-poll-ceiling = "2d"      | settings.toml:1: own-poll-ceiling: 2d is too long; 1d is the most
          time-zone = "Mars/Olympus"   | settings.toml:1: time-zone: 'Mars/Olympus' is not a zone like Europe/Berlin
          metrics-token = "short"      | settings.toml:1: metrics-token: what is written there is not text
          http-proxy = "proxy:3128"    | settings.toml:1: http-proxy: what is written there is not an address like http://10.1.0.9:3128
          http-proxy = "http://[::1]:9" | settings.toml:1: http-proxy: [::1] is not on the public web; if it is yours, add "[::1]:9" to allow-networks
          base-url = "ftp://a.example" | settings.toml:1: base-url: 'ftp://a.example' is not a web address
          site-name = News             | settings.toml:1: 'News' needs quotes, as in "News"
          site-name = "News            | settings.toml:1: a quote is not closed
          [[tables]]                   | settings.toml:1: '[[tables]]' is neither a setting
          mode = "public"              | mode = "public" needs base-url, site-name and contact
          """)
  void refusesWhatIsWrongWithItsPlace(String line, String message) throws IOException {
    write(line);

    assertThatThrownBy(() -> SettingsReader.read(directory, Map.of(), Map.of()))
        .isInstanceOfSatisfying(
            TagwireException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_SETTING))
        .hasMessageContaining(message);
  }

  @Test
  void refusesTheSameSettingTwice() throws IOException {
    write("listen = \"127.0.0.1:1\"\n\nlisten = \"127.0.0.1:2\"\n");

    assertThatThrownBy(() -> SettingsReader.read(directory, Map.of(), Map.of()))
        .hasMessageContaining("settings.toml:3")
        .hasMessageContaining("settings.toml:1");
  }

  @Test
  void refusesAVariableThatMeansNothing() {
    assertThatThrownBy(
            () -> SettingsReader.read(directory, Map.of("TAGWIRE_BASEURL", "x"), Map.of()))
        .hasMessage("unknown setting TAGWIRE_BASEURL; did you mean 'base-url'?");
  }

  @Test
  void doesNotTellTheTokenToALog() {
    Settings settings = SettingsReader.of(Map.of("metrics-token", "0123456789abcdef"));

    assertThat(settings.toString()).doesNotContain("0123456789abcdef");
  }

  @ParameterizedTest
  @CsvSource({"15m,PT15M", "1h30m,PT1H30M", "14d,PT336H", "250ms,PT0.25S", "0,PT0S", "90s,PT1M30S"})
  void readsDurations(String written, Duration meant) {
    assertThat(DurationText.parse(written)).contains(meant);
    assertThat(DurationText.parse(DurationText.of(meant))).contains(meant);
  }

  private void write(String text) throws IOException {
    Files.writeString(directory.resolve(SettingsReader.FILE), text);
  }
}
