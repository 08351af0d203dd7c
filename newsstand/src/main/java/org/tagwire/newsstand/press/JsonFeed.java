package org.tagwire.newsstand.press;

import java.util.List;
import org.tagwire.newsstand.newsroom.Account;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeed {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Paper paper;
  private final Layout layout;

  JsonFeed(Paper paper) {
    this.paper = paper;
    this.layout = paper.layout();
  }

  String text() {
    ObjectNode feed = JSON.createObjectNode();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", paper.publisher().name());
    feed.put("description", paper.publisher().slogan());
    feed.put("home_page_url", layout.url("/"));
    feed.put("feed_url", layout.url(layout.feedPath()));
    feed.put("language", paper.publisher().language());
    ArrayNode items = feed.putArray("items");
    for (Article article : paper.shown()) {
      fill(items.addObject(), article);
    }
    return feed.toString();
  }

  private void fill(ObjectNode item, Article article) {
    Account account = article.account();
    item.put("id", "tag:" + paper.publisher().domain() + ",2020:" + account.slug());
    item.put("url", layout.url(layout.articlePath(account)));
    item.put("title", article.wording().title());
    item.put("summary", article.summary());
    if (paper.publisher().fullText()) {
      item.put("content_html", Markup.html(article.wording().body()));
    } else {
      // JSON Feed demands some content; publishers who keep the text repeat their summary.
      item.put("content_text", article.summary());
    }
    item.put("date_published", article.published().toString());
    if (article.corrected()) {
      item.put("date_modified", article.changed().toString());
    }
    List<String> authors = paper.authors(article);
    if (!authors.isEmpty()) {
      ArrayNode names = item.putArray("authors");
      authors.forEach(name -> names.addObject().put("name", name));
    }
    ArrayNode tags = item.putArray("tags");
    tags.add(account.imprint().section());
    account.imprint().tags().forEach(tags::add);
    if (account.imprint().image()) {
      item.put("image", layout.url(layout.picturePath(account)));
    }
  }
}
