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
import org.tagwire.model.TagRules;

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

  /** Returns what this audience's list of {@code filter} shows, under the owner's rules. */
  Filter on(Filter filter, Audience audience, TagRules rules) {
    List<Mute> muted = of(audience);
    if (muted.isEmpty() || isAskedFor(filter)) {
      return filter;
    }
    List<Condition> unwanted =
        muted.stream()
            .map(mute -> condition(mute, rules))
            .filter(mute -> !isNamed(filter, mute))
            .toList();
    return unwanted.isEmpty() ? filter : filter.and(new Condition.Not(new Condition.Any(unwanted)));
  }

  /** Says whether this audience is spared a tag where nobody has asked for it. */
  boolean isSpared(TagKey tag, Audience audience, TagRules rules) {
    return of(audience).stream().anyMatch(mute -> isTag(condition(mute, rules), tag));
  }

  private List<Mute> of(Audience audience) {
    return audience == Audience.OWNER ? mutes.get() : List.of();
  }

  private static boolean isAskedFor(Filter filter) {
    return filter.story() != null || filter.where().words() > 0;
  }

  private static boolean isNamed(Filter filter, Condition mute) {
    TagKey tag = filter.tag();
    Domain publisher = filter.publisher();
    return (tag != null && isTag(mute, tag))
        || (publisher != null && mute.equals(new Condition.By(publisher)))
        || isNamed(filter.where(), mute);
  }

  private static boolean isNamed(Condition where, Condition mute) {
    return switch (where) {
      case Condition.All all -> all.of().stream().anyMatch(part -> isNamed(part, mute));
      case Condition.Any any -> any.of().stream().anyMatch(part -> isNamed(part, mute));
      case Condition.Tagged tagged -> isTag(mute, tagged.tag());
      default -> where.equals(mute);
    };
  }

  private static boolean isTag(Condition mute, TagKey tag) {
    return mute instanceof Condition.Tagged tagged && tagged.tag().equals(tag);
  }

  private static Condition condition(Mute mute, TagRules rules) {
    return switch (mute.kind()) {
      case WORD -> new Condition.Phrase(mute.value());
      case TAG -> new Condition.Tagged(rules.resolve(new TagKey(mute.value())), true);
      case PUBLISHER -> new Condition.By(new Domain(mute.value()));
    };
  }

  /** Returns what is muted; empty for anybody but the owner. */
  public Optional<List<Mute>> list(Audience audience) {
    return audience == Audience.OWNER ? Optional.of(mutes.get()) : Optional.empty();
  }
}
