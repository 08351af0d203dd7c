package org.tagwire.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.Audience;
import org.tagwire.server.web.Admission.Admitted;
import org.tagwire.server.web.Admission.ForeignWrite;
import org.tagwire.server.web.Admission.PasswordNeeded;
import org.tagwire.server.web.Admission.UnknownHost;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;

class AdmissionTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");
  private static final String PASSWORD = "nine lives 九";
  private static final OwnerPassword OWNER =
      OwnerPassword.of(OwnerPassword.hash(PASSWORD, new SecureRandom()).orElseThrow());

  private static Admission admission(Mode mode, boolean loopback, @Nullable String base) {
    URI url = base == null ? null : URI.create(base);
    return new Admission(
        new SiteOptions(
            mode,
            url,
            loopback,
            "Sample",
            "desk@example.org",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ENGLISH,
            Map.of()),
        Keys.of(OWNER));
  }

  @ParameterizedTest
  @CsvSource({
    // mode, loopback, base URL, Host, proxied → verdict
    "PRIVATE, true, , localhost:8080, false, OWNER",
    "PRIVATE, true, , LOCALHOST, false, OWNER",
    "PRIVATE, true, , 127.0.0.1:8080, false, OWNER",
    "PRIVATE, true, , [::1]:8080, false, OWNER",
    "PRIVATE, true, , localhost, true, PASSWORD",
    "PRIVATE, true, , evil.example, false, UNKNOWN",
    "PRIVATE, true, , localhost.evil.example, false, UNKNOWN",
    "PRIVATE, true, , 192.168.1.7:8080, false, UNKNOWN",
    "PRIVATE, true, , '', false, UNKNOWN",
    "PRIVATE, false, , localhost, false, PASSWORD",
    "PRIVATE, false, , 192.168.1.7:8080, false, PASSWORD",
    "PRIVATE, false, , '[fd00::7]:8080', false, PASSWORD",
    "PRIVATE, false, , news.local, false, UNKNOWN",
    "PRIVATE, true, https://news.example.org, localhost, false, PASSWORD",
    "PRIVATE, true, https://news.example.org, News.Example.org, true, PASSWORD",
    "PRIVATE, true, https://news.example.org, other.example.org, true, UNKNOWN",
    "PUBLIC, true, https://news.example.org/wire, news.example.org, true, PUBLIC",
    "PUBLIC, false, https://news.example.org, news.example.org:443, false, PUBLIC",
    "PUBLIC, false, https://news.example.org, 10.0.0.1, false, UNKNOWN",
  })
  void decidesWhoComesInWithoutAPassword(
      Mode mode,
      boolean loopback,
      @Nullable String base,
      String host,
      boolean proxied,
      String expected) {
    Knock knock = proxied ? Knock.get(host).throughProxy() : Knock.get(host);
    assertThat(name(admission(mode, loopback, base).judge(knock, NOW))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE, https://news.example.org, true",
    "PUBLIC, https://news.example.org, true",
  })
  void thePasswordMakesTheOwner(Mode mode, String base, boolean loopback) {
    Admission admission = admission(mode, loopback, base);
    Knock knock = Knock.get("news.example.org").throughProxy();
    assertThat(name(admission.judge(knock.with(basic("anybody:" + PASSWORD)), NOW)))
        .isEqualTo("OWNER");
    assertThat(name(admission.judge(knock.with(basic(":" + PASSWORD)), NOW))).isEqualTo("OWNER");
    assertThat(name(admission.judge(knock.with(basic("anybody:" + PASSWORD + "x")), NOW)))
        .isNotEqualTo("OWNER");
    assertThat(name(admission.judge(knock.with("Basic !!!"), NOW))).isNotEqualTo("OWNER");
    assertThat(name(admission.judge(knock.with("Bearer " + PASSWORD), NOW))).isNotEqualTo("OWNER");
  }

  @Test
  void withoutAPasswordNothingOpens() {
    Admission admission =
        new Admission(
            new SiteOptions(
                Mode.PRIVATE,
                null,
                false,
                "",
                "",
                ZoneOffset.UTC,
                Digits.AUTO,
                Edition.ENGLISH,
                Map.of()),
            Keys.of(OwnerPassword.unset()));
    assertThat(name(admission.judge(Knock.get("10.0.0.1").with(basic(":")), NOW)))
        .isEqualTo("PASSWORD");
  }

  @ParameterizedTest
  @CsvSource({
    // Origin, Sec-Fetch-Site → verdict
    ", , OWNER",
    "http://localhost:8080, same-origin, OWNER",
    "http://localhost:8080, , OWNER",
    ", none, OWNER",
    "http://evil.example, cross-site, FOREIGN",
    "http://evil.example, , FOREIGN",
    ", cross-site, FOREIGN",
    ", same-site, FOREIGN",
    "null, , FOREIGN",
    "http://localhost:9090, , FOREIGN",
  })
  void whatChangesSomethingMustComeFromItsOwnPages(
      @Nullable String origin, @Nullable String fetchSite, String expected) {
    Knock knock = new Knock("POST", "localhost:8080", false, origin, fetchSite, null, null);
    assertThat(name(admission(Mode.PRIVATE, true, null).judge(knock, NOW))).isEqualTo(expected);
  }

  @Test
  void passwordsOfTheWrongLengthAreNotKept() {
    SecureRandom random = new SecureRandom();
    assertThat(OwnerPassword.hash("", random)).isEmpty();
    assertThat(OwnerPassword.hash("seven77", random)).isEmpty();
    assertThat(OwnerPassword.hash("p".repeat(1025), random)).isEmpty();
    assertThat(OwnerPassword.hash("p".repeat(1024), random)).isPresent();
  }

  @Test
  void everyCharacterOfAPasswordCounts() {
    String long72 = "a".repeat(72);
    OwnerPassword password =
        OwnerPassword.of(OwnerPassword.hash(long72 + "b", new SecureRandom()).orElseThrow());
    assertThat(password.opens(basic(":" + long72 + "b"))).isTrue();
    assertThat(password.opens(basic(":" + long72 + "c"))).isFalse();
    assertThat(password.opens(basic(":" + long72))).isFalse();
  }

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String name(Admission.Verdict verdict) {
    return switch (verdict) {
      case Admitted admitted -> admitted.audience() == Audience.OWNER ? "OWNER" : "PUBLIC";
      case PasswordNeeded needed -> "PASSWORD";
      case UnknownHost unknown -> "UNKNOWN";
      case ForeignWrite foreign -> "FOREIGN";
    };
  }

  @ParameterizedTest
  @CsvSource({
    "wire.example, true",
    "WIRE.example:443, true",
    "localhost:8080, true",
    "evil.example, false",
    "wire.example.evil.example, false",
    "203.0.113.7, false",
    "'', false"
  })
  void aHubIsLetInWithoutAPasswordWhereItMeansThisSite(String host, boolean meant) {
    Admission admission = admission(Mode.PRIVATE, true, "https://wire.example/news");
    assertThat(admission.isMeant(Knock.get(host).throughProxy())).isEqualTo(meant);
    assertThat(admission.isMeant(new Knock("POST", null, true, null, null, null, null))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    // mode, loopback, base URL, Host, proxied, cookie → verdict
    "PRIVATE, true, , localhost, true, true, OWNER",
    "PRIVATE, true, , localhost, true, false, PASSWORD",
    "PRIVATE, true, , evil.example, false, true, UNKNOWN",
    "PRIVATE, false, , 192.168.1.7:8080, false, true, OWNER",
    "PRIVATE, false, , 192.168.1.7:8080, false, false, PASSWORD",
    "PRIVATE, true, https://news.example.org, news.example.org, true, true, OWNER",
    "PRIVATE, true, https://news.example.org, other.example.org, true, true, UNKNOWN",
    "PUBLIC, false, https://news.example.org, news.example.org, true, true, OWNER",
    "PUBLIC, false, https://news.example.org, news.example.org, true, false, PUBLIC",
    "PUBLIC, false, https://news.example.org, 10.0.0.1, false, true, UNKNOWN",
  })
  void aSessionMakesTheOwnerAtThisSiteOnly(
      Mode mode,
      boolean loopback,
      @Nullable String base,
      String host,
      boolean proxied,
      boolean signedIn,
      String expected) {
    Keys keys = Keys.of(OWNER);
    URI url = base == null ? null : URI.create(base);
    Admission admission =
        new Admission(
            new SiteOptions(
                mode,
                url,
                loopback,
                "Sample",
                "desk@example.org",
                ZoneOffset.UTC,
                Digits.AUTO,
                Edition.ENGLISH,
                Map.of()),
            keys);
    String cookie = keys.sessions().open(NOW);
    Knock plain = proxied ? Knock.get(host).throughProxy() : Knock.get(host);
    Knock knock = plain.in(signedIn ? cookie : "B".repeat(43));
    assertThat(name(admission.judge(knock, NOW))).isEqualTo(expected);
    assertThat(name(admission.judge(knock, NOW.plus(Sessions.IDLE).plusSeconds(1))))
        .isEqualTo(name(admission.judge(plain, NOW)));
  }
}
