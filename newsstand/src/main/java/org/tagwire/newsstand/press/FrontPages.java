package org.tagwire.newsstand.press;

import java.util.List;
import org.tagwire.newsstand.newsroom.FeedFormat;

/** The home page, the section pages and robots.txt of one publisher. */
final class FrontPages {

  private static final Template FRONT = Template.named("front.html");
  private static final Template ROBOTS = Template.named("robots.txt");
  private static final int MOST_TEASERS = 24;

  private final Paper paper;

  FrontPages(Paper paper) {
    this.paper = paper;
  }

  String home() {
    return front(paper.publisher().name(), "/", paper.shown());
  }

  String section(String name) {
    List<Article> own =
        paper.shown().stream()
            .filter(article -> article.account().imprint().section().equals(name))
            .toList();
    return front(name, paper.layout().sectionPath(name), own);
  }

  String robots() {
    Layout layout = paper.layout();
    boolean sitemap = paper.publisher().feed() == FeedFormat.SITEMAP;
    return ROBOTS.fill(
        Slots.empty()
            .shown("forbidden", layout.has(Habit.DISALLOWED_PATH))
            .shown("slowly", layout.has(Habit.CRAWL_DELAY))
            .text("sitemap", sitemap ? layout.url(layout.feedPath()) : ""));
  }

  private String front(String title, String path, List<Article> articles) {
    return FRONT.fill(
        paper
            .frame()
            .text("title", title)
            .text("self", paper.layout().url(path))
            .list("teasers", articles.stream().limit(MOST_TEASERS).map(paper::teaser).toList()));
  }
}
