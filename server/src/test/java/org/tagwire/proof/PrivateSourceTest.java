package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.model.Visibility;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.Options;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.Subscription;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.FrontPages;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.ListView;
import org.tagwire.query.Lists;
import org.tagwire.query.StoryPages;
import org.tagwire.query.TagDirectory;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.works.Works;
import org.tagwire.store.DueSource;

/**
 * A feed whose address opens it, beside a public one with the same people, the same event and
 * partly the same text. What only the private one says carries a canary, and the canary must not be
 * heard by the public anywhere.
 */
final class PrivateSourceTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");
  private static final String CANARY = "quorvath";
  private static final String TOKEN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";
  private static final String SHARED =
      "<p>Orla Venn opened the new ferry pier at Gannet Bay on Monday and promised boats every hour"
          + " until midnight.</p><p>The pier took three years to build and cost 41 million pounds,"
          + " nine more than Gannet Bay council had planned.</p><p>Orla Venn said that the old pier"
          + " would be kept for anglers, who had asked for nothing else since the spring.</p>";

  private Newsstand stand;
  private Works works;

  private record Pier(String host, Dateline dateline, String feedTarget, List<String> items)
      implements Site {
    @Override
    public List<Subscription> subscriptions() {
      return List.of(new Subscription(host, URI.create(dateline.origin(host) + feedTarget)));
    }

    @Override
    public Reply answer(String target, Instant now) {
      if (!target.equals(feedTarget)) {
        return new Reply.Missing();
      }
      StringBuilder xml =
          new StringBuilder(
              "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>"
                  + host
                  + "</title><language>en</language>");
      for (int i = 0; i < items.size(); i++) {
        xml.append("<item>" + items.get(i))
            .append(
                "<link>"
                    + dateline.origin(host)
                    + "/"
                    + i
                    + "</link><pubDate>"
                    + NOW.minus(Duration.ofHours(i))
                    + "</pubDate></item>");
      }
      byte[] bytes = xml.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
      return new Reply.Found(Resource.of("application/rss+xml; charset=utf-8", bytes, NOW));
    }
  }

  private static String item(String title, String text) {
    return "<title>" + title + "</title><description><![CDATA[" + text + "]]></description>";
  }

  @BeforeEach
  void readBoth(@TempDir Path directory) throws IOException {
    List<String> open =
        List.of(
            item("Orla Venn opens the ferry pier at Gannet Bay", SHARED),
            item(
                "Gannet Bay pier: what Orla Venn promised",
                SHARED.replace("Monday", "the first day") + "<p>Tickets cost two pounds.</p>"));
    List<String> closed =
        List.of(
            item(
                "Orla Venn opens the ferry pier at Gannet Bay (members)",
                SHARED + "<p>Members know it was Quorvath Dale who paid.</p>"),
            item(
                "Quorvath Dale and Orla Venn at Gannet Bay",
                SHARED.replace("ferry", "quorvath ferry")),
            item(
                "Quorvath Dale speaks",
                "<p>Quorvath Dale told members of the Quorvath Society that Quorvath Dale owns"
                    + " Gannet Bay.</p>"));
    stand =
        Newsstand.open(
            dateline ->
                List.of(
                    new Pier("herald.example", dateline, "/feed", open),
                    new Pier("club-quorvath.example", dateline, "/feed?token=" + TOKEN, closed)),
            Options.at(() -> NOW));
    works =
        Works.open(
            new Works.Surroundings(
                directory,
                Outskirts.of(stand, Map.of("embedding", "off")),
                () -> NOW,
                Failpoints.NONE));
    Bureau bureau = new Bureau(works);
    for (Subscription subscription : stand.subscriptions().reversed()) {
      bureau.carryOut(Order.of("add", subscription.address().toString()), new Lines());
      for (DueSource due : works.store().sources().claimDue(NOW, Duration.ofMinutes(15), 9)) {
        works
            .ingest()
            .read(due)
            .ifPresent(record -> works.store().sources().record(List.of(record)));
      }
      works.settle((done, total) -> {});
    }
  }

  @AfterEach
  void close() {
    works.close();
    stand.close();
  }

  @Test
  void isReadForItsOwner() {
    assertThat(works.store().articles().count()).isEqualTo(5);
    assertThat(works.store().sources().list(Audience.OWNER))
        .extracting(s -> s.source().visibility())
        .containsExactlyInAnyOrder(Visibility.PUBLIC, Visibility.PRIVATE);
    assertThat(heard(Audience.OWNER)).contains(CANARY);
  }

  @Test
  void isHeardByThePublicNowhere() {
    String heard = heard(Audience.PUBLIC);
    assertThat(heard).contains("orla venn").contains("gannet bay");
    assertThat(heard).doesNotContain(CANARY).doesNotContain(TOKEN);
  }

  @Test
  void teachesNothing() {
    String learned =
        works.store().knowledge().load().toString().toLowerCase(Locale.ROOT)
            + works.store().knowledge().load().since();
    assertThat(learned.toLowerCase(Locale.ROOT)).doesNotContain(CANARY);
  }

  @Test
  void neverStandsForAPublicArticle() {
    List<Article> all = works.store().articles().findAll(ids(), Audience.OWNER);
    for (Article article : all) {
      if (article.visibility() == Visibility.PUBLIC) {
        ArticleId group = article.placement().copyGroup(article.id());
        assertThat(works.store().articles().findAll(List.of(group), Audience.PUBLIC)).hasSize(1);
      }
    }
  }

  /**
   * Asks everything that can be asked, about everything there is, and returns all that was
   * answered.
   */
  private String heard(Audience audience) {
    List<Object> answers = new ArrayList<>();
    ListView view = ListView.of(audience, Language.ENGLISH);
    for (boolean withIndex : List.of(true, false)) {
      Lists lists =
          new Lists(
              works.store().articles(),
              works.store().tags(),
              () -> withIndex ? works.index() : Optional.empty());
      for (Filter filter : filters()) {
        answers.add(lists.page(filter, view));
        answers.add(lists.totals(filter, audience));
      }
      ask(answers, lists, view);
    }
    SearchIndex index = works.index().orElseThrow();
    answers.add(index.topTags(Filter.ALL, audience, NOW.minus(Duration.ofDays(30)), 100));
    ids().forEach(id -> answers.add(index.related(id, audience, 20)));
    answers.add(works.store().sources().listFolders(audience));
    answers.add(works.store().sources().list(audience));
    return answers.toString().toLowerCase(Locale.ROOT);
  }

  private void ask(List<Object> answers, Lists lists, ListView view) {
    HashtagPages hashtags = new HashtagPages(works.store().tags(), lists);
    ArticlePages articles =
        new ArticlePages(works.store().articles(), works.store().tags(), lists, works::index);
    StoryPages stories = new StoryPages(works.store().articles(), lists);
    tags().forEach(tag -> answers.add(hashtags.open(tag, view)));
    // The nearest names are an answer, too.
    answers.add(hashtags.open("QuorvathDal", view));
    ids().forEach(id -> answers.add(articles.open(id, view)));
    everything().forEach(a -> answers.add(stories.open(a.placement().story(), view)));
    ids().forEach(id -> answers.add(works.store().articles().copies(id, view.audience())));
    answers.add(new FrontPages(works.store().tags(), lists).open(view, NOW));
    answers.add(
        new TagDirectory(works.store().tags(), lists).open(Optional.empty(), view.audience()));
    answers.add(works.store().tags().nearest(TagKey.of("QuorvathDal"), view.audience(), 10));
  }

  private List<Filter> filters() {
    List<Filter> filters =
        new ArrayList<>(
            List.of(
                Filter.ALL,
                Filter.where(new Condition.Word("Quorvath", false)),
                Filter.where(new Condition.Word("pier", false)),
                Filter.where(new Condition.Word("Venn", true))));
    tags().forEach(tag -> filters.add(Filter.tag(TagKey.of(tag))));
    List.of(Category.values()).forEach(category -> filters.add(Filter.category(category)));
    everything().forEach(a -> filters.add(Filter.story(a.placement().story())));
    filters.add(Filter.publisher(new Domain("club-quorvath.example")));
    filters.add(Filter.publisher(new Domain("herald.example")));
    IntStream.rangeClosed(1, 3).forEach(n -> filters.add(Filter.sources(List.of(new SourceId(n)))));
    return filters;
  }

  private List<String> tags() {
    return everything().stream()
        .flatMap(a -> a.understanding().tags().stream())
        .map(Tagging::key)
        .map(TagKey::value)
        .distinct()
        .toList();
  }

  private List<Article> everything() {
    return works.store().articles().findAll(ids(), Audience.OWNER);
  }

  private List<ArticleId> ids() {
    return works.store().articles().walk(Optional.empty(), 100);
  }
}
