package org.tagwire.category;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Language;

/**
 * What the categoriser reads of an article.
 *
 * @param language what it is written in
 * @param url its address; only its path is read
 * @param sections what the publisher calls its field: section, feed categories, most certain first
 * @param title its headline
 * @param text its body
 */
public record CategoryView(
    Language language, String url, List<String> sections, String title, String text) {
  public CategoryView {
    sections = List.copyOf(sections);
  }

  /** Returns the view of {@code text}: its section first, then its publisher's tags. */
  public static CategoryView of(ArticleText text, Language language, String url) {
    List<String> sections = new ArrayList<>();
    if (!text.section().isBlank()) {
      sections.add(text.section());
    }
    sections.addAll(text.publisherTags());
    return new CategoryView(language, url, sections, text.title(), text.plain());
  }
}
