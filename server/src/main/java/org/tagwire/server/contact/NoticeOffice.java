package org.tagwire.server.contact;

import gg.jte.generated.precompiled.JteofficenoticesGenerated;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Notice;
import org.tagwire.model.Notice.State;
import org.tagwire.model.Refusal;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.model.TagwireException;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.ListView;
import org.tagwire.server.contact.NoticeFormView.Choice;
import org.tagwire.server.contact.OfficeNoticesView.Line;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Sheet;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Redress;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Regrets;
import org.tagwire.server.words.Words;
import org.tagwire.text.Normalise;
import org.tagwire.url.WebAddress;

/** Where the owner decides what readers object to. Safe for use by many threads. */
public final class NoticeOffice {
  private static final int SHOWN = 100;
  private static final String REASON = "a notice";

  private final SiteContext context;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Frames frames;
  private final Notices refusals;

  /** What the owner may do. */
  private enum Deed {
    IN_WORK,
    ARTICLE,
    SITE,
    NAME,
    TAG,
    DONE,
    REFUSED;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  NoticeOffice(SiteContext context, Tools tools) {
    this.context = context;
    this.addresses = tools.addresses();
    this.dictionary = tools.dictionary();
    this.frames = tools.frames();
    this.refusals = tools.notices();
  }

  /** Lists the notices, those that wait first. */
  public Reply list(Visit visit) {
    return context
        .findRedress()
        .map(redress -> list(visit, redress, 200, ""))
        .orElseGet(() -> refusals.of(404, visit.edition()));
  }

  /** Does what the owner has decided about one, and tells who sent it. */
  public Reply decide(Visit visit, Form form) {
    Optional<Redress> redress = context.findRedress();
    Optional<Notice> notice = redress.flatMap(r -> r.ombudsman().find(form.text("id")));
    if (redress.isEmpty() || notice.isEmpty()) {
      return refusals.of(404, visit.edition());
    }
    try {
      decide(redress.get(), notice.get(), form);
      return Reply.seeOther(addresses.officeNotices(visit.edition()));
    } catch (TagwireException e) {
      if (e.code() != ErrorCode.BAD_REQUEST && e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      return list(visit, redress.get(), 400, new Regrets(dictionary.in(visit.edition())).say(e));
    }
  }

  private void decide(Redress redress, Notice notice, Form form) {
    Deed deed = deed(form.text("deed"));
    String value = form.text("value");
    switch (deed) {
      case ARTICLE -> redress.takedowns().article(requireArticle(notice), REASON);
      case SITE -> redress.takedowns().site(site(value, notice), REASON);
      case NAME -> redress.takedowns().suppress(name(value, notice), REASON);
      case TAG -> redress.rulebook().notAbout(article(notice), tag(value, notice), false);
      case IN_WORK, DONE, REFUSED -> {
        // Only the answer is said.
      }
    }
    State state =
        switch (deed) {
          case IN_WORK -> State.IN_WORK;
          case REFUSED -> State.REFUSED;
          default -> State.DONE;
        };
    String words = Normalise.head(form.text("words"), Notice.MAX_TEXT);
    redress.ombudsman().answer(notice.id(), state, words);
  }

  private static Deed deed(String word) {
    for (Deed deed : Deed.values()) {
      if (deed.word().equals(word)) {
        return deed;
      }
    }
    throw bad(
        Refusal.of(Refusal.Kind.DEED_UNKNOWN, word), "'" + word + "' cannot be done to a notice");
  }

  private WebAddress site(String value, Notice notice) {
    String written =
        value.isEmpty() && notice.article() != null
            ? WebAddress.of(article(notice).reading().url()).origin() + "/"
            : value;
    return WebAddress.parse(written.contains("://") ? written : "https://" + written)
        .filter(address -> !address.host().isEmpty())
        .orElseThrow(
            () ->
                bad(
                    Refusal.of(Refusal.Kind.NO_ADDRESS, value),
                    "'" + value + "' is no web address"));
  }

  private String name(String value, Notice notice) {
    TagKey tag = notice.tag();
    if (!value.isEmpty() || tag == null) {
      return value;
    }
    return article(tag, notice).orElse(tag.value());
  }

  /** The name with its spaces, as the article's tag bears it. */
  private Optional<String> article(TagKey tag, Notice notice) {
    return notice.findArticle().isEmpty()
        ? Optional.empty()
        : article(notice).understanding().tags().stream()
            .filter(tagging -> tagging.key().equals(tag))
            .map(Tagging::name)
            .findFirst();
  }

  private static String tag(String value, Notice notice) {
    return value.isEmpty() ? notice.findTag().map(TagKey::value).orElse("") : value;
  }

  private static ArticleId requireArticle(Notice notice) {
    return notice
        .findArticle()
        .orElseThrow(
            () ->
                bad(
                    Refusal.of(Refusal.Kind.NOTICE_WITHOUT_ARTICLE),
                    "this notice is about no article"));
  }

  private Article article(Notice notice) {
    ListView view = ListView.of(Audience.OWNER, Language.ENGLISH);
    return context.questions().articles().open(requireArticle(notice), view)
            instanceof ArticlePages.Found found
        ? found.page().article()
        : gone();
  }

  private static Article gone() {
    throw bad(Refusal.of(Refusal.Kind.ARTICLE_WITHDRAWN), "the article is gone already");
  }

  private static TagwireException bad(Refusal refusal, String message) {
    return new TagwireException(ErrorCode.BAD_REQUEST, message, List.of(refusal));
  }

  private Reply list(Visit visit, Redress redress, int status, String error) {
    Words words = dictionary.in(visit.edition());
    List<Line> lines = new ArrayList<>();
    for (Notice notice : redress.ombudsman().list(SHOWN)) {
      lines.add(line(notice, visit, words));
    }
    OfficeNoticesView view =
        new OfficeNoticesView(
            frames.of(visit.edition(), words.text("contact.office"), addresses::officeNotices),
            addresses.officeNotices(visit.edition()),
            visit.token(),
            lines,
            error);
    return Reply.of(
        status, Reply.HTML, Sheet.of(out -> JteofficenoticesGenerated.render(out, null, view)));
  }

  private Line line(Notice notice, Visit visit, Words words) {
    List<Choice> deeds = new ArrayList<>();
    for (Deed deed : Deed.values()) {
      boolean needsArticle = deed == Deed.ARTICLE || deed == Deed.TAG;
      if (!needsArticle || notice.article() != null) {
        deeds.add(new Choice(deed.word(), words.text("contact.deed." + deed.word())));
      }
    }
    State state = notice.outcome().state();
    return new Line(
        notice.id(),
        words.text(NoticeDesk.key("contact.kind.", notice.kind())),
        words.text(NoticeDesk.key("contact.short.", state)),
        state.isAnswered(),
        words.ages().of(Moment.of(notice.received()), visit.now()),
        notice.about().isEmpty() ? "" : addresses.front(visit.edition()) + notice.about(),
        notice.findTag().map(tag -> "#" + tag).orElse(""),
        notice.hides() && !state.isAnswered(),
        notice.text(),
        notice.email(),
        notice.outcome().answer(),
        deeds);
  }
}
