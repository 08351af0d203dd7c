package org.tagwire.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Paragraph;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.TagStore;

/**
 * One article with its tags, the same text elsewhere, its story and related articles. Safe for use
 * by many threads.
 */
public final class ArticlePages {
  private static final int RELATED = 6;

  /** How many other outlets' texts are compared with the first; more are listed only. */
  private static final int COMPARED = 12;

  private final ArticleStore articles;
  private final TagStore tags;
  private final Lists lists;
  private final RuledLists ruled;
  private final Supplier<Optional<SearchIndex>> index;

  public ArticlePages(
      ArticleStore articles, TagStore tags, Lists lists, Supplier<Optional<SearchIndex>> index) {
    this.articles = articles;
    this.tags = tags;
    this.ruled = new RuledLists(tags);
    this.lists = lists;
    this.index = index;
  }

  /** Opens the page of an article. */
  public Answer open(ArticleId id, ListView view) {
    return switch (articles.find(id, view.audience())) {
      case Lookup.Found found -> new Found(page(found.article(), found.card(), view));
      case Lookup.Redirect redirect -> new Moved(redirect.to());
      case Lookup.Withdrawn withdrawn -> new Withdrawn(withdrawn.reason());
      case Lookup.Unknown unknown -> new Unknown();
    };
  }

  /**
   * Returns the whole texts behind the cards of a list, a paragraph a line, for those who read
   * without opening each; for the public audience a card's passage is all there is.
   */
  public Map<ArticleId, List<String>> texts(List<Listing> listings, Audience audience) {
    if (audience == Audience.PUBLIC) {
      return listings.stream()
          .map(Listing::card)
          .filter(c -> !c.opening().isEmpty())
          .collect(Collectors.toMap(Card::id, c -> List.of(c.opening()), (first, same) -> first));
    }
    return articles.findAll(listings.stream().map(l -> l.card().id()).toList(), audience).stream()
        .collect(Collectors.toMap(Article::id, a -> lines(a.text()), (first, same) -> first));
  }

  private static List<String> lines(ArticleText text) {
    if (text.paragraphs().isEmpty()) {
      return text.summary().isBlank() ? List.of() : List.of(text.summary());
    }
    return text.paragraphs().stream().filter(Paragraph::isText).map(Paragraph::text).toList();
  }

  private ArticlePage page(Article article, Card card, ListView view) {
    boolean cut = view.audience() == Audience.PUBLIC;
    Filter story = Filter.story(article.placement().story());
    List<Listing> reported =
        lists.page(story, view).listings().stream()
            .filter(l -> !isSame(l.card(), article))
            .toList();
    List<Listing> related =
        ruled.on(
            Filter.ALL,
            index
                .get()
                .map(i -> i.related(article.id(), view.audience(), RELATED))
                .orElse(List.of()));
    List<Card> copies =
        articles.copies(article.id(), view.audience()).stream().map(ruled::on).toList();
    Map<TagKey, Hashtag> names = names(article);
    PublicFace face = new PublicFace(lists.discretion().look());
    return new ArticlePage(
        cut ? face.of(article, card.excerpt(), names) : article,
        names,
        cut ? copies.stream().map(face::ofStored).toList() : copies,
        sameText(article, card, copies, face, view.audience()),
        reported,
        cut ? related.stream().map(face::of).toList() : related,
        PublicFace.changes(
            articles.headlines(List.of(article.id()), view.audience()), view.audience()));
  }

  private SameText sameText(
      Article article, Card card, List<Card> copies, PublicFace face, Audience audience) {
    if (copies.isEmpty()) {
      return SameText.ALONE;
    }
    List<Card> all = new ArrayList<>(copies);
    all.add(card);
    Card first = SameText.first(all);
    Card shown = audience == Audience.PUBLIC ? face.ofStored(first) : first;
    Map<ArticleId, Article> texts =
        articles
            .findAll(
                Stream.concat(Stream.of(first.id()), copies.stream().map(Card::id).limit(COMPARED))
                    .distinct()
                    .toList(),
                audience)
            .stream()
            .collect(Collectors.toMap(Article::id, a -> a));
    texts.put(article.id(), article);
    Article origin = texts.get(first.id());
    if (origin == null) {
      return new SameText(Optional.of(shown), Map.of(), List.of());
    }
    Map<ArticleId, Additions> added =
        texts.values().stream()
            .filter(a -> !a.id().equals(origin.id()))
            .collect(Collectors.toMap(Article::id, a -> Additions.of(a.text(), origin.text())));
    Map<ArticleId, Integer> counts =
        added.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sentences()));
    Additions own = added.get(article.id());
    List<SameText.Added> spans =
        own == null || audience == Audience.PUBLIC ? List.of() : own.spans();
    return new SameText(Optional.of(shown), counts, spans);
  }

  private Map<TagKey, Hashtag> names(Article article) {
    return tags.findAll(article.understanding().tags().stream().map(Tagging::key).toList());
  }

  private static boolean isSame(Card card, Article article) {
    return card.id().equals(article.id())
        || card.group().copies().equals(article.placement().copyGroup(article.id()));
  }

  /** What the address of an article leads to. */
  public sealed interface Answer {}

  /** The page. */
  public record Found(ArticlePage page) implements Answer {}

  /** The article stands under another address. */
  public record Moved(ArticleId to) implements Answer {}

  /** It is gone for good. */
  public record Withdrawn(String reason) implements Answer {}

  /** There is no such article for this audience. */
  public record Unknown() implements Answer {}

  /**
   * An article's page.
   *
   * @param article the article; for the public audience its text is the excerpt
   * @param names the hashtags behind its taggings
   * @param copies the same text elsewhere
   * @param sameText who had it first, and what this one adds
   * @param reported others of its story, newest first, near-copies folded
   * @param related others by names and text
   * @param changes headlines it had before, oldest first; for the public audience without words
   */
  public record ArticlePage(
      Article article,
      Map<TagKey, Hashtag> names,
      List<Card> copies,
      SameText sameText,
      List<Listing> reported,
      List<Listing> related,
      List<HeadlineChange> changes) {
    public ArticlePage {
      names = Map.copyOf(names);
      copies = List.copyOf(copies);
      reported = List.copyOf(reported);
      related = List.copyOf(related);
      changes = List.copyOf(changes);
    }
  }
}
