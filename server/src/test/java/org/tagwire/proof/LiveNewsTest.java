package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.newsstand.Fault;
import org.tagwire.newsstand.RequestLog;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Correction;
import org.tagwire.newsstand.newsroom.FeedFormat;
import org.tagwire.newsstand.newsroom.Publisher;
import org.tagwire.query.ArticlePages;
import org.tagwire.store.ArticleStore.Lookup;

/** The newsroom as time passes: what appears, is corrected, is withdrawn. */
final class LiveNewsTest {
  private Newsday day;

  @BeforeEach
  void readTheNews(@TempDir Path directory) throws IOException {
    day = new Newsday(directory, Map.of("embedding", "off"));
    day.subscribe();
    day.poll();
  }

  @AfterEach
  void close() {
    day.close();
  }

  @Test
  void followsWhatAppearsIsCorrectedAndIsWithdrawn() {
    List<Account> before = day.published();
    Map<ArticleId, Article> old = day.stored();
    Account doubtful = day.account("scheunenbraende-verdacht");
    ArticleId open = day.id(doubtful);
    Account withdrawn = day.account("ferry-pier-to-close-for-good");
    ArticleId gone = day.id(withdrawn);

    day.clock.advance(Duration.ofHours(2));
    String page = day.address(doubtful).getRawPath();
    day.stand.fault(doubtful.publisher(), page, new Fault.ServerError(503));
    day.stand.log().clear();
    day.poll();

    assertThat(day.published().stream().filter(a -> !before.contains(a))).hasSizeGreaterThan(5);
    showsCorrections(old);
    answersWithdrawn(gone, withdrawn);
    asksNoPageTwice();
    assertThat(day.articles().find(open, Audience.OWNER)).isInstanceOf(Lookup.Found.class);

    day.stand.heal(doubtful.publisher());
    day.clock.advance(Duration.ofHours(7));
    day.poll();
    answersWithdrawn(open, doubtful);
    holdsNothingButWhatIsPublished();

    Map<ArticleId, Article> known = day.stored();
    day.clock.advance(Duration.ofDays(1));
    day.poll();
    assertThat(day.stored()).hasSameSizeAs(known).allSatisfy((id, now) -> isAsKnown(now, known));
    holdsNothingButWhatIsPublished();
  }

  /** Stories are looked at as a whole meanwhile; that may move an article, but reads none anew. */
  private static void isAsKnown(Article now, Map<ArticleId, Article> known) {
    Article then = known.get(now.id());
    assertThat(then).as("an article that was there").isNotNull();
    assertThat(now.reading()).isEqualTo(then.reading());
    assertThat(now.change() == then.change() || !now.placement().equals(then.placement()))
        .as("%s was written for a reason", now.id())
        .isTrue();
  }

  private void holdsNothingButWhatIsPublished() {
    assertThat(day.articles().count()).isEqualTo(day.published().size());
    assertThat(day.stored().keySet())
        .containsExactlyInAnyOrderElementsOf(day.published().stream().map(day::id).toList());
    assertThat(day.works.store().upkeep().check()).isEmpty();
    assertThat(day.works.index().orElseThrow().check()).isEmpty();
    assertThat(day.works.index().orElseThrow().count()).isEqualTo(day.published().size());
  }

  /** A correction changes what stands there, and neither the place in lists nor the address. */
  private void showsCorrections(Map<ArticleId, Article> old) {
    List<Account> corrected =
        day.published().stream()
            .filter(a -> a.schedule().correction() != null)
            .filter(this::saysSo)
            .toList();
    assertThat(corrected).hasSizeGreaterThanOrEqualTo(2);
    for (Account account : corrected) {
      Article article = Objects.requireNonNull(day.stored().get(day.id(account)));
      String wanted =
          switch (Objects.requireNonNull(account.schedule().correction())) {
            case Correction.NewTitle title -> title.title();
            case Correction.NewParagraph paragraph -> paragraph.text();
          };
      String shown = article.text().title() + "\n" + article.text().plain();
      assertThat(shown).as(account.slug()).contains(wanted);
      assertThat(article.timing().order())
          .as(account.slug())
          .isEqualTo(account.schedule().at().on(Newsday.START));
      if (old.containsKey(article.id())) {
        assertThat(article.placement().story())
            .isEqualTo(old.get(article.id()).placement().story());
        assertThat(article.change()).isGreaterThan(old.get(article.id()).change());
      }
    }
  }

  /**
   * A feed without the text and without dates of change cannot tell of a new paragraph, and pages
   * are asked for once.
   */
  private boolean saysSo(Account account) {
    Publisher publisher = day.newsroom.findPublisher(account.publisher()).orElseThrow();
    boolean dated = publisher.feed() != FeedFormat.RSS && publisher.feed() != FeedFormat.RDF;
    return dated
        || publisher.fullText()
        || account.schedule().correction() instanceof Correction.NewTitle;
  }

  private void answersWithdrawn(ArticleId id, Account account) {
    assertThat(day.articles().find(id, Audience.OWNER)).isInstanceOf(Lookup.Withdrawn.class);
    assertThat(day.articlePages().open(id, Newsday.anybody()))
        .isInstanceOf(ArticlePages.Withdrawn.class);
    assertThat(day.articles().findRaw(id)).isEmpty();
    Filter words = Filter.where(new Condition.Phrase(account.wording().title()));
    ListQuery byWords = ListQuery.first(words, Audience.OWNER, 10);
    assertThat(day.works.index().orElseThrow().list(byWords).listings()).isEmpty();
    assertThat(day.articles().list(byWords).listings()).isEmpty();
  }

  private void asksNoPageTwice() {
    List<String> pages =
        day.stand.log().entries().stream()
            .filter(e -> !e.conditional())
            .map(RequestLog.Entry::target)
            .filter(t -> !t.equals("/robots.txt"))
            .toList();
    assertThat(pages).doesNotHaveDuplicates();
  }
}
