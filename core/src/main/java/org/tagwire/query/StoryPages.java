package org.tagwire.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.StoryId;
import org.tagwire.model.Totals;
import org.tagwire.store.ArticleStore;

/** One event as its publishers told it. Safe for use by many threads. */
public final class StoryPages {
  private final ArticleStore articles;
  private final Lists lists;
  private final StoryDesk desk;

  public StoryPages(ArticleStore articles, Lists lists) {
    this.articles = articles;
    this.lists = lists;
    this.desk = new StoryDesk(articles);
  }

  /** Opens the page of a story. */
  public Answer open(StoryId id, ListView view) {
    Optional<StoryId> now = articles.findStory(id);
    if (now.isEmpty()) {
      return new Unknown();
    }
    if (!now.get().equals(id)) {
      return new Merged(now.get());
    }
    Filter filter = Filter.story(id);
    ListPage page = lists.page(filter, view);
    Optional<StoryDigest> digest = desk.read(id, view.audience());
    return page.listings().isEmpty() || digest.isEmpty()
        ? new Unknown()
        : new Found(
            new StoryPage(
                id,
                digest.get().first().headline(),
                lists.totals(filter, view.audience()),
                page,
                digest.get(),
                elsewhere(id, view)));
  }

  private List<Elsewhere> elsewhere(StoryId id, ListView view) {
    return articles.otherLanguages(id).stream()
        .flatMap(other -> elsewhere(other, view.audience(), view.edition()).stream())
        .toList();
  }

  private Optional<Elsewhere> elsewhere(StoryId id, Audience audience, Language edition) {
    ListPage page = lists.page(Filter.story(id), ListView.of(audience, edition));
    return page.listings().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Elsewhere(
                id, page.listings().getLast().card().language(), headline(page.listings())));
  }

  /** The earliest account names the event most plainly: later ones follow details. */
  private static String headline(List<Listing> listings) {
    return listings.getLast().card().headline();
  }

  /** What the address of a story leads to. */
  public sealed interface Answer {}

  /** The page. */
  public record Found(StoryPage page) implements Answer {}

  /** The story was merged into an older one. */
  public record Merged(StoryId into) implements Answer {}

  /** There is no such story for this audience. */
  public record Unknown() implements Answer {}

  /**
   * A story's page.
   *
   * @param id which story
   * @param headline what it is about, in the words of its earliest account
   * @param totals its numbers
   * @param list its accounts, newest first
   * @param digest what its accounts say together
   * @param elsewhere stories of the same event in other languages
   */
  public record StoryPage(
      StoryId id,
      String headline,
      Totals totals,
      ListPage list,
      StoryDigest digest,
      List<Elsewhere> elsewhere) {
    /** The greatest number of tags of a story. */
    public static final int TAGS = 8;

    public StoryPage {
      elsewhere = List.copyOf(elsewhere);
    }

    /**
     * Returns the tags its accounts are about, those of most accounts first, at most {@link #TAGS}.
     */
    public List<Card.Chip> tags() {
      Map<Card.Chip, Long> counts =
          list.listings().stream()
              .flatMap(listing -> listing.card().chips().stream())
              .collect(
                  Collectors.groupingBy(chip -> chip, LinkedHashMap::new, Collectors.counting()));
      return counts.entrySet().stream()
          .sorted(Map.Entry.<Card.Chip, Long>comparingByValue().reversed())
          .limit(TAGS)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  /**
   * The same event in another language.
   *
   * @param id its story there
   * @param language which language
   * @param headline what it is about, in that language
   */
  public record Elsewhere(StoryId id, Language language, String headline) {}
}
