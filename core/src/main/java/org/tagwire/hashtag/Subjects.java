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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.model.TagKind;
import org.tagwire.names.Lexicon;
import org.tagwire.text.Normalise;

/**
 * Gathers the spots of one piece into subjects: equal keys first, then short forms of names to the
 * full ones, then surnames and first names to people.
 *
 * <p>Letters join the name whose initials they are; the beginning of an organisation's name joins
 * it; a place before an institution's name ({@code U.S. Supreme Court}) is let go. Between several
 * hosts the one named before wins, then the one named most. Of people see {@link People}.
 */
final class Subjects {
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "le", "la", "les", "el", "los", "las", "il", "der", "die", "das", "o", "os");

  private static final Pattern FORM_OF_COMPANY =
      Pattern.compile("(?<=[^&]),? (?:Inc|Corp|Co|Ltd|LLC|Plc|PLC|GmbH|AG|SA)\\.?$");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'-]+");

  private static final Pattern MIDDLE =
      Pattern.compile("(\\p{Lu}[\\p{L}'-]+) \\p{Lu}[\\p{L}.]* (\\p{Lu}[\\p{L}'-]+)");

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
      Spot meant = reader.findLongForm(spot.name()).map(spot::named).orElse(plain(spot));
      String key = Keys.of(meant.name());
      if (!key.isEmpty()) {
        subjects.byKey.computeIfAbsent(key, Subject::new).add(meant);
      }
    }
    subjects.dropMiddles();
    subjects.joinShortForms();
    new People(reader, subjects.kindOf).join(subjects.byKey);
    return subjects.byKey.values().stream().filter(Subject::isFounded).toList();
  }

  private static Spot plain(Spot spot) {
    if (spot.has(Sign.QUOTED) || spot.kind() == TagKind.WORK) {
      return spot;
    }
    boolean the = spot.words() > 2 && spot.name().startsWith("The ");
    String name = the ? spot.name().substring(4) : spot.name();
    String plain = FORM_OF_COMPANY.matcher(name).replaceFirst("");
    return plain.equals(spot.name()) || plain.isEmpty() ? spot : spot.named(plain);
  }

  /** Who is known without a middle name is called so. */
  private void dropMiddles() {
    for (Subject subject : List.copyOf(byKey.values())) {
      Matcher middle = MIDDLE.matcher(subject.name());
      if (middle.matches()) {
        String plain = middle.group(1) + " " + middle.group(2);
        String key = Keys.of(plain);
        boolean usual = reader.isRemembered(key) && reader.known(key) > reader.known(subject.key());
        boolean initial = middle.group().split(" ")[1].replace(".", "").length() == 1;
        if ((initial && byKey.containsKey(key)) || usual) {
          byKey.computeIfAbsent(key, k -> Subject.called(plain)).absorb(subject);
          byKey.remove(subject.key());
        }
      }
    }
  }

  private void joinShortForms() {
    List<Subject> shortest = new ArrayList<>(byKey.values());
    shortest.sort(Comparator.comparingInt(Subject::words).thenComparingInt(Subject::firstLine));
    for (Subject subject : shortest) {
      words.put(subject, split(subject.name()));
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
    if (subject.isCommon() || host.isCommon()) {
      return isPlural(full, words);
    }
    if (words.length == 1 && isAcronym(host, full, subject, words)) {
      return true;
    }
    if (isTurnedRound(words, full)) {
      return host.lines() > subject.lines()
          || (host.lines() == subject.lines() && host.key().compareTo(subject.key()) < 0);
    }
    if (isPlacedBefore(subject, words, full)) {
      return host.lines() >= subject.lines() || host.isInTitle();
    }
    if (full.length <= words.length) {
      return isPlural(full, words) && kindOf.get(subject) != TagKind.PERSON;
    }
    if (full.length == words.length + 1 && ARTICLES.contains(full[0]) && endsWith(full, words)) {
      return true;
    }
    TagKind kind = kindOf.getOrDefault(host, TagKind.TOPIC);
    if (kind == TagKind.ORGANISATION && isEnd(words, full)) {
      return true;
    }
    return kind != TagKind.PERSON
        && isBeginning(subject, words, full, kind)
        && !standsAlone(subject, host);
  }

  /** {@code trams} are {@code tram} when the piece says both. */
  private static boolean isPlural(String[] full, String[] words) {
    int last = words.length - 1;
    return full.length == words.length
        && words[last].equals(full[last] + "s")
        && full[last].length() > 3
        && Arrays.equals(full, 0, last, words, 0, last);
  }

  /** {@code Department of Justice}, {@code Justice Department}. */
  private static boolean isTurnedRound(String[] words, String[] full) {
    return isOf(words, full) || isOf(full, words);
  }

  private static boolean isOf(String[] of, String[] plain) {
    return of.length == plain.length + 1
        && of[1].equals("of")
        && of[0].equals(plain[plain.length - 1])
        && Arrays.equals(of, 2, of.length, plain, 0, plain.length - 1);
  }

  /** {@code U.S. Supreme Court} is the Supreme Court, when the piece says that too. */
  private boolean isPlacedBefore(Subject subject, String[] words, String[] full) {
    if (full.length < 2 || words.length <= full.length || !endsWith(words, full)) {
      return false;
    }
    String before = String.join(" ", Arrays.copyOf(words, words.length - full.length));
    boolean place = reader.isPlace(before) || reader.is(before, Lexicon.PLACE | Lexicon.PEOPLE);
    return place && kindOf.get(subject) != TagKind.PERSON;
  }

  private boolean isBeginning(Subject subject, String[] words, String[] full, TagKind kind) {
    boolean place =
        reader.isPlace(subject.name()) || reader.is(subject.name(), Lexicon.PLACE | Lexicon.PEOPLE);
    boolean begins =
        startsWith(full, words) && (kind == TagKind.ORGANISATION || kind == TagKind.EVENT);
    boolean person =
        words.length == 1
            && reader.is(words[0], Lexicon.FIRST_NAME)
            && subject.with(Sign.TITLED) > 0;
    return begins
        && !place
        && !person
        && !isPlainWord(words)
        && !isSurnameHere(words)
        && full.length - words.length <= 3;
  }

  /** {@code the Committee}, and the Chiefs of a city. */
  private boolean isEnd(String[] words, String[] full) {
    if (words.length != 1 || !endsWith(full, words)) {
      return false;
    }
    String before = String.join(" ", Arrays.copyOf(full, full.length - 1));
    boolean team =
        words[0].endsWith("s") && (reader.isPlace(before) || reader.is(before, Lexicon.PLACE));
    return team || reader.tells(Cue.ORGANISATION, words[0]);
  }

  /** Facebook is not short for Facebook Watch: it is known, and named more. */
  private boolean standsAlone(Subject subject, Subject host) {
    return subject.lines() > host.lines() && reader.is(subject.name(), Lexicon.ORGANISATION);
  }

  /** Somebody in the piece has this surname: the Obama Foundation is not who Obama means. */
  private boolean isSurnameHere(String[] words) {
    return words.length == 1
        && kindOf.entrySet().stream()
            .filter(e -> e.getValue() == TagKind.PERSON)
            .map(e -> words(e.getKey()))
            .anyMatch(full -> full.length > 1 && endsWith(full, words));
  }

  private boolean isPlainWord(String[] words) {
    return words.length == 1 && reader.is(words[0], Lexicon.WORD);
  }

  private boolean isAcronym(Subject host, String[] full, Subject subject, String[] words) {
    if (full.length < 2
        || subject.name().charAt(0) != host.name().charAt(0)
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
    String letters = Keys.of(words[0]);
    boolean person = kindOf.get(host) == TagKind.PERSON;
    return letters.length() >= 2
        && !person
        && (letters.contentEquals(all) || letters.contentEquals(telling));
  }

  private String[] words(Subject subject) {
    return words.getOrDefault(subject, new String[0]);
  }

  static String[] split(String name) {
    return NO_WORD.matcher(Normalise.folded(name)).replaceAll(" ").strip().split(" ");
  }

  private static boolean startsWith(String[] full, String[] words) {
    return Arrays.equals(full, 0, words.length, words, 0, words.length);
  }

  static boolean endsWith(String[] full, String[] words) {
    return full.length >= words.length
        && Arrays.equals(full, full.length - words.length, full.length, words, 0, words.length);
  }
}
