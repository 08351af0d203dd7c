package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Staged.class)
class HashtagJourneyTest {
  private static final String PAGE = "/en/hashtag/MaraEllington";

  private Reader reader;
  private Stage stage;

  @BeforeEach
  void sit(Stage stage) {
    this.stage = stage;
    reader = stage.reader(Screen.DESK);
  }

  @AfterEach
  void leave() {
    reader.close();
  }

  @Test
  void theDemoPointsToTheHashtagPageOfAnActor() {
    assertThat(stage.demo().firstPage()).isEqualTo(PAGE);
    Page page = reader.open(stage.demo().firstPage());
    assertThat(page.title()).startsWith("Latest news with #MaraEllington");
    assertThat(reader.texts("h1")).containsExactly("Latest news with #MaraEllington");
    assertThat(reader.texts(".facts > span"))
        .hasSize(3)
        .startsWith("Mara Ellington", "person")
        .last()
        .asString()
        .matches("5 articles, 4 publishers since \\d\\d-\\d\\d-\\d{4}");
  }

  @Test
  void fiveCardsStandNewestFirstWithBothFormsOfTime() {
    reader.open(PAGE);
    assertThat(reader.texts(".card .headline")).hasSize(5).doesNotHaveDuplicates();
    assertThat(reader.values(".card time", "datetime").stream().map(Instant::parse))
        .hasSize(5)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(reader.texts(".card time"))
        .anyMatch(time -> time.matches("\\d+ (minute|hour|day)s? ago"))
        .anyMatch(time -> time.matches("\\d\\d-\\d\\d-\\d{4}"));
    assertThat(reader.texts(".card .carrier").stream().distinct()).hasSize(4);
  }

  @Test
  void aboutLeavesOutThoseThatOnlyNameHer() {
    Page page = reader.open(PAGE);
    List<String> all = reader.texts(".card .headline");
    reader.follow(
        page.locator(".way a").getByText("About", new Locator.GetByTextOptions().setExact(true)));
    List<String> about = reader.texts(".card .headline");
    assertThat(about).isNotEmpty().hasSizeLessThan(all.size()).isSubsetOf(all);
    assertThat(page.locator(".way [aria-current]").first().innerText()).isEqualTo("About");
    reader.follow(
        page.locator(".way a").getByText("All", new Locator.GetByTextOptions().setExact(true)));
    assertThat(reader.texts(".card .headline")).isEqualTo(all);
  }

  @Test
  void aCardLeadsToItsArticleAndAHashtagBack() {
    Page page = reader.open(PAGE);
    Locator headline = page.locator(".card .headline a").first();
    String title = headline.innerText();
    reader.follow(headline);
    assertThat(reader.texts("h1")).containsExactly(title);
    assertThat(page.locator(".body").innerText()).contains("Mara Ellington");
    assertThat(reader.texts(".reasons > h2")).containsExactly("Hashtags", "Also mentions");

    Locator reason =
        page.locator(".reasons li")
            .filter(new Locator.FilterOptions().setHasText("#MaraEllington"));
    assertThat(reason.locator("mark").first().isVisible()).isFalse();
    reason.getByText("Why this tag?").click();
    assertThat(reason.locator("mark").first().isVisible()).isTrue();
    assertThat(reason.locator("mark").first().innerText()).isEqualTo("Mara Ellington");

    reader.follow(reason.locator(".tag"));
    assertThat(reader.here()).isEqualTo(PAGE);
    assertThat(reader.texts(".card .headline")).startsWith(title);
  }

  @Test
  void theOriginalIsWhereTheArticleSaysItIs() {
    Page page = reader.open(PAGE);
    reader.follow(page.locator(".card .headline a").first());
    String title = reader.texts("h1").getFirst();
    var original =
        stage.demo().fetch(page.locator(".original a[rel=external]").getAttribute("href"));
    assertThat(original.statusCode()).isEqualTo(200);
    assertThat(new String(original.body(), StandardCharsets.UTF_8))
        .contains(title.substring(0, 20));
  }

  @Test
  void aMistypedTagOffersTheNearestOnes() {
    Page page = reader.openMissing("/en/hashtag/MaraElington");
    assertThat(reader.texts("h1")).containsExactly("There is no news with this hashtag");
    reader.follow(page.locator(".notice .tag").first());
    assertThat(reader.here()).isEqualTo(PAGE);
    assertThat(reader.texts("h1")).containsExactly("Latest news with #MaraEllington");
  }
}
