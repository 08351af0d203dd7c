package org.tagwire.query;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.store.TagStore;

/**
 * Remembers which names may stand for different people or things, until a tag has a tenth more or
 * fewer articles than when it was looked at. Once the owner has split a name, nothing is said of it
 * any more. Safe for use by many threads.
 */
final class Ambiguity {
  private static final int REMEMBERED = 5_000;
  private static final double SAME = 0.1;

  private final TagStore tags;
  private final Lists lists;
  private final Map<Asked, Verdict> verdicts =
      Collections.synchronizedMap(new Recent<>(REMEMBERED));

  private record Asked(TagKey tag, Audience audience) {}

  private record Verdict(int articles, boolean ambiguous) {
    boolean holdsFor(int now) {
      return Math.abs(now - articles) <= SAME * articles;
    }
  }

  Ambiguity(TagStore tags, Lists lists) {
    this.tags = tags;
    this.lists = lists;
  }

  /**
   * Says whether a tag may stand for different people or things.
   *
   * @param about how many articles are about it
   */
  boolean of(Hashtag tag, int about, Audience audience) {
    if (about < 2 * Namesakes.STORIES || !isOneOfItsKind(tag) || tags.rules().isSplit(tag.key())) {
      return false;
    }
    Asked asked = new Asked(tag.key(), audience);
    @Nullable Verdict known = verdicts.get(asked);
    if (known == null || !known.holdsFor(about)) {
      known = new Verdict(about, look(tag, audience));
      verdicts.put(asked, known);
    }
    return known.ambiguous();
  }

  /** Places, events, topics and organisations are told of in all fields anyway. */
  private static boolean isOneOfItsKind(Hashtag tag) {
    return tag.kind() == TagKind.PERSON || tag.kind() == TagKind.WORK;
  }

  private boolean look(Hashtag tag, Audience audience) {
    Filter filter = Filter.tag(tag.key()).about();
    var cards = lists.newest(filter, audience, Namesakes.READ).stream().map(Listing::card).toList();
    return Namesakes.among(tag.key(), cards);
  }
}
