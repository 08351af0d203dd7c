package org.tagwire.names;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * Puts names of the name list into sentences: our own patterns and sentences that were labelled, so
 * that the model learns how names are said and not who was in the news. Half of the persons get the
 * first name of one and the surname of another, so that it does not learn that a name has to be
 * listed. The same seed gives the same sentences.
 */
final class Patterns {
  private final Map<String, List<String>> names;
  private final Random random;

  Patterns(long seed) throws IOException, ReflectiveOperationException {
    this.names = NameList.clear();
    this.random = new Random(seed);
  }

  /** Returns {@code times} fillings of every pattern. */
  List<Example> filled(int times) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String line : lines()) {
      boolean headline = line.startsWith("= ");
      String pattern = headline || line.startsWith("- ") ? line.substring(2) : line;
      for (int i = 0; i < times; i++) {
        examples.add(filled(pattern));
      }
    }
    return examples;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = Patterns.class.getResourceAsStream("patterns.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    }
  }

  private Example filled(String pattern) {
    List<Token> tokens = new ArrayList<>();
    List<Example.Span> spans = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      int open = pattern.indexOf('{', at);
      if (open < 0) {
        tokens.addAll(Tokens.of(pattern.substring(at)));
        break;
      }
      tokens.addAll(Tokens.of(pattern.substring(at, open)));
      char slot = pattern.charAt(open + 1);
      put(name(slot), kind(slot), tokens, spans);
      at = open + 3;
    }
    return new Example(tokens, spans);
  }

  private static void put(String name, TagKind kind, List<Token> tokens, List<Example.Span> spans) {
    List<Token> words = Tokens.of(name);
    boolean article = Glyphs.lower(words.getFirst().text()).equals("the") && words.size() > 1;
    int from = tokens.size() + (article && kind != TagKind.WORK ? 1 : 0);
    tokens.addAll(words);
    spans.add(new Example.Span(from, tokens.size(), kind));
  }

  private static TagKind kind(char slot) {
    return switch (slot) {
      case 'P', 'S' -> TagKind.PERSON;
      case 'O' -> TagKind.ORGANISATION;
      case 'L' -> TagKind.PLACE;
      case 'W', 'G' -> TagKind.WORK;
      case 'E' -> TagKind.EVENT;
      case 'N' -> TagKind.TOPIC;
      default -> throw new IllegalStateException("no such slot: " + slot);
    };
  }

  private String name(char slot) {
    return switch (slot) {
      case 'P' -> person();
      case 'S' -> last(any(NameList.PERSON));
      case 'O' -> any(NameList.ORGANISATION);
      case 'L' -> any(NameList.PLACE);
      case 'W' -> any(List.of(NameList.FILM, NameList.BOOK, NameList.SONG).get(random.nextInt(3)));
      case 'G' -> any(NameList.PRODUCT);
      case 'E' -> any(NameList.EVENT);
      case 'N' -> any(NameList.PEOPLE);
      default -> throw new IllegalStateException("no such slot: " + slot);
    };
  }

  private String person() {
    String listed = any(NameList.PERSON);
    if (random.nextBoolean() || !listed.contains(" ")) {
      return listed;
    }
    return listed.substring(0, listed.lastIndexOf(' ')) + " " + last(any(NameList.PERSON));
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf(' ') + 1);
  }

  private String any(String kind) {
    List<String> all = names.get(kind);
    return all.get(random.nextInt(all.size()));
  }

  /** Returns {@code example} with other names of the same kinds and lengths alike. */
  Example exchanged(Example example) {
    List<Token> tokens = new ArrayList<>();
    List<Example.Span> spans = new ArrayList<>();
    int at = 0;
    for (Example.Span span : example.spans()) {
      tokens.addAll(example.tokens().subList(at, span.from()));
      char slot = slot(span);
      if (slot == ' ' || random.nextInt(4) == 0) {
        int from = tokens.size();
        tokens.addAll(example.tokens().subList(span.from(), span.to()));
        spans.add(new Example.Span(from, tokens.size(), span.kind()));
      } else {
        put(name(slot), span.kind(), tokens, spans);
      }
      at = span.to();
    }
    tokens.addAll(example.tokens().subList(at, example.tokens().size()));
    return new Example(tokens, spans);
  }

  private static char slot(Example.Span span) {
    int words = span.to() - span.from();
    return switch (span.kind()) {
      case PERSON -> words == 1 ? 'S' : 'P';
      case ORGANISATION -> 'O';
      case PLACE -> 'L';
      case WORK -> 'W';
      case EVENT -> 'E';
      case TOPIC -> ' ';
    };
  }
}
