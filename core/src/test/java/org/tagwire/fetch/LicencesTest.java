package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tagwire.model.ShowLimits;
import org.tagwire.rights.LicenceTerms;
import org.tagwire.url.WebAddress;

class LicencesTest {

  @Test
  void asksForADocumentOnce() {
    byte[] document =
        ("<rsl xmlns='https://rslstandard.org/rsl'><content url='/'><license>"
                + "<prohibits type='usage'>ai-all</prohibits></license></content></rsl>")
            .getBytes(UTF_8);
    try (var server = ScriptedServer.always("200 OK", document);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      for (int i = 0; i < 3; i++) {
        LicenceTerms terms = fetcher.licences().terms(WebAddress.of(server.url("/licence.rsl")));
        assertThat(terms.limits(server.url("/a"), "/a").mined()).isFalse();
      }
      assertThat(server.requests()).singleElement().asString().startsWith("GET /licence.rsl ");
    }
  }

  @Test
  void takesADocumentThatCannotBeHadForNone() {
    try (var server = ScriptedServer.always("404 None", new byte[0]);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      LicenceTerms terms = fetcher.licences().terms(WebAddress.of(server.url("/licence.rsl")));
      assertThat(terms.limits(server.url("/a"), "/a")).isEqualTo(ShowLimits.NONE);
    }
  }

  @Test
  void leavesAnAddressThatIsNotPublicAlone() {
    try (var server = ScriptedServer.always("200 OK", new byte[0]);
        var fetcher =
            new Fetcher(new FetchWorld(server.port()).name("a.example", "10.0.0.1").settings())) {
      fetcher.licences().terms(WebAddress.of("http://a.example/licence.rsl"));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void readsTheUsagePreferencesOfASite() {
    byte[] file = "User-agent: *\nContent-Usage: /x train-ai=n\n".getBytes(UTF_8);
    try (var server = ScriptedServer.always("200 OK\nContent-Type: text/plain", file);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      Robots.Listing listing = fetcher.robots().listing(WebAddress.of(server.url("/")));
      assertThat(listing.usage().limits("/x/1").learned()).isFalse();
      assertThat(listing.usage().limits("/y").learned()).isTrue();
    }
  }
}
