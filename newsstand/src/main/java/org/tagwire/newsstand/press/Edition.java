package org.tagwire.newsstand.press;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.tagwire.newsstand.newsroom.FeedFormat;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;

/** A publisher's whole site between two events. Printed page by page when first asked for. */
final class Edition {

  private static final String HTML = "text/html; charset=utf-8";

  private final Layout layout;
  private final Instant since;
  private final Map<String, Supplier<Reply>> routes = new HashMap<>();
  private final Map<String, Reply> printed = new ConcurrentHashMap<>();

  Edition(
      Layout layout, Directory directory, Furniture furniture, Dateline dateline, Instant since) {
    this.layout = layout;
    this.since = since;
    List<Article> all =
        directory.accountsOf(layout.publisher().domain()).stream()
            .flatMap(account -> Article.at(account, dateline.start(), since).stream())
            .sorted(Article.NEWEST_FIRST)
            .toList();
    List<Article> shown = all.stream().filter(article -> !article.withdrawn()).toList();
    var paper = new Paper(layout, directory, furniture, shown);
    routeFrontPages(new FrontPages(paper));
    routeFeed(new Announcements(paper));
    var pages = new ArticlePage(paper);
    all.forEach(article -> routeArticle(pages, article));
  }

  /** The event this edition begins with. */
  Instant since() {
    return since;
  }

  Reply reply(String path) {
    Supplier<Reply> route = routes.get(path);
    if (route == null) {
      return new Reply.Missing();
    }
    return printed.computeIfAbsent(path, p -> route.get());
  }

  private void routeFrontPages(FrontPages pages) {
    routes.put("/robots.txt", () -> found("text/plain; charset=utf-8", pages.robots(), since));
    routes.put("/", () -> found(HTML, pages.home(), since));
    String domain = layout.publisher().domain();
    routes.put(
        "/favicon.ico",
        () -> new Reply.Found(Resource.of("image/x-icon", Emblem.ico(domain), Instant.EPOCH)));
    for (String section : layout.publisher().sections()) {
      routes.put(layout.sectionPath(section), () -> found(HTML, pages.section(section), since));
    }
  }

  private void routeFeed(Announcements feed) {
    routes.put(
        layout.feedPath(),
        () -> new Reply.Found(Resource.of(feed.contentType(), feed.bytes(), since)));
    if (!layout.knownFeedPath().equals(layout.feedPath())) {
      String moved = layout.url(layout.feedPath());
      routes.put(layout.knownFeedPath(), () -> new Reply.Moved(moved));
    }
    if (layout.publisher().feed() == FeedFormat.SITEMAP) {
      routes.put("/sitemap.xml", () -> new Reply.Moved(layout.url(layout.feedPath())));
    }
  }

  private void routeArticle(ArticlePage pages, Article article) {
    String path = layout.articlePath(article.account());
    if (article.withdrawn()) {
      routes.put(path, () -> new Reply.Gone(page(pages.gone(), article.changed())));
      return;
    }
    Instant changed = article.changed();
    routes.put(path, () -> found(HTML, pages.print(article), changed));
    routes.put(
        layout.printPath(article.account()), () -> found(HTML, pages.plain(article), changed));
    if (article.account().imprint().image()) {
      routes.put(
          layout.picturePath(article.account()),
          () ->
              new Reply.Found(
                  Resource.of(
                      "image/png", Picture.png(article.account().slug()), article.published())));
    }
  }

  private static Reply found(String type, String text, Instant changed) {
    return new Reply.Found(Resource.of(type, text.getBytes(StandardCharsets.UTF_8), changed));
  }

  private static Resource page(String text, Instant changed) {
    return Resource.of(HTML, text.getBytes(StandardCharsets.UTF_8), changed);
  }
}
