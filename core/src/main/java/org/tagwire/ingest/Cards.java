package org.tagwire.ingest;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tagwire.model.Card;
import org.tagwire.model.Credit;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.Image;
import org.tagwire.model.Origin;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.rights.Excerpts;
import org.tagwire.store.TagStore;

/** Makes the card of an article, once, when it is placed. Safe for use by many threads. */
final class Cards {
  private final TagStore tags;

  Cards(TagStore tags) {
    this.tags = tags;
  }

  Card of(Reading reading, Placement placement) {
    String plain = reading.text().plain();
    String opening = opening(plain);
    Credit credit = reading.credit();
    return new Card(
        reading.id(),
        reading.url(),
        reading.text().title(),
        credit.carrier().domain(),
        credit.carrier().name(),
        credit.findOrigin().map(Origin::name).orElse(null),
        reading.timing().published(),
        reading.timing().order(),
        reading.understanding().category(),
        reading.understanding().language(),
        image(reading),
        opening,
        Excerpts.choose(reading.text(), reading.understanding().about(), reading.limits()),
        opening.length() == plain.length(),
        chips(reading),
        new Card.Group(placement.story(), placement.copyGroup(reading.id())));
  }

  private static @org.jspecify.annotations.Nullable Image image(Reading reading) {
    return reading.limits().pictured() ? reading.text().image() : null;
  }

  /**
   * Cuts before a word, so that no card ends in the middle of one; scripts without spaces are cut
   * by their own rules.
   */
  private static String opening(String plain) {
    if (plain.length() <= Card.OPENING_LENGTH) {
      return plain;
    }
    String head = plain.substring(0, Card.OPENING_LENGTH);
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(head);
    int cut = words.preceding(head.length() - 1);
    return head.substring(0, cut <= 0 ? head.length() - 1 : cut).strip() + "…";
  }

  private List<Card.Chip> chips(Reading reading) {
    List<Tagging> about = reading.understanding().about();
    Map<TagKey, Hashtag> known = tags.findAll(about.stream().map(Tagging::key).toList());
    List<Card.Chip> chips = new ArrayList<>();
    for (Tagging tag : about.subList(0, Math.min(about.size(), Card.MAX_CHIPS))) {
      Hashtag published = known.get(tag.key());
      chips.add(
          published == null
              ? new Card.Chip(form(tag), tag.name(), tag.kind())
              : new Card.Chip(published.form(), published.name(), published.kind()));
    }
    return chips;
  }

  private static String form(Tagging tag) {
    return HashtagGrammar.form(tag.name()).orElse(tag.key().value());
  }
}
