package org.tagwire.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What an article must be, as a tree: its leaves say one thing each, {@link All}, {@link Any} and
 * {@link Not} join them.
 *
 * <p>A condition only ever narrows a list. Who may see an article is asked beneath it, so that no
 * {@link Not} brings back what is withheld. Trees are bounded when they are built: at most {@link
 * #MAX_DEPTH} levels, {@link #MAX_LEAVES} leaves and of these {@link #MAX_WORDS} words and phrases;
 * a constructor that would go beyond throws {@link IllegalArgumentException}, so whoever reads one
 * from a stranger counts first. Immutable.
 */
public sealed interface Condition {
  /** The greatest number of levels; a leaf is one. */
  int MAX_DEPTH = 8;

  /** The greatest number of leaves. */
  int MAX_LEAVES = 128;

  /** The greatest number of leaves that are words or phrases. */
  int MAX_WORDS = 32;

  /** The greatest number of characters in a word or phrase. */
  int MAX_TEXT = 200;

  /** Every article is that. */
  Condition ANYTHING = new All(List.of());

  /** All of these; of none, anything. */
  record All(List<Condition> of) implements Condition {
    public All {
      of = bounded(of);
    }
  }

  /** One of these at least; of none, nothing. */
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = bounded(of);
    }
  }

  /** Whatever is not this. */
  record Not(Condition that) implements Condition {
    public Not {
      bounded(List.of(that));
    }
  }

  /**
   * The word stands in headline or text; what the engine cuts into several words stands together. A
   * text without any word matches nothing.
   *
   * @param text the word as a reader typed it
   * @param prefix whether its beginning is enough
   */
  record Word(String text, boolean prefix) implements Condition {
    public Word {
      requireShort(text);
    }
  }

  /** The words stand together in headline or text, in this order. */
  record Phrase(String text) implements Condition {
    public Phrase {
      requireShort(text);
    }
  }

  /**
   * The article has the tag.
   *
   * @param tag which tag
   * @param aboutOnly whether it must be about it
   * @param leaving other keys as good as {@code tag}, for a while after the owner has made several
   *     tags one
   * @param except articles of which the owner has said that they are not about it
   */
  record Tagged(TagKey tag, boolean aboutOnly, Set<TagKey> leaving, Set<ArticleId> except)
      implements Condition {
    public Tagged {
      leaving = Set.copyOf(leaving);
      except = Set.copyOf(except);
    }

    public Tagged(TagKey tag, boolean aboutOnly) {
      this(tag, aboutOnly, Set.of(), Set.of());
    }
  }

  /** The publisher carries it. */
  record By(Domain publisher) implements Condition {}

  /** It is of this field. */
  record In(Category category) implements Condition {}

  /** It is in this language. */
  record Written(Language language) implements Condition {}

  /** Its sort time is before this; times count in milliseconds. */
  record Before(Instant time) implements Condition {}

  /** Its sort time is this or later; times count in milliseconds. */
  record From(Instant time) implements Condition {}

  /** Returns both together; what is {@link #ANYTHING} adds nothing. */
  default Condition and(Condition other) {
    if (equals(ANYTHING)) {
      return other;
    }
    return other.equals(ANYTHING) ? this : new All(List.of(this, other));
  }

  /** Returns how many levels the tree has. */
  default int depth() {
    return switch (this) {
      case All all -> 1 + deepest(all.of);
      case Any any -> 1 + deepest(any.of);
      case Not not -> 1 + not.that.depth();
      default -> 1;
    };
  }

  /** Returns how many leaves the tree has. */
  default int leaves() {
    return switch (this) {
      case All all -> all.of.stream().mapToInt(Condition::leaves).sum();
      case Any any -> any.of.stream().mapToInt(Condition::leaves).sum();
      case Not not -> not.that.leaves();
      default -> 1;
    };
  }

  /** Returns how many of its leaves are words or phrases. */
  default int words() {
    return switch (this) {
      case All all -> all.of.stream().mapToInt(Condition::words).sum();
      case Any any -> any.of.stream().mapToInt(Condition::words).sum();
      case Not not -> not.that.words();
      case Word word -> 1;
      case Phrase phrase -> 1;
      default -> 0;
    };
  }

  /** Returns the tags that its leaves name, whether an article must have them or not. */
  default Stream<TagKey> tags() {
    return switch (this) {
      case All all -> all.of.stream().flatMap(Condition::tags);
      case Any any -> any.of.stream().flatMap(Condition::tags);
      case Not not -> not.that.tags();
      case Tagged tagged -> Stream.of(tagged.tag);
      default -> Stream.empty();
    };
  }

  /** Returns the same tree with other leaves about tags. */
  default Condition mapTags(UnaryOperator<Tagged> to) {
    return switch (this) {
      case All all -> new All(all.of.stream().map(c -> c.mapTags(to)).toList());
      case Any any -> new Any(any.of.stream().map(c -> c.mapTags(to)).toList());
      case Not not -> new Not(not.that.mapTags(to));
      case Tagged tagged -> to.apply(tagged);
      default -> this;
    };
  }

  private static int deepest(List<Condition> of) {
    return of.stream().mapToInt(Condition::depth).max().orElse(0);
  }

  private static List<Condition> bounded(List<Condition> of) {
    int leaves = of.stream().mapToInt(Condition::leaves).sum();
    int words = of.stream().mapToInt(Condition::words).sum();
    if (of.size() > MAX_LEAVES
        || leaves > MAX_LEAVES
        || words > MAX_WORDS
        || deepest(of) >= MAX_DEPTH) {
      throw new IllegalArgumentException(
          "a condition has at most "
              + (MAX_DEPTH + " levels, " + MAX_LEAVES + " leaves and " + MAX_WORDS + " words")
              + (", but this has " + (deepest(of) + 1) + ", " + leaves + " and " + words)
              + "; ask for less");
    }
    return List.copyOf(of);
  }

  private static void requireShort(String text) {
    if (text.length() > MAX_TEXT) {
      throw new IllegalArgumentException(
          "a word or phrase has at most " + MAX_TEXT + " characters, not " + text.length());
    }
  }
}
