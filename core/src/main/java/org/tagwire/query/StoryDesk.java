package org.tagwire.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Paragraph;
import org.tagwire.model.StoryId;
import org.tagwire.query.StoryDigest.Addition;
import org.tagwire.query.StoryDigest.Claim;
import org.tagwire.query.StoryDigest.Quote;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Standing;
import org.tagwire.text.Normalise;
import org.tagwire.text.Sentences;

/**
 * Reads the accounts of a story together. Safe for use by many threads.
 *
 * <p>What it finds is kept for the stories asked for last, as long as {@link Standing} says that
 * nothing of a story has changed; it is read from the store, which knows what is gone before the
 * index does. For the public audience the whole texts are compared, but a sentence is quoted only
 * as far as it stands within its article's one excerpt; what nobody may be quoted with is left out.
 */
final class StoryDesk {
  /** How many accounts are read, the newest. */
  static final int READ = 60;

  private static final int KEPT = 128;

  /** A shorter piece of a sentence says nothing. */
  private static final int MIN_QUOTE = 30;

  private final ArticleStore articles;
  private final Map<Asked, Known> kept = Collections.synchronizedMap(new Recent<>(KEPT));

  StoryDesk(ArticleStore articles) {
    this.articles = articles;
  }

  private record Asked(StoryId story, Audience audience) {}

  private record Known(long change, int accounts, ArticleId first, StoryDigest digest) {
    boolean isOf(Standing standing) {
      return change == standing.change()
          && accounts == standing.accounts()
          && first.equals(standing.first().id());
    }
  }

  /** Returns what the accounts say together; empty when this audience has none of them. */
  Optional<StoryDigest> read(StoryId story, Audience audience) {
    // Asked before the accounts are: what comes in between makes them stand otherwise next time.
    Optional<Standing> standing = articles.standing(story, audience);
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    Standing now = standing.get();
    Asked asked = new Asked(story, audience);
    Known known = kept.get(asked);
    if (known == null || !known.isOf(now)) {
      StoryDigest digest = read(story, audience, now);
      known = new Known(now.change(), now.accounts(), now.first().id(), digest);
      kept.put(asked, known);
    }
    return Optional.of(known.digest());
  }

  private StoryDigest read(StoryId story, Audience audience, Standing standing) {
    List<Listing> newest =
        articles.list(ListQuery.first(Filter.story(story), audience, READ)).listings();
    List<Listing> listings = newest.reversed();
    List<ArticleId> ids = listings.stream().map(l -> l.card().id()).toList();
    Map<ArticleId, Article> texts =
        articles.findAll(ids, audience).stream().collect(Collectors.toMap(Article::id, a -> a));
    List<Account> accounts = listings.stream().map(Account::of).toList();
    List<Agreement.Voice> voices =
        listings.stream().map(l -> voice(l, texts.get(l.card().id()), audience)).toList();
    Agreement agreement = new Agreement(voices);
    Reader reader = new Reader(listings, accounts, audience);
    int shown = listings.stream().mapToInt(Listing::outlets).sum();
    return new StoryDigest(
        Account.of(standing.first()),
        accounts,
        Math.max(0, standing.accounts() - shown),
        agreement.agreed().stream().flatMap(a -> reader.claim(a).stream()).toList(),
        agreement.origins(),
        reader.additions(agreement.fresh()),
        PublicFace.changes(articles.headlines(ids, audience), audience));
  }

  private static Agreement.Voice voice(
      Listing listing, @Nullable Article article, Audience audience) {
    Card card = listing.card();
    String origin = Normalise.folded(card.origin());
    return new Agreement.Voice(
        origin, card.group().copies(), article == null ? List.of() : sentences(article, audience));
  }

  private static List<String> sentences(Article article, Audience audience) {
    ArticleText text = article.text();
    boolean kept = audience == Audience.OWNER || article.reading().limits().archived();
    List<String> sentences = new ArrayList<>();
    if (kept) {
      text.paragraphs().stream()
          .filter(p -> p.kind() == Paragraph.Kind.TEXT)
          .limit(12)
          .forEach(p -> sentences.addAll(Sentences.of(p.text())));
    }
    return sentences.isEmpty() ? Sentences.of(text.summary()) : sentences;
  }

  /** Puts sentences beside those who said them, as far as the audience may see them. */
  private record Reader(List<Listing> listings, List<Account> accounts, Audience audience) {
    Optional<Claim> claim(Agreement.Agreed agreed) {
      List<Quote> quotes = new ArrayList<>(List.of(quote(agreed.said())));
      agreed.others().forEach(other -> quotes.add(quote(other)));
      Optional<Quote> said = quotes.stream().filter(q -> !q.sentence().isEmpty()).findFirst();
      said.ifPresent(quotes::remove);
      return said.map(quote -> new Claim(quote, quotes));
    }

    Map<ArticleId, Addition> additions(Map<Integer, Agreement.Fresh> fresh) {
      Map<ArticleId, Addition> additions = new HashMap<>();
      fresh.forEach(
          (number, found) ->
              additions.put(
                  accounts.get(number).id(),
                  new Addition(found.sentences(), quote(found.most()).sentence())));
      return additions;
    }

    private Quote quote(Statement statement) {
      Card card = listings.get(statement.account()).card();
      String shown =
          audience == Audience.OWNER ? statement.text() : within(card.excerpt(), statement.text());
      return new Quote(accounts.get(statement.account()), shown);
    }

    /** Returns what of a sentence stands in an excerpt. */
    private static String within(String excerpt, String sentence) {
      String core = excerpt.replaceAll("^…|…$", "").strip();
      if (core.contains(sentence)) {
        return sentence;
      }
      return core.length() >= MIN_QUOTE && sentence.contains(core) ? excerpt : "";
    }
  }
}
