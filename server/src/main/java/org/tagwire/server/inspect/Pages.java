package org.tagwire.server.inspect;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tagwire.extract.ArticleExtractor;
import org.tagwire.extract.ExtractedPage;
import org.tagwire.extract.PageInput;
import org.tagwire.model.Moment;
import org.tagwire.model.Paragraph;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes articles out of pages: {@code {"file","url"}}. The text is the page's whole body: what is
 * paid for is never stored, but it is read.
 */
final class Pages implements Stage {
  private final Path base;
  private final ArticleExtractor extractor = new ArticleExtractor();

  Pages(Path base) {
    this.base = base;
  }

  @Override
  public boolean isStateless() {
    return true;
  }

  @Override
  public List<ObjectNode> answer(JsonNode line) throws Unanswerable {
    byte[] bytes = Lines.read(base, Lines.require(line, "file"));
    ExtractedPage page =
        extractor.extract(
            PageInput.of(bytes, Lines.header(line, "content-type"), Lines.require(line, "url")));
    ObjectNode answer = Lines.answerTo(line).put("ok", true);
    answer.put("title", page.title());
    answer.put("text", plain(page));
    var paragraphs = answer.putArray("paragraphs");
    page.printed().forEach(paragraph -> paragraphs.add(paragraph.text()));
    page.findPublished().map(Moment::iso).ifPresent(time -> answer.put("published", time));
    page.findUpdated().map(Moment::iso).ifPresent(time -> answer.put("updated", time));
    page.authors().forEach(answer.putArray("authors")::add);
    page.findLanguage().ifPresent(language -> answer.put("language", language.code()));
    page.findImage().ifPresent(image -> answer.put("image", image.url()));
    String canonical = page.shelf().canonicalUrl();
    if (canonical != null) {
      answer.put("canonicalUrl", canonical);
    }
    answer.put("section", page.shelf().section());
    page.shelf().tags().forEach(answer.putArray("publisherTags")::add);
    answer.put("kind", label(page.kind()));
    answer.put("paywall", label(page.paywall()));
    return List.of(answer);
  }

  private static String plain(ExtractedPage page) {
    return page.printed().stream().map(Paragraph::text).collect(Collectors.joining("\n\n"));
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
