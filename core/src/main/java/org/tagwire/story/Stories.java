package org.tagwire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Language;
import org.tagwire.model.StoryId;

/**
 * The window of live stories of one language: places each article as it comes into the likeliest
 * story, or founds one; and now and then looks at what has grown as a whole.
 *
 * <p>Idea: single-pass clustering with a learned linker (after Miranda et al., Multilingual
 * clustering of streaming news, 2018), repaired by {@link #confer}. Owned by one thread; not safe
 * for use by more. Cost: some tens of comparisons an article, bounded.
 */
public final class Stories {
  /** How many articles an article is compared with. */
  private static final int NEIGHBOURS = 40;

  /** Stories whose likeness lacks no more than this are looked at together. */
  private static final double NEAR = -1.5;

  /** How many articles are looked at together. */
  private static final int MOST_AT_ONCE = 4_000;

  /** What a step of granularity weighs. */
  private static final double GRAIN = 0.4;

  private final Linker linker;
  private final Language language;
  private final Weekdays weekdays;
  private final Marks marks;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Meaning middle = new Meaning();
  private final Postings postings = new Postings();
  private final Map<StoryId, Story> stories = new LinkedHashMap<>();
  private final Map<ArticleId, Member> members = new LinkedHashMap<>();
  private final Map<ArticleId, StoryId> home = new HashMap<>();
  private final Set<StoryId> changed = new LinkedHashSet<>();

  /**
   * @param language what the articles are written in
   * @param granularity 0 as measured; more for finer stories, less for coarser ones, -5 to 5
   */
  public Stories(Language language, int granularity) {
    this.linker = new Linker(GRAIN * granularity);
    this.language = language;
    this.weekdays = new Weekdays(language);
    this.marks = new Marks(language);
  }

  /**
   * Where an article was placed.
   *
   * @param story the story it belongs to now; its own when it founds one
   * @param reason one line a person understands
   */
  public record Place(StoryId story, String reason) {}

  /**
   * Places an article and takes it into the window; one that is there already stays where it is.
   */
  public Place place(StoryView view) {
    StoryId known = home.get(view.id());
    if (known != null) {
      return new Place(known, "placed before");
    }
    Member member = meet(view);
    Story alone = Story.of(member);
    Optional<Weighed> joined =
        homes(member.neighbours()).stream()
            .map(story -> weigh(alone, story))
            .max(Comparator.comparingDouble(Weighed::score))
            .filter(best -> best.score > 0);
    StoryId story = joined.map(w -> w.story.id()).orElse(new StoryId(view.id()));
    settle(member, story);
    changed.add(story);
    return new Place(
        story,
        joined
            .map(w -> Reasons.joined(member, w.story, w.features))
            .orElse("the first article of its story"));
  }

  /**
   * Takes an article into the window whose story is known, when the window is rebuilt from the
   * store.
   */
  public void restore(StoryView view, StoryId story) {
    if (!home.containsKey(view.id())) {
      settle(meet(view), story);
    }
  }

  /** Has the stories of articles from {@code since} on looked at again by {@link #confer}. */
  public void reconsider(Instant since) {
    for (Member member : members.values()) {
      Instant time = member.time();
      if (time == null || !time.isBefore(since)) {
        Optional.ofNullable(home.get(member.id())).ifPresent(changed::add);
      }
    }
  }

  /**
   * Groups the articles of all stories that changed since the last time, and of those near them,
   * anew. The caller stores what is returned; asked again at once there is nothing more to do.
   */
  public Outcome confer() {
    Outcome all = Outcome.NOTHING;
    while (!changed.isEmpty()) {
      all = all.and(settle(Regrouping.of(takeRegion(), linker, middle)));
    }
    return all;
  }

  /** Returns what other languages can know of the stories with an article from {@code since} on. */
  public List<Interpreter.Digest> digests(Instant since) {
    List<Interpreter.Digest> digests = new ArrayList<>();
    for (Story story : stories.values()) {
      story
          .findLatest()
          .filter(latest -> !latest.isBefore(since))
          .map(latest -> new Interpreter.Digest(story.id(), language, story.marks(), latest))
          .filter(digest -> !digest.marks().isEmpty())
          .ifPresent(digests::add);
    }
    return digests;
  }

  /** Drops all articles before {@code oldest}; those without a time stay. */
  public void expire(Instant oldest) {
    for (Member member : List.copyOf(members.values())) {
      Instant time = member.time();
      if (time != null && time.isBefore(oldest)) {
        drop(member);
      }
    }
  }

  /** Drops an article, for tombstones; its story keeps its id. */
  public void remove(ArticleId id) {
    Optional.ofNullable(members.get(id)).ifPresent(this::drop);
  }

  /** Returns how many stories are live. */
  public int size() {
    return stories.size();
  }

  @SuppressWarnings("ArrayRecordComponent") // lives for one comparison
  private record Weighed(Story story, double[] features, double score) {}

  private Weighed weigh(Story alone, Story story) {
    Tie tie = Tie.between(alone, story, middle);
    double[] features = Linker.features(alone, story, tie, middle);
    return new Weighed(story, features, linker.score(features, tie.known()));
  }

  /** Takes in an article and makes it known to those near it. */
  private Member meet(StoryView view) {
    Member member = new Member(view, vocabulary, weekdays, marks);
    float[] meaning = member.meaning();
    if (meaning != null) {
      middle.see(meaning);
    }
    postings.near(member, NEIGHBOURS).forEach(other -> member.meet(other, middle));
    postings.add(member);
    members.put(member.id(), member);
    return member;
  }

  private Collection<Story> homes(Collection<Member> neighbours) {
    Map<StoryId, Story> homes = new LinkedHashMap<>();
    for (Member neighbour : neighbours) {
      Story story = stories.get(home.get(neighbour.id()));
      if (story != null) {
        homes.putIfAbsent(story.id(), story);
      }
    }
    return homes.values();
  }

  private void settle(Member member, StoryId id) {
    stories.computeIfAbsent(id, Story::new).add(member);
    home.put(member.id(), id);
  }

  private void drop(Member member) {
    StoryId id = home.remove(member.id());
    Story story = id == null ? null : stories.get(id);
    if (story != null) {
      story.remove(member);
      if (story.size() == 0) {
        stories.remove(story.id());
        changed.remove(story.id());
      }
    }
    members.remove(member.id());
    postings.remove(member);
    member.leave();
  }

  /** The articles of some changed stories and of those near them. */
  private Set<Member> takeRegion() {
    Set<Member> region = Collections.newSetFromMap(new IdentityHashMap<>());
    List<StoryId> taken = new ArrayList<>();
    for (StoryId id : changed) {
      Story story = stories.get(id);
      if (story != null) {
        region.addAll(story.members());
        near(story).forEach(other -> region.addAll(other.members()));
      }
      taken.add(id);
      if (region.size() >= MOST_AT_ONCE) {
        break;
      }
    }
    taken.forEach(changed::remove);
    return region;
  }

  private List<Story> near(Story story) {
    Map<StoryId, Story> near = new LinkedHashMap<>();
    for (Member member : story.members()) {
      homes(member.neighbours()).forEach(other -> near.put(other.id(), other));
    }
    near.remove(story.id());
    return near.values().stream().filter(other -> weigh(story, other).score > NEAR).toList();
  }

  /** Gives groups the ids they keep, and tells what has changed. */
  private Outcome settle(List<Story> groups) {
    groups.forEach(group -> homes(group.members()).forEach(old -> stories.remove(old.id())));
    List<Outcome.Move> moves = new ArrayList<>();
    List<Outcome.Merge> merges = new ArrayList<>();
    for (Naming.Named named : new Naming(home, members, stories::containsKey).name(groups)) {
      named.merged().forEach(gone -> merges.add(new Outcome.Merge(named.id(), gone)));
      Story story = new Story(named.id());
      stories.put(named.id(), story);
      for (Member member : named.group().members()) {
        story.add(member);
        if (!named.id().equals(home.put(member.id(), named.id()))) {
          moves.add(new Outcome.Move(member.id(), named.id(), Reasons.regrouped(member, story)));
        }
      }
    }
    return new Outcome(moves, merges);
  }
}
