package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the owner follows, mutes, watches and corrects; each journey leaves the demo as it was. */
@ExtendWith(Staged.class)
class OwnerJourneyTest {
  private Reader owner;
  private Stage stage;

  @BeforeEach
  void sit(Stage stage) {
    this.stage = stage;
    owner = stage.reader(Screen.DESK);
  }

  @AfterEach
  void leave() {
    owner.close();
  }

  @Test
  void aMergeIsTriedFirstThenDoneAndTakenBack() {
    Page page = owner.open("/en/office/tags/BollardStreetDepot");
    page.locator("input[name=into]").fill("BollardStreet");
    owner.press("See what it would change");
    assertThat(owner.texts("h1")).containsExactly("Merge into another");
    assertThat(owner.texts(".lead")).singleElement().asString().containsPattern("\\d+ article");
    assertThat(stage.demo().fetch("/en/hashtag/BollardStreetDepot").statusCode())
        .as("nothing is done before the owner says so")
        .isEqualTo(200);
    owner.press("Do it");
    assertThat(owner.here()).startsWith("/en/office/rules");
    owner.await(() -> leads().endsWith("/BollardStreet"));
    owner.open("/en/office/rules");
    owner.pressAt(page.locator("tbody tr button").first());
    owner.await(() -> leads().isEmpty());
  }

  /** Returns where the old page leads on; empty where it is there itself. */
  private String leads() {
    HttpResponse<byte[]> page = stage.demo().fetch("/en/hashtag/BollardStreetDepot");
    return page.headers().firstValue("Location").orElse(page.statusCode() == 200 ? "" : "nowhere");
  }

  @Test
  void aFollowedTagStandsInItsFolderAndOnAPageOfItsOwn() {
    Page page = owner.open("/en/hashtag/HarbourTunnel");
    List<String> headlines = owner.texts(".card .headline");
    owner.press("Follow");
    assertThat(owner.here()).isEqualTo("/en/hashtag/HarbourTunnel");
    page.getByText("Stop following").first().waitFor();

    owner.open("/en/following");
    page.locator("input[name=tag]:not([type=hidden])").fill("harbour tunnel");
    page.locator("input[name=folder]").fill("Building sites");
    owner.press("Follow");
    assertThat(owner.texts("main h3")).contains("Building sites");
    owner.follow(page.locator("main h3 a", withText("Building sites")));
    assertThat(owner.texts(".card .headline")).isEqualTo(headlines);

    owner.open("/en/following");
    owner.pressAt(
        page.locator("main section section", withText("Building sites")).locator("button").first());
    assertThat(owner.texts("main h3")).doesNotContain("Building sites");
  }

  @Test
  void whatIsMutedIsGoneFromListsUntilItIsShownAgain() {
    Page page = owner.open("/en/hashtag/HarbourTunnel");
    List<String> all = owner.texts(".card .headline");
    String word = "Herald";
    mute(page, "publisher", "northquay-herald.example");
    owner.open("/en/hashtag/HarbourTunnel");
    assertThat(owner.texts(".card .carrier")).isNotEmpty().noneMatch(name -> name.contains(word));
    assertThat(owner.texts(".card .headline")).hasSizeLessThan(all.size());

    owner.open("/en/following");
    owner.press("Show again: northquay-herald.example");
    owner.open("/en/hashtag/HarbourTunnel");
    assertThat(owner.texts(".card .headline")).isEqualTo(all);
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private void mute(Page page, String kind, String value) {
    owner.open("/en/following");
    page.locator("select[name=kind]").selectOption(kind);
    page.locator("input[name=value]:not([type=hidden])").fill(value);
    owner.press("Mute");
  }

  @Test
  void aWatchedNameFindsWhatWasThereBefore() {
    Page page = owner.open("/en/office/watch");
    page.locator("textarea[name=names]").fill("Mara Ellington");
    owner.press("Watch");
    assertThat(owner.texts("[role=status]")).singleElement().asString().startsWith("Saved.");
    owner.await(() -> owner.open("/en/watch").locator("td.last a[href*=article]").count() > 0);
    assertThat(owner.texts("main th .name")).containsExactly("Mara Ellington");
    owner.open("/en/office/watch");
    owner.pressAt(page.locator("tbody tr button").first());
    assertThat(owner.texts("tbody tr")).noneMatch(line -> line.contains("Mara Ellington"));
  }

  @Test
  void filtersLiveInTheAddressAndTheBackButtonTakesThemOff() {
    Page page = owner.open("/en/hashtag/MaraEllington");
    List<String> all = owner.texts(".card .headline");
    page.locator(".filters summary").press("Enter");
    owner.follow(page.locator(".filters a", withText("Daily Trumpet")));
    assertThat(owner.here()).endsWith("?publisher=daily-trumpet.example");
    assertThat(owner.texts(".card .carrier")).isNotEmpty().containsOnly("Daily Trumpet");
    assertThat(owner.texts(".active a")).singleElement().asString().startsWith("Daily Trumpet");
    page.goBack();
    assertThat(owner.texts(".card .headline")).isEqualTo(all);
    page.goForward();
    owner.follow(page.locator(".active a").first());
    assertThat(owner.here()).isEqualTo("/en/hashtag/MaraEllington");
  }

  @Test
  void theSecondTabTellsEachArticleOnce() {
    Page page = owner.open("/en/hashtag/HarbourTunnel");
    owner.follow(
        page.locator(".way a").getByText("Stories", new Locator.GetByTextOptions().setExact(true)));
    assertThat(owner.here()).isEqualTo("/en/hashtag/HarbourTunnel?view=stories");
    assertThat(owner.values(".story .card .headline a", "href"))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void aStoryOfTheFrontPageHasAPageThatSaysWhoHadItFirst() {
    Page page = owner.open("/en/");
    owner.follow(page.locator(".story .more a").first());
    assertThat(owner.here()).startsWith("/en/story/");
    assertThat(owner.texts(".cards .card")).hasSizeGreaterThan(1);
    assertThat(owner.texts(".facts").getFirst()).contains("First:");
  }
}
