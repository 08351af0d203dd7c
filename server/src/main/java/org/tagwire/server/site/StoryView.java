package org.tagwire.server.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Nameplate;
import org.tagwire.server.page.Numbers;

/**
 * A story's page as its template places it.
 *
 * @param frame what stands around it
 * @param headline what it is about
 * @param language in which language the headline is
 * @param numbers how much there is
 * @param first who had it first
 * @param tags its hashtags
 * @param elsewhere the same event in other languages
 * @param digest what its accounts say together; absent on later pages
 * @param cards its accounts, newest first
 * @param next the following page
 * @param start the first page, when this is not it
 */
public record StoryView(
    Frame frame,
    String headline,
    String language,
    Numbers numbers,
    Said first,
    List<CardView.Tag> tags,
    List<Link> elsewhere,
    @Nullable Digest digest,
    List<CardView> cards,
    @Nullable String next,
    @Nullable String start) {
  public StoryView {
    tags = List.copyOf(tags);
    elsewhere = List.copyOf(elsewhere);
    cards = List.copyOf(cards);
  }

  /**
   * What the accounts say together.
   *
   * @param note how many origins there are, or why nothing is agreed, in words
   * @param claims what several agree on
   * @param earlier how many accounts lie before the timeline, in words; empty for none
   * @param days the timeline, oldest first
   * @param changes headlines that were changed
   */
  public record Digest(
      String note, List<Claim> claims, String earlier, List<Day> days, List<Change> changes) {
    public Digest {
      claims = List.copyOf(claims);
      days = List.copyOf(days);
      changes = List.copyOf(changes);
    }
  }

  /**
   * Who said something.
   *
   * @param carrier the publisher
   * @param headline its headline, leading to the article
   * @param language in which language that is
   * @param time when
   * @param origin carrier and origin, when the text is another's
   */
  public record Said(
      Nameplate carrier,
      Link headline,
      String language,
      CardView.Time time,
      @Nullable String origin) {}

  /**
   * A sentence and whose it is.
   *
   * @param by who says it
   * @param sentence word for word; empty where it is not to be shown
   */
  public record Quote(Said by, String sentence) {}

  /**
   * What several agree on.
   *
   * @param said how one of them says it
   * @param count how many others say it too, in words
   * @param others the others
   */
  public record Claim(Quote said, String count, List<Quote> others) {
    public Claim {
      others = List.copyOf(others);
    }
  }

  /**
   * A day of the timeline.
   *
   * @param date the day
   * @param entries who said what then, oldest first
   */
  public record Day(CardView.Time date, List<Entry> entries) {
    public Day {
      entries = List.copyOf(entries);
    }
  }

  /**
   * An account in the timeline.
   *
   * @param said who and what
   * @param clock at which minute; empty where only the day is known
   * @param first whether it is the earliest of all
   * @param outlets in how many outlets the same text stands, in words; absent when only there
   * @param added how much it was the first to say, in words; empty for nothing
   * @param sentence the one sentence that says most of that; empty where it is not to be shown
   * @param changed that its headline was changed, in words; empty when it was not
   */
  public record Entry(
      Said said,
      String clock,
      boolean first,
      @Nullable String outlets,
      String added,
      String sentence,
      String changed) {}

  /**
   * A headline that was changed.
   *
   * @param by whose, and how it reads now
   * @param on when that was seen, in words
   * @param before how it read; empty where it is not to be shown
   */
  public record Change(Said by, String on, String before) {}
}
