package org.tagwire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tagwire.model.ArticleId;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

/**
 * The window of live stories of one language: places each article as it comes into the likeliest story, or founds one.
 *
 * <p>Idea: single-pass clustering with a learned linker (after Miranda et al., Multilingual clustering of streaming news,
 * 2018). Candidates are the stories that share one of the article's telling terms; each is weighed in full. Owned by one thread; not safe for use by more. Cost: some tens of
 * comparisons an article, bounded.
 */
public final class Stories {
  private static final int KEYS = 14;
  private static final int CANDIDATES = 24;

  /** A term that this many live stories share finds nothing. */
  private static final int COMMON = 1_500;

  /** By how much a member must score beside another story than its own before it speaks for a merge. */
  private static final double MERGE_MARGIN = 0.6;

  private final Linker linker;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<StoryId, Story> stories = new LinkedHashMap<>();
  private final Map<ArticleId, StoryId> home = new HashMap<>();
  private final Map<StoryId, Integer> founded = new HashMap<>();
  private int count;
  private final Map<Integer, Set<StoryId>> byTerm = new HashMap<>();

  public Stories() {
    this(Linker.STANDARD);
  }

  Stories(Linker linker) {
    this.linker = linker;
  }

  /**
   * Where an article was placed.
   *
   * @param story the story it belongs to now; its own when it founds one
   * @param reason one line a person understands
   */
  public record Place(StoryId story, String reason) {}

  /**
   * Two stories that turned out to be one.
   *
   * @param kept the older
   * @param gone the younger, whose address redirects from now on
   */
  public record Merge(StoryId kept, StoryId gone) {}

  /** Places an article and takes it into the window; one that is there already stays where it is. */
  public Place place(StoryView view) {
    StoryId known = home.get(view.id());
    if (known != null) {
      return new Place(known, "placed before");
    }
    Member member = Member.of(view, vocabulary);
    Optional<Weighed> best =
        candidates(member).stream()
            .map(story -> new Weighed(story, Linker.features(member, story)))
            .max(Comparator.comparingDouble(w -> linker.score(w.features)));
    Optional<Weighed> joined = best.filter(w -> linker.score(w.features) > 0);
    StoryId story = joined.map(w -> w.story.id()).orElse(new StoryId(view.id()));
    settle(member, story);
    return new Place(story, joined.map(w -> reason(w, member)).orElse("the first article of its story"));
  }

  /** Takes an article into the window whose story is known, when the window is rebuilt from the store. */
  public void restore(StoryView view, StoryId story) {
    if (!home.containsKey(view.id())) {
      settle(Member.of(view, vocabulary), story);
    }
  }

  /** Joins stories that grew together; for a pass now and then. The caller stores each merge in this order. */
  public List<Merge> merge() {
    List<Merge> merges = new ArrayList<>();
    for (Story story : List.copyOf(stories.values())) {
      if (stories.containsKey(story.id())) {
        findTwin(story).ifPresent(older -> merges.add(unite(older, story)));
      }
    }
    return merges;
  }

  /** Drops all articles before {@code oldest}; those without a time stay. */
  public void expire(Instant oldest) {
    for (Story story : List.copyOf(stories.values())) {
      for (Member member : List.copyOf(story.members())) {
        Instant time = member.time();
        if (time != null && time.isBefore(oldest)) {
          drop(story, member);
        }
      }
    }
  }

  /** Drops an article, for tombstones; its story keeps its id. */
  public void remove(ArticleId id) {
    Story story = Optional.ofNullable(home.get(id)).map(stories::get).orElse(null);
    if (story != null) {
      story.members().stream().filter(m -> m.id().equals(id)).findFirst().ifPresent(m -> drop(story, m));
    }
  }

  /** Returns how many stories are live. */
  public int size() {
    return stories.size();
  }

  @SuppressWarnings("ArrayRecordComponent") // lives for one comparison
  private record Weighed(Story story, double[] features) {}

  private void settle(Member member, StoryId id) {
    Story story = stories.computeIfAbsent(id, Story::new);
    founded.putIfAbsent(id, ++count);
    story.add(member);
    home.put(member.id(), id);
    for (int term : member.text().heaviest(KEYS)) {
      byTerm.computeIfAbsent(term, t -> new TreeSet<>()).add(id);
      story.keys().add(term);
    }
  }

  private void drop(Story story, Member member) {
    story.remove(member);
    home.remove(member.id());
    vocabulary.unsee(member.terms());
    if (story.members().isEmpty()) {
      forget(story);
    }
  }

  private void forget(Story story) {
    stories.remove(story.id());
    founded.remove(story.id());
    for (int term : story.keys()) {
      Set<StoryId> sharing = byTerm.get(term);
      if (sharing != null && sharing.remove(story.id()) && sharing.isEmpty()) {
        byTerm.remove(term);
      }
    }
  }

  private List<Story> candidates(Member member) {
    Map<StoryId, Double> hits = new HashMap<>();
    for (int term : member.text().heaviest(KEYS)) {
      Set<StoryId> sharing = byTerm.getOrDefault(term, Set.of());
      if (sharing.size() <= COMMON) {
        sharing.forEach(id -> hits.merge(id, vocabulary.rarity(term), Double::sum));
      }
    }
    return hits.entrySet().stream()
        .sorted(Map.Entry.<StoryId, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .flatMap(e -> Optional.ofNullable(stories.get(e.getKey())).stream())
        .toList();
  }

  /** An older story that most of {@code story}'s members would rather have joined. */
  private Optional<Story> findTwin(Story story) {
    Map<StoryId, Integer> votes = new HashMap<>();
    List<Member> members = story.members().stream().limit(12).toList();
    for (Member member : members) {
      for (Story other : candidates(member)) {
        if (isOlder(other, story) && linker.score(Linker.features(member, other)) > MERGE_MARGIN) {
          votes.merge(other.id(), 1, Integer::sum);
        }
      }
    }
    return votes.entrySet().stream()
        .filter(e -> 2 * e.getValue() > members.size())
        .max(Map.Entry.<StoryId, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .flatMap(e -> Optional.ofNullable(stories.get(e.getKey())));
  }

  private boolean isOlder(Story other, Story story) {
    if (other == story) {
      return false;
    }
    int order =
        other.findEarliest().orElse(Instant.MIN).compareTo(story.findEarliest().orElse(Instant.MIN));
    return order < 0 || (order == 0 && position(other) < position(story));
  }

  private int position(Story story) {
    return founded.getOrDefault(story.id(), Integer.MAX_VALUE);
  }

  private Merge unite(Story older, Story younger) {
    for (Member member : List.copyOf(younger.members())) {
      younger.remove(member);
      settle(member, older.id());
    }
    forget(younger);
    return new Merge(older.id(), younger.id());
  }

  private static String reason(Weighed weighed, Member member) {
    String names =
        member.names().stream()
            .filter(name -> weighed.story.share(name) > 0)
            .map(TagKey::value)
            .sorted()
            .limit(3)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%.0f %% of its words like the closest of %d articles, %.1f days apart%s",
        100 * weighed.features[2],
        weighed.story.members().size(),
        weighed.features[6],
        names.isEmpty() ? "" : "; both about " + names);
  }
}
