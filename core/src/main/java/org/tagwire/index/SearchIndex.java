package org.tagwire.index;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Coverage;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Mark;
import org.tagwire.model.Page;
import org.tagwire.model.RankQuery;
import org.tagwire.model.TagCount;
import org.tagwire.model.Totals;

/**
 * Lists, counts and full text over all articles. One writer; any number of readers from any thread.
 *
 * <p>What {@link #apply} takes becomes visible with {@link #refresh} and durable with {@link
 * #commit}.
 */
public interface SearchIndex extends AutoCloseable {
  /** Puts and removes documents, in order. */
  void apply(List<IndexChange> changes);

  /** Makes what was applied visible to questions asked from now on. */
  void refresh();

  /** Makes what was applied durable, together with the number of the last change it contains. */
  void commit(long upTo);

  /** Returns the number of the last durable change, 0 for an empty index. */
  long committed();

  /**
   * Returns a number of what can be seen now: the same as long as all answers stay the same, and
   * greater ever after.
   */
  long version();

  /** Removes everything; visible and durable at once. */
  void clear();

  /**
   * Answers one page of a list, newest first, whatever it asks for. Stable while newer articles
   * come in.
   *
   * <p>Sort times count in milliseconds, as in {@link org.tagwire.model.Cursor#token}; between
   * equal ones the greater id stands first. Of a copy group a folded list shows the first that
   * matches filter and audience: the group's own first article, then older before newer, then
   * smaller id before greater.
   *
   * <p>Whatever looks for words ends after two seconds: {@link
   * org.tagwire.model.ErrorCode#TOO_SLOW}.
   */
  Page list(ListQuery query);

  /**
   * Returns the best matches of a filter, best first, near-copies folded: rare words weigh more
   * than common ones, words of the headline more than those of the text, and all of it fades with
   * age. Of what matches, the newest some thousands are weighed; equals stand newest first.
   */
  List<Page.Listing> best(RankQuery query);

  /**
   * Marks where the words of a condition stand in a text, as this index cuts and folds words; what
   * the condition denies is not marked. In order, never overlapping, {@link
   * org.tagwire.model.Mark.Kind#HIGHLIGHT} all of them.
   */
  List<Mark> highlights(Condition condition, String text);

  /**
   * Counts what a filter shows; of each copy group the origin of the one that a folded list shows.
   */
  Totals totals(Filter filter, Audience audience);

  /**
   * Counts articles by time: of {@code n + 1} ascending bounds, how many stand from each on and
   * before the next. Copies count, each for itself.
   */
  List<Integer> volume(Filter filter, Audience audience, List<Instant> bounds);

  /**
   * Returns the tags most articles from {@code since} on are about, by publishers, then articles.
   */
  List<TagCount> topTags(Filter filter, Audience audience, Instant since, int limit);

  /**
   * Tells what articles from {@code from} on and before {@code to} are about, in no order; of each
   * copy group only the first article, since copies are nobody's own words.
   */
  void coverage(
      Filter filter, Audience audience, Instant from, Instant to, Consumer<Coverage> heard);

  /**
   * Returns articles related to one by its tags and words, best first, without its copies and
   * story.
   */
  List<Page.Listing> related(ArticleId id, Audience audience, int limit);

  /** Returns how many documents there are. */
  long count();

  /** Returns what is wrong, for people; empty when all is well. Reads everything. */
  List<String> check();

  @Override
  void close();
}
