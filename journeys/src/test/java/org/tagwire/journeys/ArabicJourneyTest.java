package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Staged.class)
class ArabicJourneyTest {
  private Reader reader;

  @BeforeEach
  void sit(Stage stage) {
    reader = stage.reader(Screen.DESK);
  }

  @AfterEach
  void leave() {
    reader.close();
  }

  @Test
  void theSamePageIsThereFromTheRightWithArabicWordsAndDigits() {
    Page page = reader.open("/en/hashtag/MaraEllington");
    reader.follow(page.locator(".editions a[hreflang=ar]"));
    assertThat(reader.here()).isEqualTo("/ar/hashtag/MaraEllington");
    assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ar");
    assertThat(reader.texts("h1")).containsExactly("أحدث الأخبار مع #MaraEllington");
    assertThat(reader.texts(".card time"))
        .hasSize(5)
        .noneMatch(time -> time.matches(".*[0-9].*"))
        .anyMatch(time -> time.matches("[٠-٩]{2}-[٠-٩]{2}-[٠-٩]{4}"));
    double brand = page.locator(".brand").boundingBox().x;
    assertThat(brand)
        .as("the name of the site stands at the right")
        .isGreaterThan(Screen.DESK.width() / 2.0);
  }

  @Test
  void theArabicEditionListsItsOwnLanguageFirst() {
    Page page = reader.open("/ar/news");
    assertThat(page.locator(".card .headline").first().getAttribute("lang")).isEqualTo("ar");
    reader.follow(page.locator(".card .headline a").first());
    assertThat(reader.here()).startsWith("/ar/article/");
    assertThat(reader.texts("h1").getFirst()).containsPattern("\\p{IsArabic}");
    reader.follow(page.locator(".reasons .tag").first());
    assertThat(reader.texts("h1").getFirst()).startsWith("أحدث الأخبار مع #");
  }

  @Test
  void theGermanEditionSpeaksGerman() {
    Page page = reader.open("/en/hashtag/MaraEllington");
    reader.follow(page.locator(".editions a[hreflang=de]"));
    assertThat(reader.here()).isEqualTo("/de/hashtag/MaraEllington");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
    assertThat(page.locator("html").getAttribute("dir")).isEqualTo("ltr");
    assertThat(reader.texts(".card .headline")).hasSize(5);
    reader.open("/de/");
    reader.follow(page.locator(".card .headline a").first());
    assertThat(reader.here()).startsWith("/de/article/");
    assertThat(reader.texts(".reasons > h2")).doesNotContain("Also mentions");
  }
}
