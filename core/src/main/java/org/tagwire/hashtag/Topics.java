package org.tagwire.hashtag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.model.Language;
import org.tagwire.model.TagKind;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;

/**
 * Finds subjects that are no names: those of a list written by us, and those the stream's
 * publishers tag. Immutable and safe for use by many threads.
 */
final class Topics {
  /** The most words of a topic. */
  static final int LONGEST = 4;

  private final Map<String, String> names;
  private final Set<String> beginnings;

  private Topics(Map<String, String> names) {
    this.names = names;
    Set<String> first = new HashSet<>();
    names.keySet().forEach(words -> first.add(words.split(" ", 2)[0]));
    this.beginnings = first;
  }

  static Topics load() {
    try (InputStream in = Topics.class.getResourceAsStream("topics.txt")) {
      if (in == null) {
        throw new IllegalStateException("topics.txt is missing beside its class; build again");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Topics parse(String text) {
    Map<String, String> names = new HashMap<>();
    for (String line : text.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList()) {
      String[] sides = line.split(" = ", 2);
      names.put(Normalise.folded(sides[0]), sides[0]);
      if (sides.length > 1) {
        for (String other : sides[1].split(", ")) {
          names.put(Normalise.folded(other), sides[0]);
        }
      }
    }
    return new Topics(names);
  }

  /** Returns the topics named in {@code line}, in order; the longest at each place. */
  List<Spot> spot(Language language, Line line) {
    List<Spot> spots = new ArrayList<>();
    if (!language.equals(Language.ENGLISH)) {
      return spots;
    }
    List<Token> tokens = line.tokens();
    int i = 0;
    while (i < tokens.size()) {
      int end = end(tokens, i);
      if (end > i) {
        String said = said(tokens, i, end);
        spots.add(
            new Spot(
                line,
                i,
                end,
                names.getOrDefault(said, said),
                EnumSet.of(Sign.COMMON),
                TagKind.TOPIC,
                1));
        i = end;
      } else {
        i++;
      }
    }
    return spots;
  }

  private int end(List<Token> tokens, int from) {
    if (!beginnings.contains(Normalise.folded(tokens.get(from).text()))) {
      return from;
    }
    for (int to = Math.min(tokens.size(), from + LONGEST); to > from; to--) {
      if (names.containsKey(said(tokens, from, to))) {
        return to;
      }
    }
    return from;
  }

  private static String said(List<Token> tokens, int from, int to) {
    StringBuilder said = new StringBuilder();
    for (Token token : tokens.subList(from, to)) {
      said.append(said.isEmpty() ? "" : " ").append(Normalise.folded(token.text()));
    }
    return said.toString();
  }
}
