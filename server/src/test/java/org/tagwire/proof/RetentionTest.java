package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.SearchIndex;
import org.tagwire.ingest.Archivist;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Retention;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.Tagging;
import org.tagwire.query.ArticlePages;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;

/** What is kept no longer leaves store, index and pages together, and does not come back. */
final class RetentionTest {
  private Newsday day;
  private Map<ArticleId, Article> before;

  @BeforeEach
  void readTheNews(@TempDir Path directory) throws IOException {
    day = new Newsday(directory, Map.of("embedding", "off"));
    day.subscribe();
    day.poll();
    before = day.stored();
  }

  @AfterEach
  void close() {
    assertThat(day.works.store().upkeep().check()).isEmpty();
    day.close();
  }

  @Test
  void leavesStoreIndexAndPagesOfOneMind() {
    long dropped = keep("12h");
    assertThat(dropped).isPositive().isLessThan(before.size());
    Map<ArticleId, Article> after = day.stored();
    assertThat(after).hasSize(before.size() - (int) dropped);
    new Oracle(day.works.store(), index()).agree();
    assertThat(listed(after.values().stream())).isPositive();
    for (ArticleId id : gone(after)) {
      assertThat(day.articles().find(id, Audience.OWNER)).isInstanceOf(Lookup.Unknown.class);
      assertThat(day.articlePages().open(id, Newsday.owner()))
          .isInstanceOf(ArticlePages.Unknown.class);
    }
    for (Article article : before.values()) {
      boolean young = !article.timing().order().isBefore(Newsday.START.minus(Duration.ofHours(12)));
      assertThat(after.containsKey(article.id())).isEqualTo(young || holds(article, after));
    }
  }

  /** Asks index and store each question; returns how many articles they listed. */
  private long listed(Stream<Article> articles) {
    Set<Filter> filters = new HashSet<>(Set.of(Filter.ALL));
    articles
        .flatMap(a -> a.understanding().tags().stream())
        .map(Tagging::key)
        .forEach(key -> filters.add(Filter.tag(key)));
    long listed = 0;
    for (Filter filter : filters) {
      ListQuery query = ListQuery.first(filter, Audience.PUBLIC, 60);
      List<String> indexed = lines(index().list(query));
      assertThat(indexed).as(filter.toString()).isEqualTo(lines(day.articles().list(query)));
      listed += indexed.size();
    }
    return listed;
  }

  private static List<String> lines(Page page) {
    return page.listings().stream().map(l -> l.card().id() + " " + l.outlets()).toList();
  }

  private boolean holds(Article founder, Map<ArticleId, Article> after) {
    return after.values().stream()
        .anyMatch(
            a ->
                a.placement().story().equals(new StoryId(founder.id()))
                    && !a.id().equals(founder.id()));
  }

  @Test
  void takesNothingForNewsThatIsStillAnnounced() {
    keep("1");
    long change = day.articles().lastChange();
    for (SourceStatus status : day.works.store().sources().list(Audience.OWNER)) {
      if (status.source().kind() != Source.Kind.DIRECT) {
        forgetValidators(status.source().id());
      }
    }
    day.poll();
    assertThat(day.articles().lastChange()).isEqualTo(change);
    assertThat(day.stored()).hasSizeLessThan(before.size() / 2);
  }

  private void forgetValidators(SourceId source) {
    PollPlan plan = PollPlan.first(day.clock.instant(), Duration.ofHours(1));
    day.works
        .store()
        .sources()
        .record(
            List.of(
                new PollRecord(
                    source, day.clock.instant(), Duration.ZERO, "unchanged", "", 0, 0, plan)));
  }

  @Test
  void keepsWithinARoomByDroppingTheOldest() {
    long room = day.works.store().archive().bytes(java.util.Optional.empty());
    assertThat(keep("1000GB")).isZero();
    long most = room - 200_000;
    assertThat(archivist(new Retention(null, null, most)).round()).isPositive();
    day.works.settle((done, total) -> {});
    assertThat(day.works.store().archive().bytes(java.util.Optional.empty()))
        .isLessThanOrEqualTo(most);
    new Oracle(day.works.store(), index()).agree();
  }

  @Test
  void obeysTheRuleOfASourceOverThatOfAll() {
    SourceId source = before.values().iterator().next().reading().announcement().source();
    Lines told = new Lines();
    Bureau bureau = new Bureau(day.works);
    bureau.carryOut(Order.of("keep", source.toString(), "forever"), told);
    assertThat(told.results.getFirst()).endsWith("keeps articles: forever");
    keep("1h");
    Map<SourceId, Long> left = count(day.stored());
    assertThat(left.get(source)).isEqualTo(count(before).get(source));
    bureau.carryOut(Order.of("keep", source.toString(), "1"), told);
    keep("forever");
    assertThat(count(day.stored()).get(source)).isLessThan(left.get(source));
    bureau.carryOut(Order.of("keep", source.toString(), "default"), told);
    assertThat(day.works.store().archive().rules()).isEmpty();
  }

  private static Map<SourceId, Long> count(Map<ArticleId, Article> articles) {
    Map<SourceId, Long> count = new HashMap<>();
    articles.values().forEach(a -> count.merge(a.reading().announcement().source(), 1L, Long::sum));
    return count;
  }

  private long keep(String limits) {
    long dropped = archivist(Retention.parse(limits).orElseThrow()).round();
    day.works.settle((done, total) -> {});
    return dropped;
  }

  private Archivist archivist(Retention rule) {
    return new Archivist(day.works.store().archive(), rule, day.works::applied, day.clock);
  }

  private Set<ArticleId> gone(Map<ArticleId, Article> after) {
    Set<ArticleId> gone = new HashSet<>(before.keySet());
    gone.removeAll(after.keySet());
    return gone;
  }

  private SearchIndex index() {
    return day.works.index().orElseThrow();
  }
}
