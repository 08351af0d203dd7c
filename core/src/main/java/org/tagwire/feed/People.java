package org.tagwire.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.model.Person;

/** Authors as feeds write them: {@code ada@example.org (Ada Quill)}, {@code Ada Quill <ada@example.org>}, or a name alone. */
final class People {
  private static final Pattern EMAIL = Pattern.compile("(?:mailto:)?([\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8})");

  /** Longer texts are no names; so much of them is looked at. */
  private static final int LONGEST = 1_000;

  private People() {}

  /** Reads an author; empty when there is nothing in it. */
  static Optional<Person> parse(String text) {
    String raw = text.substring(0, Math.min(text.length(), LONGEST)).strip();
    if (raw.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = EMAIL.matcher(raw);
    if (!matcher.find()) {
      return Optional.of(new Person(raw, raw, null));
    }
    String rest = (raw.substring(0, matcher.start()) + " " + raw.substring(matcher.end()));
    String name = rest.replaceAll("[()<>\\[\\]\"]", " ").replaceAll("\\s+", " ").strip();
    return Optional.of(new Person(raw, name.isEmpty() ? null : name, matcher.group(1)));
  }
}
