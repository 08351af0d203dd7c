package org.tagwire.newsstand.press;

import java.util.List;
import java.util.Locale;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Block;
import org.tagwire.newsstand.newsroom.Reference;

/** The pages of an article: the designed one, the plain one for printers, and the 410 notice. */
final class ArticlePage {

  private static final Template PLAIN = Template.named("print.html");
  private static final Template GONE = Template.named("gone.html");

  /** Blocks before the first advertisement. */
  private static final int OPENING = 2;

  private final Paper paper;
  private final Template design;

  ArticlePage(Paper paper) {
    this.paper = paper;
    String name = paper.publisher().page().name().toLowerCase(Locale.ROOT);
    this.design = Template.named(name + ".html");
  }

  String print(Article article) {
    return design.fill(slots(article));
  }

  String plain(Article article) {
    return PLAIN.fill(slots(article));
  }

  String gone() {
    return GONE.fill(paper.frame().text("title", paper.furniture().word("gone")));
  }

  private Slots slots(Article article) {
    Layout layout = paper.layout();
    Account account = article.account();
    List<Block> body = article.wording().body();
    int cut = Math.min(OPENING, body.size());
    String self = layout.url(layout.articlePath(account));
    return paper
        .frame()
        .all(paper.teaser(article))
        .all(metadata(article))
        .all(credits(account))
        .text("title", article.wording().title())
        .text("self", self)
        .text("section", account.imprint().section())
        .text("section-path", layout.sectionPath(account.imprint().section()))
        .text("print-path", layout.printPath(account))
        .text("byline", String.join(", ", paper.authors(article)))
        .text("changed", article.corrected() ? paper.furniture().date(article.changed()) : "")
        .text("iso-changed", article.corrected() ? article.changed().toString() : "")
        .text("opening", Markup.html(body.subList(0, cut)))
        .text("rest", Markup.html(body.subList(cut, body.size())))
        .list("related", paper.related(article));
  }

  private Slots metadata(Article article) {
    Layout layout = paper.layout();
    Account account = article.account();
    List<String> tags = account.imprint().tags();
    boolean pictured = account.imprint().image();
    return Slots.empty()
        .text("picture", pictured ? layout.url(layout.picturePath(account)) : "")
        .text("keywords", String.join(", ", tags))
        .list("tags", tags.stream().map(tag -> Slots.empty().text("tag", tag)).toList())
        .text(
            "json-ld",
            layout.has(Habit.NO_JSON_LD) ? "" : new StructuredData(paper).newsArticle(article));
  }

  /** A carried text names its first home: readers see it, machines find it as canonical. */
  private Slots credits(Account account) {
    Layout layout = paper.layout();
    Reference origin = account.credits().origin();
    return Slots.empty()
        .text("origin", origin == null ? "" : paper.directory().publisherName(origin))
        .text(
            "canonical",
            origin == null
                ? layout.url(layout.articlePath(account))
                : paper.directory().url(origin));
  }
}
