package org.tagwire.newsstand.press;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.FeedFormat;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.newsroom.Publisher;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.World;

/**
 * The newsroom as a world of sites. Immutable.
 *
 * @param newsroom what is printed
 */
public record Press(Newsroom newsroom) implements World {

  @Override
  public List<Site> sites(Dateline dateline) {
    var directory = new Directory(newsroom, layouts(dateline));
    List<Site> sites = new ArrayList<>();
    for (Publisher publisher : newsroom.publishers()) {
      sites.add(new NewsroomSite(publisher, directory, dateline));
    }
    return List.copyOf(sites);
  }

  /** The address of an account's page, as feeds announce it without tracking parameters. */
  public URI address(Account account, Dateline dateline) {
    Layout layout = new Directory(newsroom, layouts(dateline)).layout(account.publisher());
    return URI.create(layout.url(layout.articlePath(account)));
  }

  private List<Layout> layouts(Dateline dateline) {
    Map<FeedFormat, Integer> met = new EnumMap<>(FeedFormat.class);
    Map<Publisher, Set<Habit>> habits = Habit.cast(newsroom.publishers());
    List<Layout> layouts = new ArrayList<>();
    for (Publisher publisher : newsroom.publishers()) {
      int ordinal = met.merge(publisher.feed(), 1, Integer::sum) - 1;
      layouts.add(
          new Layout(
              publisher,
              dateline.origin(publisher.domain()),
              habits.getOrDefault(publisher, Set.of()),
              ordinal));
    }
    return layouts;
  }
}
