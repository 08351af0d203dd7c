package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An instance from its first minute on: empty, then with a source, then with news of today. */
@ExtendWith(Staged.class)
class NewInstanceJourneyTest {
  private static final String HERALD = "northquay-herald.example";

  @Test
  void anEmptyInstanceLeadsToItsFirstNewsAndSaysWhenThereIsMore(Stage stage) {
    try (Branch branch = Branch.atHome()) {
      try (Reader owner = stage.reader(Screen.PHONE, branch.program())) {
        thePreviewShowsWhatAFeedWouldBring(owner, branch);
        owner.awaitAt("/en/news", ".card");
        owner.awaitAt("/en/", ".story .card");
        assertThat(owner.overhang()).isZero();
      }
      try (Reader reader = stage.reader(Screen.DESK.withScripts(), branch.program())) {
        anArticleIsAnnouncedWithoutMovingWhatIsRead(reader, branch);
      }
    }
  }

  private static void thePreviewShowsWhatAFeedWouldBring(Reader owner, Branch branch) {
    Page page = owner.open("/en/");
    assertThat(owner.here()).isEqualTo("/en/start");
    assertThat(owner.texts("h1")).containsExactly("Welcome");
    assertThat(owner.overhang()).isZero();
    page.locator("input[name=address]").fill(branch.feed(HERALD));
    owner.press("Look");
    assertThat(owner.texts("h1")).containsExactly("The Northquay Herald");
    assertThat(owner.texts(".facts-list dd")).contains("English");
    assertThat(owner.texts("tbody tr")).isNotEmpty();
    assertThat(owner.overhang()).isZero();
    assertThat(branch.program().text("/en/sources")).doesNotContain(HERALD);
    owner.press("Add this source");
    assertThat(owner.here()).startsWith("/en/source/");
  }

  private static void anArticleIsAnnouncedWithoutMovingWhatIsRead(Reader reader, Branch branch) {
    Page page = reader.open("/en/news");
    reader.await(branch::isQuiet);
    reader.open("/en/news");
    Locator headlines = page.locator(".card .headline");
    String newest = headlines.first().innerText();
    page.evaluate("scrollTo(0, 700)");
    double before = headlines.nth(3).boundingBox().y;

    branch.publish();
    page.locator(".live-show").waitFor();
    assertThat(page.locator(".live-show").innerText()).isEqualTo("1 new article");
    assertThat(headlines.nth(3).boundingBox().y).isEqualTo(before);
    assertThat(headlines.first().innerText()).isEqualTo(newest);

    page.locator(".live-show").click();
    page.waitForLoadState(LoadState.LOAD);
    headlines.getByText("Oil slick four kilometres long").waitFor();
    assertThat(headlines.first().innerText()).startsWith("Oil slick four kilometres long");
    assertThat(headlines.nth(1).innerText()).isEqualTo(newest);
    assertThat(page.evaluate("() => scrollY")).as("the new one is in sight").isEqualTo(0);
    assertThat(page.evaluate("() => history.scrollRestoration"))
        .as("coming back leads to where one was")
        .isEqualTo("auto");
  }
}
