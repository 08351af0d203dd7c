package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.copies.Copies;
import org.tagwire.copies.CopyFinder;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.CopyPrint;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.StoryId;
import org.tagwire.model.Visibility;
import org.tagwire.store.Placed;
import org.tagwire.story.Interpreter;
import org.tagwire.story.Outcome;
import org.tagwire.story.Stories;
import org.tagwire.story.StoryView;

/**
 * Step 6 for one shard: the last {@link #WINDOW} of its articles, and at least {@value
 * #ALWAYS_KEPT}, and where a new one belongs among them.
 *
 * <p>An article is compared with what was published at about its own time; for the usual article
 * that is now. Owned by the thread that places the shard. When the transaction fails the desk is
 * thrown away and read from the store again, so that it never knows more than the store.
 */
final class Desk {
  static final Duration WINDOW = Duration.ofDays(14);

  /** A small instance remembers longer: what was added with a new source may be weeks old. */
  private static final int ALWAYS_KEPT = 20_000;

  /** After a start, how much may have been placed and never been looked at as a whole. */
  private static final Duration RECENT = Duration.ofDays(1);

  /**
   * After how many articles, or how much of the stream's time, stories are looked at as a whole.
   */
  private static final int CONFERENCE_EVERY = 200;

  /** How old a story may be that is still linked with others. */
  private static final Duration LINKED = Duration.ofDays(3);

  private static final Duration CONFERENCE_AFTER = Duration.ofMinutes(15);

  /** A private article never stands for, and is never folded under, one that others may see. */
  private final Copies publicCopies = new Copies();

  private final Copies privateCopies = new Copies();
  private final Stories publicStories;
  private final Stories privateStories;
  private final Cards cards;
  private final Optional<Analyst> analyst;
  private Instant newest = Instant.MIN;
  private Instant latest = Instant.MIN;
  private Instant conferred = Instant.MIN;
  private int unconferred;

  private Desk(Beat beat, Cards cards, Optional<Analyst> analyst) {
    this.publicStories = new Stories(beat.language(), beat.granularity());
    this.privateStories = new Stories(beat.language(), beat.granularity());
    this.cards = cards;
    this.analyst = analyst;
  }

  /**
   * What a desk is for.
   *
   * @param language what its articles are written in
   * @param granularity 0 for stories as measured, more for finer ones
   */
  record Beat(Language language, int granularity) {}

  /** Returns a desk that knows these articles, oldest first. */
  static Desk of(Beat beat, List<Article> window, Cards cards, Optional<Analyst> analyst) {
    Desk desk = new Desk(beat, cards, analyst);
    window.forEach(desk::remember);
    Instant recent = window.isEmpty() ? Instant.MIN : desk.newest.minus(RECENT);
    desk.publicStories.reconsider(recent);
    desk.privateStories.reconsider(recent);
    return desk;
  }

  /**
   * Finds the place of a reading and remembers it there; a text that nothing was asked of stands
   * alone.
   */
  Placed place(Reading reading) {
    Placement placement = analyst.isPresent() ? among(reading) : alone(reading);
    return new Placed(reading, placement, cards.of(reading, placement), observation(reading));
  }

  private static Placement alone(Reading reading) {
    return new Placement(null, new StoryId(reading.id()), "understanding is switched off");
  }

  private Placement among(Reading reading) {
    Copies copies = copies(reading);
    copies.remove(reading.id());
    CopyPrint print = print(reading);
    Optional<Copies.Match> copy = copies.find(print);
    ArticleId group = copy.map(Copies.Match::group).orElse(reading.id());
    copies.add(reading.id(), group, print, reading.timing().order());
    Stories.Place story = stories(reading).place(view(reading));
    String reason = copy.map(c -> c.reason() + "; ").orElse("") + story.reason();
    ArticleId copyOf = group.equals(reading.id()) ? null : group;
    forgetOld(reading.timing().order());
    unconferred++;
    latest = reading.timing().order().isAfter(latest) ? reading.timing().order() : latest;
    return new Placement(copyOf, story.story(), reason);
  }

  /** Returns whether it is time to look at the stories as a whole. */
  boolean isConferenceDue() {
    return unconferred >= CONFERENCE_EVERY
        || (unconferred > 0 && latest.minus(CONFERENCE_AFTER).isAfter(conferred));
  }

  /** Looks at the stories that have changed as a whole, and tells what has to be stored. */
  Outcome confer() {
    unconferred = 0;
    conferred = latest;
    return publicStories.confer().and(privateStories.confer());
  }

  /** Returns what other languages can know of the latest public stories. */
  List<Interpreter.Digest> digests() {
    Instant since = latest.isAfter(newest) ? latest : newest;
    return since.equals(Instant.MIN) ? List.of() : publicStories.digests(since.minus(LINKED));
  }

  private void remember(Article article) {
    Reading reading = article.reading();
    StoryId story = article.placement().story();
    ArticleId group = article.placement().copyGroup(article.id());
    copies(reading).add(article.id(), group, print(reading), reading.timing().order());
    stories(reading).restore(view(reading), story);
    newest = reading.timing().order().isAfter(newest) ? reading.timing().order() : newest;
  }

  private void forgetOld(Instant order) {
    if (publicCopies.size() > ALWAYS_KEPT && order.isAfter(newest.plus(Duration.ofHours(6)))) {
      newest = order;
      Instant oldest = newest.minus(WINDOW);
      publicCopies.expire(oldest);
      privateCopies.expire(oldest);
      publicStories.expire(oldest);
      privateStories.expire(oldest);
    }
  }

  private Observation observation(Reading reading) {
    return LearnedCounts.weigh(Lessons.of(reading, analyst), reading.timing().order());
  }

  /** Returns the print a reading came with, or makes it: readings of before have an older one. */
  private static CopyPrint print(Reading reading) {
    CopyPrint print = reading.understanding().copyPrint();
    return print.size() > 0 ? print : CopyFinder.print(reading.text().plain());
  }

  private Copies copies(Reading reading) {
    return isPrivate(reading) ? privateCopies : publicCopies;
  }

  private Stories stories(Reading reading) {
    return isPrivate(reading) ? privateStories : publicStories;
  }

  private static boolean isPrivate(Reading reading) {
    return reading.announcement().visibility() == Visibility.PRIVATE;
  }

  private static StoryView view(Reading reading) {
    return StoryView.of(
        reading.id(),
        reading.text(),
        reading.understanding(),
        Optional.of(reading.timing().order()));
  }
}
