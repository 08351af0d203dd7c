package org.tagwire.server.site;

import java.util.List;
import org.tagwire.model.ArticleId;
import org.tagwire.query.FrontPages.FrontStory;
import org.tagwire.query.ListPage;
import org.tagwire.query.ListPlace;
import org.tagwire.server.live.LiveDesk;
import org.tagwire.server.page.Frame;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.words.Edition;

/**
 * Says on pages where they hear of new articles.
 *
 * @param addresses of the site
 */
record LiveFrames(Addresses addresses) {
  /** Makes the first page of a list live; a search is looked up too dearly for it. */
  Frame of(Frame frame, NewsList list, Edition edition) {
    return list.isSearch() || !list.view().place().equals(ListPlace.START)
        ? frame
        : frame.live(
            LiveDesk.address(
                addresses.front(edition),
                list.place().apply(edition) + list.query(),
                ids(list.page()),
                list.page().findNext().isEmpty()));
  }

  /** Makes the front page live. */
  Frame ofFront(Frame frame, List<ArticleId> shown, Edition edition) {
    String home = addresses.front(edition);
    return frame.live(LiveDesk.address(home, home, shown, false));
  }

  /** Returns the articles on a page. */
  static List<ArticleId> ids(ListPage page) {
    return page.listings().stream().map(listing -> listing.card().id()).toList();
  }

  /** Returns the articles on a front page that shows so many accounts of each story. */
  static List<ArticleId> ids(List<FrontStory> stories, int accounts) {
    return stories.stream()
        .flatMap(story -> story.accounts().stream().limit(accounts))
        .map(listing -> listing.card().id())
        .toList();
  }
}
