package org.tagwire.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Domain;
import org.tagwire.model.TagKey;

/** Knows one person, one prize and two publishers of one name. */
final class Names implements Directory {
  private static final Map<TagKey, TagKey> TAGS =
      Map.of(
          TagKey.of("Mara Ellington"), TagKey.of("Mara Ellington"),
          TagKey.of("جائزة الميناء"), TagKey.of("جائزة الميناء"),
          TagKey.of("ME"), TagKey.of("Mara Ellington"));

  @Override
  public Optional<TagKey> findTag(TagKey typed) {
    TagKey exact = TAGS.get(typed);
    return exact == null && typed.value().startsWith("m")
        ? Optional.ofNullable(TAGS.get(new TagKey(typed.withoutJoiners())))
        : Optional.ofNullable(exact);
  }

  @Override
  public List<Domain> publishers(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "orrery.example", "the daily orrery" -> List.of(new Domain("orrery.example"));
      case "echo.example" -> List.of(new Domain("echo.example"));
      case "echo-news.example" -> List.of(new Domain("echo-news.example"));
      case "echo" -> List.of(new Domain("echo.example"), new Domain("echo-news.example"));
      default -> List.of();
    };
  }
}
