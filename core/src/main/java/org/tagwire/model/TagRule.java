package org.tagwire.model;

import java.util.List;

/**
 * One thing the owner has said about hashtags; it overrides what the machine understood, until the
 * owner takes it back. {@link TagRules} says what all of them together come to.
 */
public sealed interface TagRule {
  /** The greatest length of a name or of a companion in characters. */
  int MAX_LENGTH = 200;

  /** Returns the tag it is said of. */
  TagKey tag();

  /**
   * Two keys are one subject.
   *
   * @param tag the key that goes
   * @param into the key that stays
   * @param name the name of the subject that stays
   */
  record Merge(TagKey tag, TagKey into, String name) implements TagRule {
    public Merge {
      requireApart(tag, into);
      requireName(name);
    }
  }

  /**
   * One key stands for two subjects, told apart by what is said with the name.
   *
   * @param tag the key of both
   * @param into the key of the second
   * @param name the name of the second
   * @param with what tells it: a tag of the article, or words in its title or text; one is enough
   */
  record Split(TagKey tag, TagKey into, String name, List<String> with) implements TagRule {
    public Split {
      requireApart(tag, into);
      requireName(name);
      with = List.copyOf(with);
      if (with.isEmpty()) {
        throw new IllegalArgumentException("a split needs what tells the second subject");
      }
      with.forEach(TagRule::requireName);
    }
  }

  /**
   * A tag has another name, and with it another spelling in addresses.
   *
   * @param tag the tag as it was
   * @param name its name from now on
   */
  record Rename(TagKey tag, String name) implements TagRule {
    public Rename {
      requireName(name);
      TagKey.of(name);
    }

    /** Returns the key that the name makes. */
    public TagKey into() {
      return TagKey.of(name);
    }
  }

  /**
   * One article never carries a tag.
   *
   * @param article which article
   * @param tag which tag
   * @param mentioned whether it is still listed among those that name it
   * @param field in what sort of article it was wrong; absent where nothing may be learned from it
   */
  record NotAbout(
      ArticleId article,
      TagKey tag,
      boolean mentioned,
      @org.jspecify.annotations.Nullable Field field)
      implements TagRule {}

  /**
   * What sort of article.
   *
   * @param language what it is written in
   * @param category its field
   */
  record Field(Language language, Category category) {}

  private static void requireApart(TagKey tag, TagKey into) {
    if (tag.equals(into)) {
      throw new IllegalArgumentException("#" + tag + " is one tag already");
    }
  }

  private static void requireName(String name) {
    if (name.isBlank() || name.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a name has 1 to " + MAX_LENGTH + " characters, but this has " + name.length());
    }
  }
}
