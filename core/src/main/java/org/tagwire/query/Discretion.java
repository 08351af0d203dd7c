package org.tagwire.query;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Totals;
import org.tagwire.model.Withheld;
import org.tagwire.model.Withheld.Dispute;
import org.tagwire.rights.HiddenNames;
import org.tagwire.rights.People;
import org.tagwire.store.TagStore;

/**
 * What strangers are told of hashtags: no name that is hidden or disputed, and persons only as
 * {@code rights} allows. Safe for use by many threads.
 *
 * <p>A page asks for a hundred chips, so what was found of a tag is remembered: as long as what is
 * withheld stays the same, and until the index shows something else; of somebody known well enough
 * for a while longer, since fame does not pass in a minute. While there is no index, no person is
 * named on a card: the store alone cannot tell cheaply enough who may be.
 */
final class Discretion {
  private static final int REMEMBERED = 20_000;

  /** For how many states of the index somebody of twice the origins needed stays admitted. */
  private static final int LASTING = 64;

  private final TagStore tags;
  private final Headcount numbers;
  private volatile Memory memory;

  Discretion(TagStore tags, Headcount numbers) {
    this.tags = tags;
    this.numbers = numbers;
    this.memory = new Memory(Withheld.NONE);
  }

  /** What was found, as long as the same is withheld. */
  private static final class Memory {
    private final Withheld withheld;
    private final HiddenNames names;
    private final ConcurrentMap<Card.Chip, Finding> findings = new ConcurrentHashMap<>();

    Memory(Withheld withheld) {
      this.withheld = withheld;
      this.names = HiddenNames.of(withheld);
    }
  }

  /**
   * What is known of a tag.
   *
   * @param key its identity; absent where no tag can be made of it
   * @param shown whether strangers may be told of it
   * @param until up to which state of the index
   */
  private record Finding(@Nullable TagKey key, boolean shown, long until) {}

  /** Looks at what is so now, for one answer. */
  Look look() {
    Withheld now = tags.withheld();
    Memory held = memory;
    if (held.withheld != now) {
      held = new Memory(now);
      memory = held;
    }
    return new Look(held, numbers.version());
  }

  /** One look, for one answer. */
  final class Look {
    private final Memory held;
    private final Optional<Long> version;

    private Look(Memory held, Optional<Long> version) {
      this.held = held;
      this.version = version;
    }

    /** Says whether a tag is hidden for good, or until the owner has answered. */
    boolean hides(Hashtag tag) {
      return held.names.contain(tag)
          || held.withheld.disputes().contains(new Dispute(tag.key(), null));
    }

    /** Says whether strangers may be led to a tag. */
    boolean admits(Hashtag tag) {
      return finding(new Card.Chip(tag.form(), tag.name(), tag.kind()), tag.key()).shown;
    }

    /** Says whether an article is left out of a tag's list because that is disputed. */
    boolean isDisputed(ArticleId article, TagKey tag) {
      return !held.withheld.disputes().isEmpty()
          && held.withheld.disputes().contains(new Dispute(tag, article));
    }

    /** Returns a card without the chips that strangers are not shown. */
    Card of(Card card) {
      List<Card.Chip> shown = card.chips().stream().filter(chip -> shows(chip, card.id())).toList();
      return shown.size() == card.chips().size() ? card : card.with(shown);
    }

    private boolean shows(Card.Chip chip, ArticleId article) {
      if (chip.kind() != TagKind.PERSON && held.withheld.isEmpty()) {
        return true;
      }
      if (chip.shielded()) {
        return false;
      }
      Finding finding = finding(chip, null);
      return finding.shown && (finding.key == null || !isDisputed(article, finding.key));
    }

    private Finding finding(Card.Chip chip, @Nullable TagKey known) {
      Finding found = held.findings.get(chip);
      long now = version.orElse(Long.MAX_VALUE);
      if (found != null && found.until >= now) {
        return found;
      }
      Finding fresh = find(chip, known, now);
      if (version.isPresent() && held.findings.size() < REMEMBERED) {
        held.findings.put(chip, fresh);
      } else if (version.isPresent()) {
        held.findings.clear();
      }
      return fresh;
    }

    private Finding find(Card.Chip chip, @Nullable TagKey known, long now) {
      @Nullable TagKey key = known == null ? key(chip) : known;
      boolean hidden =
          held.names.contain(chip.form(), chip.name())
              || (key != null
                  && (held.names.contain(key.value())
                      || held.withheld.disputes().contains(new Dispute(key, null))));
      if (hidden || key == null) {
        return new Finding(key, !hidden && chip.kind() != TagKind.PERSON, Long.MAX_VALUE - 1);
      }
      return count(chip.kind(), key, now);
    }

    private Finding count(TagKind kind, TagKey key, long now) {
      if (version.isEmpty() && kind == TagKind.PERSON) {
        return new Finding(key, false, now);
      }
      Filter filter = Filter.tag(key);
      Totals all = numbers.totals(filter, Audience.PUBLIC);
      if (all.articles() == 0 || kind != TagKind.PERSON) {
        return new Finding(key, all.articles() > 0, now);
      }
      Totals about = numbers.totals(filter.about(), Audience.PUBLIC);
      boolean shown = People.hasPublicPage(kind, all.origins(), about.articles());
      boolean lasting = shown && all.origins() >= 2 * People.MIN_ORIGINS;
      return new Finding(key, shown, lasting ? now + LASTING : now);
    }

    private @Nullable TagKey key(Card.Chip chip) {
      return TagKey.parse(chip.form()).map(tags.rules()::resolve).orElse(null);
    }
  }
}
