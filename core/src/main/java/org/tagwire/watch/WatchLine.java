package org.tagwire.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Language;
import org.tagwire.model.Refusal;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.WatchedName;

/** Reads and writes one line of a {@link WatchList}. Used for one line. */
final class WatchLine {
  private static final int MOST_WORDS = 12;
  private static final int MOST_SPELLINGS = 20;
  private static final String OPENING = "\"\u201C\u00AB\u201E";
  private static final String CLOSING = "\"\u201D\u00BB\u201C";

  private final List<String> spellings = new ArrayList<>();
  private final List<List<String>> needed = new ArrayList<>();
  private final List<String> excluded = new ArrayList<>();
  private @Nullable Language language;
  private @Nullable TagKind kind;
  private boolean exact;

  private WatchLine() {}

  /** What a line is. */
  sealed interface Said {}

  record Name(WatchedName name) implements Said {}

  record Wrong(Refusal why, String message) implements Said {}

  record Remark() implements Said {}

  /** What makes a line wrong, on its way out of the methods that read it. */
  private static final class Mistaken extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal why;

    Mistaken(Refusal why, String message) {
      super(message, null, false, false);
      this.why = why;
    }
  }

  /**
   * A part of a line.
   *
   * @param sign {@code +}, {@code -}, {@code |}, or a blank for a word
   * @param values what follows the sign; several where commas part them
   * @param quoted whether it begins with a quote
   */
  private record Part(char sign, List<String> values, boolean quoted) {
    String value() {
      return values.getFirst();
    }
  }

  static Said read(String line) {
    try {
      List<Part> parts = new Cutter(line).parts();
      return parts.isEmpty() ? new Remark() : new Name(new WatchLine().name(parts));
    } catch (Mistaken e) {
      return new Wrong(e.why, String.valueOf(e.getMessage()));
    }
  }

  private WatchedName name(List<Part> parts) throws Mistaken {
    List<String> words = new ArrayList<>();
    boolean narrowed = false;
    for (Part part : parts) {
      boolean word = part.sign() == ' ' && !option(part);
      if (word && narrowed) {
        throw new Mistaken(
            Refusal.of(Refusal.Kind.SPELLING_BEHIND_SIGN, part.value()),
            "'"
                + part.value()
                + "' stands after + or -; write the spellings first, or quote a"
                + " phrase: +\"climate change\"");
      }
      switch (part.sign()) {
        case '|' -> endSpelling(words);
        case '+' -> needed.add(part.values());
        case '-' -> excluded.add(part.value());
        default -> {
          if (word) {
            words.add(part.value());
          }
        }
      }
      narrowed |= part.sign() == '+' || part.sign() == '-';
    }
    endSpelling(words);
    return new WatchedName(spellings, needed, excluded, language, kind, exact);
  }

  private void endSpelling(List<String> words) throws Mistaken {
    String spelling = String.join(" ", words);
    words.clear();
    if (spelling.isEmpty()) {
      throw new Mistaken(
          Refusal.of(Refusal.Kind.SPELLING_MISSING),
          "a spelling is missing; write one on each side of | and =");
    }
    long letters =
        spelling
            .codePoints()
            .filter(c -> Character.isLetterOrDigit(c) || "+#".indexOf(c) >= 0)
            .count();
    if (letters < 2 || TagKey.parse(spelling).isEmpty()) {
      throw new Mistaken(
          Refusal.of(Refusal.Kind.SPELLING_LENGTH, spelling),
          "'"
              + spelling
              + "' is too short or too long; a name has two letters at least, and as a"
              + " hashtag a hundred at most");
    }
    if (spelling.split(" ").length > MOST_WORDS) {
      throw new Mistaken(
          Refusal.with(
              Refusal.Kind.SPELLING_WORDS,
              new Refusal.Detail.Text(spelling),
              new Refusal.Detail.Amount(MOST_WORDS)),
          "'" + spelling + "' has more than " + MOST_WORDS + " words; write | between spellings");
    }
    if (spellings.size() == MOST_SPELLINGS) {
      throw new Mistaken(
          Refusal.with(Refusal.Kind.SPELLINGS_TOO_MANY, new Refusal.Detail.Amount(MOST_SPELLINGS)),
          "there are more than " + MOST_SPELLINGS + " spellings; make it two names");
    }
    spellings.add(spelling);
  }

  /** Takes {@code lang:}, {@code kind:} and {@code case:}; false for a word of a name. */
  private boolean option(Part part) throws Mistaken {
    int colon = part.value().indexOf(':');
    if (part.quoted() || colon < 0) {
      return false;
    }
    String value = part.value().substring(colon + 1);
    switch (part.value().substring(0, colon)) {
      case "lang" -> language = language(value);
      case "kind" -> kind = kind(value);
      case "case" -> exact = exact(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Language language(String code) throws Mistaken {
    Optional<Language> language =
        Language.parse(code).filter(l -> !l.equals(Language.UNDETERMINED));
    if (language.isEmpty()) {
      throw new Mistaken(
          Refusal.of(Refusal.Kind.LANGUAGE_UNKNOWN, code),
          "'lang:" + code + "' names no language; write lang:en, lang:ar and so on");
    }
    return language.get();
  }

  private static TagKind kind(String written) throws Mistaken {
    for (TagKind kind : TagKind.values()) {
      if (word(kind).equals(written)) {
        return kind;
      }
    }
    throw new Mistaken(
        Refusal.of(Refusal.Kind.KIND_UNKNOWN, written, kinds()),
        "'kind:" + written + "' is no kind of name; there are " + kinds());
  }

  private static String kinds() {
    return Arrays.stream(TagKind.values()).map(WatchLine::word).collect(Collectors.joining(", "));
  }

  private static String word(TagKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static boolean exact(String written) throws Mistaken {
    if (!written.equals("exact")) {
      throw new Mistaken(
          Refusal.of(Refusal.Kind.CASE_UNKNOWN, written),
          "'case:" + written + "' says nothing; write case:exact, or leave it out");
    }
    return true;
  }

  static String write(WatchedName name) {
    StringBuilder line = new StringBuilder();
    line.append(
        name.spellings().stream().map(WatchLine::spelling).collect(Collectors.joining(" | ")));
    for (List<String> either : name.needed()) {
      line.append(" +");
      line.append(either.stream().map(WatchLine::phrase).collect(Collectors.joining(",")));
    }
    name.excluded().forEach(word -> line.append(" -").append(phrase(word)));
    name.findLanguage().ifPresent(language -> line.append(" lang:").append(language.code()));
    name.findKind().ifPresent(kind -> line.append(" kind:").append(word(kind)));
    return line.append(name.exact() ? " case:exact" : "").toString();
  }

  private static String spelling(String words) {
    boolean signs =
        words.codePoints().anyMatch(c -> "|=:\u201C\u201E\u00AB".indexOf(c) >= 0)
            || Arrays.stream(words.split(" ")).anyMatch(w -> "+-#".indexOf(w.charAt(0)) >= 0);
    return signs ? '"' + words + '"' : words;
  }

  private static String phrase(String words) {
    boolean signs = words.codePoints().anyMatch(c -> " |=,\u201C\u201E\u00AB".indexOf(c) >= 0);
    return signs ? '"' + words + '"' : words;
  }

  /** Cuts a line into its parts. */
  private static final class Cutter {
    private final String line;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    Cutter(String line) {
      this.line = line;
    }

    List<Part> parts() throws Mistaken {
      skipSpace();
      while (at < line.length() && !isRemark()) {
        char c = line.charAt(at);
        if (c == '|' || c == '=') {
          at++;
          parts.add(new Part('|', List.of(""), false));
        } else if ((c == '+' || c == '-') && (at == 0 || isSpace(at - 1))) {
          at++;
          parts.add(signed(c));
        } else {
          boolean quoted = isQuote(c);
          parts.add(new Part(' ', List.of(value(false)), quoted));
        }
        skipSpace();
      }
      return parts;
    }

    /** A remark begins the line, or stands behind a blank and before one. */
    private boolean isRemark() {
      boolean sharp = line.charAt(at) == '#';
      return sharp && (parts.isEmpty() || at + 1 == line.length() || isSpace(at + 1));
    }

    private Part signed(char sign) throws Mistaken {
      List<String> values = new ArrayList<>(List.of(signedValue(sign)));
      while (at < line.length() && line.charAt(at) == ',') {
        at++;
        values.add(signedValue(sign));
      }
      if (sign == '-' && values.size() > 1) {
        throw new Mistaken(
            Refusal.of(Refusal.Kind.ONE_WORD_AFTER_MINUS, "-" + String.join(" -", values)),
            "'-' takes one word; write -" + String.join(" -", values));
      }
      return new Part(sign, values, false);
    }

    private String signedValue(char sign) throws Mistaken {
      String value = at < line.length() && !isSpace(at) ? value(true) : "";
      if (value.codePoints().noneMatch(Character::isLetterOrDigit)) {
        throw new Mistaken(
            Refusal.of(Refusal.Kind.SIGN_ALONE, String.valueOf(sign), sign + "oil"),
            "'" + sign + "' stands alone; write a word behind it, as in " + sign + "oil");
      }
      return value;
    }

    private String value(boolean context) throws Mistaken {
      char first = line.charAt(at);
      if (isQuote(first)) {
        return quotedValue();
      }
      int from = at;
      while (at < line.length() && !isSpace(at) && !ends(line.charAt(at), context)) {
        at++;
      }
      return line.substring(from, at);
    }

    private String quotedValue() throws Mistaken {
      char closing = CLOSING.charAt(OPENING.indexOf(line.charAt(at)));
      int end = line.indexOf(closing, at + 1);
      if (end < 0) {
        throw new Mistaken(
            Refusal.of(Refusal.Kind.QUOTE_OPEN, line.substring(at + 1)),
            "the quote before '"
                + line.substring(at + 1)
                + "' is not closed; write another one"
                + " behind the phrase");
      }
      String value = line.substring(at + 1, end).strip().replaceAll("\\s+", " ");
      at = end + 1;
      return value;
    }

    private static boolean ends(char c, boolean context) {
      return c == '|' || c == '=' || (context && c == ',');
    }

    private static boolean isQuote(char c) {
      return OPENING.indexOf(c) >= 0;
    }

    private boolean isSpace(int i) {
      return Character.isWhitespace(line.charAt(i)) || Character.isSpaceChar(line.charAt(i));
    }

    private void skipSpace() {
      while (at < line.length() && isSpace(at)) {
        at++;
      }
    }
  }
}
