package org.tagwire.server.site;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.html.SafeMarkup;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleText.BodySource;
import org.tagwire.model.Card;
import org.tagwire.model.Grade;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.Mention;
import org.tagwire.model.Moment;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Paragraph;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.query.ArticlePages.ArticlePage;
import org.tagwire.query.SameText;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Cards;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Link;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Ages;
import org.tagwire.server.words.Words;

/** Words one article's page for a reader. */
final class ArticlePress {
  /** The parameter that names the tag from whose page a reader comes. */
  static final String TAG = "tag";

  private static final int MAX_SENTENCES = 4;

  private final ArticlePage page;
  private final Article article;
  private final Visit visit;
  private final Words words;
  private final @Nullable TagKey came;

  ArticlePress(ArticlePage page, Visit visit, Words words) {
    this.page = page;
    this.article = page.article();
    this.visit = visit;
    this.words = words;
    this.came = visit.findQuery(TAG).flatMap(TagKey::parse).orElse(null);
  }

  ArticleView view(Cards cards, Frames frames, Addresses addresses) {
    boolean told = !page.reported().isEmpty();
    return new ArticleView(
        frames.telling(
            frames.of(
                visit.edition(), article.text().title(), e -> addresses.article(e, article.id())),
            article,
            description()),
        cards.of(face(), visit),
        article.text().byline(),
        article.text().section(),
        dates(cards),
        original(addresses),
        SafeMarkup.of(paragraphs()),
        note(),
        reasons(Grade.ABOUT, addresses),
        reasons(Grade.MENTIONS, addresses),
        page.copies().stream().map(c -> cards.of(c, visit)).toList(),
        page.copies().isEmpty() ? null : sameText(addresses),
        listed(page.reported(), cards),
        told ? addresses.story(visit.edition(), article.placement().story()) : null,
        listed(page.related(), cards),
        new ArticleView.Beside(changes(), page.copies().stream().map(this::added).toList()));
  }

  /** The excerpt is for everybody; of an owner's whole text nothing is handed on. */
  private String description() {
    String carrier = article.credit().carrier().name();
    return visit.isOwner() || article.text().summary().isBlank()
        ? carrier + " · " + words.category(article.understanding().category())
        : article.text().summary();
  }

  private List<ArticleView.Change> changes() {
    return page.changes().stream()
        .map(
            change ->
                new ArticleView.Change(
                    words.phrase("story.changed").with(words.ages().date(change.seen())),
                    change.before()))
        .toList();
  }

  /** Says what another outlet adds to the text it shares, or that it had it first. */
  private String added(Card copy) {
    SameText same = page.sameText();
    if (same.isFirst(copy.id())) {
      return words.text("story.first");
    }
    Integer sentences = same.counts().get(copy.id());
    return sentences == null ? "" : words.count("added", sentences);
  }

  /** The article as a card, for what a page and a list show alike. */
  private Card face() {
    String origin = article.credit().findOrigin().map(o -> o.name()).orElse(null);
    return new Card(
        article.id(),
        article.reading().url(),
        article.text().title(),
        article.credit().carrier().domain(),
        article.credit().carrier().name(),
        origin,
        article.timing().published(),
        article.timing().order(),
        article.understanding().category(),
        article.understanding().language(),
        article.text().image(),
        "",
        "",
        true,
        List.of(),
        new Card.Group(article.placement().story(), article.placement().copyGroup(article.id())));
  }

  private ArticleView.Dates dates(Cards cards) {
    Moment published = article.timing().published();
    Moment updated = article.timing().updated();
    boolean changed =
        updated != null && (published == null || updated.instant().isAfter(published.instant()));
    return new ArticleView.Dates(
        published == null ? cards.time(words, null, visit) : full(published),
        changed && updated != null ? full(updated) : null);
  }

  /** Within a week both the age and the day are worth knowing. */
  private CardView.Time full(Moment moment) {
    String age = words.ages().of(moment, visit.now());
    String day =
        moment.precision() == Moment.Precision.DAY
            ? words.ages().date(moment.day())
            : words.ages().date(moment.instant());
    return new CardView.Time(age.equals(day) ? day : day + " · " + age, Ages.machine(moment));
  }

  private @Nullable Link original(Addresses addresses) {
    String name = words.phrase("article.original").with(article.credit().carrier().name());
    return addresses.outward(article.reading().url()).map(url -> Link.of(name, url)).orElse(null);
  }

  private List<Paragraph> paragraphs() {
    String summary = article.text().summary();
    List<Paragraph> body = article.text().paragraphs();
    return body.isEmpty() && !summary.isBlank()
        ? List.of(Paragraph.of(summary))
        : Highlights.in(body, page.sameText().added());
  }

  private ArticleView.SameText sameText(Addresses addresses) {
    SameText same = page.sameText();
    Card first = same.first().filter(card -> !same.isFirst(article.id())).orElse(null);
    if (first == null) {
      return new ArticleView.SameText(null, words.text("article.first"));
    }
    String name = words.phrase("article.firstIn").with(first.carrierName());
    Link link = Link.of(name, addresses.article(visit.edition(), first.id()));
    return new ArticleView.SameText(link, words.count("added", same.sentences(article.id())));
  }

  private String note() {
    boolean paid = article.reading().limits().paywalled();
    return paid ? (words.text("article.paywalled") + " " + text()).strip() : text();
  }

  /** Says what of the text is here. */
  private String text() {
    if (!visit.isOwner()) {
      return words.text("article.excerpt");
    }
    boolean summary =
        article.text().source() == BodySource.SUMMARY || article.text().paragraphs().isEmpty();
    return summary ? words.text("article.summaryOnly") : "";
  }

  private List<ArticleView.Reasons> reasons(Grade grade, Addresses addresses) {
    return article.understanding().tags().stream()
        .filter(t -> t.grade() == grade)
        .map(t -> reasons(t, addresses))
        .sorted(Comparator.comparing(ArticleView.Reasons::came).reversed())
        .toList();
  }

  private ArticleView.Reasons reasons(Tagging tagging, Addresses addresses) {
    Hashtag known = page.names().get(tagging.key());
    String form =
        known == null
            ? HashtagGrammar.form(tagging.name()).orElse(tagging.key().value())
            : known.form();
    return new ArticleView.Reasons(
        new CardView.Tag(form, tagging.name(), addresses.hashtag(visit.edition(), form)),
        words.kind(tagging.kind()),
        tagging.mentions().stream().limit(MAX_SENTENCES).map(ArticlePress::sentence).toList(),
        tagging.key().equals(came));
  }

  private static ArticleView.Sentence sentence(Mention mention) {
    String sentence = mention.sentence();
    int at = sentence.indexOf(mention.surface());
    return at < 0
        ? new ArticleView.Sentence(sentence, "", "")
        : new ArticleView.Sentence(
            sentence.substring(0, at),
            mention.surface(),
            sentence.substring(at + mention.surface().length()));
  }

  private List<CardView> listed(List<Listing> listings, Cards cards) {
    return listings.stream().map(l -> cards.of(l.card(), visit)).toList();
  }
}
