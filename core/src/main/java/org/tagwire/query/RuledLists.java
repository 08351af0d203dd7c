package org.tagwire.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Condition;
import org.tagwire.model.Coverage;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRules;
import org.tagwire.store.TagStore;

/**
 * Lists and cards under the owner's rules while articles are still being brought under them: a tag
 * is asked for under all its keys, chips bear the names they lead to, and what an article is not
 * about is left out. Once every article follows, nothing is left to do here. Safe for use by many
 * threads.
 */
final class RuledLists {
  private final TagStore tags;
  private final Mutes mutes;

  RuledLists(TagStore tags) {
    this(tags, new Mutes(List::of));
  }

  RuledLists(TagStore tags, Mutes mutes) {
    this.tags = tags;
    this.mutes = mutes;
  }

  /** Returns a filter that finds what an audience wants to see, wherever it still stands. */
  Filter on(Filter filter, Audience audience) {
    return on(mutes.on(filter, audience, tags.rules()));
  }

  /** Says whether this audience is spared a tag where nobody has asked for it. */
  boolean isSpared(Hashtag tag, Audience audience) {
    return mutes.isSpared(tag.key(), audience, tags.rules());
  }

  /** Returns a filter that finds a tag wherever its articles still stand. */
  Filter on(Filter filter) {
    TagRules rules = tags.rules();
    TagKey tag = filter.tag();
    Set<TagKey> keys = tag == null || rules.isSettled() ? filter.leaving() : rules.leaving(tag);
    return filter.where().equals(Condition.ANYTHING)
        ? (rules.isSettled() ? filter : filter.leaving(keys))
        : filter.ruled(keys, filter.where().mapTags(tagged -> on(rules, tagged)));
  }

  /** A tag inside a condition can be meant the other way round, so it must be exact by itself. */
  private static Condition.Tagged on(TagRules rules, Condition.Tagged tagged) {
    TagKey tag = rules.resolve(tagged.tag());
    return rules.isSettled()
        ? new Condition.Tagged(tag, tagged.aboutOnly())
        : new Condition.Tagged(
            tag, tagged.aboutOnly(), rules.leaving(tag), rules.refusing(tag, tagged.aboutOnly()));
  }

  /** Returns what the rules leave of a list, each card under them. */
  List<Listing> on(Filter filter, List<Listing> listings) {
    TagRules rules = tags.rules();
    if (rules.isSettled()) {
      return listings;
    }
    return listings.stream()
        .filter(listing -> isShown(rules, filter, listing.card()))
        .map(listing -> new Listing(on(rules, listing.card()), listing.outlets()))
        .toList();
  }

  /** Returns a card under the rules. */
  Card on(Card card) {
    TagRules rules = tags.rules();
    return rules.isSettled() ? card : on(rules, card);
  }

  /** Returns what an article is about under the rules that lead from one tag to another. */
  Coverage on(Coverage coverage) {
    TagRules rules = tags.rules();
    return rules.isSettled()
        ? coverage
        : new Coverage(
            coverage.order(),
            coverage.origin(),
            coverage.about().stream().map(rules::resolve).distinct().toList());
  }

  private static boolean isShown(TagRules rules, Filter filter, Card card) {
    return filter.tag() == null
        || rules
            .findRefusal(card.id(), filter.tag())
            .map(not -> not.mentioned() && !filter.aboutOnly())
            .orElse(true);
  }

  private Card on(TagRules rules, Card card) {
    List<Card.Chip> chips = new ArrayList<>();
    Set<TagKey> seen = new LinkedHashSet<>();
    for (Card.Chip chip : card.chips()) {
      TagKey key = TagKey.parse(chip.form()).map(rules::resolve).orElse(null);
      if (key == null) {
        chips.add(chip);
      } else if (seen.add(key) && rules.findRefusal(card.id(), key).isEmpty()) {
        Optional<Hashtag> tag = tags.find(key);
        chips.add(
            tag.map(t -> new Card.Chip(t.form(), t.name(), t.kind(), chip.shielded()))
                .orElse(chip));
      }
    }
    return card.with(chips);
  }
}
