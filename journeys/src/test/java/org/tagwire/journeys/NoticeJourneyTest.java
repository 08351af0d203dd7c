package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** At a public instance a stranger objects to an article, and its owner takes it down. */
@ExtendWith(Staged.class)
class NoticeJourneyTest {
  private static final Pattern TOKEN = Pattern.compile("give this token there: (\\S+)");
  private static final String PASSWORD = "the tide table of 1871";

  @Test
  void whatAStrangerObjectsToIsGoneFromEveryPlaceOnceTheOwnerAgrees(Stage stage) {
    try (Branch branch = Branch.inPublic();
        Reader owner = stage.reader(Screen.DESK, branch.program());
        Reader stranger = stage.reader(Screen.PHONE, branch.program())) {
      theFirstPasswordIsSetWithTheTokenOfTheConsole(owner, branch);
      aSourceIsAdded(owner, branch);
      Page page = stranger.awaitAt("/en/news", ".card");
      Locator card = page.locator(".card").first();
      String title = card.locator(".headline").innerText();
      String article = card.locator("a.on").getAttribute("href");
      assertThat(card.locator(".headline a").getAttribute("href"))
          .as("the headline leads to the publisher")
          .startsWith("http");

      stranger.follow(card.locator("a.report"));
      aNoticeIsSent(stranger, title);
      theOwnerTakesTheArticleDown(owner, title);

      stranger.await(() -> branch.program().fetch(article).statusCode() == 410);
      String id = article.substring(article.lastIndexOf('/') + 1);
      assertThat(branch.program().fetch("/api/v1/articles/" + id).statusCode()).isEqualTo(410);
      stranger.await(() -> !branch.program().text("/en/news.rss").contains(id));
      for (String place : new String[] {"/en/", "/en/news", "/en/news.json", "/api/v1/front"}) {
        stranger.await(() -> !branch.program().text(place).contains(title));
      }
      page.reload();
      assertThat(stranger.texts(".said")).containsExactly("Taken down; we are sorry.");
    }
  }

  private static void theFirstPasswordIsSetWithTheTokenOfTheConsole(Reader owner, Branch branch) {
    String token = branch.program().hear(TOKEN).group(1);
    Page page = owner.open("/en/start");
    assertThat(owner.texts("h1")).containsExactly("Set the owner’s password");
    page.locator("input[name=proof]").fill(token);
    page.locator("input[name=password]").fill(PASSWORD);
    page.locator("input[name=again]").fill(PASSWORD);
    owner.press("Set the password");
    assertThat(owner.texts("h1")).containsExactly("Welcome");
  }

  private static void aSourceIsAdded(Reader owner, Branch branch) {
    owner.page().locator("input[name=address]").fill(branch.feed("quillwire.example"));
    owner.press("Look");
    owner.press("Add this source");
    assertThat(owner.here()).startsWith("/en/source/");
  }

  private static void aNoticeIsSent(Reader stranger, String title) {
    Page page = stranger.page();
    assertThat(stranger.overhang()).isZero();
    assertThat(page.locator("main").innerText()).contains(title);
    page.getByLabel("A text is wrong").check();
    page.locator("textarea[name=text]").fill("The harbour master never said this.");
    stranger.press("Send");
    assertThat(stranger.texts("h1")).containsExactly("Your notice");
    assertThat(stranger.texts(".note")).containsExactly("It has arrived. Nobody has answered yet.");
  }

  private static void theOwnerTakesTheArticleDown(Reader owner, String title) {
    Page page = owner.open("/en/office/notices");
    Locator notice = page.locator(".objection");
    assertThat(notice.locator(".said").innerText()).contains("The harbour master never said");
    notice.locator("select[name=deed]").selectOption("article");
    notice.locator("textarea[name=words]").fill("Taken down; we are sorry.");
    owner.press("Decide");
    assertThat(owner.texts(".objection .badge")).containsExactly("Done");
    assertThat(title).isNotEmpty();
  }
}
