package org.tagwire.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.ShowLimits;

class LicenceTermsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<prohibits type='usage'>ai-train</prohibits>                          | true  | true  | false",
        "<prohibits type='usage'>ai-all</prohibits>                            | true  | false | false",
        "<prohibits type='usage'>ai-index ai-train</prohibits>                 | true  | false | false",
        "<prohibits type='usage'>search</prohibits>                            | false | true  | true",
        "<prohibits type='usage'>all</prohibits>                               | false | false | false",
        "<permits type='usage'>search</permits>                                | true  | false | false",
        "<permits type='usage'>all</permits>                                   | true  | true  | true",
        "<permits type='usage'>all</permits><prohibits type='usage'>ai-train</prohibits> | true | true | false",
        "<permits type='usage'>all</permits><payment type='subscription'/>     | false | false | false",
        "<permits type='usage'>all</permits><payment type='free'/>             | true  | true  | true",
        "<permits type='usage'>all</permits><permits type='geo'>XX</permits>   | false | false | false",
        "<prohibits type='usage'>teleportation</prohibits>                     | true  | true  | true",
        "<payment type='attribution'/>                                         | true  | true  | true",
      })
  void switchesOffWhatALicenceProhibits(
      String terms, boolean quoted, boolean mined, boolean learned) {
    ShowLimits limits = limits(licence("/", "<license>" + terms + "</license>"), "/news/1");

    assertThat(limits.maxSnippet() > 0).isEqualTo(quoted);
    assertThat(limits.mined()).isEqualTo(mined);
    assertThat(limits.learned()).isEqualTo(learned);
    assertThat(limits.listed()).as("headline and link remain").isTrue();
  }

  @Test
  void takesTheMostThatOneOfSeveralFreeLicencesPermits() {
    String choice =
        "<license><permits type='usage'>search</permits></license>"
            + "<license><permits type='usage'>ai-index ai-input</permits></license>"
            + "<license><permits type='usage'>all</permits><payment type='crawl'/></license>";

    assertThat(limits(licence("/", choice), "/a")).isEqualTo(ShowLimits.NONE.unlearned());
  }

  @Test
  void speaksOnlyOfTheAddressesItNames() {
    String no = "<license><prohibits type='usage'>ai-all</prohibits></license>";
    String terms =
        "<rsl xmlns='https://rslstandard.org/rsl'><content url='/paid/*.html$'>"
            + no
            + "</content><content url='https://lantern.example/club'>"
            + no
            + "</content></rsl>";

    assertThat(limits(terms, "/paid/a.html").mined()).isFalse();
    assertThat(limits(terms, "/paid/a.html?x").mined()).isTrue();
    assertThat(limits(terms, "/club/1").mined()).isFalse();
    assertThat(limits(terms, "/news/1")).isEqualTo(ShowLimits.NONE);
  }

  @Test
  void holdsNoLicenceThatHasToBeAskedFor() {
    String terms =
        "<rsl xmlns='https://rslstandard.org/rsl'><content url='/' server='https://rsl.example'>"
            + "<license><permits type='usage'>all</permits></license></content></rsl>";

    assertThat(limits(terms, "/a").mined()).isFalse();
    assertThat(limits(terms, "/a").listed()).isTrue();
  }

  @Test
  void readsTermsInsideAFeed() {
    byte[] feed =
        ("<rss version='2.0' xmlns:rsl='https://rslstandard.org/rsl'><channel><item><title>a</title>"
                + "<rsl:content url='/a'><rsl:license><rsl:prohibits type='usage'>ai-all"
                + "</rsl:prohibits></rsl:license></rsl:content></item></channel></rss>")
            .getBytes(UTF_8);

    assertThat(LicenceTerms.isIn(feed)).isTrue();
    assertThat(LicenceTerms.isIn("<rss/>".getBytes(UTF_8))).isFalse();
    assertThat(LicenceTerms.parse(feed).limits("https://a.example/a", "/a").mined()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<rsl>",
        "<html><p>a page",
        "<content url='/'/>",
        "<rsl><content url='/'><license/></content></rsl>",
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rsl>&x;</rsl>"
      })
  void takesWhatSaysNothingForNothing(String document) {
    assertThat(limits(document, "/")).isEqualTo(ShowLimits.NONE);
  }

  @Test
  void readsNoMoreThanItsBounds() {
    String many = "<content url='/a'><license/></content>".repeat(20_000);
    String late =
        "<content url='/b'><license><prohibits type='usage'>all</prohibits></license></content>";

    assertThat(limits("<rsl>" + many + late + "</rsl>", "/b")).isEqualTo(ShowLimits.NONE);
    assertThat(limits("<a>".repeat(100_000), "/b")).isEqualTo(ShowLimits.NONE);
  }

  private static String licence(String url, String inside) {
    return "<?xml version='1.0'?><rsl xmlns='https://rslstandard.org/rsl'><content url='"
        + url
        + "'>"
        + inside
        + "</content></rsl>";
  }

  private static ShowLimits limits(String document, String path) {
    return LicenceTerms.parse(document.getBytes(UTF_8))
        .limits("https://lantern.example" + path, path);
  }
}
