package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page.Listing;
import org.tagwire.newsstand.RequestLog;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Publisher;
import org.tagwire.newsstand.newsroom.Reference;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.Lists;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.SourceStatus;

/** The newsroom as it stands when the stand opens, read once and looked at from all sides. */
final class JourneyTest {
  private static Newsday day;
  private static Lines told;
  private static List<RequestLog.Entry> firstRequests;
  private static Set<String> feeds;

  @BeforeAll
  static void readTheNews(@TempDir Path directory) throws IOException {
    day = new Newsday(directory, Map.of("embedding", "off"));
    told = day.subscribe();
    day.poll();
    firstRequests = day.stand.log().entries();
    feeds =
        firstRequests.stream()
            .filter(e -> e.status() == 301)
            .map(e -> e.host() + e.path())
            .collect(Collectors.toSet());
    day.works.store().sources().list(Audience.OWNER).stream()
        .map(s -> URI.create(s.source().url()))
        .forEach(url -> feeds.add(url.getHost() + url.getPath()));
  }

  @AfterAll
  static void close() {
    day.close();
  }

  @Test
  void readsAllSourcesOfTheStand() {
    List<SourceStatus> sources = day.works.store().sources().list(Audience.OWNER);
    assertThat(told.results).hasSize(12);
    assertThat(sources).hasSize(12);
    assertThat(sources)
        .allSatisfy(
            s -> {
              assertThat(s.state())
                  .as(s.source().url() + " " + s.lastDetail())
                  .isEqualTo(SourceStatus.State.OK);
              assertThat(s.articles()).isPositive();
            });
  }

  @Test
  void storesEveryAccountOnce() {
    List<Account> published = day.published();
    Map<String, ArticleId> found =
        day.articles().findByUrls(published.stream().map(day::key).toList());
    assertThat(published).hasSizeGreaterThan(120);
    assertThat(found).hasSize(published.size());
    assertThat(new HashSet<>(found.values())).hasSize(published.size());
    assertThat(day.articles().count()).isEqualTo(published.size());
    assertThat(day.stored().keySet()).isEqualTo(new HashSet<>(found.values()));
    assertThat(index().count()).isEqualTo(published.size());
  }

  @Test
  void datesEveryAccountAsItsPublisherDoes() {
    for (Account account : day.published()) {
      Article article = stored(account);
      assertThat(article.timing().order())
          .as(account.publisher() + "/" + account.slug())
          .isEqualTo(account.schedule().at().on(Newsday.START));
    }
  }

  @Test
  void changesNothingWhenTheSameIsPolledAgain() {
    long before = day.articles().lastChange();
    day.stand.log().clear();
    day.poll();
    assertThat(day.articles().lastChange()).isEqualTo(before);
    assertThat(day.articles().count()).isEqualTo(day.published().size());
    Map<String, List<RequestLog.Entry>> asked =
        day.stand.log().entries().stream().collect(Collectors.groupingBy(RequestLog.Entry::host));
    assertThat(asked).hasSize(12);
    assertThat(asked.values())
        .allSatisfy(
            entries -> {
              RequestLog.Entry last = entries.getLast();
              assertThat(last.status()).as(last.toString()).isEqualTo(304);
              assertThat(last.ifNoneMatch()).matches("(W/)?\"[^\"]+\"");
              assertThat(last.ifModifiedSince()).endsWith(" GMT");
            });
  }

  @Test
  void asksForNoPageTwiceAndForNoneThatRobotsForbid() {
    List<String> pages =
        firstRequests.stream()
            .map(e -> e.host() + e.path())
            .filter(p -> !feeds.contains(p))
            .sorted()
            .toList();
    assertThat(pages).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    assertThat(pages).noneMatch(p -> p.contains("/print/") || p.endsWith(".png"));
    assertThat(firstRequests)
        .allMatch(e -> e.userAgent() != null && e.userAgent().startsWith("Tagwire/"));
  }

  /** A text of a few lines may be a teaser; one of this length is not. */
  @Test
  void asksForNoPageOfALongTextThatTheFeedCarriesWhole() {
    Set<String> asked =
        firstRequests.stream()
            .map(e -> "http://" + e.host() + e.path())
            .collect(Collectors.toSet());
    List<Account> whole =
        day.published().stream()
            .filter(a -> day.newsroom.findPublisher(a.publisher()).orElseThrow().fullText())
            .filter(a -> stored(a).text().plain().length() > 1_500)
            .toList();
    assertThat(whole).hasSizeGreaterThan(3);
    assertThat(whole)
        .extracting(Account::slug)
        .allSatisfy(slug -> assertThat(asked).noneMatch(url -> url.contains(slug)));
  }

  @Test
  void foldsWireCopiesUnderTheAgencysArticle() {
    List<Account> copies =
        day.published().stream().filter(a -> a.credits().wire() != null).toList();
    assertThat(copies).hasSizeGreaterThan(5);
    for (Account copy : copies) {
      Article agency = stored(referred(Objects.requireNonNull(copy.credits().wire())));
      Article carried = stored(copy);
      assertThat(group(carried)).as(copy.slug()).isEqualTo(group(agency));
      List<Listing> folded =
          index()
              .list(ListQuery.first(Filter.story(agency.placement().story()), Audience.OWNER, 100))
              .listings();
      assertThat(folded)
          .filteredOn(l -> l.card().group().copies().equals(group(agency)))
          .hasSize(1)
          .allSatisfy(l -> assertThat(l.outlets()).isGreaterThanOrEqualTo(2));
    }
  }

  /**
   * The page says it by its canonical link; where only the feed was read, the text itself leads to
   * its origin.
   */
  @Test
  void saysWhoseTextACarriedTextIs() {
    List<Account> carried =
        day.published().stream().filter(a -> a.credits().origin() != null).toList();
    assertThat(carried).hasSizeGreaterThan(1);
    for (Account account : carried) {
      Reference origin = Objects.requireNonNull(account.credits().origin());
      String name = day.newsroom.findPublisher(origin.domain()).orElseThrow().name();
      if (stored(account).text().source() == ArticleText.BodySource.PAGE) {
        assertThat(card(account).findOriginName()).as(account.slug()).contains(name);
      } else {
        assertThat(group(stored(account)))
            .as(account.slug())
            .isEqualTo(group(stored(referred(origin))));
      }
    }
  }

  @Test
  void namesNoOriginThatIsNone() {
    Map<String, String> names =
        day.newsroom.publishers().stream()
            .collect(Collectors.toMap(Publisher::domain, Publisher::name));
    for (Account account : day.published()) {
      Set<String> right = new HashSet<>();
      Optional.ofNullable(account.credits().wire())
          .ifPresent(r -> right.add(names.get(r.domain())));
      Optional.ofNullable(account.credits().origin())
          .ifPresent(r -> right.add(names.get(r.domain())));
      assertThat(right)
          .as(account.slug())
          .containsAll(card(account).findOriginName().stream().toList());
    }
  }

  @Test
  void showsThePageOfMaraEllington() {
    HashtagPages.Answer answer = day.hashtags().open("MaraEllington", Newsday.owner());
    assertThat(answer).isInstanceOf(HashtagPages.Found.class);
    HashtagPages.HashtagPage page = ((HashtagPages.Found) answer).page();
    List<Card> cards = page.list().listings().stream().map(Listing::card).toList();
    assertThat(page.tag().name()).isEqualTo("Mara Ellington");
    assertThat(cards).hasSize(5);
    assertThat(page.all().articles()).isEqualTo(5);
    assertThat(page.all().publishers()).isEqualTo(4);
    assertThat(page.about().articles()).isEqualTo(3);
    assertThat(cards).extracting(Card::order).isSortedAccordingTo((a, b) -> b.compareTo(a));
    Set<ArticleId> labelled =
        day.published().stream()
            .filter(JourneyTest::namesEllington)
            .map(day::id)
            .collect(Collectors.toSet());
    assertThat(cards).extracting(Card::id).containsExactlyInAnyOrderElementsOf(labelled);
  }

  @Test
  void leadsOtherSpellingsOfATagToItsAddress() {
    for (String spelling :
        List.of(
            "maraellington",
            "MARAELLINGTON",
            "#MaraEllington",
            "Mara\u200bEllington",
            "Mara Ellington")) {
      assertThat(day.hashtags().open(spelling, Newsday.owner()))
          .isEqualTo(new HashtagPages.Spelled("MaraEllington"));
    }
  }

  @Test
  void answersEveryStoredArticleAsAPage() {
    for (Account account : day.published()) {
      assertThat(day.articles().find(day.id(account), Audience.OWNER))
          .isInstanceOf(Lookup.Found.class);
    }
  }

  @Test
  void agreesWithItselfAfterwards() {
    assertThat(day.works.store().upkeep().check()).isEmpty();
    assertThat(index().check()).isEmpty();
    assertThat(day.works.degraded()).isEmpty();
  }

  private static boolean namesEllington(Account account) {
    return account.truth().about().stream().anyMatch(l -> l.name().equals("Mara Ellington"))
        || account.truth().mentions().stream().anyMatch(l -> l.name().equals("Mara Ellington"));
  }

  private static Account referred(Reference reference) {
    return day.newsroom.accounts().stream()
        .filter(a -> a.reference().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  private static ArticleId group(Article article) {
    return article.placement().copyGroup(article.id());
  }

  private static Article stored(Account account) {
    return ((Lookup.Found) day.articles().find(day.id(account), Audience.OWNER)).article();
  }

  private static Card card(Account account) {
    return ((Lookup.Found) day.articles().find(day.id(account), Audience.OWNER)).card();
  }

  private static SearchIndex index() {
    return day.works.index().orElseThrow();
  }

  @Test
  void countsWithoutTheIndexWhatTheIndexCounts() {
    Lists indexed = new Lists(day.articles(), day.works.store().tags(), day.works::index);
    Lists stored = new Lists(day.articles(), day.works.store().tags(), Optional::empty);
    List<Hashtag> tags = day.works.store().tags().list(Optional.empty(), Audience.OWNER, 200);
    assertThat(tags).isNotEmpty();
    for (Audience audience : Audience.values()) {
      assertThat(stored.totals(Filter.ALL, audience))
          .isEqualTo(indexed.totals(Filter.ALL, audience));
      for (Hashtag tag : tags) {
        Filter filter = Filter.tag(tag.key());
        assertThat(stored.totals(filter, audience))
            .as(tag.form())
            .isEqualTo(indexed.totals(filter, audience));
        assertThat(stored.totals(filter.about(), audience))
            .as("about " + tag.form())
            .isEqualTo(indexed.totals(filter.about(), audience));
      }
    }
  }
}
