package org.tagwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Image;

class PicturesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/logo.png",
        "/assets/gazette-logo.jpg",
        "/i/blank.jpg",
        "/img/placeholder.png",
        "/pixel.gif",
        "/favicon.ico",
        "/img/opengraph_default.png",
        "/img/facebook.png",
        "data:image/png;base64,AAAA",
        "javascript:alert(1)",
        "http://127.0.0.1/mill.jpg"
      })
  void refusesWhatStandsForNoArticle(String picture) {
    assertThat(read("<meta property=og:image content='" + picture + "'>", "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/2025/ferry-logo-painted.jpg", "/im-128022/social", "/photos/default/mill.jpg"})
  void doesNotTakeAPhotographForASign(String picture) {
    assertThat(read("<meta property=og:image content='" + picture + "'>", ""))
        .contains("https://gazette.example" + picture);
  }

  @Test
  void takesTheNextWhereTheFirstIsALogo() {
    String head =
        "<meta property=og:image content=/logo.png><script type='application/ld+json'>"
            + "{\"@type\":\"NewsArticle\",\"image\":[\"/logo.svg\",{\"url\":\"/mill.jpg\"}]}</script>";

    assertThat(read(head, "")).contains("https://gazette.example/mill.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /a-400.jpg 400w, /a-1600.jpg 1600w, /a-3200.jpg 3200w | /a-1600.jpg
          /a-2400.jpg 2400w, /a-3200.jpg 3200w                  | /a-2400.jpg
          /a.jpg, /a@2.jpg 2x                                   | /a@2.jpg
          /c/w_300,h_200/a.jpg 300w, /c/w_900,h_600/a.jpg 900w  | /c/w_900,h_600/a.jpg
          data:image/gif;base64,R0 1w, /a.jpg 640w              | /a.jpg
          """)
  void takesTheWidestThatIsNotTooWide(String set, String best) {
    assertThat(Pictures.best(set)).contains(best);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src='data:image/gif;base64,R0' data-src=/mill.jpg>",
        "<img src=/img/placeholder.png data-original=/mill.jpg>",
        "<img data-lazy-src=/mill.jpg>",
        "<img src='data:image/gif;base64,R0' class=lazy><noscript><img src=/mill.jpg></noscript>",
        "<picture><source srcset='/mill.jpg 800w, /small.jpg 200w'><img src=/tiny.jpg></picture>",
        "<img src=/icons/clock.png><img src=/mill.jpg width=640 height=400><img src=/wheel.jpg>",
        "<div class=related><img src=/other.jpg width=2000 height=1000></div><img src=/mill.jpg>",
        "<img src=/counter.jpg width=1 height=1><img src=/mill.jpg>"
      })
  void findsThePictureInTheText(String picture) {
    assertThat(read("", picture)).contains("https://gazette.example/mill.jpg");
  }

  @Test
  void keepsSizeAndWords() {
    String head =
        "<meta property=og:image content=/mill.jpg><meta property=og:image:width content=1200><meta"
            + " property=og:image:height content=630><meta property=og:image:alt content='The"
            + " wheel'>";

    assertThat(page(head, "").findImage())
        .contains(new Image("https://gazette.example/mill.jpg", "The wheel", 1200, 630));
  }

  @Test
  void cleansWhatThePublisherFilesItUnder() {
    String head =
        "<meta property=article:section content='Homepage,Harbour,Local'><meta name=keywords"
            + " content='Tides (spring, neap), #Mills, mills, cat_local, Topic: Flour,"
            + " front-page'>";

    assertThat(page(head, "").shelf().section()).isEqualTo("Harbour");
    assertThat(page(head, "").shelf().tags())
        .isEqualTo(List.of("Tides (spring, neap)", "Mills", "Flour"));
  }

  private static Optional<String> read(String head, String picture) {
    return page(head, picture).findImage().map(Image::url);
  }

  private static ExtractedPage page(String head, String picture) {
    String page =
        "<html><head><title>The mill turns</title>"
            + head
            + "</head><body><article><h1>The mill turns</h1><p>The tidal mill at Corran Quay ground"
            + " its first sack of flour in ninety years on Tuesday, watched by a crowd.</p>"
            + picture
            + "<p>Volunteers had spent eleven winters clearing silt from the pond, and another two"
            + " persuading the wheel to turn.</p></article></body></html>";
    return new ArticleExtractor()
        .extract(
            PageInput.of(
                page.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "https://gazette.example/mill"));
  }
}
