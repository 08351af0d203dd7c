package org.tagwire.category;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Language;
import org.tagwire.model.Vector;

/**
 * What the categoriser reads of an article.
 *
 * @param language what it is written in
 * @param url its address; its host and its path are read
 * @param text its headline and body, its publisher's section and tags
 * @param meaning its place in the space of meanings, where an engine for it is there
 */
public record CategoryView(
    Language language, String url, ArticleText text, @Nullable Vector meaning) {

  public Optional<Vector> findMeaning() {
    return Optional.ofNullable(meaning);
  }
}
