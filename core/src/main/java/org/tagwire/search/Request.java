package org.tagwire.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Condition;

/** What a line that somebody typed asks for. */
public sealed interface Request {
  /**
   * A line that can be answered.
   *
   * @param line what was typed, with plain quotes and single spaces
   * @param wanted what an article must be; absent when the line asks for nothing
   * @param parts the pieces of which all must hold, in order; empty when there is an OR between
   *     them
   * @param notes what was not understood
   */
  record Understood(String line, @Nullable Condition wanted, List<Part> parts, List<Note> notes)
      implements Request {
    public Understood {
      parts = List.copyOf(parts);
      notes = List.copyOf(notes);
    }

    public Optional<Condition> findWanted() {
      return Optional.ofNullable(wanted);
    }

    /** Returns the line without the part at {@code index}. */
    public String without(int index) {
      return cut(line, parts.get(index));
    }

    private static String cut(String line, Part gone) {
      String before = line.substring(0, gone.from).stripTrailing();
      String after = line.substring(gone.to).stripLeading();
      return before.isEmpty() || after.isEmpty() ? before + after : before + " " + after;
    }
  }

  /**
   * A line that goes beyond a limit and is not answered.
   *
   * @param limit which
   */
  record TooMuch(Limit limit) implements Request {}

  /**
   * A piece of a line.
   *
   * @param from where it begins in {@link Understood#line}
   * @param to where it ends, exclusive
   * @param condition what it says
   */
  record Part(int from, int to, Condition condition) {}

  /** What a line may not go beyond. */
  enum Limit {
    /** {@value Grammar#MAX_LENGTH} characters in all. */
    LENGTH(Grammar.MAX_LENGTH),
    /** {@value Grammar#MAX_TERMS} words and fields. */
    TERMS(Grammar.MAX_TERMS),
    /** Parentheses within parentheses, {@value Grammar#MAX_DEPTH} of them. */
    DEPTH(Grammar.MAX_DEPTH),
    /** {@value Condition#MAX_TEXT} characters in one word or phrase. */
    PHRASE(Condition.MAX_TEXT);

    private final int most;

    Limit(int most) {
      this.most = most;
    }

    /** Returns the greatest number that is answered. */
    public int most() {
      return most;
    }
  }
}
