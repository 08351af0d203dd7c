package org.tagwire.server.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.doctor.Finding;
import org.tagwire.doctor.SourcePages.SourcePage;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Publisher;
import org.tagwire.model.Source;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.Totals;
import org.tagwire.model.WatchedName;
import org.tagwire.query.Account;
import org.tagwire.query.ArticlePages.ArticlePage;
import org.tagwire.query.FrontPages.Covered;
import org.tagwire.query.FrontPages.FrontPage;
import org.tagwire.query.HashtagPages.Combined;
import org.tagwire.query.HashtagPages.HashtagPage;
import org.tagwire.query.ListPage;
import org.tagwire.query.ListPlace;
import org.tagwire.query.SameText;
import org.tagwire.query.StoryDigest;
import org.tagwire.query.StoryPages.StoryPage;
import org.tagwire.query.TagDirectory.DirectoryPage;
import org.tagwire.query.Trending.Rising;
import org.tagwire.query.WatchPages;
import org.tagwire.server.words.Diagnoses;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.WatchStore;
import org.tagwire.trend.Trend;

/** Puts what {@code query} answers into the records that go over the wire. */
final class WireWriter {
  private WireWriter() {}

  static Wire.HashtagPage hashtag(HashtagPage page) {
    return new Wire.HashtagPage(
        tag(page.tag()),
        totals(page.all()),
        totals(page.about()),
        page.ambiguous(),
        totals(page.shown()),
        list(page.list()));
  }

  static Wire.Combination joined(Combined combined) {
    return new Wire.Combination(
        combined.combination().with().stream().map(WireWriter::tag).toList(),
        combined.combination().without().stream().map(WireWriter::tag).toList(),
        totals(combined.shown()),
        list(combined.list()));
  }

  static Wire.StoryPage story(StoryPage page) {
    return new Wire.StoryPage(
        page.id().hex(),
        page.headline(),
        totals(page.totals()),
        page.digest().origins(),
        page.digest().agreed().stream().map(WireWriter::claim).toList(),
        page.digest().accounts().stream().map(a -> account(a, page.digest())).toList(),
        page.digest().changes().stream().map(WireWriter::change).toList(),
        list(page.list()),
        page.elsewhere().stream()
            .map(e -> new Wire.StoryElsewhere(e.id().hex(), e.language().code(), e.headline()))
            .toList());
  }

  private static Wire.Claim claim(StoryDigest.Claim claim) {
    return new Wire.Claim(
        quote(claim.said()), claim.others().stream().map(WireWriter::quote).toList());
  }

  private static Wire.Quote quote(StoryDigest.Quote quote) {
    return new Wire.Quote(
        quote.account().id().hex(), quote.account().carrierName(), filled(quote.sentence()));
  }

  private static Wire.Account account(Account account, StoryDigest digest) {
    Optional<StoryDigest.Addition> added = digest.findAddition(account.id());
    return new Wire.Account(
        account.id().hex(),
        account.url(),
        account.headline(),
        new Wire.Publisher(account.carrier().name(), account.carrierName()),
        account.originName(),
        moment(account.findPublished()),
        account.order().toString(),
        account.id().equals(digest.first().id()),
        account.outlets(),
        added.map(StoryDigest.Addition::sentences).orElse(0),
        filled(added.map(StoryDigest.Addition::sentence).orElse("")));
  }

  /** What this audience may not see is not there. */
  private static @Nullable String filled(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Wire.HeadlineChange change(HeadlineChange change) {
    return new Wire.HeadlineChange(
        change.article().hex(), change.seen().toString(), filled(change.before()));
  }

  static Wire.Filtered filtered(String name, Totals totals, ListPage page) {
    return new Wire.Filtered(name, totals(totals), list(page));
  }

  static Wire.TagList directory(DirectoryPage page) {
    return new Wire.TagList(
        page.tags().stream().map(WireWriter::tag).toList(),
        page.findNext().map(TagKey::value).orElse(null));
  }

  static Wire.Front front(FrontPage page) {
    return new Wire.Front(
        page.stories().stream()
            .map(s -> new Wire.Story(s.id().hex(), cards(s.accounts())))
            .toList(),
        covered(page.covered()));
  }

  static List<Wire.Covered> covered(List<Covered> covered) {
    return covered.stream()
        .map(c -> new Wire.Covered(tag(c.tag()), c.articles(), c.publishers()))
        .toList();
  }

  static Wire.Trends trends(Optional<List<Rising>> rising) {
    return new Wire.Trends(
        rising.isPresent(), rising.orElse(List.of()).stream().map(WireWriter::trend).toList());
  }

  private static Wire.Trend trend(Rising rising) {
    Trend trend = rising.numbers();
    return new Wire.Trend(
        tag(rising.tag()),
        trend.origins(),
        trend.usualOrigins(),
        (int) trend.window().toMinutes(),
        trend.surprise());
  }

  static Wire.Article article(ArticlePage page) {
    Article article = page.article();
    return new Wire.Article(
        article.id().hex(),
        article.reading().url(),
        article.text().title(),
        article.text().byline(),
        publisher(article.credit().carrier()),
        article.credit().findOrigin().map(Origin::name).orElse(null),
        moment(article.timing().findPublished()),
        moment(article.timing().findUpdated()),
        article.understanding().category().slug(),
        article.text().section(),
        article.understanding().language().code(),
        article.text().summary(),
        paragraphs(article),
        image(article.text().image()),
        article.understanding().tags().stream().map(t -> tagging(t, page.names())).toList(),
        article.placement().story().hex(),
        page.copies().stream().map(c -> card(new Listing(c, page.copies().size() + 1))).toList(),
        sameText(page.sameText(), article.id()),
        cards(page.reported()),
        cards(page.related()),
        page.changes().stream().map(WireWriter::change).toList());
  }

  private static Wire.@Nullable SameText sameText(SameText same, ArticleId article) {
    return same.first()
        .map(
            first ->
                new Wire.SameText(
                    first.id().hex(),
                    same.sentences(article),
                    same.added().stream()
                        .map(a -> new Wire.Added(a.paragraph(), a.from(), a.to()))
                        .toList()))
        .orElse(null);
  }

  static Wire.SourceList sources(List<SourceStatus> sources) {
    return new Wire.SourceList(sources.stream().map(WireWriter::source).toList());
  }

  static Wire.WatchList watch(WatchPages.Overview overview) {
    return new Wire.WatchList(
        overview.names().stream().map(WireWriter::watched).toList(), overview.done());
  }

  private static Wire.WatchedName watched(WatchStore.Tally tally) {
    WatchedName name = tally.name();
    String form = HashtagGrammar.form(name.name()).orElse(name.key().value());
    return new Wire.WatchedName(
        new Wire.Tag(form, name.name(), kind(name.presumedKind())),
        name.spellings(),
        name.needed(),
        name.excluded(),
        name.findLanguage().map(Language::code).orElse(null),
        tally.today(),
        tally.week(),
        tally.before(),
        tally.publishers(),
        tally.findLast().map(card -> card(new Listing(card, 1))).orElse(null));
  }

  static Wire.SourcePage source(SourcePage page, Diagnoses words) {
    return new Wire.SourcePage(
        source(page.chart().status()),
        page.findings().stream().map(f -> finding(words.say(f))).toList(),
        page.chart().polls().stream().map(WireWriter::poll).toList());
  }

  private static Wire.Source source(SourceStatus status) {
    Source source = status.source();
    Instant due = status.plan().due();
    return new Wire.Source(
        source.id().value(),
        Diagnoses.shown(source.url()),
        source.kind().label(),
        Diagnoses.shown(source.title()),
        source.publisher().name(),
        source.folder(),
        word(source.visibility()),
        word(status.state()),
        status.lastDetail(),
        status.plan().failures(),
        status.articles(),
        status.plan().interval().toSeconds(),
        status.findLastPoll().map(Instant::toString).orElse(null),
        due.equals(Instant.MAX) ? null : due.toString());
  }

  private static Wire.Finding finding(Diagnoses.Said said) {
    Finding finding = said.finding();
    return new Wire.Finding(
        finding.code().label(),
        word(finding.code().severity()),
        finding.values().stream().map(WireWriter::value).toList(),
        said.sentence(),
        said.done(),
        said.advice().orElse(null));
  }

  private static String value(Finding.Value value) {
    return switch (value) {
      case Finding.Value.Amount amount -> Long.toString(amount.number());
      case Finding.Value.Size size -> Long.toString(size.bytes());
      case Finding.Value.Time time -> time.instant().toString();
      case Finding.Value.Span span -> span.length().toString();
      case Finding.Value.Address address -> Diagnoses.shown(address.url());
      case Finding.Value.Quote quote -> quote.text();
      case Finding.Value.Failure failure -> failure.detail();
    };
  }

  private static Wire.Poll poll(PollRecord poll) {
    return new Wire.Poll(
        poll.at().toString(),
        poll.outcome(),
        poll.detail(),
        poll.took().toMillis(),
        poll.items(),
        poll.accepted());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static Wire.CardList list(ListPage page) {
    return new Wire.CardList(
        cards(page.listings()), page.findNext().map(ListPlace::token).orElse(null));
  }

  private static List<Wire.Card> cards(List<Listing> listings) {
    return listings.stream().map(WireWriter::card).toList();
  }

  private static Wire.Card card(Listing listing) {
    Card card = listing.card();
    return new Wire.Card(
        card.id().hex(),
        card.url(),
        card.headline(),
        new Wire.Publisher(card.carrier().name(), card.carrierName()),
        card.originName(),
        moment(card.findPublished()),
        card.order().toString(),
        card.category().slug(),
        card.language().code(),
        image(card.image()),
        card.opening(),
        card.whole(),
        card.chips().stream().map(c -> new Wire.Tag(c.form(), c.name(), kind(c.kind()))).toList(),
        card.group().story().hex(),
        listing.outlets());
  }

  private static Wire.Tagging tagging(Tagging tagging, Map<TagKey, Hashtag> names) {
    Hashtag known = names.get(tagging.key());
    String form =
        known == null
            ? HashtagGrammar.form(tagging.name()).orElse(tagging.key().value())
            : known.form();
    return new Wire.Tagging(
        new Wire.Tag(form, tagging.name(), kind(tagging.kind())),
        tagging.grade().name().toLowerCase(Locale.ROOT),
        tagging.score(),
        tagging.mentions().stream().map(m -> new Wire.Mention(m.sentence(), m.surface())).toList());
  }

  private static List<Wire.Paragraph> paragraphs(Article article) {
    return article.text().paragraphs().stream()
        .map(
            p ->
                new Wire.Paragraph(
                    p.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), p.text()))
        .toList();
  }

  static Wire.Tag tag(Hashtag tag) {
    return new Wire.Tag(tag.form(), tag.name(), kind(tag.kind()));
  }

  private static String kind(TagKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static Wire.Totals totals(Totals totals) {
    return new Wire.Totals(
        totals.articles(),
        totals.publishers(),
        totals.origins(),
        totals.findSince().map(Instant::toString).orElse(null));
  }

  private static Wire.Publisher publisher(Publisher publisher) {
    return new Wire.Publisher(publisher.domain().name(), publisher.name());
  }

  private static @Nullable String moment(Optional<Moment> moment) {
    return moment
        .map(
            m ->
                m.precision() == Moment.Precision.DAY ? m.day().toString() : m.instant().toString())
        .orElse(null);
  }

  private static Wire.@Nullable Image image(@Nullable Image image) {
    return image == null
        ? null
        : new Wire.Image(image.url(), image.alt(), image.width(), image.height());
  }
}
