package org.tagwire.newsstand.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.tagwire.newsstand.press.Slots;
import org.tagwire.newsstand.press.Template;
import org.tagwire.newsstand.site.Resource;
import tools.jackson.databind.JsonNode;

/** One article of a stream. Feed and page say the day only, as no more is known. */
record StreamArticle(
    WebAddress address, String publisher, LocalDate day, String byline, String title, String text)
    implements Leaf {

  private static final Template PAGE = Template.named("stream.html");
  private static final Template CONTENT = Template.named("paragraphs.html");

  static StreamArticle of(JsonNode entry, WebAddress address) {
    return new StreamArticle(
        address,
        entry.required("publisher").asString(),
        LocalDate.parse(entry.required("published").asString()),
        entry.path("byline").asString(""),
        entry.required("title").asString(),
        clean(entry.required("text").asString()));
  }

  @Override
  public Instant since() {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  @Override
  public Resource page() {
    String html = PAGE.fill(announcement().text("site", publisher).text("host", address.host()));
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    return Resource.of("text/html; charset=utf-8", bytes, since());
  }

  @Override
  public Slots announcement() {
    List<Slots> paragraphs =
        Arrays.stream(text.split("\\n\\s*\\n"))
            .filter(paragraph -> !paragraph.isBlank())
            .map(paragraph -> Slots.empty().text("paragraph", paragraph.strip()))
            .toList();
    return Slots.empty()
        .text("title", title)
        .text("day", day.toString())
        .text("author", byline)
        .text("content", CONTENT.fill(Slots.empty().list("paragraphs", paragraphs)));
  }

  /** XML 1.0 has no way to say most control characters. */
  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
  }
}
