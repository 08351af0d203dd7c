package org.tagwire.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.TagKey;
import org.tagwire.rights.People;
import org.tagwire.store.ArticleStore;

/**
 * Leaves out of a name's public list the articles that speak of somebody of that name as of a child
 * or a victim. The index knows them; while there is none, the articles themselves are asked. Safe
 * for use by many threads.
 */
record Shield(ArticleStore articles) {
  /** Returns what of a list out of the store may stand there. */
  List<Listing> on(List<Listing> listings, Filter filter, Audience audience) {
    if (audience == Audience.OWNER || filter.tag() == null || listings.isEmpty()) {
      return listings;
    }
    Set<TagKey> names = new HashSet<>(filter.leaving());
    names.add(filter.tag());
    List<ArticleId> ids = listings.stream().map(listing -> listing.card().id()).toList();
    Set<ArticleId> shielded = new HashSet<>();
    for (Article article : articles.findAll(ids, audience)) {
      if (protects(article, names)) {
        shielded.add(article.id());
      }
    }
    return listings.stream().filter(listing -> !shielded.contains(listing.card().id())).toList();
  }

  private static boolean protects(Article article, Set<TagKey> names) {
    return article.understanding().tags().stream()
        .anyMatch(tag -> names.contains(tag.key()) && People.isProtected(tag));
  }
}
