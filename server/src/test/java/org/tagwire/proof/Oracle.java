package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.rights.People;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.Store;
import org.tagwire.url.WebAddress;

/** Says whether store and index hold exactly what was announced, once, and the same. */
final class Oracle {
  private final Store store;
  private final SearchIndex index;

  Oracle(Store store, SearchIndex index) {
    this.store = store;
    this.index = index;
  }

  /**
   * Asserts that every address is there once, that nothing else is, and that the index says what
   * the store says.
   */
  void holds(Collection<String> addresses) {
    assertThat(store.upkeep().check()).as("the store's own check").isEmpty();
    assertThat(index.check()).as("the index's own check").isEmpty();
    Map<ArticleId, Article> articles = articles();
    Map<String, ArticleId> found =
        store.articles().findByUrls(addresses.stream().map(a -> WebAddress.of(a).key()).toList());
    assertThat(found).as("announced and stored").hasSameSizeAs(addresses);
    assertThat(articles.keySet()).as("stored once").isEqualTo(new HashSet<>(found.values()));
    assertThat(articles).hasSameSizeAs(addresses);
    assertThat(store.articles().count()).isEqualTo(addresses.size());
    assertThat(store.articles().pendingShards()).as("still waiting").isEmpty();
    agree(articles);
  }

  /** Asserts that the index says what the store says. */
  void agree() {
    agree(articles());
  }

  private void agree(Map<ArticleId, Article> articles) {
    assertThat(index.count()).as("articles in the index").isEqualTo(articles.size());
    List<Card> all = cards(Filter.ALL);
    assertThat(all)
        .extracting(Card::id)
        .as("found in the index")
        .containsExactlyInAnyOrderElementsOf(articles.keySet());
    for (Card card : all) {
      Lookup stored = store.articles().find(card.id(), Audience.OWNER);
      assertThat(stored).isInstanceOf(Lookup.Found.class);
      assertThat(bare(card)).isEqualTo(((Lookup.Found) stored).card());
      assertThat(shielded(card)).isSubsetOf(protectedBy(((Lookup.Found) stored).article()));
    }
    for (Map.Entry<TagKey, Set<ArticleId>> tag : tags(articles.values()).entrySet()) {
      assertThat(cards(Filter.tag(tag.getKey())))
          .extracting(Card::id)
          .as("found by #" + tag.getKey())
          .containsExactlyInAnyOrderElementsOf(tag.getValue());
    }
  }

  /** The index alone knows of whom an article speaks as of a child. */
  private static Card bare(Card card) {
    return card.with(
        card.chips().stream().map(c -> new Card.Chip(c.form(), c.name(), c.kind())).toList());
  }

  private static List<String> shielded(Card card) {
    return card.chips().stream().filter(Card.Chip::shielded).map(Card.Chip::name).toList();
  }

  private static List<String> protectedBy(Article article) {
    return article.understanding().tags().stream()
        .filter(People::isProtected)
        .map(Tagging::name)
        .toList();
  }

  private Map<ArticleId, Article> articles() {
    ArticleStore all = store.articles();
    Map<ArticleId, Article> articles = new HashMap<>();
    List<ArticleId> ids = all.walk(Optional.empty(), 200);
    while (!ids.isEmpty()) {
      all.findAll(ids, Audience.OWNER).forEach(a -> articles.put(a.id(), a));
      ids = all.walk(Optional.of(ids.getLast()), 200);
    }
    return articles;
  }

  private static Map<TagKey, Set<ArticleId>> tags(Collection<Article> articles) {
    Map<TagKey, Set<ArticleId>> tags = new HashMap<>();
    for (Article article : articles) {
      for (Tagging tagging : article.understanding().tags()) {
        tags.computeIfAbsent(tagging.key(), k -> new TreeSet<>()).add(article.id());
      }
    }
    return tags;
  }

  private List<Card> cards(Filter filter) {
    List<Card> cards = new ArrayList<>();
    ListQuery query = new ListQuery(filter, Audience.OWNER, null, ListQuery.MAX_SIZE, false);
    Page page = index.list(query);
    page.listings().forEach(l -> cards.add(l.card()));
    while (page.findNext().isPresent()) {
      page = index.list(query.from(page.findNext().get()));
      page.listings().forEach(l -> cards.add(l.card()));
    }
    return cards;
  }
}
