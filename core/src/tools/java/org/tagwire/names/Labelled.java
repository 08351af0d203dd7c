package org.tagwire.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * Reads what {@link LabelByTeacher} writes (token, part of speech, the teacher's label, the label
 * people gave) into documents of sentences, cut into tokens as Tagwire cuts.
 *
 * <p>What people said goes before what the teacher said; where people said no more than "something
 * else", the teacher's kind is taken.
 */
final class Labelled {
  private static final Set<String> ARTICLES = Set.of("the", "a", "an");

  private final Lexicon lexicon;
  private final List<List<Example>> documents = new ArrayList<>();
  private List<Example> document = new ArrayList<>();

  private Labelled(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  static List<List<Example>> read(Path file, Lexicon lexicon) throws IOException {
    Labelled labelled = new Labelled(lexicon);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String[]> rows = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("-DOCSTART-")) {
          labelled.endDocument();
        } else if (line.isEmpty()) {
          labelled.endSentence(rows);
          rows.clear();
        } else {
          rows.add(line.split("\t"));
        }
      }
    }
    labelled.endDocument();
    return labelled.documents;
  }

  private void endDocument() {
    if (!document.isEmpty()) {
      documents.add(document);
      document = new ArrayList<>();
    }
  }

  private void endSentence(List<String[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    int[] starts = new int[rows.size()];
    int[] ends = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      String word = rows.get(i)[0];
      boolean clings = word.equals("n't") || (word.startsWith("'") && word.length() > 1);
      text.append(i == 0 || clings ? "" : " ");
      starts[i] = text.length();
      ends[i] = text.append(word).length();
    }
    List<Token> tokens = Tokens.of(text.toString());
    boolean byPeople = !rows.getFirst()[3].equals("_");
    List<Example.Span> spans = new ArrayList<>();
    int at = 0;
    while (at < rows.size()) {
      int to = byPeople ? endByPeople(rows, at) : endByTeacher(rows, at);
      if (to > at) {
        TagKind kind = byPeople ? kindByPeople(rows, at, to) : teachersKind(rows.get(at)[2]);
        if (kind != null) {
          add(tokens, spans, new int[] {starts[at], ends[to - 1]}, kind);
        }
      }
      at = Math.max(to, at + 1);
    }
    document.add(new Example(tokens, spans));
  }

  private static int endByTeacher(List<String[]> rows, int from) {
    String label = rows.get(from)[2];
    if (label.startsWith("U-")) {
      return from + 1;
    }
    if (!label.startsWith("B-")) {
      return from;
    }
    int to = from + 1;
    while (to < rows.size() && rows.get(to)[2].startsWith("I-")) {
      to++;
    }
    return to < rows.size() && rows.get(to)[2].startsWith("L-") ? to + 1 : to;
  }

  private static int endByPeople(List<String[]> rows, int from) {
    String label = rows.get(from)[3];
    if (label.equals("O")) {
      return from;
    }
    int to = from + 1;
    while (to < rows.size() && rows.get(to)[3].equals("I-" + label.substring(2))) {
      to++;
    }
    return to;
  }

  private static @org.jspecify.annotations.Nullable TagKind teachersKind(String label) {
    return switch (label.length() < 3 ? "" : label.substring(2)) {
      case "PERSON" -> TagKind.PERSON;
      case "ORG" -> TagKind.ORGANISATION;
      case "GPE", "LOC", "FAC" -> TagKind.PLACE;
      case "EVENT" -> TagKind.EVENT;
      case "WORK_OF_ART", "LAW", "PRODUCT" -> TagKind.WORK;
      case "NORP", "LANGUAGE" -> TagKind.TOPIC;
      default -> null;
    };
  }

  private TagKind kindByPeople(List<String[]> rows, int from, int to) {
    switch (rows.get(from)[3].substring(2)) {
      case "PER":
        return TagKind.PERSON;
      case "ORG":
        return TagKind.ORGANISATION;
      case "LOC":
        return TagKind.PLACE;
      default:
        for (int i = from; i < to; i++) {
          TagKind kind = teachersKind(rows.get(i)[2]);
          if (kind == TagKind.EVENT || kind == TagKind.WORK || kind == TagKind.TOPIC) {
            return kind;
          }
        }
        return lexicon.is(rows.get(from)[0], Lexicon.PEOPLE) ? TagKind.TOPIC : TagKind.WORK;
    }
  }

  /** Adds the name that stands in the characters, without article, marks and possessive. */
  private static void add(
      List<Token> tokens, List<Example.Span> spans, int[] characters, TagKind kind) {
    boolean[] candidates = Glyphs.candidates(tokens);
    int from = 0;
    while (from < tokens.size() && tokens.get(from).start() < characters[0]) {
      from++;
    }
    int to = from;
    while (to < tokens.size() && tokens.get(to).start() < characters[1]) {
      to++;
    }
    while (to > from && (!candidates[to - 1] || isMark(tokens.get(to - 1), to - 1 == from))) {
      to--;
    }
    while (from < to && (!candidates[from] || isHead(tokens.get(from), kind))) {
      from++;
    }
    boolean whole = true;
    boolean capital = false;
    for (int i = from; i < to; i++) {
      whole &= candidates[i];
      capital |= Glyphs.hasCapital(tokens.get(i));
    }
    if (to > from && whole && capital && !(to - from == 1 && isCompound(tokens.get(from)))) {
      spans.add(new Example.Span(from, to, kind));
    }
  }

  /** {@code Paris-based} is no name, though one is in it. */
  private static boolean isCompound(Token token) {
    int hyphen = token.text().lastIndexOf('-');
    return hyphen > 0
        && hyphen + 2 < token.text().length()
        && Character.isLowerCase(token.text().charAt(hyphen + 1));
  }

  private static boolean isMark(Token token, boolean alone) {
    return token.kind() == Token.Kind.MARK && (alone || !token.is("!"));
  }

  private static boolean isHead(Token token, TagKind kind) {
    boolean article = ARTICLES.contains(Glyphs.lower(token.text())) && kind != TagKind.WORK;
    return article || token.kind() == Token.Kind.MARK;
  }

  /** Returns documents of {@code size} documents each, for a source that numbers sentences only. */
  static List<List<Example>> gathered(List<List<Example>> documents, int size) {
    List<List<Example>> gathered = new ArrayList<>();
    for (int i = 0; i < documents.size(); i += size) {
      gathered.add(
          documents.subList(i, Math.min(documents.size(), i + size)).stream()
              .flatMap(List::stream)
              .toList());
    }
    return gathered;
  }

  /**
   * Makes one document agree with itself: a name has one kind, is a name wherever it stands, and a
   * surname is its bearer's.
   */
  static List<List<Example>> agreed(List<List<Example>> documents) {
    return documents.stream().map(Labelled::agreedDocument).toList();
  }

  private static List<Example> agreedDocument(List<Example> document) {
    Map<String, Map<TagKind, Integer>> kinds = new HashMap<>();
    Map<String, Boolean> surnames = new HashMap<>();
    for (Example example : document) {
      for (Example.Span span : example.spans()) {
        kinds
            .computeIfAbsent(
                example.phrase(span.from(), span.to()), p -> new EnumMap<>(TagKind.class))
            .merge(span.kind(), 1, Integer::sum);
        if (span.kind() == TagKind.PERSON && span.to() - span.from() > 1) {
          surnames.put(example.phrase(span.to() - 1, span.to()), true);
        }
      }
    }
    return document.stream().map(e -> agreedExample(e, kinds, surnames)).toList();
  }

  private static Example agreedExample(
      Example example, Map<String, Map<TagKind, Integer>> kinds, Map<String, Boolean> surnames) {
    List<Example.Span> spans = new ArrayList<>();
    int free = 0;
    for (Example.Span span : example.spans()) {
      addMissed(example, free, span.from(), kinds, spans);
      String phrase = example.phrase(span.from(), span.to());
      Map<TagKind, Integer> votes = kinds.get(phrase);
      TagKind most =
          votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      int sum = votes.values().stream().mapToInt(Integer::intValue).sum();
      TagKind kind = 3 * votes.get(most) >= 2 * sum ? most : span.kind();
      boolean surname = span.to() - span.from() == 1 && surnames.containsKey(phrase);
      spans.add(
          new Example.Span(span.from(), span.to(), surname && sum < 4 ? TagKind.PERSON : kind));
      free = span.to();
    }
    addMissed(example, free, example.tokens().size(), kinds, spans);
    return new Example(example.tokens(), spans);
  }

  private static void addMissed(
      Example example,
      int from,
      int to,
      Map<String, Map<TagKind, Integer>> kinds,
      List<Example.Span> spans) {
    int at = from;
    while (at < to) {
      int end = at;
      for (int i = Math.min(to, at + 6); i > at && end == at; i--) {
        boolean capital =
            Glyphs.hasCapital(example.tokens().get(at))
                && Glyphs.hasCapital(example.tokens().get(i - 1));
        Map<TagKind, Integer> votes = capital ? kinds.get(example.phrase(at, i)) : null;
        if (votes != null) {
          int sum = votes.values().stream().mapToInt(Integer::intValue).sum();
          if (i - at > 1 || (sum > 1 && at > 0)) {
            TagKind kind =
                votes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
            spans.add(new Example.Span(at, i, kind));
            end = i;
          }
        }
      }
      at = Math.max(end, at + 1);
    }
  }
}
