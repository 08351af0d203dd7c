package org.tagwire.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.ResponseHeaders;
import org.tagwire.fetch.Validators;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceHealth.Answer;
import org.tagwire.model.SourceHealth.Event;
import org.tagwire.model.SourceHealth.Habits;
import org.tagwire.model.SourceHealth.Items;
import org.tagwire.model.SourceHealth.Mark;
import org.tagwire.model.SourceHealth.PageState;
import org.tagwire.store.DueSource;
import org.tagwire.url.WebAddress;

/**
 * Looks over one full answer of a source for what a doctor will want to know, and compares it with
 * the answers before. Pure; a few dozen microseconds an answer.
 */
final class Checkup {
  /** A feed's clock may be that wrong without anybody being misled. */
  private static final Duration TOLERANCE = Duration.ofMinutes(10);

  /** As many pages as their states are remembered of; then each counts half. */
  private static final int MAX_PAGES = 100;

  private static final Pattern MAX_AGE =
      Pattern.compile("max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private final DueSource due;
  private final Instant now;
  private final Optional<SourceHealth> before;

  /**
   * @param before what the answer before was like; empty before the first
   */
  Checkup(DueSource due, Instant now, Optional<SourceHealth> before) {
    this.due = due;
    this.now = now;
    this.before = before;
  }

  SourceHealth of(Fetched fetched, Brought brought) {
    List<Mark> marks = marks(brought.feed().items());
    Answer answer = answer(fetched, brought.feed());
    return new SourceHealth(
        answer,
        items(brought.feed().items()),
        before.map(SourceHealth::habits).orElse(Habits.NONE).with(event(fetched, answer, marks)),
        pages(brought.pages()),
        brought.feed().repairs(),
        marks,
        brought.hidden() || before.filter(SourceHealth::disallowed).isPresent());
  }

  private Answer answer(Fetched fetched, ParsedFeed feed) {
    @Nullable String landed = landed(fetched);
    return new Answer(
        now,
        fetched.body().length,
        print(fetched.body()),
        feed.format().name(),
        feed.pace().interval(),
        freshness(fetched.headers()),
        landed,
        landed == null ? null : landedSince(landed),
        fetched.trail().partial(),
        feed.head().hubs().isEmpty() ? null : feed.head().hubs().getFirst());
  }

  /** Where redirects led that were not all permanent ones. */
  private @Nullable String landed(Fetched fetched) {
    String asked = WebAddress.of(due.source().url()).withoutCredentials().href();
    String got = fetched.url().withoutCredentials().href();
    boolean permanent = fetched.trail().findMovedTo().filter(fetched.url()::equals).isPresent();
    return permanent || got.equals(asked) ? null : got;
  }

  private Instant landedSince(String landed) {
    return before
        .map(SourceHealth::answer)
        .filter(last -> landed.equals(last.landed()))
        .map(Answer::landedSince)
        .orElse(now);
  }

  private Items items(List<FeedItem> items) {
    Instant latest = now.plus(TOLERANCE);
    Set<String> guids = new HashSet<>();
    int undated = 0;
    int future = 0;
    int nameless = 0;
    int repeated = 0;
    int unlinked = 0;
    int whole = 0;
    @Nullable Instant newest = null;
    for (FeedItem item : items) {
      @Nullable Moment date = item.published() == null ? item.updated() : item.published();
      undated += date == null ? 1 : 0;
      future += date != null && date.instant().isAfter(latest) ? 1 : 0;
      nameless += item.guid() == null ? 1 : 0;
      repeated += item.guid() != null && !guids.add(item.guid()) ? 1 : 0;
      unlinked += item.link() == null ? 1 : 0;
      whole += isWhole(item) ? 1 : 0;
      newest = later(newest, date, latest);
    }
    return new Items(items.size(), undated, future, nameless, repeated, unlinked, whole, newest);
  }

  private static @Nullable Instant later(
      @Nullable Instant newest, @Nullable Moment date, Instant latest) {
    if (date == null || date.instant().isAfter(latest)) {
      return newest;
    }
    return newest == null || date.instant().isAfter(newest) ? date.instant() : newest;
  }

  /** A guess by length: whoever sends that much HTML of an item sends all of it. */
  private static boolean isWhole(FeedItem item) {
    int content = item.content() == null ? 0 : item.content().length();
    int summary = item.summary() == null ? 0 : item.summary().length();
    return Math.max(content, summary) >= 1_500;
  }

  private Event event(Fetched fetched, Answer answer, List<Mark> marks) {
    Validators sent = new Validators(due.plan().etag(), due.plan().lastModified());
    boolean same =
        before
            .map(SourceHealth::answer)
            .filter(last -> last.print() == answer.print() && last.bytes() == answer.bytes())
            .isPresent();
    boolean bare = fetched.validators().isEmpty();
    return new Event(
        !sent.isEmpty(),
        same,
        same && !sent.isEmpty() && !bare && isOther(sent, fetched.validators()),
        bare,
        churned(marks),
        reused(marks));
  }

  /** An ETag counts before a date, since servers compare that one (RFC 9110 §13.2.2). */
  private static boolean isOther(Validators sent, Validators now) {
    return sent.etag() != null || now.etag() != null
        ? !Objects.equals(sent.etag(), now.etag())
        : !Objects.equals(sent.lastModified(), now.lastModified());
  }

  /** One changed guid may be a correction; a quarter of all that are known again is a habit. */
  private boolean churned(List<Mark> marks) {
    Map<Integer, Mark> known = new HashMap<>();
    before.ifPresent(b -> b.marks().forEach(m -> known.put(m.link(), m)));
    int again = 0;
    int changed = 0;
    for (Mark mark : marks) {
      Mark old = known.get(mark.link());
      again += old == null ? 0 : 1;
      changed += old != null && old.guid() != mark.guid() ? 1 : 0;
    }
    return changed > 0 && changed * 4 >= again;
  }

  private boolean reused(List<Mark> marks) {
    Map<Integer, Mark> known = new HashMap<>();
    before.ifPresent(b -> b.marks().forEach(m -> known.put(m.guid(), m)));
    return marks.stream()
        .anyMatch(
            mark -> {
              Mark old = known.get(mark.guid());
              return old != null && old.link() != mark.link() && old.title() != mark.title();
            });
  }

  private static List<Mark> marks(List<FeedItem> items) {
    List<Mark> marks = new ArrayList<>();
    for (FeedItem item : items) {
      if (marks.size() == SourceHealth.MAX_MARKS) {
        return marks;
      }
      Optional<WebAddress> link = Optional.ofNullable(item.link()).flatMap(WebAddress::parse);
      if (link.isPresent() && item.guid() != null) {
        marks.add(
            new Mark(
                link.get().key().hashCode(),
                item.guid().hashCode(),
                Objects.hashCode(item.title())));
      }
    }
    return marks;
  }

  private Map<PageState, Integer> pages(List<PageState> states) {
    Map<PageState, Integer> pages = new EnumMap<>(PageState.class);
    before.ifPresent(b -> pages.putAll(b.pages()));
    states.forEach(state -> pages.merge(state, 1, Integer::sum));
    int all = pages.values().stream().mapToInt(Integer::intValue).sum();
    if (all > MAX_PAGES) {
      pages.replaceAll((state, count) -> (count + 1) / 2);
    }
    return pages;
  }

  private static @Nullable Duration freshness(ResponseHeaders headers) {
    for (String header : headers.all("cache-control")) {
      Matcher age = MAX_AGE.matcher(header);
      if (age.find()) {
        return Duration.ofSeconds(Long.parseLong(age.group(1)));
      }
    }
    return null;
  }

  private static int print(byte[] body) {
    CRC32C sum = new CRC32C();
    sum.update(body, 0, body.length);
    return (int) sum.getValue();
  }
}
