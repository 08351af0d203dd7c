package org.tagwire.server.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.discovery.Opml;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Moment;
import org.tagwire.model.Source;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;
import org.tagwire.store.SourceStatus;
import org.tagwire.url.WebAddress;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes out what is kept: articles in the form {@code load} reads, subscriptions as OPML. */
final class Exports {
  private static final int BATCH = 200;
  private static final JsonMapper JSON = new JsonMapper();

  private final Works works;

  Exports(Works works) {
    this.works = works;
  }

  void articles(Order order, Report report) {
    Predicate<Article> wanted = wanted(order);
    long total = works.store().articles().count();
    long looked = 0;
    List<ArticleId> ids = works.store().articles().walk(Optional.empty(), BATCH);
    while (!ids.isEmpty()) {
      works.store().articles().findAll(ids, Audience.OWNER).stream()
          .filter(wanted)
          .forEach(article -> report.line(line(article)));
      looked += ids.size();
      report.progress("articles", looked, total);
      ids = works.store().articles().walk(Optional.of(ids.getLast()), BATCH);
    }
  }

  private Predicate<Article> wanted(Order order) {
    Optional<Instant> since = Arguments.findInstant(order, "since");
    Optional<TagKey> tag = order.findOption("tag").map(this::key);
    return article ->
        since.filter(from -> article.timing().order().isBefore(from)).isEmpty()
            && tag.filter(
                    key ->
                        article.understanding().tags().stream()
                            .map(Tagging::key)
                            .noneMatch(key::equals))
                .isEmpty();
  }

  private TagKey key(String written) {
    return TagKey.parse(written)
        .map(works.store().rules().now()::resolve)
        .orElseThrow(() -> Arguments.bad("'" + written + "' is no hashtag"));
  }

  private static String line(Article article) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", article.id().hex());
    node.put("url", article.reading().url());
    node.put("carrier", article.credit().carrier().domain().name());
    node.put("carrierName", article.credit().carrier().name());
    article.credit().findOrigin().ifPresent(origin -> node.put("origin", origin.name()));
    article
        .timing()
        .findPublished()
        .map(Moment::iso)
        .ifPresent(time -> node.put("published", time));
    article.timing().findUpdated().map(Moment::iso).ifPresent(time -> node.put("updated", time));
    node.put("language", article.understanding().language().code());
    node.put("category", article.understanding().category().label());
    node.put("section", article.text().section());
    node.put("title", article.text().title());
    node.put("text", article.text().plain());
    ArrayNode tags = node.putArray("hashtags");
    article
        .understanding()
        .tags()
        .forEach(
            tag ->
                tags.addObject()
                    .put("name", tag.name())
                    .put("grade", tag.grade().name().toLowerCase(java.util.Locale.ROOT)));
    node.put("story", article.placement().story().toString());
    node.put("visibility", article.visibility().name().toLowerCase(java.util.Locale.ROOT));
    return JSON.writeValueAsString(node);
  }

  void subscriptions(Order order, Report report) {
    List<Opml.Subscription> subscriptions =
        works.store().sources().list(Audience.OWNER).stream()
            .map(SourceStatus::source)
            .filter(source -> source.kind() != Source.Kind.DIRECT)
            .flatMap(Exports::subscription)
            .toList();
    Opml.write("Tagwire subscriptions", subscriptions).lines().forEach(report::line);
  }

  private static Stream<Opml.Subscription> subscription(Source source) {
    return WebAddress.parse(source.url()).stream()
        .map(url -> new Opml.Subscription(url, source.title(), source.folder(), site(source, url)));
  }

  /** The publisher is named where the feed's own address would not tell it. */
  private static @Nullable WebAddress site(Source source, WebAddress url) {
    return url.domain().equals(source.publisher())
        ? null
        : WebAddress.parse("https://" + source.publisher().name() + "/").orElse(null);
  }
}
