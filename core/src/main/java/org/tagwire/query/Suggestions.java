package org.tagwire.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Publisher;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.store.SourceStore;
import org.tagwire.store.TagStore;
import org.tagwire.text.Normalise;

/**
 * What somebody who has begun to type may mean: hashtags and publishers. Safe for use by many
 * threads.
 *
 * <p>The tags most written about this week stand first, because one letter begins thousands of
 * others; they are looked up every ten minutes. Nobody is told of a name that its page would not be
 * opened for.
 */
public final class Suggestions {
  private static final int MOST = 8;
  private static final int MOST_TAGS = 6;
  private static final int READ = 16;
  private static final int POPULAR = 300;
  private static final int LONGEST = 60;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration HOLDS = Duration.ofMinutes(10);

  private final TagStore tags;
  private final SourceStore sources;
  private final Lists lists;
  private final TagGate gate;
  private final Kept<Audience, List<Hashtag>> popular = new Kept<>(Audience.values().length);

  public Suggestions(TagStore tags, SourceStore sources, Lists lists) {
    this.tags = tags;
    this.sources = sources;
    this.lists = lists;
    this.gate = new TagGate(lists);
  }

  /**
   * What may be meant, likeliest first.
   *
   * @param tags hashtags
   * @param publishers publishers
   */
  public record Suggested(List<Hashtag> tags, List<Publisher> publishers) {
    static final Suggested NOTHING = new Suggested(List.of(), List.of());

    public Suggested {
      tags = List.copyOf(tags);
      publishers = List.copyOf(publishers);
    }
  }

  /** Returns what may be meant by what was typed so far, eight at most. */
  public Suggested of(String typed, Audience audience, Instant now) {
    String begun = Normalise.line(typed).replaceFirst("^#+", "").strip();
    if (begun.isEmpty() || begun.length() > LONGEST) {
      return Suggested.NOTHING;
    }
    Map<TagKey, Hashtag> found = new LinkedHashMap<>();
    Stream.concat(
            popular(audience, now).stream().filter(tag -> begins(tag, Normalise.folded(begun))),
            tags.beginning(begun, audience, READ).stream())
        .forEach(tag -> found.putIfAbsent(tag.key(), tag));
    List<Hashtag> shown =
        found.values().stream()
            .limit(READ)
            .filter(tag -> gate.admits(tag, audience))
            .limit(MOST_TAGS)
            .toList();
    return new Suggested(shown, publishers(begun, audience, MOST - shown.size()));
  }

  private List<Publisher> publishers(String begun, Audience audience, int limit) {
    return sources.publishers(begun, READ).stream()
        .filter(
            publisher ->
                lists.totals(Filter.publisher(publisher.domain()), audience).articles() > 0)
        .limit(limit)
        .toList();
  }

  /** Whether a word of the name, or what its address spells, begins so. */
  private static boolean begins(Hashtag tag, String begun) {
    String name = Normalise.folded(tag.name());
    boolean later = Arrays.stream(name.split(" ")).skip(1).anyMatch(word -> word.startsWith(begun));
    return later || name.startsWith(begun) || tag.key().value().startsWith(begun);
  }

  private List<Hashtag> popular(Audience audience, Instant now) {
    return popular.ask(audience, Kept.Moment.within(HOLDS, now), () -> read(audience, now));
  }

  private List<Hashtag> read(Audience audience, Instant now) {
    List<TagKey> keys =
        lists.topTags(Filter.ALL, audience, now.minus(WEEK), POPULAR).stream()
            .map(TagCount::key)
            .toList();
    return List.copyOf(tags.findAll(keys).values());
  }
}
