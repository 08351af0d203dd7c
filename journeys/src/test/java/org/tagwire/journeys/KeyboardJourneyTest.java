package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A reader without a mouse. */
@ExtendWith(Staged.class)
class KeyboardJourneyTest {
  private static final String FOCUSED = "() => document.activeElement.textContent.trim()";

  private Reader reader;
  private Page page;

  @BeforeEach
  void sit(Stage stage) {
    reader = stage.reader(Screen.DESK.withScripts());
    page = reader.open("/en/hashtag/MaraEllington");
  }

  @AfterEach
  void leave() {
    reader.close();
  }

  @Test
  void theFirstTabOffersToSkipToTheNews() {
    page.keyboard().press("Tab");
    assertThat(page.evaluate(FOCUSED)).isEqualTo("Skip to the news");
    assertThat(page.locator(".skip").boundingBox().y).isGreaterThanOrEqualTo(0);
    page.keyboard().press("Enter");
    assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("news");
    page.keyboard().press("Tab");
    assertThat(page.evaluate("() => document.activeElement.closest('main') !== null"))
        .isEqualTo(true);
  }

  @Test
  void everyStopOfTheTabKeyIsSeen() {
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      Object seen =
          page.evaluate(
              """
              () => {
                const at = document.activeElement;
                const style = getComputedStyle(at);
                const box = at.getBoundingClientRect();
                return at === document.body || (style.outlineStyle !== 'none'
                    && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0)
                    ? '' : at.outerHTML.slice(0, 200);
              }
              """);
      assertThat(seen).as("what has the focus and does not show it").isEqualTo("");
    }
  }

  @Test
  void cardsAreSteppedThroughAndOpened() {
    Locator headlines = page.locator(".card .headline a");
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(page.evaluate(FOCUSED)).isEqualTo(headlines.nth(1).innerText());
    page.keyboard().press("k");
    String first = headlines.first().innerText();
    assertThat(page.evaluate(FOCUSED)).isEqualTo(first);
    page.keyboard().press("o");
    page.waitForURL("**/en/article/*");
    assertThat(reader.texts("h1")).containsExactly(first);
  }

  @Test
  void whoHasReadToTheEndStepsBackToTheLastCard() {
    page.setViewportSize(1280, 100);
    page.evaluate("() => scrollTo({ top: 1e6, behavior: 'instant' })");
    page.keyboard().press("k");
    assertThat(page.evaluate(FOCUSED))
        .isEqualTo(page.locator(".card .headline a").last().innerText());
  }

  @Test
  void theKeysAreShownAndCanBeSwitchedOff() {
    page.keyboard().press("?");
    Locator dialog = page.locator("#keys");
    assertThat(dialog.isVisible()).isTrue();
    dialog.locator("#keys-on").uncheck();
    page.keyboard().press("Escape");
    assertThat(dialog.isVisible()).isFalse();
    page.keyboard().press("j");
    assertThat(page.evaluate("() => document.activeElement.closest('.card')")).isNull();
    page.reload();
    page.keyboard().press("?");
    assertThat(page.locator("#keys").isVisible()).isFalse();
  }

  @Test
  void theOtherColoursAreKeptOverAReload() {
    String paper = "() => getComputedStyle(document.documentElement).backgroundColor";
    Object light = page.evaluate(paper);
    page.locator("#theme").press("Enter");
    Object dark = page.evaluate(paper);
    assertThat(dark).isNotEqualTo(light);
    assertThat(page.locator("#theme").getAttribute("aria-pressed")).isEqualTo("true");
    page.reload();
    assertThat(page.evaluate(paper)).isEqualTo(dark);
    reader.open("/ar/");
    assertThat(page.evaluate(paper)).isEqualTo(dark);
    page.keyboard().press("t");
    assertThat(page.evaluate(paper)).isEqualTo(light);
  }
}
