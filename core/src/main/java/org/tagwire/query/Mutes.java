package org.tagwire.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;

/**
 * Leaves out of the owner's lists what the owner has muted. Safe for use by many threads.
 *
 * <p>Whoever asks for something by its name gets it: the list of a muted tag or publisher is not
 * narrowed by that mute, and a story or a search for words by none. Nothing is deleted, and nobody
 * else's lists change.
 */
public final class Mutes {
  private final Supplier<List<Mute>> mutes;

  public Mutes(Supplier<List<Mute>> mutes) {
    this.mutes = mutes;
  }

  /** Returns what this audience's list of {@code filter} shows. */
  Filter on(Filter filter, Audience audience) {
    List<Mute> muted = audience == Audience.OWNER ? mutes.get() : List.of();
    if (muted.isEmpty() || isAskedFor(filter)) {
      return filter;
    }
    List<Condition> unwanted =
        muted.stream().filter(mute -> !isNamed(filter, mute)).map(Mutes::condition).toList();
    return unwanted.isEmpty() ? filter : filter.and(new Condition.Not(new Condition.Any(unwanted)));
  }

  private static boolean isAskedFor(Filter filter) {
    return filter.story() != null || filter.where().words() > 0;
  }

  private static boolean isNamed(Filter filter, Mute mute) {
    return switch (mute.kind()) {
      case WORD -> false;
      case TAG -> filter.tag() != null && filter.tag().value().equals(mute.value());
      case PUBLISHER ->
          filter.publisher() != null && filter.publisher().name().equals(mute.value());
    };
  }

  private static Condition condition(Mute mute) {
    return switch (mute.kind()) {
      case WORD -> new Condition.Phrase(mute.value());
      case TAG -> new Condition.Tagged(new TagKey(mute.value()), true);
      case PUBLISHER -> new Condition.By(new Domain(mute.value()));
    };
  }

  /** Returns what is muted; empty for anybody but the owner. */
  public Optional<List<Mute>> list(Audience audience) {
    return audience == Audience.OWNER ? Optional.of(mutes.get()) : Optional.empty();
  }
}
