package org.tagwire.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.text.Normalise;

/**
 * What an article has to do with the others of its text.
 *
 * @param first the article that had the text first, when there are others
 * @param counts how many sentences each of the others adds to it, as far as they were compared
 * @param added where they stand; nowhere for the public audience, which sees an excerpt
 */
public record SameText(Optional<Card> first, Map<ArticleId, Integer> counts, List<Added> added) {
  /** The text stands nowhere else. */
  public static final SameText ALONE = new SameText(Optional.empty(), Map.of(), List.of());

  /**
   * Sentences in a row that the first text does not have.
   *
   * @param paragraph the number of the paragraph, from 0
   * @param from where in it they begin, in characters
   * @param to where they end
   */
  public record Added(int paragraph, int from, int to) {
    public Added {
      if (paragraph < 0 || from < 0 || to <= from) {
        throw new IllegalArgumentException(
            "nothing is added from " + from + " to " + to + " of paragraph " + paragraph);
      }
    }
  }

  public SameText {
    counts = Map.copyOf(counts);
    added = List.copyOf(added);
  }

  /** Returns how many sentences an outlet adds to the text it shares. */
  public int sentences(ArticleId article) {
    return counts.getOrDefault(article, 0);
  }

  /** Returns whether {@code article} had the text first, or alone. */
  public boolean isFirst(ArticleId article) {
    return first.filter(card -> !card.id().equals(article)).isEmpty();
  }

  /**
   * Returns who had a text first: the outlet that others name as its origin, if it is among them,
   * else who published it first.
   */
  static Card first(List<Card> sameText) {
    Set<String> credited =
        sameText.stream()
            .flatMap(card -> card.findOriginName().stream())
            .map(Normalise::folded)
            .collect(Collectors.toSet());
    return sameText.stream()
        .min(
            Comparator.comparing((Card card) -> !isOrigin(card, credited))
                .thenComparing(Card::order)
                .thenComparing(card -> !card.id().equals(card.group().copies()))
                .thenComparing(Card::id))
        .orElseThrow(() -> new IllegalArgumentException("nobody has this text"));
  }

  private static boolean isOrigin(Card card, Set<String> credited) {
    String carrier = Normalise.folded(card.carrierName());
    boolean own =
        card.findOriginName().map(Normalise::folded).filter(o -> !o.equals(carrier)).isEmpty();
    return own && credited.contains(carrier);
  }
}
