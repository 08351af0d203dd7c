package org.tagwire.server.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tagwire.doctor.SourcePages;
import org.tagwire.index.IndexChange;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Condition;
import org.tagwire.model.Coverage;
import org.tagwire.model.Cursor;
import org.tagwire.model.Filter;
import org.tagwire.model.Grade;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Mark;
import org.tagwire.model.Page;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Paragraph;
import org.tagwire.model.RankQuery;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRules;
import org.tagwire.model.Tagging;
import org.tagwire.model.Totals;
import org.tagwire.model.Withheld;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.Following;
import org.tagwire.query.FrontPages;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.Lists;
import org.tagwire.query.Mutes;
import org.tagwire.query.SearchPages;
import org.tagwire.query.StoryPages;
import org.tagwire.query.Suggestions;
import org.tagwire.query.TagDirectory;
import org.tagwire.query.Trending;
import org.tagwire.query.WatchPages;
import org.tagwire.server.web.Questions;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.ArticleStore.Standing;
import org.tagwire.store.TagStore;
import org.tagwire.url.WebAddress;

/** Articles in memory, answering what the ports answer. */
public final class Newsroom {
  private static final Comparator<Piece> NEWEST =
      Comparator.comparing((Piece p) -> p.card().order())
          .reversed()
          .thenComparing(p -> p.card().id(), Comparator.reverseOrder());

  private final Map<ArticleId, Piece> pieces = new LinkedHashMap<>();
  private final Map<ArticleId, String> withdrawn = new HashMap<>();
  private final TreeMap<TagKey, Hashtag> tags = new TreeMap<>();
  private final List<HeadlineChange> changes = new ArrayList<>();
  private final Publishers publishers = new Publishers();
  private final WatchedSample watch = new WatchedSample();
  private int asked;
  private final ReadingSample reading = new ReadingSample();
  private boolean broken;

  /** Takes in an article with the card that shows it. */
  public void print(Article article, Card card) {
    pieces.put(article.id(), new Piece(article, card));
    publishers.learn(List.of(article.credit().carrier()));
    for (Tagging tag : article.understanding().tags()) {
      String form = HashtagGrammar.form(tag.name()).orElseThrow();
      tags.putIfAbsent(
          tag.key(),
          new Hashtag(tag.key(), form, tag.name(), tag.kind(), article.timing().order()));
    }
  }

  /** Says that an article had another headline before. */
  public void renamed(ArticleId article, String before, Instant seen) {
    changes.add(new HeadlineChange(article, before, seen));
  }

  /** Takes an article back. */
  public void withdraw(ArticleId id) {
    withdrawn.put(id, "taken back");
    pieces.remove(id);
  }

  /** Makes every question fail from now on, as a broken disk would. */
  public void breakDown() {
    broken = true;
  }

  /** Returns how often tags were looked up. */
  public int asked() {
    return asked;
  }

  public WatchedSample watch() {
    return watch;
  }

  public Publishers publishers() {
    return publishers;
  }

  public Questions questions() {
    Articles articles = new Articles(this);
    Lists lists =
        new Lists(articles, tags(), new Mutes(reading::mutes), () -> Optional.of(index()));
    return new Questions(
        new HashtagPages(tags(), lists),
        new ArticlePages(articles, tags(), lists, () -> Optional.of(index())),
        new StoryPages(articles, lists),
        new FrontPages(tags(), lists),
        lists,
        new TagDirectory(tags(), lists),
        publishers,
        new Trending(tags(), lists, () -> Optional.of(index())),
        new SourcePages(publishers, id -> 0, id -> Optional.empty()),
        new WatchPages(watch),
        new Following(reading, tags(), lists),
        new Mutes(reading::mutes),
        reading,
        new SearchPages(articles, tags(), publishers, lists, () -> Optional.of(index())),
        new Suggestions(tags(), publishers, lists));
  }

  Map<String, ArticleId> findByUrls(Collection<String> keys) {
    Map<String, ArticleId> found = new HashMap<>();
    for (Piece piece : pieces.values()) {
      String key = WebAddress.of(piece.card().url()).key();
      if (keys.contains(key)) {
        found.put(key, piece.card().id());
      }
    }
    return found;
  }

  Lookup find(ArticleId id, Audience audience) {
    if (withdrawn.containsKey(id)) {
      return new Lookup.Withdrawn("taken back");
    }
    Piece piece = pieces.get(id);
    return piece == null || !piece.article().visibility().visibleTo(audience)
        ? new Lookup.Unknown()
        : new Lookup.Found(piece.article(), piece.card());
  }

  List<Card> copies(ArticleId id) {
    Piece piece = pieces.get(id);
    return piece == null
        ? List.of()
        : pieces.values().stream()
            .map(Piece::card)
            .filter(c -> !c.id().equals(id))
            .filter(c -> c.group().copies().equals(piece.card().group().copies()))
            .toList();
  }

  Optional<StoryId> findStory(StoryId id) {
    boolean known = pieces.values().stream().anyMatch(p -> p.card().group().story().equals(id));
    return known ? Optional.of(id) : Optional.empty();
  }

  List<HeadlineChange> headlines(Collection<ArticleId> ids) {
    return changes.stream().filter(c -> ids.contains(c.article())).toList();
  }

  Optional<Standing> standing(StoryId story, Audience audience) {
    List<Piece> accounts = matching(Filter.story(story), audience);
    return accounts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Standing(1, accounts.size(), accounts.getLast().card()));
  }

  Page list(ListQuery query) {
    List<Piece> matching = matching(query.filter(), query.audience());
    List<Piece> shown =
        matching.stream()
            .filter(p -> !query.folded() || p.equals(first(p.group(), matching)))
            .filter(p -> query.findAfter().map(after -> isBehind(p, after)).orElse(true))
            .toList();
    List<Listing> page =
        shown.stream().limit(query.size()).map(p -> new Listing(p.card(), outlets(p))).toList();
    Cursor next = shown.size() > query.size() ? Cursor.after(page.getLast().card()) : null;
    return new Page(page, next);
  }

  /** Of the same text the first of its group that matches: the origin, then by time. */
  private static Piece first(ArticleId group, List<Piece> matching) {
    List<Piece> same = matching.stream().filter(p -> p.group().equals(group)).toList();
    return same.stream()
        .filter(p -> p.card().id().equals(group))
        .findFirst()
        .orElse(same.getLast());
  }

  private static boolean isBehind(Piece piece, Cursor after) {
    int order = after.order().compareTo(piece.card().order());
    return order > 0 || (order == 0 && after.id().compareTo(piece.card().id()) > 0);
  }

  private int outlets(Piece piece) {
    return (int) pieces.values().stream().filter(p -> p.group().equals(piece.group())).count();
  }

  private List<Piece> matching(Filter filter, Audience audience) {
    if (broken) {
      throw new IllegalStateException("the disk at /var/lib/secret is on fire");
    }
    return pieces.values().stream()
        .filter(p -> p.article().visibility().visibleTo(audience))
        .filter(p -> p.matches(filter))
        .sorted(NEWEST)
        .toList();
  }

  private TagStore tags() {
    return new TagStore() {
      @Override
      public Optional<Hashtag> find(TagKey key) {
        asked++;
        Hashtag found = tags.get(key);
        return Optional.ofNullable(found)
            .or(() -> Optional.ofNullable(tags.get(TagKey.of(key.withoutJoiners()))));
      }

      @Override
      public Map<TagKey, Hashtag> findAll(Collection<TagKey> keys) {
        Map<TagKey, Hashtag> found = new HashMap<>(tags);
        found.keySet().retainAll(keys);
        return found;
      }

      @Override
      public List<Hashtag> beginning(String typed, Audience audience, int limit) {
        String begun = typed.toLowerCase(Locale.ROOT);
        return tags.values().stream()
            .filter(t -> (" " + t.name().toLowerCase(Locale.ROOT)).contains(" " + begun))
            .limit(limit)
            .toList();
      }

      @Override
      public List<Hashtag> nearest(TagKey key, Audience audience, int limit) {
        String beginning = key.value().substring(0, Math.min(3, key.value().length()));
        return tags.values().stream()
            .filter(t -> t.key().value().startsWith(beginning))
            .limit(limit)
            .toList();
      }

      @Override
      public List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit) {
        return from.map(f -> tags.tailMap(f).values()).orElse(tags.values()).stream()
            .limit(limit)
            .toList();
      }

      @Override
      public List<Hashtag> initials(Audience audience) {
        Map<Integer, Hashtag> firsts = new LinkedHashMap<>();
        tags.values().forEach(t -> firsts.putIfAbsent(t.key().value().codePointAt(0), t));
        return List.copyOf(firsts.values());
      }

      @Override
      public TagRules rules() {
        return TagRules.NONE;
      }

      @Override
      public Withheld withheld() {
        return Withheld.NONE;
      }

      @Override
      public long count() {
        return tags.size();
      }
    };
  }

  private SearchIndex index() {
    return new SearchIndex() {
      @Override
      public Page list(ListQuery query) {
        return Newsroom.this.list(query);
      }

      @Override
      public List<Listing> best(RankQuery query) {
        return Newsroom.this
            .list(ListQuery.first(query.filter(), query.audience(), ListQuery.MAX_SIZE))
            .listings()
            .stream()
            .filter(l -> !l.card().order().isAfter(query.until()))
            .skip(query.from())
            .limit(query.size())
            .toList();
      }

      @Override
      public List<Mark> highlights(Condition condition, String text) {
        return Sought.in(condition, text);
      }

      @Override
      public Totals totals(Filter filter, Audience audience) {
        List<Piece> all = matching(filter, audience);
        Instant since = all.isEmpty() ? null : all.getLast().card().order();
        int carriers = (int) all.stream().map(p -> p.card().carrier()).distinct().count();
        int origins =
            (int) all.stream().map(p -> p.article().credit().originName()).distinct().count();
        return new Totals(all.size(), carriers, origins, since);
      }

      @Override
      public List<Integer> volume(Filter filter, Audience audience, List<Instant> bounds) {
        int[] counts = new int[bounds.size() - 1];
        for (Piece piece : matching(filter, audience)) {
          for (int i = 0; i < counts.length; i++) {
            Instant order = piece.card().order();
            boolean within = !order.isBefore(bounds.get(i)) && order.isBefore(bounds.get(i + 1));
            counts[i] += within ? 1 : 0;
          }
        }
        return Arrays.stream(counts).boxed().toList();
      }

      @Override
      public List<TagCount> topTags(Filter filter, Audience audience, Instant since, int limit) {
        return tags.keySet().stream()
            .map(key -> new TagCount(key, totals(Filter.tag(key).about(), audience).articles(), 1))
            .filter(c -> c.articles() > 0)
            .sorted(Comparator.comparingInt(TagCount::articles).reversed())
            .limit(limit)
            .toList();
      }

      @Override
      public void coverage(
          Filter filter, Audience audience, Instant from, Instant to, Consumer<Coverage> heard) {
        matching(filter, audience).stream()
            .map(Piece::article)
            .filter(a -> !a.timing().order().isBefore(from) && a.timing().order().isBefore(to))
            .forEach(a -> heard.accept(coverage(a)));
      }

      private Coverage coverage(Article article) {
        return new Coverage(
            article.timing().order(),
            article.credit().originName().hashCode(),
            article.understanding().about().stream().map(Tagging::key).toList());
      }

      @Override
      public List<Listing> related(ArticleId id, Audience audience, int limit) {
        return matching(Filter.ALL, audience).stream()
            .filter(p -> !p.article().id().equals(id))
            .limit(limit)
            .map(p -> new Listing(p.card(), 1))
            .toList();
      }

      @Override
      public void apply(List<IndexChange> changes) {
        throw new UnsupportedOperationException("the site only reads");
      }

      @Override
      public void refresh() {
        throw new UnsupportedOperationException("the site only reads");
      }

      @Override
      public void commit(long upTo) {
        throw new UnsupportedOperationException("the site only reads");
      }

      @Override
      public long version() {
        return pieces.size();
      }

      @Override
      public long committed() {
        return 0;
      }

      @Override
      public void clear() {
        throw new UnsupportedOperationException("the site only reads");
      }

      @Override
      public long count() {
        return pieces.size();
      }

      @Override
      public List<String> check() {
        return List.of();
      }

      @Override
      public void close() {}
    };
  }

  /** An article and its card. */
  private record Piece(Article article, Card card) {
    ArticleId group() {
      return card.group().copies();
    }

    boolean matches(Filter filter) {
      return (filter.tag() == null
              || article.understanding().tags().stream().anyMatch(t -> fits(t, filter)))
          && (filter.publisher() == null || filter.publisher().equals(card.carrier()))
          && (filter.category() == null || filter.category() == card.category())
          && (filter.story() == null || filter.story().equals(card.group().story()))
          && (filter.language() == null || filter.language().equals(card.language()))
          && (filter.exceptLanguage() == null || !filter.exceptLanguage().equals(card.language()))
          && (filter.sources().isEmpty()
              || filter.sources().contains(article.reading().announcement().source()))
          && (filter.words().isEmpty() || card.headline().contains(filter.words()))
          && is(filter.where());
    }

    private boolean is(Condition condition) {
      return switch (condition) {
        case Condition.All all -> all.of().stream().allMatch(this::is);
        case Condition.Any any -> any.of().stream().anyMatch(this::is);
        case Condition.Not not -> !is(not.that());
        case Condition.Word word -> says(word.text());
        case Condition.Phrase phrase -> says(phrase.text());
        case Condition.Tagged tagged ->
            article.understanding().tags().stream()
                .anyMatch(
                    t ->
                        t.key().equals(tagged.tag())
                            && (!tagged.aboutOnly() || t.grade() == Grade.ABOUT));
        case Condition.By by -> by.publisher().equals(card.carrier());
        case Condition.In in -> in.category() == card.category();
        case Condition.Written written -> written.language().equals(card.language());
        case Condition.Before before -> card.order().isBefore(before.time());
        case Condition.From from -> !card.order().isBefore(from.time());
      };
    }

    private boolean says(String words) {
      String all =
          article.text().title()
              + " "
              + article.text().paragraphs().stream().map(Paragraph::text).toList();
      return !Sought.in(new Condition.Word(words, false), all).isEmpty();
    }

    private static boolean fits(Tagging tagging, Filter filter) {
      return tagging.key().equals(filter.tag())
          && (!filter.aboutOnly() || tagging.grade() == Grade.ABOUT);
    }
  }
}
