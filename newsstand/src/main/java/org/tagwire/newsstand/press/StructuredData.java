package org.tagwire.newsstand.press;

import java.util.List;
import java.util.Set;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.PageDesign;
import org.tagwire.newsstand.newsroom.Reference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON-LD of an article page (schema.org NewsArticle). */
final class StructuredData {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Set<PageDesign> WITH_BODY = Set.of(PageDesign.CLASSIC, PageDesign.MODERN);

  private final Paper paper;

  StructuredData(Paper paper) {
    this.paper = paper;
  }

  /** A script's content; no character in it can end the script element. */
  String newsArticle(Article article) {
    Layout layout = paper.layout();
    Account account = article.account();
    ObjectNode data = JSON.createObjectNode();
    data.put("@context", "https://schema.org");
    data.put("@type", "NewsArticle");
    data.put("headline", article.wording().title());
    data.put("mainEntityOfPage", layout.url(layout.articlePath(account)));
    data.put("datePublished", article.published().toString());
    data.put("dateModified", article.changed().toString());
    data.put("inLanguage", paper.publisher().language());
    data.put("articleSection", account.imprint().section());
    data.put("description", article.summary());
    addBody(data, article);
    if (!account.imprint().tags().isEmpty()) {
      ArrayNode keywords = data.putArray("keywords");
      account.imprint().tags().forEach(keywords::add);
    }
    if (account.imprint().image()) {
      data.putArray("image").add(layout.url(layout.picturePath(account)));
    }
    addPeople(data, article);
    return data.toString().replace("<", "\\u003c");
  }

  private void addBody(ObjectNode data, Article article) {
    if (paper.layout().has(Habit.WRONG_ARTICLE_BODY)) {
      Furniture furniture = paper.furniture();
      data.put("articleBody", furniture.word("newsletter-text") + " " + furniture.word("cookies"));
    } else if (WITH_BODY.contains(paper.publisher().page())) {
      data.put("articleBody", article.wording().plainText());
    }
  }

  private void addPeople(ObjectNode data, Article article) {
    Account.Credits credits = article.account().credits();
    List<String> authors = paper.authors(article);
    ArrayNode array = data.putArray("author");
    for (String author : authors) {
      boolean person = author.equals(article.account().imprint().byline());
      array.addObject().put("@type", person ? "Person" : "Organization").put("name", author);
    }
    if (authors.isEmpty()) {
      array.addObject().put("@type", "Organization").put("name", paper.publisher().name());
    }
    ObjectNode publisher = data.putObject("publisher");
    publisher.put("@type", "Organization").put("name", paper.publisher().name());
    publisher.put("url", paper.layout().url("/"));
    Reference origin = credits.origin();
    if (origin != null) {
      data.put("isBasedOn", paper.directory().url(origin));
    }
  }
}
