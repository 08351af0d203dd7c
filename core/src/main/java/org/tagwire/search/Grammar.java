package org.tagwire.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Condition;
import org.tagwire.search.Request.Limit;
import org.tagwire.search.Request.Part;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * Reads what a reader typed into a search.
 *
 * <pre>
 *   line  = all { "OR" all }
 *   all   = { [ "-" ] ( "(" line ")" | '"' phrase '"' | "#" tag | field ":" value | word [ "*" ] ) }
 *   field = "tag" | "publisher" | "site" | "category" | "lang" | "before" | "after"
 * </pre>
 *
 * <p>Everything of a list must hold; OR, in capitals, parts lists. What fits none of it is literal
 * text: an unknown field, a sign between words, an OR with nothing on one side, a lone quotation
 * mark. A group that is not closed ends with the line. Width and quotation marks of all scripts are
 * made plain first (NFKC). Limits are counted while reading, before anything is built, so that a
 * hostile line costs no more than its first {@value #MAX_LENGTH} characters. For one line and one
 * thread.
 */
public final class Grammar {
  /** The greatest number of characters. */
  public static final int MAX_LENGTH = 512;

  /** The greatest number of words and fields. */
  public static final int MAX_TERMS = 32;

  /** The greatest depth of parentheses. */
  public static final int MAX_DEPTH = 8;

  static final String OR = "OR";

  /** Leaves room for what a list adds of its own. */
  private static final int DEEPEST = Condition.MAX_DEPTH - 2;

  private final String line;
  private final Leaves leaves;
  private final List<Note> notes = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private int at;
  private int depth;
  private int terms;
  private @Nullable Limit broken;

  private Grammar(String line, Directory directory, Times times) {
    this.line = line;
    this.leaves = new Leaves(directory, times, notes);
  }

  /**
   * Reads a line.
   *
   * @param typed what somebody typed, whatever it is
   * @param directory what names mean
   * @param now when it was typed
   * @param zone in which days begin
   */
  public static Request read(String typed, Directory directory, Instant now, ZoneId zone) {
    if (typed.length() > MAX_LENGTH) {
      return new Request.TooMuch(Limit.LENGTH);
    }
    String line = plainQuotes(Normalise.line(typed));
    return line.length() > MAX_LENGTH
        ? new Request.TooMuch(Limit.LENGTH)
        : new Grammar(line, directory, new Times(now, zone)).request();
  }

  private static String plainQuotes(String line) {
    StringBuilder plain = new StringBuilder(line);
    for (int i = 0; i < plain.length(); i++) {
      if ("\u00AB\u00BB\u201E\u300C\u300D\u300E\u300F".indexOf(plain.charAt(i)) >= 0) {
        plain.setCharAt(i, '"');
      }
    }
    return plain.toString();
  }

  private Request request() {
    Condition wanted = any().orElse(null);
    boolean alternatives = wanted instanceof Condition.Any && parts.size() > 1;
    return broken == null
        ? new Request.Understood(line, wanted, alternatives ? List.of() : parts, notes)
        : new Request.TooMuch(broken);
  }

  private Optional<Condition> any() {
    List<Condition> alternatives = new ArrayList<>();
    List<Condition> all = new ArrayList<>();
    boolean begun = false;
    while (broken == null && goesOn()) {
      if (begun && isOr(at) && somethingFollows(at + OR.length())) {
        all(all).ifPresent(alternatives::add);
        all = new ArrayList<>();
        at += OR.length();
        begun = false;
      } else {
        item(all);
        begun = true;
      }
    }
    all(all).ifPresent(alternatives::add);
    return alternatives.size() < 2
        ? alternatives.stream().findFirst()
        : shallow(alternatives).map(Condition.Any::new);
  }

  /** Skips blanks; a parenthesis that closes the group is read and ends it. */
  private boolean goesOn() {
    at = afterBlanks(at);
    if (at < line.length() && closes(at)) {
      at++;
      return false;
    }
    return at < line.length();
  }

  private boolean closes(int index) {
    return depth > 0 && line.charAt(index) == ')';
  }

  private boolean isOr(int index) {
    int end = index + OR.length();
    return line.startsWith(OR, index)
        && (end == line.length()
            || line.charAt(end) == ' '
            || line.charAt(end) == '('
            || closes(end));
  }

  private boolean somethingFollows(int index) {
    int next = afterBlanks(index);
    return next < line.length() && !closes(next) && !isOr(next);
  }

  private int afterBlanks(int index) {
    int next = index;
    while (next < line.length() && line.charAt(next) == ' ') {
      next++;
    }
    return next;
  }

  private void item(List<Condition> all) {
    int from = at;
    boolean negated = negates();
    if (negated) {
      at++;
    }
    Optional<Condition> read =
        switch (line.charAt(at)) {
          case '(' -> group();
          case '"' -> quotation();
          default -> bare();
        };
    Optional<Condition> item = negated ? read.flatMap(this::not) : read;
    item.ifPresent(all::add);
    if (depth == 0) {
      item.ifPresent(condition -> parts.add(new Part(from, at, condition)));
    }
  }

  /** A minus before anything; one before a blank or another is a sign like others. */
  private boolean negates() {
    int next = at + 1;
    return line.charAt(at) == '-'
        && next < line.length()
        && line.charAt(next) != ' '
        && line.charAt(next) != '-'
        && !closes(next);
  }

  private Optional<Condition> group() {
    if (depth == MAX_DEPTH) {
      return tooMuch(Limit.DEPTH);
    }
    at++;
    depth++;
    Optional<Condition> group = any();
    depth--;
    return group;
  }

  /** A quotation mark without a second says nothing. */
  private Optional<Condition> quotation() {
    int close = line.indexOf('"', at + 1);
    if (close < 0) {
      at++;
      return Optional.empty();
    }
    String content = line.substring(at + 1, close).strip();
    at = close + 1;
    return leaf(leaves.literal(content));
  }

  private Optional<Condition> bare() {
    String word = word();
    int colon = word.indexOf(':');
    Optional<Field> field =
        colon > 0 ? Field.find(word.substring(0, colon)) : Optional.<Field>empty();
    if (field.isPresent()) {
      return leaf(leaves.field(field.get(), word, value(word, colon)));
    }
    return leaf(word.startsWith("#") ? leaves.tag(word) : leaves.word(word));
  }

  /** What stands behind the colon, which may be a quotation. */
  private String value(String word, int colon) {
    int close =
        colon == word.length() - 1 && at < line.length() && line.charAt(at) == '"'
            ? line.indexOf('"', at + 1)
            : -1;
    if (close < 0) {
      return word.substring(colon + 1);
    }
    String quoted = line.substring(at + 1, close).strip();
    at = close + 1;
    return quoted;
  }

  /** Up to a blank, a quotation mark, or the end of the group; f(x) holds its own parentheses. */
  private String word() {
    int from = at;
    int opened = 0;
    while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '"') {
      char c = line.charAt(at);
      if (c == ')' && opened == 0 && closes(at)) {
        break;
      }
      opened += c == '(' ? 1 : c == ')' && opened > 0 ? -1 : 0;
      at++;
    }
    return line.substring(from, at);
  }

  /** Counts before it takes; a sign in which no engine finds a word asks for nothing. */
  private Optional<Condition> leaf(Optional<Leaves.Leaf> read) {
    if (read.isEmpty()) {
      return Optional.empty();
    }
    Leaves.Leaf leaf = read.get();
    terms += leaf.text() == null ? 1 : count(leaf.text());
    if (terms > MAX_TERMS) {
      return tooMuch(Limit.TERMS);
    }
    return leaf.text() != null && leaf.text().length() > Condition.MAX_TEXT
        ? tooMuch(Limit.PHRASE)
        : leaf.condition();
  }

  private static int count(String text) {
    return Math.max(
        1, (int) Tokens.of(text).stream().filter(t -> t.kind() != Token.Kind.MARK).count());
  }

  private Optional<Condition> not(Condition that) {
    return that instanceof Condition.Not twice
        ? Optional.of(twice.that())
        : shallow(List.of(that)).map(of -> new Condition.Not(of.getFirst()));
  }

  private Optional<Condition> all(List<Condition> of) {
    List<Condition> flat = new ArrayList<>();
    for (Condition one : of) {
      if (one instanceof Condition.All all) {
        flat.addAll(all.of());
      } else {
        flat.add(one);
      }
    }
    return flat.size() < 2 ? flat.stream().findFirst() : shallow(flat).map(Condition.All::new);
  }

  private Optional<List<Condition>> shallow(List<Condition> of) {
    return of.stream().anyMatch(one -> one.depth() >= DEEPEST)
        ? tooMuch(Limit.DEPTH)
        : Optional.of(of);
  }

  private <T> Optional<T> tooMuch(Limit limit) {
    broken = limit;
    return Optional.empty();
  }

  static boolean isWordPart(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }
}
