package org.tagwire.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Card;
import org.tagwire.model.Cursor;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.StoryId;

/**
 * A list grouped by story: the story with the newest account first, each with its accounts.
 *
 * <p>A page walks the flat list on from its place and takes each story where its first account
 * stands; one whose first account stands before the place was on an earlier page. So nothing is
 * repeated or left out, and nothing is remembered between pages. Safe for use by many threads.
 */
public final class StoryLists {
  /** How many stories a page has. */
  static final int STORIES = 12;

  /** How many accounts of a story are shown. */
  static final int ACCOUNTS = 4;

  private static final int STEP = 60;
  private static final int REACH = 300;

  private final Lists lists;

  public StoryLists(Lists lists) {
    this.lists = lists;
  }

  /** Returns the page of {@code filter}'s stories that {@code view} looks at. */
  public StoryList page(Filter filter, ListView view) {
    return new Walk(filter, view).page();
  }

  /** The walk for one page. */
  private final class Walk {
    private final Filter filter;
    private final ListView view;
    private final List<Story> stories = new ArrayList<>();
    private final Set<StoryId> seen = new HashSet<>();
    private int walked;

    Walk(Filter filter, ListView view) {
      this.filter = filter;
      this.view = view;
    }

    StoryList page() {
      @Nullable ListPlace place = view.place();
      while (place != null && walked < REACH) {
        ListPage step = lists.page(filter, view.at(place, STEP));
        @Nullable ListPlace full = take(step.listings(), place);
        if (full != null) {
          return new StoryList(stories, full);
        }
        place = step.next();
      }
      return new StoryList(stories, place);
    }

    /** Takes stories from the next cards; returns the place to go on from when the page is full. */
    private @Nullable ListPlace take(List<Listing> listings, ListPlace from) {
      ListPlace before = from;
      for (Listing listing : listings) {
        Card card = listing.card();
        if (seen.add(card.group().story())) {
          Optional<Story> story = story(card.group().story());
          if (story.isPresent() && stories.size() == STORIES) {
            return before;
          }
          story.ifPresent(stories::add);
        }
        walked++;
        before = new ListPlace(isOwn(card), Cursor.after(card));
      }
      return null;
    }

    private Optional<Story> story(StoryId id) {
      ListPage accounts = lists.page(filter.within(id), view.at(ListPlace.START, ACCOUNTS + 1));
      List<Listing> listings = accounts.listings();
      return listings.isEmpty() || !isHere(listings.getFirst().card())
          ? Optional.empty()
          : Optional.of(
              new Story(
                  id, listings.stream().limit(ACCOUNTS).toList(), listings.size() > ACCOUNTS));
    }

    /** Whether a card stands after the place at which the page begins. */
    private boolean isHere(Card card) {
      ListPlace start = view.place();
      Cursor cursor = start.cursor();
      if (isOwn(card) != start.own()) {
        return start.own();
      }
      return cursor == null
          || card.order().toEpochMilli() < cursor.order().toEpochMilli()
          || (card.order().toEpochMilli() == cursor.order().toEpochMilli()
              && card.id().compareTo(cursor.id()) < 0);
    }

    /** A list narrowed to one language has one part only. */
    private boolean isOwn(Card card) {
      Language only = view.only();
      return only != null || card.language().equals(view.edition());
    }
  }

  /**
   * A page of stories.
   *
   * @param stories the one with the newest account first
   * @param next where the following page begins; absent on the last
   */
  public record StoryList(List<Story> stories, @Nullable ListPlace next) {
    public StoryList {
      stories = List.copyOf(stories);
    }

    public Optional<ListPlace> findNext() {
      return Optional.ofNullable(next);
    }
  }

  /**
   * A story in a list.
   *
   * @param id which story
   * @param accounts its newest accounts in this list, newest first, at least one
   * @param more whether this list has others
   */
  public record Story(StoryId id, List<Listing> accounts, boolean more) {
    public Story {
      accounts = List.copyOf(accounts);
    }
  }
}
