package org.tagwire.server.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Category;
import org.tagwire.model.Hashtag;
import org.tagwire.query.FrontPages.Covered;
import org.tagwire.query.FrontPages.FrontPage;
import org.tagwire.query.FrontPages.FrontStory;
import org.tagwire.query.ListView;
import org.tagwire.query.Trending.Rising;
import org.tagwire.server.page.Frame;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.TagLine;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;

/** The front page: the newest stories, and what is talked about. Safe for use by many threads. */
final class FrontRoom {
  private static final int OTHERS = 3;

  private final Questions questions;
  private final Tools tools;
  private final LiveFrames live;
  private final Bars bars;

  FrontRoom(Questions questions, Tools tools) {
    this.questions = questions;
    this.tools = tools;
    this.live = new LiveFrames(tools.addresses());
    this.bars = new Bars(questions.lists(), tools.dictionary().zone());
  }

  /** Returns the articles that stand on it now. */
  Optional<List<ArticleId>> shown(Visit visit) {
    return visit
        .view()
        .map(view -> questions.front().open(view, visit.now()))
        .map(front -> LiveFrames.ids(front.stories(), 1 + OTHERS));
  }

  Reply page(Visit visit) {
    Optional<ListView> view = visit.view();
    if (view.isEmpty()) {
      return tools.notices().of(400, visit.edition());
    }
    FrontPage front = questions.front().open(view.get(), visit.now());
    List<Rising> rising = questions.trends().at(visit.now(), visit.audience()).orElse(List.of());
    Words words = tools.words(visit);
    return Reply.of(
        Reply.HTML,
        Templates.front(
            new FrontView(
                frame(front.stories(), visit),
                front.stories().stream().map(s -> teaser(s, visit)).toList(),
                rising.isEmpty() ? covered(front.covered(), visit) : rising(rising, visit),
                rising.isEmpty() ? "heading.covered" : "heading.trending",
                Arrays.stream(Category.values()).map(c -> category(words, c)).toList(),
                tools.addresses().news(visit.edition()),
                front.stories().isEmpty() ? start(visit) : null)));
  }

  private Frame frame(List<FrontStory> stories, Visit visit) {
    Frame frame =
        tools
            .frames()
            .listed(
                visit.edition(),
                tools.words(visit).text("heading.front"),
                tools.addresses()::front);
    return live.ofFront(
        tools.frames().headlines(frame, stories.stream().map(s -> s.lead().card()).toList()),
        LiveFrames.ids(stories, 1 + OTHERS),
        visit.edition());
  }

  private Teaser teaser(FrontStory story, Visit visit) {
    return Teaser.of(
        tools.cards().all(story.accounts(), visit),
        OTHERS,
        tools.addresses().story(visit.edition(), story.id()));
  }

  private List<TagLine> covered(List<Covered> covered, Visit visit) {
    List<Hashtag> tags = covered.stream().map(Covered::tag).toList();
    return bars.beside(tools.cards().covered(covered, visit.edition()), tags, visit);
  }

  private List<TagLine> rising(List<Rising> rising, Visit visit) {
    List<Hashtag> tags = rising.stream().map(Rising::tag).toList();
    return bars.beside(tools.cards().rising(rising, visit.edition()), tags, visit);
  }

  private Link category(Words words, Category category) {
    return Link.of(words.category(category), tools.addresses().category(words.edition(), category));
  }

  /** The owner who has no source yet is shown where to find the first. */
  private @Nullable String start(Visit visit) {
    return visit.isOwner() && questions.doctor().list(visit.audience()).isEmpty()
        ? tools.addresses().start(visit.edition())
        : null;
  }
}
