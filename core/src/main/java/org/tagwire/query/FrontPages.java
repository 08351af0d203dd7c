package org.tagwire.query;

import static java.util.Comparator.reverseOrder;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.store.TagStore;
import org.tagwire.text.Normalise;

/**
 * The front page: the newest stories, and what is most covered now. Safe for use by many threads.
 */
public final class FrontPages {
  private static final int READ = 150;
  private static final int STORIES = 12;
  private static final int TAGS = 15;
  private static final Duration HALF_LIFE = Duration.ofHours(12);

  /** What one outlet alone writes about is its own choice; it counts where there is only one. */
  private static final int FEWEST_PUBLISHERS = 2;

  /** A quiet instance looks further back until it has something to say. */
  private static final List<Duration> WINDOWS =
      List.of(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(60));

  private final TagStore tags;
  private final Lists lists;
  private final TagGate gate;

  public FrontPages(TagStore tags, Lists lists) {
    this.tags = tags;
    this.lists = lists;
    this.gate = new TagGate(lists);
  }

  /** Opens the front page as of {@code now}. */
  public FrontPage open(ListView view, Instant now) {
    ListView wide =
        new ListView(
            view.audience(),
            view.edition(),
            view.only(),
            false,
            view.place(),
            Math.min(READ, ListQuery.MAX_SIZE));
    return new FrontPage(
        stories(lists.page(Filter.ALL, wide).listings(), view.edition(), now),
        mostCovered(view.audience(), now));
  }

  /**
   * Returns the tags most publishers write about, the shortest window that holds enough of them.
   */
  public List<Covered> mostCovered(Audience audience, Instant now) {
    // Whole minutes, so that the same is not counted anew for each reader.
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    List<Covered> covered = List.of();
    List<Covered> widely = List.of();
    for (Duration window : WINDOWS) {
      covered = covered(audience, minute.minus(window));
      widely = covered.stream().filter(c -> c.publishers() >= FEWEST_PUBLISHERS).toList();
      if (widely.size() >= TAGS / 2) {
        break;
      }
    }
    return widely.isEmpty() ? covered : widely;
  }

  private List<Covered> covered(Audience audience, Instant since) {
    return Covered.of(
        lists.topTags(Filter.ALL, audience, since, TAGS), tags, tag -> gate.admits(tag, audience));
  }

  private static List<FrontStory> stories(List<Listing> newest, Language own, Instant now) {
    Map<StoryId, List<Listing>> grouped = new LinkedHashMap<>();
    for (Listing listing : newest) {
      grouped.computeIfAbsent(listing.card().group().story(), s -> new ArrayList<>()).add(listing);
    }
    return grouped.entrySet().stream()
        .map(e -> Weighed.of(new FrontStory(e.getKey(), e.getValue()), own, now))
        .sorted(
            Comparator.comparing(Weighed::foreign).thenComparing(Weighed::weight, reverseOrder()))
        .limit(STORIES)
        .map(Weighed::story)
        .toList();
  }

  /** A story and what decides where it stands; of two alike the newer stays first. */
  private record Weighed(FrontStory story, boolean foreign, double weight) {
    static Weighed of(FrontStory story, Language own, Instant now) {
      boolean foreign = !story.lead().card().language().equals(own);
      return new Weighed(story, foreign, weigh(story, now));
    }

    /** Many origins make a story, however many print them, and it halves in half a day. */
    private static double weigh(FrontStory story, Instant now) {
      long origins =
          story.accounts().stream()
              .map(account -> Normalise.folded(account.card().origin()))
              .distinct()
              .count();
      Duration age = Duration.between(story.lead().card().order(), now);
      return Math.log1p(origins) * Math.pow(0.5, age.toMinutes() / (double) HALF_LIFE.toMinutes());
    }
  }

  /**
   * The front page.
   *
   * @param stories those in the edition's own language first, of them those that most origins tell
   *     lately
   * @param covered the tags most publishers write about now
   */
  public record FrontPage(List<FrontStory> stories, List<Covered> covered) {
    public FrontPage {
      stories = List.copyOf(stories);
      covered = List.copyOf(covered);
    }
  }

  /**
   * A story on the front page.
   *
   * @param id which story
   * @param accounts its newest accounts, newest first, at least one
   */
  public record FrontStory(StoryId id, List<Listing> accounts) {
    public FrontStory {
      accounts = List.copyOf(accounts);
    }

    /** Returns the account that stands for the story. */
    public Listing lead() {
      return accounts.getFirst();
    }
  }

  /**
   * A tag and how much it is covered.
   *
   * @param tag which tag
   * @param articles in how many articles
   * @param publishers by how many publishers
   */
  public record Covered(Hashtag tag, int articles, int publishers) {
    /** Names those counted tags that may be shown, in their order. */
    static List<Covered> of(List<TagCount> counts, TagStore tags, Predicate<Hashtag> admitted) {
      Map<TagKey, Hashtag> names = tags.findAll(counts.stream().map(TagCount::key).toList());
      Map<TagKey, Covered> covered = new LinkedHashMap<>();
      for (TagCount count : counts) {
        Hashtag tag = names.get(count.key());
        if (tag != null && admitted.test(tag)) {
          Covered one = new Covered(tag, count.articles(), count.publishers());
          covered.merge(tag.key(), one, Covered::and);
        }
      }
      return List.copyOf(covered.values());
    }

    /**
     * The same tag counted under two keys, until all articles stand under one: articles of both,
     * and no more publishers than are certain.
     */
    private Covered and(Covered other) {
      return new Covered(tag, articles + other.articles, Math.max(publishers, other.publishers));
    }
  }
}
