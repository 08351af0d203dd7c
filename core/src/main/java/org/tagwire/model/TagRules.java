package org.tagwire.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the owner's rules come to: which tag a key leads to, and which tags an article carries.
 *
 * <p>A key is followed through merges and renames to the subject it stands for; then the splits of
 * that subject are asked, so that no other spelling of a name ever crosses a split; last come the
 * tags that this very article does not carry. A rule that would lead in a circle is passed over.
 * Immutable and safe to share between threads; what it costs does not grow with the number of
 * rules.
 */
public final class TagRules {
  /** Says nothing. */
  public static final TagRules NONE = new TagRules(List.of());

  /** Under what topic of {@link Knowledge} the owner's refusals are found. */
  public static final String REFUSED = "hashtag:refused";

  /** The most reasons a tag keeps when two become one. */
  private static final int MOST_MENTIONS = 8;

  private final Map<TagKey, Move> moves = new HashMap<>();
  private final Map<TagKey, String> names = new HashMap<>();
  private final Map<TagKey, List<TagRule.Split>> splits = new HashMap<>();
  private final Map<ArticleId, Map<TagKey, TagRule.NotAbout>> refused = new HashMap<>();
  private final Map<Knowledge.Scope, Map<String, Integer>> lessons = new HashMap<>();
  private final Map<TagKey, Set<TagKey>> leaving = new HashMap<>();
  private final Map<TagKey, List<TagRule.NotAbout>> refusing = new HashMap<>();
  private final Map<TagKey, TagKey> returning = new HashMap<>();
  private final boolean settled;

  /**
   * A rule as it stands.
   *
   * @param rule what was said
   * @param holds whether it has not been taken back
   * @param settled whether every article follows it, or no longer does
   */
  public record Standing(TagRule rule, boolean holds, boolean settled) {}

  private record Move(TagKey into, String name) {}

  /** Where a tag of an article ends up; the name only where it is another's. */
  private record Target(TagKey key, @Nullable String name) {}

  private TagRules(List<Standing> all) {
    settled = all.stream().allMatch(Standing::settled);
    List<Standing> rules = all.stream().filter(Standing::holds).toList();
    rules.forEach(standing -> takeMove(standing.rule()));
    for (Standing standing : rules) {
      switch (standing.rule()) {
        case TagRule.Rename rename -> names.put(rename.into(), rename.name());
        case TagRule.Split split ->
            splits.computeIfAbsent(resolve(split.tag()), key -> new ArrayList<>()).add(split);
        case TagRule.NotAbout not -> refuse(not);
        case TagRule.Merge merge -> {
          // It is a move and nothing else.
        }
      }
    }
    all.stream().filter(standing -> !standing.settled()).forEach(this::noteUnsettled);
  }

  /** Returns what these rules come to, the earliest first. */
  public static TagRules of(List<Standing> rules) {
    return rules.isEmpty() ? NONE : new TagRules(rules);
  }

  private void takeMove(TagRule rule) {
    switch (rule) {
      case TagRule.Merge merge -> move(merge.tag(), merge.into(), merge.name());
      case TagRule.Rename rename -> move(rename.tag(), rename.into(), rename.name());
      case TagRule.Split split -> {
        // It leads on from where the moves end.
      }
      case TagRule.NotAbout not -> {
        // It leads nowhere.
      }
    }
  }

  private void refuse(TagRule.NotAbout not) {
    TagKey tag = resolve(not.tag());
    var before = refused.computeIfAbsent(not.article(), id -> new HashMap<>()).put(tag, not);
    TagRule.Field field = not.field();
    if (before == null && field != null) {
      lessons
          .computeIfAbsent(
              new Knowledge.Scope(REFUSED, field.language().code()), scope -> new HashMap<>())
          .merge(lesson(tag, field.category()), 1, Integer::sum);
    }
  }

  private void move(TagKey from, TagKey into, String name) {
    if (!resolve(into).equals(from)) {
      moves.putIfAbsent(from, new Move(into, name));
    }
  }

  private void noteUnsettled(Standing standing) {
    if (standing.holds()) {
      noteUnsettled(standing.rule());
    } else {
      switch (standing.rule()) {
        case TagRule.Merge merge -> returning.put(merge.tag(), merge.into());
        case TagRule.Rename rename -> returning.put(rename.tag(), rename.into());
        case TagRule.Split split -> {
          // Its second subject goes back, and the tag itself has a page all the while.
        }
        case TagRule.NotAbout not -> {
          // It moved nothing.
        }
      }
    }
  }

  private void noteUnsettled(TagRule rule) {
    if (rule instanceof TagRule.NotAbout not) {
      refusing.computeIfAbsent(resolve(not.tag()), key -> new ArrayList<>()).add(not);
    }
    if (rule instanceof TagRule.Merge || rule instanceof TagRule.Rename) {
      TagKey now = resolve(rule.tag());
      if (!now.equals(rule.tag())) {
        leaving.computeIfAbsent(now, key -> new LinkedHashSet<>()).add(rule.tag());
      }
    }
  }

  /** Returns whether every article follows every rule that was given. */
  public boolean isSettled() {
    return settled;
  }

  /** Returns the tag that a key leads to: itself, unless the owner has said otherwise. */
  public TagKey resolve(TagKey key) {
    TagKey now = key;
    for (Move move = moves.get(now); move != null; move = moves.get(now)) {
      now = move.into();
    }
    return now;
  }

  /** Returns all keys that lead to a tag, the tag itself first. */
  public List<TagKey> leadingTo(TagKey tag) {
    List<TagKey> keys = new ArrayList<>(List.of(tag));
    moves.keySet().stream()
        .filter(key -> !key.equals(tag) && resolve(key).equals(tag))
        .sorted()
        .forEach(keys::add);
    return keys;
  }

  /**
   * Returns the keys under which articles of a tag may still stand, because the rules that lead
   * them here have not gone through all articles yet.
   */
  public Set<TagKey> leaving(TagKey tag) {
    return leaving.getOrDefault(tag, Set.of());
  }

  /**
   * Returns under which tag articles of another may still stand, because a rule that led them there
   * was taken back and they have not all returned yet.
   */
  public Optional<TagKey> findReturning(TagKey tag) {
    return Optional.ofNullable(returning.get(tag)).map(this::resolve);
  }

  /**
   * Returns the articles of which the owner has said that they are not about a tag, and to which
   * that has not come yet.
   *
   * @param aboutOnly whether those that still mention it are among them
   */
  public Set<ArticleId> refusing(TagKey tag, boolean aboutOnly) {
    return refusing.getOrDefault(tag, List.of()).stream()
        .filter(not -> aboutOnly || !not.mentioned())
        .map(TagRule.NotAbout::article)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns the name the owner has given a tag. */
  public Optional<String> findName(TagKey tag) {
    return Optional.ofNullable(names.get(tag));
  }

  /** Returns a tag under the name that the owner has given it. */
  public Hashtag named(Hashtag tag) {
    String name = names.get(tag.key());
    return name == null
        ? tag
        : new Hashtag(
            tag.key(), HashtagGrammar.form(name).orElse(tag.form()), name, tag.kind(), tag.since());
  }

  /** Returns whether the owner has told apart the subjects that one key stands for. */
  public boolean isSplit(TagKey tag) {
    return splits.containsKey(tag)
        || splits.values().stream()
            .flatMap(List::stream)
            .anyMatch(split -> resolve(split.into()).equals(tag));
  }

  /** Returns whether two tags are the two sides of a split. */
  public boolean isSplit(TagKey one, TagKey other) {
    return splits.getOrDefault(one, List.of()).stream()
            .anyMatch(s -> resolve(s.into()).equals(other))
        || splits.getOrDefault(other, List.of()).stream()
            .anyMatch(s -> resolve(s.into()).equals(one));
  }

  /** Returns what the owner has said of a tag on one article. */
  public Optional<TagRule.NotAbout> findRefusal(ArticleId article, TagKey tag) {
    return Optional.ofNullable(refused.getOrDefault(article, Map.of()).get(tag));
  }

  /**
   * Returns what was learned, and beside it under the topic {@value #REFUSED} what the owner
   * teaches: for each language, in how many articles of a field ({@link #lesson}) a tag was
   * refused. It is told from the rules and counted nowhere else, so that what is taken back is
   * unlearned.
   */
  public Knowledge over(Knowledge learned) {
    return lessons.isEmpty()
        ? learned
        : (scope, what) ->
            scope.topic().equals(REFUSED)
                ? lessons.getOrDefault(scope, Map.of()).getOrDefault(what, 0)
                : learned.count(scope, what);
  }

  /** Returns under what it is counted that a tag was refused in an article of a field. */
  public static String lesson(TagKey tag, Category category) {
    return tag.value() + " in " + category.slug();
  }

  /** Returns a reading with the tags that it carries under these rules. */
  public Reading on(Reading reading) {
    List<Tagging> tags = reading.understanding().tags();
    boolean touched =
        refused.containsKey(reading.id()) || tags.stream().anyMatch(tag -> touches(tag.key()));
    return touched ? reading.with(reading.understanding().with(apply(reading))) : reading;
  }

  private boolean touches(TagKey key) {
    return moves.containsKey(key) || splits.containsKey(key) || names.containsKey(key);
  }

  private List<Tagging> apply(Reading reading) {
    Companions companions = new Companions(this, reading);
    Map<TagKey, Tagging> ruled = new LinkedHashMap<>();
    for (Tagging tag : reading.understanding().tags()) {
      Target target = target(tag.key(), companions);
      TagRule.NotAbout not = findRefusal(reading.id(), target.key()).orElse(null);
      if (not == null || not.mentioned()) {
        Grade grade = not == null ? tag.grade() : Grade.MENTIONS;
        String name = target.name() == null ? tag.name() : target.name();
        ruled.merge(
            target.key(),
            new Tagging(target.key(), name, tag.kind(), grade, tag.score(), tag.mentions()),
            TagRules::united);
      }
    }
    return List.copyOf(ruled.values());
  }

  private Target target(TagKey key, Companions companions) {
    Target now = moved(new Target(key, null));
    Set<TagKey> seen = new LinkedHashSet<>();
    Optional<TagRule.Split> split = split(now.key(), companions);
    while (split.isPresent() && seen.add(now.key())) {
      now = moved(new Target(split.get().into(), split.get().name()));
      split = split(now.key(), companions);
    }
    String given = names.get(now.key());
    return given == null ? now : new Target(now.key(), given);
  }

  private Target moved(Target from) {
    Target now = from;
    for (Move move = moves.get(now.key()); move != null; move = moves.get(now.key())) {
      now = new Target(move.into(), move.name());
    }
    return now;
  }

  private Optional<TagRule.Split> split(TagKey key, Companions companions) {
    return splits.getOrDefault(key, List.of()).stream()
        .filter(split -> split.with().stream().anyMatch(companions::hold))
        .findFirst();
  }

  /** Two tags of an article that are one: the better of both, with the reasons of both. */
  private static Tagging united(Tagging one, Tagging other) {
    Tagging better = other.score() > one.score() ? other : one;
    Grade grade =
        one.grade() == Grade.ABOUT || other.grade() == Grade.ABOUT ? Grade.ABOUT : Grade.MENTIONS;
    return new Tagging(
        better.key(),
        better.name(),
        better.kind(),
        grade,
        better.score(),
        reasons(List.of(one.mentions(), other.mentions())));
  }

  private static List<Mention> reasons(Collection<List<Mention>> all) {
    return all.stream()
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparingDouble(Mention::weight).reversed())
        .limit(MOST_MENTIONS)
        .toList();
  }
}
