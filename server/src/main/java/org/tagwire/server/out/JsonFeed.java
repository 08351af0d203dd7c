package org.tagwire.server.out;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Image;
import org.tagwire.model.Moment;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON Feed 1.1 (jsonfeed.org). */
final class JsonFeed {
  private static final String VERSION = "https://jsonfeed.org/version/1.1";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private JsonFeed() {}

  static String write(Bulletin bulletin) {
    return MAPPER.writeValueAsString(
        new Feed(
            VERSION,
            bulletin.title(),
            bulletin.description(),
            bulletin.place().page(),
            bulletin.place().as(Format.JSON),
            bulletin.place().next(Format.JSON).orElse(null),
            bulletin.language().code(),
            List.of(new Author(bulletin.site())),
            bulletin.entries().stream().map(JsonFeed::item).toList()));
  }

  private static Item item(Bulletin.Entry entry) {
    Moment published = entry.published();
    Image image = entry.image();
    return new Item(
        entry.urn(),
        entry.page(),
        entry.original(),
        entry.title(),
        entry.text().isEmpty() ? entry.title() : String.join("\n\n", entry.text()),
        published == null ? null : published.instant().toString(),
        entry.updated().toString(),
        image == null ? null : image.url(),
        List.of(new Author(entry.credit())),
        Stream.concat(Stream.of(entry.category()), entry.tags().stream()).toList(),
        entry.language().isKnown() ? entry.language().code() : null);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Feed(
      String version,
      String title,
      String description,
      @JsonProperty("home_page_url") String homePageUrl,
      @JsonProperty("feed_url") String feedUrl,
      @JsonProperty("next_url") @Nullable String nextUrl,
      String language,
      List<Author> authors,
      List<Item> items) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Item(
      String id,
      String url,
      @JsonProperty("external_url") @Nullable String externalUrl,
      String title,
      @JsonProperty("content_text") String contentText,
      @JsonProperty("date_published") @Nullable String datePublished,
      @JsonProperty("date_modified") String dateModified,
      @Nullable String image,
      List<Author> authors,
      List<String> tags,
      @Nullable String language) {}

  private record Author(String name) {}
}
