package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Staged.class)
class NewsJourneyTest {
  private static final int PAGE = 30;
  private static final Pattern NUMBER = Pattern.compile("\\d+");

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
  void aSearchFindsTheArticleThatHasTheWord() {
    Page page = reader.open("/en/");
    assertThat(reader.texts(".card .headline")).isNotEmpty();
    page.getByRole(AriaRole.SEARCHBOX).fill("oilskin");
    page.locator(".search button").click();
    page.waitForURL("**/en/search?q=oilskin");
    assertThat(reader.texts("h1")).containsExactly("News with “oilskin”");
    assertThat(reader.texts(".card .headline")).isNotEmpty();
    assertThat(page.locator(".search input").inputValue()).isEqualTo("oilskin");
    reader.follow(page.locator(".card .headline a").first());
    assertThat(page.locator(".body").innerText()).contains("oilskin");
  }

  @Test
  void aSearchForWhatNobodyWroteSaysSo() {
    reader.open("/en/search?q=zzyzzyx");
    assertThat(reader.texts(".empty"))
        .singleElement()
        .asString()
        .startsWith("No article has all of this.");
  }

  @Test
  void pagesNeitherLoseNorDoubleACard() {
    Page page = reader.open("/en/news");
    int articles = number(reader.texts(".facts").getFirst());
    List<List<String>> forward = new ArrayList<>(List.of(articles(page)));
    int told = told(page);
    for (Locator next = page.locator(".pager .next");
        next.count() > 0;
        next = page.locator(".pager .next")) {
      reader.follow(next);
      forward.add(articles(page));
      told += told(page);
    }
    assertThat(forward).hasSizeGreaterThan(3);
    assertThat(forward.subList(0, forward.size() - 1))
        .allSatisfy(cards -> assertThat(cards).hasSize(PAGE));
    assertThat(forward.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    int meanwhile = number(reader.texts(".facts").getFirst());
    assertThat(told)
        .as("articles on all cards, folded copies counted; the demo's news goes on")
        .isBetween(Math.min(articles, meanwhile), Math.max(articles, meanwhile));
    for (int i = forward.size() - 2; i > 0; i--) {
      page.goBack();
      assertThat(articles(page)).isEqualTo(forward.get(i));
    }
    reader.follow(page.locator(".pager a").first());
    assertThat(reader.here()).isEqualTo("/en/news");
    assertThat(articles(page)).containsAnyElementsOf(forward.getFirst());
  }

  /** Returns the addresses of the articles on the cards. */
  private static List<String> articles(Page page) {
    return page.locator(".card .headline a").all().stream()
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  /**
   * Returns how many articles the cards stand for; a card says when its text stands in several
   * outlets.
   */
  private static int told(Page page) {
    int folded =
        page.locator(".card .outlets").allInnerTexts().stream()
            .mapToInt(text -> number(text) - 1)
            .sum();
    return page.locator(".card").count() + folded;
  }

  private static int number(String text) {
    Matcher number = NUMBER.matcher(text);
    assertThat(number.find()).as(text).isTrue();
    return Integer.parseInt(number.group());
  }
}
