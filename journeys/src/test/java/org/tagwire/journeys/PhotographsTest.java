package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kind of page at a wide and a narrow window, by day and by night: kept to be looked at, in
 * target/screenshots.
 */
@ExtendWith(Staged.class)
class PhotographsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "hashtag, /en/hashtag/MaraEllington",
    "hashtag-ar, /ar/hashtag/MaraEllington",
    "front, /en/",
    "front-ar, /ar/",
    "hashtags, /en/hashtags",
    "search, /en/search?q=tunnel",
    "stories, /en/hashtag/HarbourTunnel?view=stories",
    "trends, /en/trends",
    "sources, /en/sources",
    "watch, /en/watch",
    "following, /en/following",
    "about, /en/about",
    "about-ar, /ar/about",
    "front-de, /de/",
    "notice, /en/notice",
    "office, /en/office",
    "add, /en/office/sources/add",
    "correct, /en/office/tags/MaraEllington",
  })
  void aPageFitsEveryWindow(String name, String path, Stage stage) {
    photograph(stage, Screen.DESK, name + "-1280", path);
    photograph(stage, Screen.PHONE, name + "-360", path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/hashtag/MaraEllington"})
  void aPageFitsTheNight(String path, Stage stage) {
    photograph(stage, Screen.DESK.inTheDark(), "hashtag-1280-dark", path);
    photograph(stage, Screen.PHONE.inTheDark(), "hashtag-360-dark", path);
  }

  @Test
  void anArticleFitsEveryWindow(Stage stage) {
    for (Screen screen : new Screen[] {Screen.DESK, Screen.PHONE}) {
      try (Reader reader = stage.reader(screen)) {
        Page page = reader.open("/en/hashtag/MaraEllington");
        reader.follow(page.locator(".card .headline a").first());
        page.getByText("Why this tag?").first().click();
        reader.photograph("article-" + screen.width(), true);
        assertThat(reader.overhang()).isZero();
      }
    }
  }

  @Test
  void aMissingPageFitsTheWindow(Stage stage) {
    try (Reader reader = stage.reader(Screen.DESK)) {
      reader.openMissing("/en/hashtag/MaraElington");
      reader.photograph("missing-1280", false);
      assertThat(reader.overhang()).isZero();
    }
  }

  private static void photograph(Stage stage, Screen screen, String name, String path) {
    try (Reader reader = stage.reader(screen)) {
      reader.open(path);
      reader.photograph(name, screen.width() < 500);
      assertThat(reader.overhang()).as("pixels outside the window").isZero();
    }
  }
}
