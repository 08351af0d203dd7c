package org.tagwire.server.office;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tagwire.model.Audience;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.server.office.Block.Button;
import org.tagwire.server.office.Field.Choice;
import org.tagwire.server.office.Kit.Draft;
import org.tagwire.server.office.OfficeView.Remark;
import org.tagwire.server.orders.SourceCare;
import org.tagwire.server.page.Link;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Diagnoses;
import org.tagwire.server.words.Words;
import org.tagwire.server.works.Works;
import org.tagwire.store.SourceStatus;

/** What the owner can change about one source. Safe for use by many threads. */
final class SourceSheet {
  private static final String TITLE = "title";
  private static final String FOLDER = "folder";
  private static final String PAGES = "pages";
  private static final String SEEN = "seen";
  private static final String PAUSED = "paused";
  private static final int LONGEST_NAME = 200;

  private final Kit kit;
  private final Works works;
  private final SourceCare care;

  SourceSheet(Kit kit, Works works) {
    this.kit = kit;
    this.works = works;
    this.care = new SourceCare(works);
  }

  Reply page(Visit visit) {
    return of(visit, (v, status) -> show(v, 200, status, ""));
  }

  private Reply of(Visit visit, BiFunction<Visit, SourceStatus, Reply> then) {
    String written = visit.requirePath("id");
    Optional<SourceStatus> status =
        written.matches("[1-9]\\d{0,17}")
            ? works
                .store()
                .sources()
                .findStatus(new SourceId(Long.parseLong(written)), Audience.OWNER)
            : Optional.empty();
    return status
        .map(s -> then.apply(visit, s))
        .orElseGet(() -> kit.notices().of(404, visit.edition()));
  }

  private String place(Visit visit, Source source, String more) {
    return kit.addresses().office(visit.edition(), "source/" + source.id().value() + more);
  }

  private Reply show(Visit visit, int code, SourceStatus status, String wrongTitle) {
    Source source = status.source();
    Words words = kit.words(visit);
    boolean paused = status.state() == SourceStatus.State.PAUSED;
    Block change =
        new Block.Sheet(
            "",
            "",
            place(visit, source, ""),
            visit.token(),
            List.of(
                Field.of(Field.Kind.TEXT, TITLE, words.text("office.name"))
                    .with(source.title())
                    .wrong(wrongTitle),
                Field.of(Field.Kind.TEXT, FOLDER, words.text("sources.folder"))
                    .with(source.folder())
                    .hint(words.text("office.folder.hint")),
                Field.select(PAGES, words.text("office.pages"), pages(source, words))
                    .hint(words.text("office.pages.hint")),
                Field.select(SEEN, words.text("sources.visibility"), seen(source, words))),
            List.of(Button.main(words.text("office.save"))));
    Block pause =
        new Block.Sheet(
            words.text(paused ? "office.resume" : "office.pause"),
            words.text(paused ? "office.resume.hint" : "office.pause.hint"),
            place(visit, source, "/pause"),
            visit.token(),
            List.of(Field.hidden(PAUSED, paused ? "no" : "yes")),
            List.of(
                new Button(words.text(paused ? "office.resume" : "office.pause"), "plain", "", "")));
    Block remove =
        new Block.Ways(
            words.text("office.remove"),
            List.of(
                new Link(
                    words.text("office.remove.way"),
                    place(visit, source, "/remove"),
                    words.text("office.remove.hint"),
                    false)));
    return kit.print(
        code,
        visit,
        new Draft(
            edition -> kit.addresses().office(edition, "source/" + source.id().value()),
            Link.of(name(source), kit.addresses().source(visit.edition(), source.id())),
            words.phrase("office.source").with(name(source)),
            Diagnoses.shown(source.url()),
            done(visit, words),
            List.of(change, pause, remove)));
  }

  private static List<Remark> done(Visit visit, Words words) {
    return visit.findQuery("done").isPresent()
        ? List.of(Remark.good(words.text("office.saved")))
        : List.of();
  }

  private static String name(Source source) {
    return Diagnoses.shown(source.title());
  }

  private static List<Choice> pages(Source source, Words words) {
    return Arrays.stream(Source.PageFetching.values())
        .map(
            p ->
                new Choice(
                    lower(p), words.text("office.pages." + lower(p)), p == source.pages()))
        .toList();
  }

  private static List<Choice> seen(Source source, Words words) {
    return Arrays.stream(Visibility.values())
        .map(
            v -> new Choice(lower(v), words.text("sources." + lower(v)), v == source.visibility()))
        .toList();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E read(E[] values, String written, E otherwise) {
    return Arrays.stream(values)
        .filter(v -> lower(v).equals(written))
        .findFirst()
        .orElse(otherwise);
  }

  Reply change(Visit visit, Form form) {
    return of(
        visit,
        (v, status) -> {
          String title = form.text(TITLE);
          String folder = form.text(FOLDER);
          if (title.isEmpty() || title.length() > LONGEST_NAME || folder.length() > LONGEST_NAME) {
            return show(v, 422, status, kit.say(v, "office.name.wrong"));
          }
          Source was = status.source();
          care.change(
              was.id(),
              now ->
                  new Source(
                      now.id(),
                      now.url(),
                      now.kind(),
                      title,
                      now.publisher(),
                      folder,
                      read(Visibility.values(), form.text(SEEN), now.visibility()),
                      read(Source.PageFetching.values(), form.text(PAGES), now.pages())));
          return Reply.seeOther(place(v, was, "") + "?done=saved");
        });
  }

  Reply pause(Visit visit, Form form) {
    return of(
        visit,
        (v, status) -> {
          care.pause(status.source().id(), form.text(PAUSED).equals("yes"));
          return Reply.seeOther(place(v, status.source(), "") + "?done=saved");
        });
  }

  /** Asks whether it is really meant, for browsers without script too. */
  Reply removal(Visit visit) {
    return of(
        visit,
        (v, status) -> {
          Source source = status.source();
          Words words = kit.words(v);
          String articles =
              words.count("articles", (int) Math.min(Integer.MAX_VALUE, status.articles()));
          return kit.print(
              v,
              new Draft(
                  edition ->
                      kit.addresses().office(edition, "source/" + source.id().value() + "/remove"),
                  Link.of(words.phrase("office.source").with(name(source)), place(v, source, "")),
                  words.phrase("office.remove.ask").with(name(source)),
                  words.phrase("office.remove.lead").with(articles),
                  List.of(),
                  List.of(
                      new Block.Sheet(
                          "",
                          "",
                          place(v, source, "/remove"),
                          v.token(),
                          List.of(),
                          List.of(Button.danger(words.text("office.remove.do")))))));
        });
  }

  Reply remove(Visit visit, Form form) {
    return of(
        visit,
        (v, status) -> {
          care.remove(status.source().id());
          return Reply.seeOther(kit.addresses().sources(v.edition()));
        });
  }
}
