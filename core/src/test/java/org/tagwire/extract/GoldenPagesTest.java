package org.tagwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Moment;

/**
 * One page of our own for each trap that news pages set. With the system property {@code
 * golden.rewrite} set to the folder of the pages the expected texts are written instead of
 * compared; the difference in review is the change.
 */
class GoldenPagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "photo-counter",
        "crossheads",
        "more-from",
        "questions",
        "quotes-kept",
        "actress",
        "share-mail",
        "percent-box",
        "video-length",
        "author-index",
        "carried-text",
        "consent",
        "not-found",
        "paid-part",
        "arabic",
        "japanese",
        "table-and-list",
        "lead-heading",
        "two-bodies",
        "league-table",
        "hover-card",
        "below-the-end",
        "login-wall",
        "video-page",
        "empty",
        "front-page",
        "consent-de",
        "not-found-es",
        "live-blog",
        "lazy-picture",
        "byline-below",
        "byline-agency",
        "page-one-of-three",
        "posts",
        "kicker",
        "chinese",
        "arabic-list"
      })
  void readsThePageAsAnEditorWould(String name) throws IOException {
    ExtractedPage page =
        new ArticleExtractor()
            .extract(
                PageInput.of(
                    read(name + ".html"), "text/html", "https://gazette.example/news/" + name));

    String found = describe(page);
    String rewrite = System.getProperty("golden.rewrite", "");
    if (!rewrite.isEmpty()) {
      Files.writeString(Path.of(rewrite, name + ".expected.txt"), found);
    }
    assertThat(found).isEqualTo(new String(read(name + ".expected.txt"), StandardCharsets.UTF_8));
  }

  private static byte[] read(String name) {
    try (InputStream in = GoldenPagesTest.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the golden file " + name + " is missing; write it with -Dgolden.rewrite=FOLDER");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String describe(ExtractedPage page) {
    String body =
        page.paragraphs().stream()
            .map(p -> p.kind().name().toLowerCase(Locale.ROOT) + ": " + p.text() + "\n")
            .collect(Collectors.joining());
    String origins =
        page.origins().stream()
            .map(
                o ->
                    "origin: "
                        + o.sign()
                        + " "
                        + o.name()
                        + (o.url() == null ? "" : " " + o.url())
                        + "\n")
            .collect(Collectors.joining());
    return "kind: "
        + page.kind()
        + "\ntitle: "
        + page.title()
        + "\nauthors: "
        + String.join("; ", page.authors())
        + "\npublished: "
        + page.findPublished().map(Moment::iso).orElse("-")
        + "\npaywall: "
        + page.paywall()
        + page.findImage().map(i -> "\nimage: " + i.url()).orElse("")
        + page.findNext().map(n -> "\nnext: " + n).orElse("")
        + "\n"
        + origins
        + "\n"
        + body;
  }
}
