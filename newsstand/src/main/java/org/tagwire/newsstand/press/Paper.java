package org.tagwire.newsstand.press;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Appearance;
import org.tagwire.newsstand.newsroom.FeedFormat;
import org.tagwire.newsstand.newsroom.Publisher;
import org.tagwire.newsstand.newsroom.Reference;

/**
 * What all pages of one publisher share.
 *
 * @param layout where its pages are
 * @param directory the other publishers, for credits
 * @param furniture the words around the news
 * @param shown the articles that can be read now, newest first
 */
record Paper(Layout layout, Directory directory, Furniture furniture, List<Article> shown) {

  private static final int RELATED = 4;

  Publisher publisher() {
    return layout.publisher();
  }

  /** The slots every page fills: words, name, navigation, feed link. */
  Slots frame() {
    Publisher publisher = publisher();
    boolean hasFeed = publisher.feed() != FeedFormat.SITEMAP;
    return Slots.empty()
        .all(furniture.words())
        .text("language", publisher.language())
        .text("direction", furniture.direction())
        .text("site", publisher.name())
        .text("slogan", publisher.slogan())
        .text("domain", publisher.domain())
        .text("home-url", layout.url("/"))
        .text("feed-url", hasFeed ? layout.url(layout.knownFeedPath()) : "")
        .text("feed-type", feedType())
        .list("sections", publisher.sections().stream().map(this::navigation).toList());
  }

  /** Title, address and opening of an article, as lists of links show them. */
  Slots teaser(Article article) {
    Account account = article.account();
    return Slots.empty()
        .text("headline", article.wording().title())
        .text("path", layout.articlePath(account))
        .text("summary", article.summary())
        .text("kicker", account.imprint().section())
        .text("iso-date", article.published().toString())
        .text("date", furniture.date(article.published()))
        .text("thumbnail", account.imprint().image() ? layout.picturePath(account) : "");
  }

  /**
   * Links to other articles. Only articles that were there at the start and stay, with their first
   * titles, so that a page's bytes change only when its own article does.
   */
  List<Slots> related(Article article) {
    List<Article> lasting =
        shown.stream()
            .filter(other -> other.account().schedule().withdrawn() == null)
            .filter(other -> other.account().schedule().at() instanceof Appearance.DaysBefore)
            .toList();
    int own = Math.max(0, lasting.indexOf(article));
    List<Slots> links = new ArrayList<>();
    for (int i = 1; i <= lasting.size() && links.size() < RELATED; i++) {
      Article other = lasting.get((own + i) % lasting.size());
      if (!other.equals(article)) {
        links.add(teaser(other).text("headline", other.account().wording().title()));
      }
    }
    return links;
  }

  /** Who is named as author: the writer, the agency of a wire copy, the house a text comes from. */
  List<String> authors(Article article) {
    Account account = article.account();
    List<String> names = new ArrayList<>();
    addName(names, account.imprint().byline());
    addHouse(names, account.credits().wire());
    addHouse(names, account.credits().origin());
    return names;
  }

  private void addHouse(List<String> names, @Nullable Reference reference) {
    addName(names, reference == null ? null : directory.publisherName(reference));
  }

  private static void addName(List<String> names, @Nullable String name) {
    if (name != null && !names.contains(name)) {
      names.add(name);
    }
  }

  private Slots navigation(String section) {
    return Slots.empty().text("name", section).text("path", layout.sectionPath(section));
  }

  private String feedType() {
    return switch (publisher().feed()) {
      case RSS -> "application/rss+xml";
      case ATOM -> "application/atom+xml";
      case RDF -> "application/rdf+xml";
      case JSON -> "application/feed+json";
      case SITEMAP -> "";
    };
  }
}
