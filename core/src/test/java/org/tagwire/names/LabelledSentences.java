package org.tagwire.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/** Invented sentences whose names are known: {@code sentences.txt}. */
final class LabelledSentences {
  private static final Pattern NAME = Pattern.compile("\\[(\\w+) ([^\\]]+)\\]");
  private static final Map<String, TagKind> KINDS =
      Map.of(
          "person", TagKind.PERSON,
          "organisation", TagKind.ORGANISATION,
          "place", TagKind.PLACE,
          "work", TagKind.WORK,
          "event", TagKind.EVENT,
          "nationality", TagKind.TOPIC);

  private LabelledSentences() {}

  /**
   * One sentence.
   *
   * @param headline whether it is one
   * @param text without the brackets
   * @param names its names by what they say
   */
  record Sentence(boolean headline, String text, Map<String, TagKind> names) {
    List<Token> tokens() {
      return Tokens.of(text);
    }

    Sentence inCapitals() {
      Map<String, TagKind> capitals = new LinkedHashMap<>();
      names.forEach((name, kind) -> capitals.put(name.toUpperCase(Locale.ROOT), kind));
      return new Sentence(headline, text.toUpperCase(Locale.ROOT), capitals);
    }
  }

  static List<Sentence> all() {
    try (InputStream in = LabelledSentences.class.getResourceAsStream("sentences.txt")) {
      if (in == null) {
        throw new IllegalStateException("sentences.txt is missing beside its class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(LabelledSentences::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sentence parse(String line) {
    boolean headline = line.startsWith("= ");
    Matcher matcher = NAME.matcher(headline ? line.substring(2) : line);
    Map<String, TagKind> names = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      names.put(matcher.group(2), KINDS.get(matcher.group(1)));
      matcher.appendReplacement(text, Matcher.quoteReplacement(matcher.group(2)));
    }
    return new Sentence(headline, matcher.appendTail(text).toString(), names);
  }

  /** What a tagger found, against what is known. */
  record Score(int right, int bounds, int given, int wanted, List<String> wrong) {
    double f1() {
      return 2.0 * right / (given + wanted);
    }

    double boundsF1() {
      return 2.0 * bounds / (given + wanted);
    }
  }

  static Score score(NameTagger tagger, List<Sentence> sentences) {
    int right = 0;
    int bounds = 0;
    int given = 0;
    int wanted = 0;
    List<String> wrong = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<Token> tokens = sentence.tokens();
      wanted += sentence.names().size();
      for (Name name : tagger.tag(tokens)) {
        given++;
        String said =
            sentence
                .text()
                .substring(tokens.get(name.from()).start(), tokens.get(name.to() - 1).end());
        TagKind kind = sentence.names().get(said);
        bounds += kind != null ? 1 : 0;
        right += kind == name.kind() ? 1 : 0;
        if (kind != name.kind()) {
          wrong.add(said + " as " + name.kind() + " in: " + sentence.text());
        }
      }
    }
    return new Score(right, bounds, given, wanted, wrong);
  }
}
