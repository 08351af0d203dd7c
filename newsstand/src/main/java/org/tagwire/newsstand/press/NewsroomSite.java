package org.tagwire.newsstand.press;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Publisher;
import org.tagwire.newsstand.newsroom.Schedule;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.Subscription;

/**
 * One publisher of the fiction. What it shows changes only at the events of its articles, so the
 * edition between two events is kept; the clock may also be set back.
 */
final class NewsroomSite implements Site {

  private final Publisher publisher;
  private final Layout layout;
  private final Directory directory;
  private final Dateline dateline;
  private final Furniture furniture;
  private final NavigableSet<Instant> events = new TreeSet<>();
  private volatile @Nullable Edition current;

  NewsroomSite(Publisher publisher, Directory directory, Dateline dateline) {
    this.publisher = publisher;
    this.layout = directory.layout(publisher.domain());
    this.directory = directory;
    this.dateline = dateline;
    this.furniture = Furniture.of(publisher.language());
    for (Account account : directory.accountsOf(publisher.domain())) {
      Schedule schedule = account.schedule();
      events.add(schedule.at().on(dateline.start()));
      if (schedule.correction() != null) {
        events.add(dateline.start().plus(schedule.correction().after()));
      }
      if (schedule.withdrawn() != null) {
        events.add(dateline.start().plus(schedule.withdrawn()));
      }
    }
  }

  @Override
  public String host() {
    return publisher.domain();
  }

  @Override
  public List<Subscription> subscriptions() {
    URI feed = URI.create(layout.url(layout.knownFeedPath()));
    return List.of(new Subscription(publisher.name(), feed));
  }

  @Override
  public Reply answer(String target, Instant now) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    return edition(now).reply(path);
  }

  private Edition edition(Instant now) {
    Instant since = Objects.requireNonNullElse(events.floor(now), Instant.EPOCH);
    Edition known = current;
    if (known == null || !known.since().equals(since)) {
      known = new Edition(layout, directory, furniture, dateline, since);
      current = known;
    }
    return known;
  }
}
