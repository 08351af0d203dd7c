package org.tagwire.query;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Card;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.TagKey;
import org.tagwire.rights.People;

/**
 * What the newest articles of a list have in common. Immutable.
 *
 * @param read how many were read
 * @param plain how many of them are of a field in which persons may be related to anything
 * @param choices by what the list can be narrowed
 * @param companions the tags they are about, the most frequent first
 */
record Digest(int read, int plain, Choices choices, List<Companion> companions) {
  /** How many articles are read at most. */
  static final int READ = ListQuery.MAX_SIZE;

  private static final int COMPANIONS = 40;

  Digest {
    companions = List.copyOf(companions);
  }

  /**
   * A tag of these articles.
   *
   * @param tag which
   * @param articles on how many
   * @param plain on how many of a field in which persons may be related to anything
   */
  record Companion(TagKey tag, int articles, int plain) {}

  static Digest of(List<Listing> newest) {
    Map<TagKey, Companion> companions = new LinkedHashMap<>();
    int plain = 0;
    for (Listing listing : newest) {
      Card card = listing.card();
      int one = People.mayRelate(card.category()) ? 1 : 0;
      plain += one;
      for (Card.Chip chip : card.chips()) {
        TagKey.parse(chip.form())
            .ifPresent(tag -> companions.merge(tag, new Companion(tag, 1, one), Digest::sum));
      }
    }
    return new Digest(newest.size(), plain, Choices.of(newest), most(companions));
  }

  private static Companion sum(Companion one, Companion other) {
    return new Companion(one.tag, one.articles + other.articles, one.plain + other.plain);
  }

  private static List<Companion> most(Map<TagKey, Companion> companions) {
    return companions.values().stream()
        .sorted(Comparator.comparingInt(Companion::articles).reversed())
        .limit(COMPANIONS)
        .toList();
  }
}
