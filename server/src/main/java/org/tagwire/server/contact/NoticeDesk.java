package org.tagwire.server.contact;

import gg.jte.generated.precompiled.JtenoticeformGenerated;
import gg.jte.generated.precompiled.JtenoticestateGenerated;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.ingest.Ombudsman.Complaint;
import org.tagwire.ingest.Ombudsman.Letter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Moment;
import org.tagwire.model.Notice;
import org.tagwire.model.Notice.Kind;
import org.tagwire.model.TagKind;
import org.tagwire.server.contact.NoticeFormView.Choice;
import org.tagwire.server.contact.NoticeFormView.Written;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Sheet;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;

/**
 * Where anybody says what is wrong. No password, no script, no third party's riddle: a field that
 * only machines fill in, and a limit by the hour. Safe for use by many threads.
 */
public final class NoticeDesk {
  private static final String ABOUT = "about";
  private static final String KIND = "kind";
  private static final String TAG = "tag";
  private static final String TEXT = "text";
  private static final String EMAIL = "email";

  /** Nobody sees this field, and only a machine fills in what nobody sees. */
  private static final String HONEYPOT = "website";

  private final SiteContext context;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Frames frames;
  private final Notices refusals;
  private final Crowd crowd = new Crowd(new SecureRandom());

  NoticeDesk(SiteContext context, Tools tools) {
    this.context = context;
    this.addresses = tools.addresses();
    this.dictionary = tools.dictionary();
    this.frames = tools.frames();
    this.refusals = tools.notices();
  }

  /** Shows the form. */
  public Reply form(Visit visit) {
    if (context.findRedress().isEmpty()) {
      return refusals.of(404, visit.edition());
    }
    String about = visit.findQuery(ABOUT).orElse("");
    String kind = visit.findQuery(KIND).orElse("");
    return form(visit, subject(about, visit), new Written(about, kind, "", "", ""), 200, "");
  }

  /** Takes in a notice, and leads to its own page. */
  public Reply take(Visit visit, Form form) {
    if (context.findRedress().isEmpty()) {
      return refusals.of(404, visit.edition());
    }
    if (form.find(HONEYPOT).isPresent()) {
      return Reply.seeOther(addresses.front(visit.edition()));
    }
    Written written =
        new Written(
            form.text(ABOUT), form.text(KIND), form.text(TAG), form.text(TEXT), form.text(EMAIL));
    Subject subject = subject(written.about(), visit);
    Optional<Kind> kind = kind(written.kind());
    String wrong = wrong(written, kind);
    if (!wrong.isEmpty()) {
      return form(visit, subject, written, 400, wrong);
    }
    if (!crowd.admits(visit.badge().client(), visit.now())) {
      return form(visit, subject, written, 429, "contact.error.often");
    }
    return receive(visit, written, kind.orElseThrow(), subject);
  }

  private Reply receive(Visit visit, Written written, Kind kind, Subject subject) {
    Optional<Hashtag> tag = subject.find(written.tag());
    boolean disputes = kind == Kind.WRONG_TAG || kind == Kind.ABOUT_ME;
    boolean hiding =
        disputes && subject.shielding() && tag.filter(t -> t.kind() == TagKind.PERSON).isPresent();
    Complaint complaint =
        new Complaint(
            kind,
            subject.path(),
            subject.article(),
            tag.filter(t -> disputes).map(Hashtag::key).orElse(null),
            hiding);
    Letter letter = new Letter(written.text(), written.email(), visit.edition().code());
    return context
        .findRedress()
        .flatMap(redress -> redress.ombudsman().receive(complaint, letter))
        .map(notice -> Reply.seeOther(addresses.notice(visit.edition()) + "/" + notice.id()))
        .orElseGet(() -> form(visit, subject, written, 429, "contact.error.full"));
  }

  private static String wrong(Written written, Optional<Kind> kind) {
    if (kind.isEmpty()) {
      return "contact.error.kind";
    }
    if (written.text().isBlank()) {
      return "contact.error.text";
    }
    if (written.text().length() > Notice.MAX_TEXT) {
      return "contact.error.long";
    }
    boolean reachable =
        written.email().isEmpty()
            || (written.email().length() <= Notice.MAX_EMAIL && Contact.isEmail(written.email()));
    return reachable ? "" : "contact.error.email";
  }

  /** Shows how a notice stands. */
  public Reply state(Visit visit) {
    Optional<Notice> notice =
        context.findRedress().flatMap(redress -> redress.ombudsman().find(visit.requirePath("id")));
    return notice
        .map(found -> state(visit, found))
        .orElseGet(() -> refusals.of(404, visit.edition()));
  }

  private Reply state(Visit visit, Notice notice) {
    Words words = dictionary.in(visit.edition());
    NoticeStateView view =
        new NoticeStateView(
            frames.of(
                visit.edition(),
                words.text("contact.state"),
                edition -> addresses.notice(edition) + "/" + notice.id()),
            words.text(key("contact.state.", notice.outcome().state())),
            words.text(key("contact.kind.", notice.kind())),
            words
                .phrase("contact.state.received.at")
                .with(words.ages().of(Moment.of(notice.received()), visit.now())),
            notice.about().isEmpty() ? "" : addresses.front(visit.edition()) + notice.about(),
            notice.hides() && !notice.outcome().state().isAnswered()
                ? words.text("contact.state.hidden")
                : "",
            notice.outcome().answer());
    return Reply.of(Reply.HTML, Sheet.of(out -> JtenoticestateGenerated.render(out, null, view)));
  }

  private Reply form(Visit visit, Subject subject, Written written, int status, String error) {
    Words words = dictionary.in(visit.edition());
    List<Choice> kinds =
        Arrays.stream(Kind.values())
            .map(k -> new Choice(word(k), words.text(key("contact.kind.", k))))
            .toList();
    List<Choice> tags = subject.tags().stream().map(t -> new Choice(t.form(), t.name())).toList();
    NoticeFormView view =
        new NoticeFormView(
            frames.of(visit.edition(), words.text("contact.notice"), addresses::notice),
            addresses.notice(visit.edition()),
            visit.token(),
            subject.title(),
            kinds,
            tags,
            written,
            error.isEmpty() ? "" : words.text(error));
    return Reply.of(
        status, Reply.HTML, Sheet.of(out -> JtenoticeformGenerated.render(out, null, view)));
  }

  private Subject subject(String about, Visit visit) {
    return Subject.of(about, visit, addresses, context.questions());
  }

  private static Optional<Kind> kind(String word) {
    return Arrays.stream(Kind.values()).filter(kind -> word(kind).equals(word)).findFirst();
  }

  static String key(String begin, Enum<?> value) {
    return begin + word(value);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
