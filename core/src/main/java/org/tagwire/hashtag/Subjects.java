package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.model.TagKind;
import org.tagwire.names.Lexicon;
import org.tagwire.text.Normalise;

/**
 * Gathers the spots of one piece into subjects: equal keys first, then short forms to the full
 * names they stand for.
 *
 * <p>A single word joins a person whose surname it is, or an organisation whose name it begins;
 * letters join the name whose initials they are. Between several hosts the one named last before it
 * wins, then the one named most.
 */
final class Subjects {
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "le", "la", "les", "el", "los", "las", "il", "der", "die", "das", "o", "os");

  private final Reader reader;
  private final Kinds kinds;
  private final Map<String, Subject> byKey = new LinkedHashMap<>();
  private final Map<Subject, String[]> words = new HashMap<>();
  private final Map<Subject, TagKind> kindOf = new HashMap<>();

  private Subjects(Reader reader) {
    this.reader = reader;
    this.kinds = new Kinds(reader);
  }

  /** Returns the subjects of {@code spots}, in the order of their first spots. */
  static List<Subject> gather(Reader reader, List<Spot> spots) {
    Subjects subjects = new Subjects(reader);
    for (Spot spot : spots) {
      String key = Keys.of(spot.name());
      if (!key.isEmpty()) {
        subjects.byKey.computeIfAbsent(key, Subject::new).add(spot);
      }
    }
    subjects.joinShortForms();
    return subjects.byKey.values().stream().filter(Subject::isFounded).toList();
  }

  private void joinShortForms() {
    List<Subject> shortest = new ArrayList<>(byKey.values());
    shortest.sort(Comparator.comparingInt(Subject::words).thenComparingInt(Subject::firstLine));
    for (Subject subject : shortest) {
      words.put(subject, split(subject));
      kindOf.put(subject, kinds.of(subject));
    }
    for (Subject subject : shortest) {
      findHost(subject)
          .ifPresent(
              host -> {
                host.absorb(subject);
                byKey.remove(subject.key());
              });
    }
  }

  private Optional<Subject> findHost(Subject subject) {
    String[] words = words(subject);
    int first = subject.firstLine();
    return byKey.values().stream()
        .filter(host -> host != subject && host.isFounded() && isHost(host, subject, words))
        .max(
            Comparator.comparing((Subject host) -> host.firstLine() <= first || host.isInLead())
                .thenComparingInt(Subject::lines)
                .thenComparing(Comparator.comparingInt(Subject::firstLine).reversed()));
  }

  private boolean isHost(Subject host, Subject subject, String[] words) {
    String[] full = words(host);
    if (full.length <= words.length) {
      return isAcronym(host, full, subject, words);
    }
    if (words.length == 1 && isAcronym(host, full, subject, words)) {
      return true;
    }
    if (full.length == words.length + 1 && ARTICLES.contains(full[0]) && endsWith(full, words)) {
      return true;
    }
    TagKind kind = kindOf.get(host);
    if (kind == TagKind.PERSON) {
      return isPersonShort(subject, words, full);
    }
    boolean place =
        reader.isPlace(subject.name()) || reader.is(subject.name(), Lexicon.PLACE | Lexicon.PEOPLE);
    boolean begins =
        startsWith(full, words) && (kind == TagKind.ORGANISATION || kind == TagKind.EVENT);
    boolean person =
        words.length == 1
            && reader.is(words[0], Lexicon.FIRST_NAME)
            && subject.with(Sign.TITLED) > 0;
    return begins && !place && !person && !isPlainWord(words) && full.length - words.length <= 3;
  }

  private boolean isPlainWord(String[] words) {
    return words.length == 1 && reader.is(words[0], Lexicon.WORD);
  }

  private boolean isPersonShort(Subject subject, String[] words, String[] full) {
    boolean located = reader.isPlace(subject.name()) && subject.with(Sign.LOCATED) > 0;
    if (located || kinds.isInstitution(subject.name())) {
      return false;
    }
    boolean surname =
        endsWith(full, words) || (full.length > 2 && isSuffix(full) && endsWith(drop(full), words));
    boolean firstName =
        words.length == 1 && full[0].equals(words[0]) && isFirstName(words[0], full);
    return surname || firstName || isMiddleOut(words, full);
  }

  private boolean isFirstName(String word, String[] full) {
    return reader.is(word, Lexicon.FIRST_NAME)
        && !reader.is(word, Lexicon.ORGANISATION)
        && (reader.is(full[full.length - 1], Lexicon.SURNAME)
            || !reader.is(full[full.length - 1], Lexicon.WORD));
  }

  private static boolean isSuffix(String[] full) {
    String last = full[full.length - 1];
    return last.equals("jr") || last.equals("sr") || last.equals("ii") || last.equals("iii");
  }

  private static String[] drop(String[] full) {
    return Arrays.copyOf(full, full.length - 1);
  }

  /** John Bel Edwards is John Edwards said shorter. */
  private static boolean isMiddleOut(String[] words, String[] full) {
    return words.length == 2
        && full.length == 3
        && words[0].equals(full[0])
        && words[1].equals(full[2]);
  }

  private boolean isAcronym(Subject host, String[] full, Subject subject, String[] words) {
    if (words.length != 1
        || full.length < 2
        || !subject.name().equals(subject.name().toUpperCase(Locale.ROOT))) {
      return false;
    }
    StringBuilder all = new StringBuilder();
    StringBuilder telling = new StringBuilder();
    for (String word : full) {
      all.append(word.charAt(0));
      if (!reader.tells(Cue.PARTICLE, word)) {
        telling.append(word.charAt(0));
      }
    }
    String letters = Keys.of(subject.name());
    boolean person = kindOf.get(host) == TagKind.PERSON;
    return letters.length() >= 2
        && !person
        && (letters.contentEquals(all) || letters.contentEquals(telling));
  }

  private String[] words(Subject subject) {
    return words.getOrDefault(subject, new String[0]);
  }

  private static String[] split(Subject subject) {
    String spaced =
        Normalise.folded(subject.name()).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    return spaced.split(" ");
  }

  private static boolean startsWith(String[] full, String[] words) {
    return Arrays.equals(full, 0, words.length, words, 0, words.length);
  }

  private static boolean endsWith(String[] full, String[] words) {
    return Arrays.equals(full, full.length - words.length, full.length, words, 0, words.length);
  }
}
