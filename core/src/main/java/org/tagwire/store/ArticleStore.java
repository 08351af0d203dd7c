package org.tagwire.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.ItemKey;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.Shard;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;

/**
 * What was read and where it was placed. Safe for use by many threads.
 *
 * <p>What is placed bears the tags it has under the owner's rules ({@link RuleStore}), whoever
 * asks; a reading that waits to be placed, those the machine found.
 */
public interface ArticleStore {

  // -- read: from an announcement to a durable reading

  /**
   * Returns which of these items of a source are known, and what they said last. Who asks has just
   * seen them announced: a dropped article is remembered for as long as it is asked for here.
   */
  Map<ItemKey, Seen> seen(SourceId source, Set<ItemKey> keys);

  /** Returns the article to which each of these canonical URLs belongs, as far as known. */
  Map<String, ArticleId> findByUrls(Collection<String> urls);

  /**
   * Makes a poll's readings durable together with its record, in one transaction, and ends the
   * source's lease. A reading of a known id replaces that article's text and keeps its sort time (a
   * correction), or, when {@link Accepted#link} says so, only notes that this source announces it
   * too. Accepting the same thing twice changes nothing.
   *
   * <p>Sort times are kept in whole milliseconds, as cursors are. What a private source says never
   * replaces the text of a public article; a public reading of a private article replaces its text,
   * even as a link, and opens it. An article that is withdrawn or covered by a tombstone stays
   * gone, but the item counts as seen. When an alias belongs to another article, both become the
   * older one, and the younger's address redirects.
   */
  void accept(List<Accepted> accepted, Optional<PollRecord> poll);

  /** Returns readings that wait to be placed, oldest accepted first. */
  List<Reading> pending(Shard shard, int limit);

  /** Returns the shards in which readings wait. */
  Set<Shard> pendingShards();

  // -- place

  /**
   * Places readings in one transaction: articles, their tags, stories and copies, what was learned,
   * one change number each. A reading that is no longer pending is left alone, so that a repeated
   * call changes nothing; so is an older reading when a newer one waits. A founder of a story that
   * is named with another story brings its whole story there, pending or not, and the address of
   * the story it founded redirects.
   */
  void place(List<Placed> batch);

  /**
   * Puts placed articles into other stories in one transaction, each under a new change number. The
   * address of a merged story redirects, and all that still belong to it follow; a story's own
   * article that is put into it leads nowhere else any more. What is so already is left alone, so
   * that a repeated call changes nothing.
   */
  void regroup(List<Regrouped> articles, List<Merged> stories);

  /**
   * Notes stories of one event in several languages; pairs that are noted already stay as they are.
   */
  void linkStories(List<StoryLink> links);

  /** Returns the stories that tell of {@code story}'s event in other languages, after merges. */
  List<StoryId> otherLanguages(StoryId story);

  /**
   * Returns what the owner of a shard compares new readings with: articles placed with a sort time
   * from {@code since} on, oldest first.
   */
  List<Article> window(Shard shard, Instant since);

  // -- serve

  /**
   * Finds an article that is placed, not withdrawn, and visible to the audience. Here and in {@link
   * #changes} its tags are those of its reading and the watched names it says.
   */
  Lookup find(ArticleId id, Audience audience);

  /** Finds many, in the order asked for; what {@link #find} would not find is left out. */
  List<Article> findAll(List<ArticleId> ids, Audience audience);

  /**
   * Answers a list question from the store alone, for when the index is away. Words of {@link
   * org.tagwire.model.Filter#words} are looked for in titles only.
   */
  Page list(ListQuery query);

  /** Returns the other articles with the same text, first origin first. */
  List<Card> copies(ArticleId id, Audience audience);

  /** Returns the story that {@code id} leads to after merges. */
  Optional<StoryId> findStory(StoryId id);

  /**
   * Returns how a story stands for an audience; empty when it has no account of the story. The
   * story is one that {@link #findStory} has led to.
   */
  Optional<Standing> standing(StoryId story, Audience audience);

  /**
   * Returns the headlines that publishers have replaced of these articles, as far as {@link #find}
   * finds them; each article's oldest first, at most {@link HeadlineChange#MOST} of each. They go
   * with their article. Rereading is no change.
   */
  List<HeadlineChange> headlines(Collection<ArticleId> ids, Audience audience);

  // -- follow

  /**
   * Returns changes with a number greater than {@code after}, in order of number; at most one for
   * each article, the last.
   */
  List<Change> changes(long after, int limit);

  /** Returns the greatest change number given so far, 0 in an empty store. */
  long lastChange();

  /** Counts the articles that are placed and not withdrawn. */
  long count();

  // -- keep

  /**
   * Marks articles as withdrawn by their publishers or taken down, for good; text, card and what
   * was received go at once, their addresses answer 410 and the index follows.
   */
  void withdraw(Collection<ArticleId> ids, String reason, Instant now);

  /**
   * Returns articles that their publishers have ended (unavailable_after) at {@code now} or before,
   * and that are not withdrawn yet; earliest end first.
   */
  List<ArticleId> expired(Instant now, int limit);

  /** Returns what was received for an article, while it is kept. */
  Optional<Raw> findRaw(ArticleId id);

  /** Drops what was received before {@code before}. Returns how many were dropped. */
  int dropRaw(Instant before, int limit);

  /**
   * Returns ids of placed articles after {@code after} in order of id, for a walk over everything.
   */
  List<ArticleId> walk(Optional<ArticleId> after, int limit);

  /**
   * Replaces what was read of articles already placed by newer readings of the same raw material;
   * they wait to be placed again.
   */
  void reread(List<Reading> readings);

  /**
   * Brings articles under the owner's rules as they are now: their tags in lists, and their cards,
   * with a change number where that makes a difference. An article that has changed since, or that
   * has a reading waiting to be placed, is left alone. Returns how many were left alone.
   */
  int retag(List<Retagged> articles);

  /**
   * An article that is to follow the owner's rules.
   *
   * @param id which article
   * @param change the number of its last change, when its card was made
   * @param card its card under the rules
   */
  record Retagged(ArticleId id, long change, Card card) {}

  /**
   * What a known item said.
   *
   * @param article the article it announced
   * @param contentHash what it said last
   */
  record Seen(ArticleId article, long contentHash) {}

  /**
   * A reading to be made durable.
   *
   * @param reading the reading
   * @param raw what was received; absent under a rule not to keep it
   * @param aliases canonical URLs that lead to the article beside its own
   * @param link true when the article is known already and only this source is new
   */
  record Accepted(Reading reading, Optional<Raw> raw, List<String> aliases, boolean link) {
    public Accepted {
      aliases = List.copyOf(aliases);
    }

    /** Returns this without what was received. */
    public Accepted withoutRaw() {
      return new Accepted(reading, Optional.empty(), aliases, link);
    }
  }

  /**
   * An article that was placed and belongs elsewhere.
   *
   * @param article which
   * @param story where it belongs; its own id when it founds a story
   * @param reason one line a person understands
   */
  record Regrouped(ArticleId article, StoryId story, String reason) {}

  /**
   * Two stories that turned out to be one.
   *
   * @param kept the older
   * @param gone the younger, whose address redirects
   */
  record Merged(StoryId kept, StoryId gone) {}

  /**
   * Two stories of one event in two languages.
   *
   * @param one a story
   * @param other another
   * @param reason one line a person understands
   */
  record StoryLink(StoryId one, StoryId other, String reason) {}

  /**
   * How a story stands: the same as long as nobody adds to it, changes it or takes from it.
   *
   * @param change the greatest change number of its accounts
   * @param accounts how many there are, copies included
   * @param first the earliest by sort time
   */
  record Standing(long change, int accounts, Card first) {}

  /** What an address leads to. */
  sealed interface Lookup {
    /** The article, and its card. */
    record Found(Article article, Card card) implements Lookup {}

    /** Another article's address, since both turned out to be one. */
    record Redirect(ArticleId to) implements Lookup {}

    /** It was here and is gone for good. */
    record Withdrawn(String reason) implements Lookup {}

    /** Nothing that this audience may know of. */
    record Unknown() implements Lookup {}
  }

  /**
   * A change for those who follow.
   *
   * @param number its number
   * @param id the article
   * @param article what it is now; absent when it is gone
   * @param card its card, absent with the article
   * @param sources which sources announce it
   */
  record Change(
      long number,
      ArticleId id,
      Optional<Article> article,
      Optional<Card> card,
      List<SourceId> sources) {
    public Change {
      sources = List.copyOf(sources);
    }
  }
}
