package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.tagwire.html.HtmlText;
import org.tagwire.html.MarkupOracle;
import org.tagwire.model.ArticleId;
import org.tagwire.server.sample.Dispatch;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.sets.HostileCase;

/** What a reader gets of a publisher's markup on the article's own page. */
class ArticleMarkupTest {
  private static final String BASE = "https://orrery.example/film";

  private static final List<String> HOSTILE =
      List.of(
          "<script>harm()</script>fine",
          "<a href='javascript:harm()'>a</a><a href='http://192.168.1.1/off'>b</a>",
          "</div></div></main><h1>Admin</h1><form action=https://phish.example><input></form>",
          "<svg><style><g title=\"</style><img src onerror=harm()>\">x",
          "<a href=\"https://a.example/?");

  @Test
  void showsLinksStressListsAndTables() {
    String html =
        "<p>Read <a href='/cast'>the <em>whole</em> cast</a>.</p><ul><li>one<li>two</ul>"
            + "<table><tr><td>Day</td><td>9</td></tr></table>";

    Document page = page(html);

    assertThat(page.select(".body p a").attr("abs:href")).isEqualTo("https://orrery.example/cast");
    assertThat(page.select(".body a em").text()).isEqualTo("whole");
    assertThat(page.select(".body ul > li").eachText()).containsExactly("one", "two");
    assertThat(page.select(".body td").eachText()).containsExactly("Day", "9");
  }

  @Test
  void showsNothingThatHarms() {
    List<String> hostile = new ArrayList<>(HOSTILE);
    HostileCase.listArea("html").forEach(each -> hostile.addAll(each.texts()));
    if (hostile.size() == HOSTILE.size()) {
      System.err.println("the hostile set is absent: only our own vectors are shown");
    }
    for (String html : hostile) {
      Document page = page("<p>Before</p>" + html);
      assertThat(page.select("main > article > .body")).as(html).hasSize(1);
      MarkupOracle.assertSafe(page.expectFirst(".body").html());
      assertThat(page.select("script:not([src]), main form, main img, main h1:not(header h1)"))
          .as(html)
          .isEmpty();
    }
  }

  /** Whatever is shown unescaped has to be of a type that only escaping makes. */
  @Test
  void twoTemplatesAlonePrintUnescaped() throws IOException {
    try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
      assertThat(templates.filter(t -> text(t).contains("$unsafe")).map(ArticleMarkupTest::text))
          .satisfiesExactlyInAnyOrder(
              t ->
                  assertThat(t)
                      .contains("@param SafeMarkup markup")
                      .containsOnlyOnce("$unsafe{markup.html()}"),
              t ->
                  assertThat(t)
                      .contains("@param LinkedData data")
                      .containsOnlyOnce("$unsafe{data.json()}"));
    }
  }

  private static String text(Path template) {
    try {
      return Files.readString(template);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document page(String html) {
    Newsroom newsroom = new Newsroom();
    ArticleId id =
        Dispatch.of("A film shot on foot", SampleNews.NOW)
            .telling(HtmlText.paragraphs(html, BASE))
            .print(newsroom);
    try (LocalSite site = LocalSite.of(newsroom)) {
      return Jsoup.parse(site.page("/en/article/" + id.hex()), BASE);
    }
  }
}
