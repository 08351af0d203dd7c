package org.tagwire.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Trail;
import org.tagwire.fetch.ResponseHeaders;
import org.tagwire.fetch.Validators;
import org.tagwire.url.WebAddress;

/** What a feed offers, and where hubs can reach us. */
final class OfferTest {
  private static final String SELF = "https://lantern.example/feed";

  static Fetched fetched(String... links) {
    return new Fetched(
        new byte[0],
        WebAddress.of(SELF),
        new ResponseHeaders(links.length == 0 ? Map.of() : Map.of("link", List.of(links))),
        Validators.NONE,
        Trail.DIRECT);
  }

  private static Optional<Offer> offer(List<String> hubs, @Nullable String self) {
    return Offer.of(fetched(), hubs, self);
  }

  @Test
  void isReadFromTheDocument() {
    assertThat(offer(List.of("https://hub.example/"), SELF))
        .contains(new Offer(SELF, List.of("https://hub.example/")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<https://hub.example/>; rel=hub, <https://lantern.example/topic>; rel=self",
        "<https://hub.example/>;REL=\"Hub\",</topic>;title=\"a, b; rel=x\";rel=\"self canonical\"",
        "<https://other.example/>; rel=next, <https://hub.example>;rel='x';a;rel=b,"
            + "</x>,;,<https://hub.example/> ; rel = \"hub\" , <topic> ; rel=self"
      })
  void isReadFromTheHeadersFirst(String header) {
    assertThat(Offer.of(fetched(header), List.of("https://old.example/"), SELF))
        .contains(new Offer("https://lantern.example/topic", List.of("https://hub.example/")));
  }

  @Test
  void isReadFromSeveralHeaders() {
    assertThat(
            Offer.of(
                fetched("<https://hub.example/>; rel=hub", "<https://b.example/>; rel=hub"),
                List.of(),
                SELF))
        .contains(new Offer(SELF, List.of("https://hub.example/", "https://b.example/")));
  }

  @Test
  void putsHubsFirstThatKeepASecretAndNamesFourAtMost() {
    List<String> named =
        List.of(
            "http://a.example/",
            "https://b.example/",
            "http://a.example/",
            "http://c.example/",
            "https://d.example/",
            "http://e.example/");
    assertThat(offer(named, SELF).orElseThrow().hubs())
        .containsExactly(
            "https://b.example/", "https://d.example/", "http://a.example/", "http://c.example/");
  }

  @Test
  void goesFromOneHubToTheNextAndRound() {
    Offer offer = new Offer(SELF, List.of("https://a.example/", "https://b.example/"));
    assertThat(offer.hubAfter("https://a.example/")).isEqualTo("https://b.example/");
    assertThat(offer.hubAfter("https://b.example/")).isEqualTo("https://a.example/");
    assertThat(offer.hubAfter("https://gone.example/")).isEqualTo("https://a.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gopher://h.example/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//",
        "",
        "https://",
        "https://user:pw@hub.example/"
      })
  void isNoneWhereTheHubIsNoWebAddress(String hub) {
    assertThat(offer(List.of(hub), SELF)).isEmpty();
    assertThat(Offer.of(fetched("<" + hub + ">; rel=hub"), List.of(hub), "nonsense")).isEmpty();
  }

  @Test
  void isNoneWhereTheFeedDoesNotNameItselfOrGivesAccess() {
    List<String> hubs = List.of("https://hub.example/");
    assertThat(offer(hubs, null)).isEmpty();
    assertThat(offer(hubs, "urn:x")).isEmpty();
    assertThat(offer(hubs, SELF + "?token=abc")).isEmpty();
    assertThat(offer(hubs, SELF + "?" + "x".repeat(3_000))).isEmpty();
    assertThat(offer(List.of("https://hub.example/" + "x".repeat(3_000)), SELF)).isEmpty();
    assertThat(offer(List.of(), SELF)).isEmpty();
  }

  @Test
  void readsAHeaderThatMeansHarmInOneGo() {
    for (String part : List.of("\"", "<", ";", ",", "<>;rel=\"hub\",", "<a>;rel=\"", "\\\"")) {
      assertThat(Offer.of(fetched(part.repeat(60_000 / part.length())), List.of(), SELF))
          .satisfiesAnyOf(
              none -> assertThat(none).isEmpty(),
              some -> assertThat(some.orElseThrow().hubs()).hasSize(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://news.example.org", "https://News.Example.org/"})
  void hubsReachAPublicName(String base) {
    assertThat(
            Callback.of(URI.create(base))
                .orElseThrow()
                .address("x")
                .toLowerCase(java.util.Locale.ROOT))
        .isEqualTo("https://news.example.org/websub/x");
    assertThat(Callback.of(URI.create("https://e.example:8443/wire/")).orElseThrow().address("x"))
        .isEqualTo("https://e.example:8443/wire/websub/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://news.example.org",
        "https://localhost",
        "https://news",
        "https://news.local/",
        "https://box.lan",
        "https://127.0.0.1",
        "https://203.0.113.7/",
        "https://[2001:db8::1]/"
      })
  void hubsReachNothingElse(String base) {
    assertThat(Callback.of(URI.create(base))).isEmpty();
  }
}
