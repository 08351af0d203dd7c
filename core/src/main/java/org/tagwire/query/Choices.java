package org.tagwire.query;

import java.util.List;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.Language;

/**
 * By what a list can be narrowed: what its newest articles are, the most frequent first, a few of
 * each.
 *
 * @param languages what they are written in
 * @param publishers who carries them
 * @param categories what they are about
 */
public record Choices(
    List<Language> languages, List<Carrier> publishers, List<Category> categories) {
  public static final Choices NONE = new Choices(List.of(), List.of(), List.of());

  public Choices {
    languages = List.copyOf(languages);
    publishers = List.copyOf(publishers);
    categories = List.copyOf(categories);
  }

  /**
   * A publisher.
   *
   * @param domain its address
   * @param name the name readers know
   */
  public record Carrier(Domain domain, String name) {}
}
