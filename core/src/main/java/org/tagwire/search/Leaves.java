package org.tagwire.search;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Language;
import org.tagwire.model.TagKey;
import org.tagwire.search.Note.Kind;

/** Reads the pieces of a line that are not made of others. For one line. */
final class Leaves {
  /** Letters before a {@code *}, which would else stand for half the dictionary. */
  private static final int SHORTEST_BEGINNING = 3;

  private static final int MOST_NAMESAKES = 3;

  private static final Pattern HUMPS = Pattern.compile("_|(?<=\\p{Ll})(?=\\p{Lu})");

  private final Directory directory;
  private final Times times;
  private final List<Note> notes;

  Leaves(Directory directory, Times times, List<Note> notes) {
    this.directory = directory;
    this.times = times;
    this.notes = notes;
  }

  /**
   * A piece that counts.
   *
   * @param text its words; null for a field
   * @param read what it says; null when that was not understood
   */
  record Leaf(@Nullable String text, @Nullable Condition read) {
    Optional<Condition> condition() {
      return Optional.ofNullable(read);
    }
  }

  /** Reads what stood between quotation marks, or is to be taken as it stands. */
  Optional<Leaf> literal(String text) {
    if (text.codePoints().noneMatch(Grammar::isWordPart)) {
      return Optional.empty();
    }
    return Optional.of(
        new Leaf(
            text,
            text.length() > Condition.MAX_TEXT
                ? null
                : text.indexOf(' ') >= 0
                    ? new Condition.Phrase(text)
                    : new Condition.Word(text, false)));
  }

  Optional<Leaf> word(String word) {
    int end = word.length();
    while (end > 0 && word.charAt(end - 1) == '*') {
      end--;
    }
    String stem = word.substring(0, end);
    boolean open =
        end < word.length() && end > 0 && stem.codePoints().allMatch(Grammar::isWordPart);
    if (open && stem.codePointCount(0, end) >= SHORTEST_BEGINNING && end <= Condition.MAX_TEXT) {
      return Optional.of(new Leaf(stem, new Condition.Word(stem, true)));
    }
    if (open) {
      notes.add(new Note(Kind.WILDCARD, word));
    }
    return literal(stem);
  }

  /** Reads {@code #Tag}. */
  Optional<Leaf> tag(String word) {
    return tag(word, word);
  }

  Optional<Leaf> field(Field field, String word, String value) {
    if (value.isEmpty()) {
      notes.add(new Note(Kind.EMPTY, word));
      return literal(word);
    }
    String typed = field.label() + ":" + value;
    return switch (field) {
      case TAG -> tag(typed, value);
      case PUBLISHER, SITE -> understood(by(value), Kind.PUBLISHER, value);
      case CATEGORY ->
          understood(Category.parse(value).map(Condition.In::new), Kind.CATEGORY, typed);
      case LANG -> understood(language(value).map(Condition.Written::new), Kind.LANGUAGE, typed);
      case BEFORE -> understood(times.read(value).map(Condition.Before::new), Kind.BEFORE, typed);
      case AFTER -> understood(times.read(value).map(Condition.From::new), Kind.AFTER, typed);
    };
  }

  private Optional<Leaf> understood(Optional<? extends Condition> read, Kind kind, String typed) {
    if (read.isEmpty()) {
      notes.add(new Note(kind, typed));
    }
    return Optional.of(new Leaf(null, read.orElse(null)));
  }

  /** The words of a tag that nobody knows are looked for as they would stand in a text. */
  private Optional<Leaf> tag(String typed, String name) {
    Optional<TagKey> key = TagKey.parse(name).flatMap(directory::findTag);
    if (key.isPresent()) {
      return Optional.of(new Leaf(null, new Condition.Tagged(key.get(), false)));
    }
    Optional<Leaf> words =
        literal(HUMPS.matcher(name.replaceFirst("^#+", "")).replaceAll(" ").strip());
    if (words.isPresent()) {
      notes.add(new Note(Kind.TAG, typed));
    }
    return words;
  }

  private Optional<Condition> by(String value) {
    List<Condition> by =
        directory.publishers(value).stream().<Condition>map(Condition.By::new).toList();
    return by.size() < 2
        ? by.stream().findFirst()
        : Optional.of(new Condition.Any(by.subList(0, Math.min(by.size(), MOST_NAMESAKES))));
  }

  private static Optional<Language> language(String value) {
    return value.indexOf('_') < 0 ? Language.parse(value) : Optional.empty();
  }
}
