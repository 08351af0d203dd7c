package org.tagwire.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Condition;
import org.tagwire.model.Mark;
import org.tagwire.model.Page.Listing;
import org.tagwire.store.ArticleStore;

/**
 * Chooses what cards show of a search.
 *
 * <p>Strangers see the one passage of each article that everybody sees, with the words marked where
 * they happen to stand there. For the owner, where neither headline nor opening has the words, the
 * text is read for the first paragraph that does, and a passage around them is cut out of it.
 */
final class Excerpting {
  private static final int BEFORE = 120;
  private static final int PASSAGE = 420;
  private static final String CUT = "…";

  private final ArticleStore articles;
  private final Supplier<Optional<SearchIndex>> index;

  Excerpting(ArticleStore articles, Supplier<Optional<SearchIndex>> index) {
    this.articles = articles;
    this.index = index;
  }

  /** Returns what to show of each card in which words of the condition stand. */
  Map<ArticleId, Hits> of(Condition wanted, List<Listing> listings, Audience audience) {
    Optional<SearchIndex> words = index.get();
    if (words.isEmpty() || wanted.words() == 0) {
      return Map.of();
    }
    Map<ArticleId, Hits> hits = new HashMap<>();
    for (Listing listing : listings) {
      Card card = listing.card();
      List<Mark> inText = words.get().highlights(wanted, card.opening());
      List<Mark> inHeadline = words.get().highlights(wanted, card.headline());
      hits.put(card.id(), new Hits(inHeadline, card.opening(), inText));
    }
    if (audience == Audience.OWNER) {
      deeper(wanted, listings, hits, words.get());
    }
    return hits;
  }

  private void deeper(
      Condition wanted, List<Listing> listings, Map<ArticleId, Hits> hits, SearchIndex words) {
    List<ArticleId> silent =
        listings.stream()
            .map(Listing::card)
            .filter(card -> !card.whole() && hasNone(hits.get(card.id())))
            .map(Card::id)
            .toList();
    if (silent.isEmpty()) {
      return;
    }
    Map<ArticleId, Article> texts =
        articles.findAll(silent, Audience.OWNER).stream()
            .collect(Collectors.toMap(Article::id, a -> a, (first, same) -> first));
    texts.forEach((id, article) -> passage(wanted, article, words).ifPresent(h -> hits.put(id, h)));
  }

  private static boolean hasNone(@Nullable Hits hits) {
    return hits == null || (hits.headline().isEmpty() && hits.marks().isEmpty());
  }

  private static Optional<Hits> passage(Condition wanted, Article article, SearchIndex words) {
    for (var paragraph : article.text().paragraphs()) {
      List<Mark> marks = words.highlights(wanted, paragraph.text());
      if (!marks.isEmpty()) {
        return Optional.of(around(paragraph.text(), marks));
      }
    }
    return Optional.empty();
  }

  private static Hits around(String text, List<Mark> marks) {
    int from = begin(text, marks.getFirst().from() - BEFORE);
    int to = end(text, Math.max(from + PASSAGE, marks.getFirst().to()));
    String before = from > 0 ? CUT : "";
    String passage = before + text.substring(from, to) + (to < text.length() ? CUT : "");
    int shift = before.length() - from;
    List<Mark> kept =
        marks.stream()
            .filter(mark -> mark.from() >= from && mark.to() <= to)
            .map(mark -> new Mark(mark.kind(), mark.from() + shift, mark.to() + shift, ""))
            .toList();
    return new Hits(List.of(), passage, kept);
  }

  /** A passage begins and ends between words where blanks part them, never within a character. */
  private static int begin(String text, int wanted) {
    if (wanted <= 0) {
      return 0;
    }
    int blank = text.indexOf(' ', wanted);
    return blank >= 0 && blank < wanted + BEFORE / 2 ? blank + 1 : whole(text, wanted);
  }

  private static int end(String text, int wanted) {
    if (wanted >= text.length()) {
      return text.length();
    }
    int blank = text.lastIndexOf(' ', wanted);
    return blank > wanted - BEFORE / 2 ? blank : whole(text, wanted);
  }

  private static int whole(String text, int at) {
    return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
