package org.tagwire.query;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Coverage;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.store.TagStore;
import org.tagwire.trend.Habit;
import org.tagwire.trend.Rhythm;
import org.tagwire.trend.Trend;
import org.tagwire.trend.Trends;

/**
 * The tags that are talked about more than they usually are.
 *
 * <p>Worked out at most once a minute, from the index alone, when somebody asks; so what the owner
 * corrects or a publisher withdraws counts no more. The stream's rhythm and the habits of tags are
 * kept for an hour. Safe for use by many threads.
 */
public final class Trending {
  /** The most trends that are told. */
  private static final int MOST = 15;

  private final TagStore tags;
  private final Lists lists;
  private final RuledLists ruled;
  private final TagGate gate;
  private final Supplier<Optional<SearchIndex>> index;
  private final ConcurrentMap<Audience, Answer> answers = new ConcurrentHashMap<>();
  private final ConcurrentMap<Audience, Hour> hours = new ConcurrentHashMap<>();

  public Trending(TagStore tags, Lists lists, Supplier<Optional<SearchIndex>> index) {
    this.tags = tags;
    this.lists = lists;
    this.ruled = new RuledLists(tags);
    this.gate = new TagGate(lists);
    this.index = index;
  }

  /**
   * A tag that trends.
   *
   * @param tag which tag
   * @param numbers what makes it a trend
   */
  public record Rising(Hashtag tag, Trend numbers) {}

  private record Answer(Instant minute, Optional<List<Rising>> rising) {}

  /** What holds for an hour. */
  private record Hour(Instant hour, Rhythm rhythm, ConcurrentMap<TagKey, Habit> habits) {}

  /**
   * Returns what trends, most surprising first; empty when there is no history to tell by yet, or
   * no index.
   */
  public Optional<List<Rising>> at(Instant now, Audience audience) {
    return found(now, audience)
        .map(all -> all.stream().filter(one -> !lists.isSpared(one.tag(), audience)).toList());
  }

  private Optional<List<Rising>> found(Instant now, Audience audience) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Answer known = answers.get(audience);
    if (known != null && known.minute.equals(minute)) {
      return known.rising;
    }
    Optional<List<Rising>> rising = index.get().flatMap(i -> new Look(i, audience, now).rising());
    answers.put(audience, new Answer(minute, rising));
    return rising;
  }

  /** One look at one index, by one thread. */
  private final class Look {
    private final SearchIndex asked;
    private final Audience audience;
    private final Instant now;
    private final Hour hour;

    Look(SearchIndex asked, Audience audience, Instant now) {
      this.asked = asked;
      this.audience = audience;
      this.now = now;
      Instant begun = now.truncatedTo(ChronoUnit.HOURS);
      Hour known = hours.get(audience);
      hour = known != null && known.hour.equals(begun) ? known : read(begun);
      hours.put(audience, hour);
    }

    private Hour read(Instant begun) {
      Rhythm.Meter meter = new Rhythm.Meter(begun);
      Instant from = begun.minus(Rhythm.LOOK_BACK).minus(Trends.LONGEST);
      asked.coverage(Filter.ALL, audience, from, begun, c -> meter.add(c.order()));
      return new Hour(begun, meter.rhythm(), new ConcurrentHashMap<>());
    }

    Optional<List<Rising>> rising() {
      if (!hour.rhythm.isSettled()) {
        return Optional.empty();
      }
      Trends trends = new Trends(hour.rhythm, now);
      Instant since = now.minus(Trends.LONGEST);
      asked.coverage(Filter.ALL, audience, since, now.plusMillis(1), c -> trends.add(ruled.on(c)));
      Map<TagKey, Hashtag> names = tags.findAll(trends.candidates());
      names.values().forEach(tag -> spare(tag, trends, since));
      return Optional.of(named(trends.rank(this::habit), names));
    }

    /** Nobody trends by what is said of him under Crime. */
    private void spare(Hashtag tag, Trends trends, Instant since) {
      if (audience == Audience.PUBLIC && tag.kind() == TagKind.PERSON) {
        trends.withdraw(tag.key(), coverage(inCrime(tag.key()), since, now.plusMillis(1)));
      }
    }

    private Habit habit(TagKey tag) {
      return hour.habits.computeIfAbsent(
          tag,
          key ->
              Habit.of(
                  coverage(Filter.tag(key).about(), hour.rhythm.start(), hour.rhythm.end()),
                  hour.rhythm));
    }

    private List<Coverage> coverage(Filter filter, Instant from, Instant to) {
      List<Coverage> heard = new ArrayList<>();
      asked.coverage(ruled.on(filter), audience, from, to, heard::add);
      return heard;
    }

    private List<Rising> named(List<Trend> trends, Map<TagKey, Hashtag> names) {
      List<Rising> rising = new ArrayList<>();
      for (Trend trend : trends) {
        Hashtag tag = names.get(trend.tag());
        if (tag != null && rising.size() < MOST && gate.admits(tag, audience)) {
          rising.add(new Rising(tag, trend));
        }
      }
      return rising;
    }
  }

  private static Filter inCrime(TagKey tag) {
    return Filter.tag(tag).about().and(new Condition.In(Category.CRIME));
  }
}
