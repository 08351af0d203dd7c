package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.model.TagKind;
import org.tagwire.names.Lexicon;
import org.tagwire.text.Normalise;

/**
 * Tells whom a surname or a first name means, mention by mention.
 *
 * <p>Who bears the name may be meant. Of several: not those whom the title contradicts ({@code Mrs.
 * Clinton} is not Bill), those of the same office before others, whoever was named in full in this
 * sentence or the one before, then whoever is named in full most. A name nobody in the piece bears
 * is asked of the stream: {@link Forms}.
 */
final class People {
  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "jr.", "sr.");

  private enum Gender {
    MALE,
    FEMALE,
    UNKNOWN
  }

  /** A person with a full name. */
  private static final class Bearer {
    final Subject subject;
    final String[] words;
    final Gender gender;
    final int named;

    Bearer(Subject subject, String[] words, Gender gender) {
      this.subject = subject;
      this.words = words;
      this.gender = gender;
      this.named = subject.spots().size();
    }
  }

  private final Reader reader;
  private final Map<Subject, TagKind> kindOf;
  private final Kinds kinds;

  People(Reader reader, Map<Subject, TagKind> kindOf) {
    this.reader = reader;
    this.kindOf = kindOf;
    this.kinds = new Kinds(reader);
  }

  /** Moves the spots that are short for somebody in {@code byKey} to them. */
  void join(Map<String, Subject> byKey) {
    List<Bearer> bearers = new ArrayList<>();
    for (Subject subject : byKey.values()) {
      String[] words = withoutSuffix(Subjects.split(subject.name()));
      if (words.length >= 2 && subject.isFounded() && kindOf.get(subject) == TagKind.PERSON) {
        bearers.add(new Bearer(subject, words, gender(subject, words[0])));
      }
    }
    List<Subject> subjects = new ArrayList<>(byKey.values());
    subjects.sort(Comparator.comparingInt(Subject::words).reversed());
    for (Subject subject : subjects) {
      join(subject, bearers, byKey);
    }
    for (Subject subject : List.copyOf(byKey.values())) {
      recall(subject, byKey);
    }
  }

  /** A surname or letters alone in the piece: whom the stream means by them. */
  private void recall(Subject subject, Map<String, Subject> byKey) {
    boolean alone = subject.words() == 1 && !subject.isCommon();
    boolean place =
        kindOf.get(subject) == TagKind.PLACE
            || reader.isPlace(subject.name())
            || 2 * subject.with(Sign.LOCATED) > subject.spots().size();
    if (!alone || place) {
      return;
    }
    reader
        .findFullName(subject.name())
        .filter(name -> isSaid(subject, name))
        .ifPresent(
            name -> {
              Subject meant = byKey.computeIfAbsent(Keys.of(name), key -> Subject.called(name));
              meant.absorb(subject);
              byKey.remove(subject.key());
            });
  }

  /** Nobody whom the titles here contradict. */
  private boolean isSaid(Subject subject, String name) {
    Gender known = genderOf(Subjects.split(name)[0]);
    return known == Gender.UNKNOWN
        || subject.spots().stream()
            .map(s -> genderOf(titleBefore(s)))
            .allMatch(g -> g == Gender.UNKNOWN || g == known);
  }

  private void join(Subject subject, List<Bearer> bearers, Map<String, Subject> byKey) {
    String[] words = withoutSuffix(Subjects.split(subject.name()));
    if (subject.isCommon() || kinds.isInstitution(subject.name())) {
      return;
    }
    List<Bearer> possible =
        bearers.stream()
            .filter(b -> b.subject != subject && isShort(words, b.words))
            .filter(b -> !isPlaceOfItsOwn(subject, b))
            .toList();
    if (possible.isEmpty()) {
      return;
    }
    Map<Subject, Integer> last = new HashMap<>();
    for (Spot spot : List.copyOf(subject.spots())) {
      findMeant(spot, possible, last)
          .ifPresent(
              meant -> {
                subject.giveTo(meant.subject, spot);
                last.put(meant.subject, spot.line().number());
              });
    }
    if (subject.spots().isEmpty()) {
      possible.getFirst().subject.absorb(subject);
      byKey.remove(subject.key());
      bearers.removeIf(b -> b.subject == subject);
    }
  }

  /** A town named more than somebody who bears its name. */
  private boolean isPlaceOfItsOwn(Subject subject, Bearer bearer) {
    return kindOf.get(subject) == TagKind.PLACE
        && subject.with(Sign.TITLED) == 0
        && subject.lines() >= bearer.subject.lines();
  }

  private boolean isShort(String[] words, String[] full) {
    if (isNicknamed(words, full)) {
      return true;
    }
    if (words.length > full.length && words.length <= full.length + 3) {
      // Seattle Mayor Ed Murray, Ed Bernard Murray: one is said without what is more, too
      boolean sameLast = words[words.length - 1].equals(full[full.length - 1]);
      boolean middle = sameLast && words[0].equals(full[0]);
      return middle || (Subjects.endsWith(words, full) && !isFirstName(words[0], words));
    }
    if (words.length >= full.length) {
      return false;
    }
    if (words.length == 1) {
      boolean hyphened = full[full.length - 1].endsWith("-" + words[0]);
      return Subjects.endsWith(full, words) || hyphened || isFirstName(words[0], full);
    }
    boolean compound = Subjects.endsWith(full, words) && !reader.is(words[0], Lexicon.FIRST_NAME);
    return compound;
  }

  /**
   * William Barr is Bill Barr: the longer first name joins the shorter, which is how they are
   * known.
   */
  private boolean isNicknamed(String[] words, String[] full) {
    return words.length >= 2
        && full.length == 2
        && !words[0].equals(full[0])
        && words[words.length - 1].equals(full[1])
        && words[0].equals(reader.fullFirstName(full[0]));
  }

  private boolean isFirstName(String word, String[] full) {
    return full[0].equals(word)
        && reader.is(word, Lexicon.FIRST_NAME)
        && !reader.isPlace(word)
        && !reader.is(word, Lexicon.ORGANISATION);
  }

  private Optional<Bearer> findMeant(Spot spot, List<Bearer> possible, Map<Subject, Integer> last) {
    if (spot.has(Sign.LOCATED) && reader.isPlace(spot.name())) {
      return Optional.empty();
    }
    String title = titleBefore(spot);
    Gender gender = genderOf(title);
    List<Bearer> fitting =
        possible.stream()
            .filter(
                b -> gender == Gender.UNKNOWN || b.gender == Gender.UNKNOWN || b.gender == gender)
            .toList();
    if (gender != Gender.UNKNOWN) {
      List<Bearer> sure = fitting.stream().filter(b -> b.gender == gender).toList();
      fitting = sure.isEmpty() ? fitting : sure;
    }
    if (fitting.size() < 2) {
      return fitting.stream().findFirst();
    }
    if (gender == Gender.UNKNOWN && !title.isEmpty()) {
      List<Bearer> office = fitting.stream().filter(b -> isCalled(b.subject, title)).toList();
      fitting = office.isEmpty() ? fitting : office;
    }
    return fitting.stream().max(nearest(spot, last));
  }

  private static Comparator<Bearer> nearest(Spot spot, Map<Subject, Integer> last) {
    int line = spot.line().number();
    boolean title = spot.line().isTitle();
    return Comparator.comparing((Bearer b) -> !title && isNear(b, spot))
        .thenComparingInt(b -> b.named)
        .thenComparing(b -> Math.abs(last.getOrDefault(b.subject, -100) - line) < 3)
        .thenComparing(Comparator.comparingInt((Bearer b) -> b.subject.firstLine()).reversed());
  }

  /** Named in full just before: in this sentence or the last. */
  private static boolean isNear(Bearer bearer, Spot spot) {
    int line = spot.line().number();
    return bearer.subject.spots().stream()
        .filter(s -> s.words() > 1)
        .anyMatch(
            s ->
                s.line().number() == line - 1
                    || (s.line().number() == line && s.from() < spot.from()));
  }

  private static boolean isCalled(Subject subject, String title) {
    return subject.spots().stream().anyMatch(s -> titleBefore(s).equals(title));
  }

  /** Returns the folded title before {@code spot}, or what else stands there. */
  static String titleBefore(Spot spot) {
    int at = spot.from() - 1;
    boolean stop = at > 0 && spot.line().tokens().get(at).is(".");
    int word = stop ? at - 1 : at;
    return word < 0 ? "" : Normalise.folded(spot.line().tokens().get(word).text());
  }

  private Gender genderOf(String word) {
    return reader.tells(Cue.MALE, word)
        ? Gender.MALE
        : reader.tells(Cue.FEMALE, word) ? Gender.FEMALE : Gender.UNKNOWN;
  }

  private Gender gender(Subject subject, String firstName) {
    for (Spot spot : subject.spots()) {
      Gender titled = genderOf(titleBefore(spot));
      if (titled != Gender.UNKNOWN) {
        return titled;
      }
    }
    return genderOf(firstName);
  }

  private static String[] withoutSuffix(String[] words) {
    boolean suffix = words.length > 2 && SUFFIXES.contains(words[words.length - 1]);
    return suffix ? Arrays.copyOf(words, words.length - 1) : words;
  }
}
