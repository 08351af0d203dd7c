package org.tagwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextPageTest {
  private static final String HOST = "https://gazette.example";

  @ParameterizedTest
  @CsvSource({
    "/mill, /mill/2",
    "/mill/, /mill/2/",
    "/mill/page/2, /mill/page/3",
    "/mill, /mill/seite-2",
    "/mill.html, /mill-2.html",
    "/mill_2.html, /mill_3.html",
    "/mill, /mill?page=2",
    "/read?id=7&p=2, /read?id=7&p=3",
  })
  void findsTheNextPageOfTheSameArticle(String here, String next) {
    assertThat(find(here, "<link rel=next href='" + next + "'>", "")).contains(HOST + next);
  }

  @ParameterizedTest
  @CsvSource({
    "/mill, /harbour",
    "/mill, /mill-2",
    "/mill, /mill/3",
    "/mill/2, /mill/2",
    "/mill, /mill/1999",
    "/mill, https://other.example/mill/2",
    "/mill?id=7, /mill?id=8&page=2",
    "/, /page/2",
    "/mill, javascript:next(2)",
  })
  void takesNoOtherArticleForIt(String here, String next) {
    assertThat(find(here, "<link rel=next href='" + next + "'>", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2, true",
    "Next page ›, true",
    "Weiter, true",
    "下一页, true",
    "3, false",
    "Our harbour, false"
  })
  void believesLinksThatSayNext(String text, boolean found) {
    String link = "<p class=pager><a href='/mill?page=2'>" + text + "</a></p>";

    assertThat(find("/mill", "", link).isPresent()).isEqualTo(found);
  }

  private static Optional<String> find(String path, String head, String end) {
    String page =
        "<html><head><title>The mill turns</title>"
            + head
            + "</head><body><article><h1>The mill turns</h1><p>The tidal mill at Corran Quay ground"
            + " its first sack of flour in ninety years on Tuesday, watched by a"
            + " crowd.</p><p>Volunteers had spent eleven winters clearing silt from the pond, and"
            + " another two persuading the wheel to turn.</p>"
            + end
            + "</article></body></html>";
    return new ArticleExtractor()
        .extract(PageInput.of(page.getBytes(StandardCharsets.UTF_8), "text/html", HOST + path))
        .findNext();
  }
}
