package org.tagwire.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the machine understood of one text by itself.
 *
 * @param language what it is written in
 * @param category its field; General where Tagwire abstains
 * @param tags its hashtags, best first, each key once
 * @param vector its place in the space of meanings; absent without an embedding engine or under a
 *     reservation
 * @param copyPrint what near-copies are found by
 */
public record Understanding(
    Language language,
    Category category,
    List<Tagging> tags,
    @Nullable Vector vector,
    CopyPrint copyPrint) {
  /** What is known of a text that nothing was asked of. */
  public static final Understanding NONE =
      new Understanding(Language.UNDETERMINED, Category.GENERAL, List.of(), null, CopyPrint.NONE);

  public Understanding {
    tags = List.copyOf(tags);
  }

  public Optional<Vector> findVector() {
    return Optional.ofNullable(vector);
  }

  /** Returns the same with other tags. */
  public Understanding with(List<Tagging> others) {
    return new Understanding(language, category, others, vector, copyPrint);
  }

  /** Returns the tags the article is about, best first. */
  public List<Tagging> about() {
    return tags.stream().filter(t -> t.grade() == Grade.ABOUT).toList();
  }
}
