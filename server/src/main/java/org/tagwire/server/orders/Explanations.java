package org.tagwire.server.orders;

import java.util.Locale;
import java.util.Optional;
import org.tagwire.fetch.FetchRequest;
import org.tagwire.fetch.FetchResult;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Mention;
import org.tagwire.model.Moment;
import org.tagwire.model.Page;
import org.tagwire.model.Refusal;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Totals;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.url.WebAddress;

/** Says why something is as it is: a source, a page, a publisher, an article, a tag. */
public final class Explanations implements Clerk {
  private final Works works;

  public Explanations(Works works) {
    this.works = works;
  }

  @Override
  public void carryOut(Order order, Report report) {
    String what =
        Arguments.require(order, 0, "what to explain: source, page, publisher, article or tag");
    String which = Arguments.require(order, 1, "which " + what + " to explain");
    switch (what) {
      case "source" -> new SourceReport(works).write(Sources.require(works, which), report);
      case "page" -> new PageReport(works.desks().knowledge()).write(page(order), report);
      case "publisher" -> new FurnitureReport(works.desks()).write(which, report);
      case "article" -> article(which, report);
      case "tag" -> {
        if (order.arguments().size() > 2) {
          new TagReport(works.desks().knowledge())
              .write(requireArticle(which), Arguments.require(order, 2, "a tag"), report);
        } else {
          tag(which, report);
        }
      }
      default ->
          throw Arguments.bad(
              "'" + what + "' cannot be explained; source, page, publisher, article and tag can");
    }
  }

  private PageReport.Received fetched(WebAddress url) {
    if (!(works.fetcher().fetch(FetchRequest.page(url)) instanceof FetchResult.Fetched fetched)) {
      throw new TagwireException(
          ErrorCode.REMOTE_FAILED,
          url
              + " could not be fetched; it is missing, refused by robots.txt, or no public"
              + " address");
    }
    return new PageReport.Received(
        fetched.body(), fetched.findContentType().orElse(null), fetched.url().href());
  }

  /** A page given with the order is not fetched; its address may be said beside it. */
  private PageReport.Received page(Order order) {
    return order.input().length == 0
        ? fetched(Arguments.requireAddress(order, 1))
        : new PageReport.Received(
            order.input(), null, order.findOption("url").orElse("https://page.invalid/"));
  }

  private void article(String written, Report report) {
    Article article = requireArticle(written);
    report.line(article.text().title());
    fact(report, "id", article.id().hex());
    fact(report, "address", article.reading().url());
    fact(
        report,
        "carrier",
        article.credit().carrier().name() + " (" + article.credit().carrier().domain() + ")");
    fact(report, "origin", article.credit().originName());
    fact(report, "published", article.timing().findPublished().map(Moment::iso).orElse("not said"));
    fact(report, "first seen", Subscriptions.shown(article.reading().announcement().firstSeen()));
    fact(report, "announced by source", article.reading().announcement().source().toString());
    fact(
        report,
        "text",
        article.text().length() + " characters, from the " + lower(article.text().source()));
    fact(report, "language", article.understanding().language().code());
    fact(report, "category", article.understanding().category().label());
    works.desks().categoryReason(article).ifPresent(why -> fact(report, "category by", why));
    fact(report, "story", article.placement().story().toString());
    fact(report, "placed", article.placement().reason());
    for (Tagging tag : article.understanding().tags()) {
      String score = String.format(Locale.ROOT, "%.2f", tag.score());
      report.line(
          "  #" + tag.name() + " (" + lower(tag.kind()) + ") " + lower(tag.grade()) + " " + score);
      for (Mention mention : tag.mentions()) {
        report.line("      “" + mention.surface() + "” in: " + cut(mention.sentence()));
      }
    }
  }

  /** Finds the article somebody means by its id or its address. */
  public Article requireArticle(String written) {
    Optional<ArticleId> id =
        ArticleId.parse(written).or(() -> WebAddress.parse(written).flatMap(this::idOf));
    Lookup lookup =
        id.map(i -> works.store().articles().find(i, Audience.OWNER)).orElse(new Lookup.Unknown());
    return switch (lookup) {
      case Lookup.Found found -> found.article();
      case Lookup.Redirect redirect -> requireArticle(redirect.to().hex());
      case Lookup.Withdrawn withdrawn ->
          throw new TagwireException(
              ErrorCode.NOT_FOUND,
              "the article was withdrawn: " + withdrawn.reason(),
              java.util.List.of(Refusal.of(Refusal.Kind.ARTICLE_WITHDRAWN)));
      case Lookup.Unknown unknown ->
          throw new TagwireException(
              ErrorCode.NOT_FOUND,
              "there is no article '" + written + "'; give its id or its address",
              java.util.List.of(Refusal.of(Refusal.Kind.ARTICLE_UNKNOWN, written)));
    };
  }

  private Optional<ArticleId> idOf(WebAddress url) {
    return works
        .store()
        .articles()
        .findByUrls(java.util.List.of(url.canonical().key(), url.canonical().href(), url.href()))
        .values()
        .stream()
        .findFirst();
  }

  private void tag(String written, Report report) {
    TagKey key =
        TagKey.parse(written)
            .orElseThrow(() -> Arguments.bad("no hashtag can be made of '" + written + "'"));
    Hashtag tag =
        works
            .store()
            .tags()
            .find(key)
            .orElseThrow(
                () ->
                    new TagwireException(
                        ErrorCode.NOT_FOUND, "there is no tag #" + written + near(key)));
    report.line("#" + tag.form() + ": " + tag.name());
    fact(report, "key", tag.key().value());
    fact(report, "kind", lower(tag.kind()));
    fact(report, "since", Subscriptions.shown(tag.since()));
    works.store().rules().now().leadingTo(tag.key()).stream()
        .skip(1)
        .forEach(other -> fact(report, "also, as the owner says", "#" + other));
    Filter filter = Filter.tag(tag.key());
    works
        .index()
        .ifPresent(
            index -> {
              Totals all = index.totals(filter, Audience.OWNER);
              Totals about = index.totals(filter.about(), Audience.OWNER);
              fact(
                  report,
                  "articles",
                  all.articles() + ", of which " + about.articles() + " are about it");
            });
    ListQuery query = ListQuery.first(filter, Audience.OWNER, 20);
    Page page =
        works
            .index()
            .map(index -> index.list(query))
            .orElseGet(() -> works.store().articles().list(query));
    page.listings()
        .forEach(
            listing ->
                report.line(
                    "  "
                        + Subscriptions.shown(listing.card().order())
                        + "  "
                        + listing.card().id()
                        + "  "
                        + listing.card().carrierName()
                        + ": "
                        + listing.card().headline()));
  }

  private String near(TagKey key) {
    java.util.List<Hashtag> near = works.store().tags().nearest(key, Audience.OWNER, 3);
    return near.isEmpty()
        ? ""
        : "; near it are " + String.join(", ", near.stream().map(t -> "#" + t.form()).toList());
  }

  private static void fact(Report report, String name, String value) {
    report.line("  " + name + ": " + value);
  }

  private static String cut(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= 120 ? line : line.substring(0, 119) + "…";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
