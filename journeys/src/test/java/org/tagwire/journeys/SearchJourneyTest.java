package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What can be asked for, typed as readers type it. */
@ExtendWith(Staged.class)
class SearchJourneyTest {
  private Reader reader;

  @BeforeEach
  void sit(Stage stage) {
    reader = stage.reader(Screen.DESK.withScripts());
  }

  @AfterEach
  void leave() {
    reader.close();
  }

  private List<String> found(String question) {
    reader.open("/en/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
    return reader.texts(".card .headline");
  }

  @Test
  void aPhraseATagAndWhatIsLeftOutNarrowTheSearch() {
    List<String> words = found("harbour tunnel");
    List<String> phrase = found("\"harbour tunnel\"");
    assertThat(phrase).isNotEmpty().hasSizeLessThanOrEqualTo(words.size());
    assertThat(reader.texts(".card mark")).isNotEmpty();
    assertThat(found("tunnel harbour \"tunnel harbour\"")).doesNotContainSequence(phrase);

    List<String> tagged = found("tag:HarbourTunnel");
    assertThat(tagged).isNotEmpty();
    List<String> without = found("\"harbour tunnel\" -tag:HarbourTunnel");
    assertThat(without).doesNotContainAnyElementsOf(tagged).hasSizeLessThan(phrase.size());
  }

  @Test
  void aHashtagAndANameLeadToTheSamePage() {
    for (String typed : List.of("#MaraEllington", "mara ellington")) {
      found(typed);
      if (!reader.here().startsWith("/en/hashtag/")) {
        reader.follow(reader.page().locator(".hint .tag").first());
      }
      assertThat(reader.here()).isEqualTo("/en/hashtag/MaraEllington");
    }
  }

  @Test
  void suggestionsAreChosenByTheKeyboard() {
    Page page = reader.open("/en/");
    page.keyboard().press("/");
    Locator box = page.locator("input[name=q]");
    assertThat(box.evaluate("box => box === document.activeElement")).isEqualTo(true);
    page.keyboard().type("mara el");
    page.locator("#suggestions [role=option]").first().waitFor();
    assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
    page.keyboard().press("ArrowDown");
    String chosen = box.getAttribute("aria-activedescendant");
    assertThat(page.locator("#" + chosen).getAttribute("aria-selected")).isEqualTo("true");
    assertThat(page.locator("#" + chosen).innerText()).contains("Mara Ellington");
    page.keyboard().press("Enter");
    page.waitForURL("**/en/hashtag/MaraEllington");
  }

  @Test
  void escapeClosesTheSuggestionsAndKeepsWhatWasTyped() {
    Page page = reader.open("/en/");
    Locator box = page.locator("input[name=q]");
    box.pressSequentially("mara");
    page.locator("#suggestions [role=option]").first().waitFor();
    page.keyboard().press("Escape");
    assertThat(page.locator("#suggestions").isVisible()).isFalse();
    assertThat(box.inputValue()).isEqualTo("mara");
    box.press("Enter");
    page.waitForURL("**/en/search?q=mara");
  }
}
