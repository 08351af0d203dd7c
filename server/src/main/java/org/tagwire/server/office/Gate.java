package org.tagwire.server.office;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tagwire.server.office.Kit.Draft;
import org.tagwire.server.office.OfficeView.Remark;
import org.tagwire.server.page.Link;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Keys;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SessionCookie;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/** Signing in and out, the first password, and another one. Safe for use by many threads. */
final class Gate {
  private static final String PASSWORD = "password";
  private static final String OLD = "old";
  private static final String AGAIN = "again";
  private static final String PROOF = "proof";
  private static final String TO = "to";
  private static final String COOKIE = "Set-Cookie";

  private final Kit kit;
  private final Keys keys;
  private final SessionCookie cookie;

  Gate(Kit kit) {
    this.kit = kit;
    this.keys = kit.context().keys();
    this.cookie = new SessionCookie(kit.context().options());
  }

  boolean isFirstAwaited() {
    return keys.isFirstAwaited();
  }

  /** Shows the form to sign in; who is in already goes on to the office. */
  Reply signIn(Visit visit) {
    return visit.isOwner()
        ? Reply.seeOther(kit.addresses().office(visit.edition()))
        : signIn(visit, 200, "", "");
  }

  /** Stands before every page that needs the password; what was asked for comes after it. */
  Reply locked(Visit visit) {
    return signIn(visit, 401, OwnPath.of(visit.badge().place(), kit.addresses()).orElse(""), "");
  }

  private Reply signIn(Visit visit, int status, String to, String wrong) {
    Words words = kit.words(visit);
    List<Block> blocks = new ArrayList<>();
    String lead = words.text("office.signIn.lead");
    if (keys.isFirstAwaited()) {
      lead = words.text("office.signIn.first");
      blocks.add(
          new Block.Ways(
              "",
              List.of(
                  Link.of(words.text("office.first"), kit.addresses().start(visit.edition())))));
    } else if (!keys.isSet()) {
      lead = words.text("office.signIn.unset");
    } else {
      blocks.add(
          new Block.Sheet(
              "",
              "",
              kit.addresses().signIn(visit.edition()),
              visit.token(),
              List.of(
                  Field.hidden(TO, to),
                  Field.of(Field.Kind.PASSWORD, PASSWORD, words.text("office.password"))
                      .wrong(wrong)),
              List.of(Block.Button.main(words.text("office.signIn")))));
    }
    return kit.print(
        status,
        visit,
        new Draft(
            kit.addresses()::signIn,
            Draft.NOWHERE,
            words.text("office.signIn"),
            lead,
            List.of(),
            blocks));
  }

  /** Takes in the password. */
  Reply enter(Visit visit, Form form) {
    String to = OwnPath.of(form.text(TO), kit.addresses()).orElse("");
    Keys.Entry entry = keys.signIn(form.raw(PASSWORD), visit.badge().client(), visit.now());
    String goal = to.isEmpty() ? kit.addresses().front(visit.edition()) : to;
    Words words = kit.words(visit);
    return answer(
        entry,
        goal,
        401,
        words.text("office.signIn.wrong"),
        words,
        (status, wrong) -> signIn(visit, status, to, wrong));
  }

  /** Ends the session, here and now. */
  Reply leave(Visit visit, Form form) {
    visit.badge().findSession().ifPresent(keys.sessions()::close);
    return Reply.seeOther(kit.addresses().signIn(visit.edition()))
        .with(COOKIE, cookie.take())
        .with("Clear-Site-Data", "\"cache\"");
  }

  /** Shows the form for the first password. */
  Reply first(Visit visit) {
    return first(visit, 200, "", List.of(), "");
  }

  private Reply first(
      Visit visit, int status, String proof, List<Field> passwords, String wrongProof) {
    Words words = kit.words(visit);
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.of(Field.Kind.CODE, PROOF, words.text("office.first.proof"))
            .with(proof)
            .hint(words.text("office.first.proof.hint"))
            .wrong(wrongProof));
    fields.addAll(passwords.isEmpty() ? fresh(words, "", "") : passwords);
    var sheet =
        new Block.Sheet(
            "",
            "",
            kit.addresses().start(visit.edition()),
            visit.token(),
            fields,
            List.of(Block.Button.main(words.text("office.first.set"))));
    return kit.print(
        status,
        visit,
        new Draft(
            kit.addresses()::start,
            Draft.NOWHERE,
            words.text("office.first"),
            words.text("office.first.lead"),
            List.of(),
            List.of(sheet)));
  }

  /** Takes in the first password; afterwards there is nothing here. */
  Reply setFirst(Visit visit, Form form) {
    if (!keys.isFirstAwaited()) {
      return kit.notices().of(404, visit.edition());
    }
    Words words = kit.words(visit);
    Complaint complaint = Complaint.about(form, words);
    if (!complaint.isEmpty()) {
      return first(visit, 422, form.text(PROOF), complaint.fields(words), "");
    }
    Keys.Entry entry =
        keys.setFirst(form.text(PROOF), form.raw(PASSWORD), visit.badge().client(), visit.now());
    return answer(
        entry,
        kit.addresses().start(visit.edition()),
        403,
        words.text("office.first.wrong"),
        words,
        (status, wrong) ->
            keys.isFirstAwaited()
                ? first(visit, status, form.text(PROOF), List.of(), wrong)
                : kit.notices().of(404, visit.edition()));
  }

  /** Shows the form for another password. */
  Reply password(Visit visit) {
    return password(visit, 200, List.of(), "");
  }

  private Reply password(Visit visit, int status, List<Field> passwords, String wrongOld) {
    Words words = kit.words(visit);
    List<Field> fields = new ArrayList<>();
    if (keys.isSet()) {
      fields.add(
          Field.of(Field.Kind.PASSWORD, OLD, words.text("office.password.old")).wrong(wrongOld));
    }
    fields.addAll(passwords.isEmpty() ? fresh(words, "", "") : passwords);
    Function<Edition, String> place = edition -> kit.addresses().office(edition, PASSWORD);
    var sheet =
        new Block.Sheet(
            "",
            "",
            place.apply(visit.edition()),
            visit.token(),
            fields,
            List.of(Block.Button.main(words.text("office.password.change"))));
    boolean home = kit.context().options().isAtHome();
    return kit.print(
        status,
        visit,
        new Draft(
            place,
            kit.back(visit),
            words.text("office.password.change"),
            words.text(home ? "office.password.home" : "office.password.lead"),
            List.<Remark>of(),
            List.of(sheet)));
  }

  /** Takes in another password; whoever is signed in elsewhere is so no longer. */
  Reply change(Visit visit, Form form) {
    Words words = kit.words(visit);
    Complaint complaint = Complaint.about(form, words);
    if (!complaint.isEmpty()) {
      return password(visit, 422, complaint.fields(words), "");
    }
    Keys.Entry entry =
        keys.change(form.raw(OLD), form.raw(PASSWORD), visit.badge().client(), visit.now());
    return answer(
        entry,
        kit.addresses().office(visit.edition()) + "?done=password",
        403,
        words.text("office.signIn.wrong"),
        words,
        (status, wrong) -> password(visit, status, List.of(), wrong));
  }

  private Reply answer(
      Keys.Entry entry, String goal, int status, String wrong, Words words, Again again) {
    return switch (entry) {
      case Keys.Opened(String value) -> Reply.seeOther(goal).with(COOKIE, cookie.give(value));
      case Keys.Wrong none -> again.ask(status, wrong);
      case Keys.Later(Duration wait) -> {
        long seconds = wait.plusMillis(999).toSeconds();
        String said =
            words
                .phrase("office.signIn.later")
                .with(words.measures().span(Duration.ofSeconds(seconds)));
        yield again.ask(429, said).with("Retry-After", Long.toString(seconds));
      }
    };
  }

  private static List<Field> fresh(Words words, String unfit, String differs) {
    return List.of(
        Field.of(Field.Kind.NEW_PASSWORD, PASSWORD, words.text("office.password.new"))
            .hint(words.text("office.password.hint"))
            .wrong(unfit),
        Field.of(Field.Kind.NEW_PASSWORD, AGAIN, words.text("office.password.again"))
            .wrong(differs));
  }

  /** Shows a form again, saying what was wrong. */
  private interface Again {
    Reply ask(int status, String wrong);
  }

  /** What is wrong with a new password, if anything. */
  private record Complaint(String unfit, String differs) {
    static Complaint about(Form form, Words words) {
      String password = form.raw(PASSWORD);
      boolean fit = OwnerPassword.isFit(password);
      String unfit =
          fit
              ? ""
              : words
                  .phrase("office.password.unfit")
                  .with(words.measures().number(password.length()));
      boolean same = password.equals(form.raw(AGAIN));
      return new Complaint(unfit, fit && !same ? words.text("office.password.differs") : "");
    }

    boolean isEmpty() {
      return unfit.isEmpty() && differs.isEmpty();
    }

    List<Field> fields(Words words) {
      return fresh(words, unfit, differs);
    }
  }
}
