package org.tagwire.hashtag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.text.Normalise;

/**
 * Word lists that tell what the name beside them stands for, in several languages at once; written
 * by us. Immutable.
 */
final class Cues {
  /** What a word tells. */
  enum Cue {
    TITLE,
    RANK,
    LONG,
    NICKNAME,
    ROYAL,
    MALE,
    FEMALE,
    SPEAKING,
    ORGANISATION,
    PLACE,
    EVENT,
    PARTICLE,
    LOCATIVE,
    AGENCY,
    NEVER,
    /** A person's own name, where no capitals tell it. */
    GIVEN,
    /** The same, but an everyday word as well. */
    MAYBE,
    /** A place's name follows, without this word. */
    LOCALITY,
    /** What follows in quotation marks is a work. */
    WORK,
    /** An everyday word beside names, never in one. */
    PLAIN,
    /** An ending of German words for what somebody is. */
    ROLE,
    /** An ending of German words for institutions. */
    BODY,
    /** A German word before what is counted or dated. */
    MEASURE,
    SECTION
  }

  private final Map<Cue, Set<String>> words;
  private final Map<String, String> longForms;

  private Cues(Map<Cue, Set<String>> words, Map<String, String> longForms) {
    this.words = words;
    this.longForms = longForms;
  }

  static Cues load() {
    return parse(read("cues.txt") + "\n" + read("tongues.txt"));
  }

  private static String read(String resource) {
    try (InputStream in = Cues.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside its class; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Cues parse(String text) {
    Map<Cue, Set<String>> words = new EnumMap<>(Cue.class);
    for (Cue cue : Cue.values()) {
      words.put(cue, new HashSet<>());
    }
    Map<String, String> longForms = new HashMap<>();
    for (String line : text.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList()) {
      String[] parts = line.split(" ");
      Set<String> of =
          words.getOrDefault(Cue.valueOf(parts[0].toUpperCase(Locale.ROOT)), new HashSet<>());
      for (int i = 1; i < parts.length; i++) {
        String[] sides = parts[i].replace('_', ' ').split("=", 2);
        of.add(Normalise.folded(sides[0]));
        if (sides.length > 1) {
          longForms.put(Normalise.folded(sides[0]), sides[1]);
        }
      }
    }
    return new Cues(words, longForms);
  }

  /** Returns whether {@code folded} is a word of {@code cue}. */
  boolean tells(Cue cue, String folded) {
    return words.getOrDefault(cue, Set.of()).contains(folded);
  }

  /** Returns the first name that {@code folded} is short for, else itself. */
  String fullFirstName(String folded) {
    return tells(Cue.NICKNAME, folded) ? longForms.getOrDefault(folded, folded) : folded;
  }

  /** Returns the name that {@code letters} stand for everywhere. */
  Optional<String> findLongForm(String letters) {
    boolean capitals = letters.codePoints().noneMatch(Character::isLowerCase);
    return capitals && tells(Cue.LONG, Normalise.folded(letters))
        ? Optional.ofNullable(longForms.get(Normalise.folded(letters)))
        : Optional.empty();
  }
}
