package org.tagwire.server.office;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagwire.ingest.Rulebook;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Moment;
import org.tagwire.model.Refusal;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRule;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Totals;
import org.tagwire.rights.HiddenNames;
import org.tagwire.server.office.Block.Button;
import org.tagwire.server.office.Kit.Draft;
import org.tagwire.server.office.OfficeView.Remark;
import org.tagwire.server.orders.Explanations;
import org.tagwire.server.orders.Trial;
import org.tagwire.server.page.Link;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;
import org.tagwire.server.works.Works;
import org.tagwire.store.RuleStore.Given;
import org.tagwire.text.Normalise;

/**
 * What the owner says about hashtags: first what it would change, then, if it is meant, the rule.
 * Safe for use by many threads.
 */
final class TagRoom {
  private static final String RULES = "rules";
  private static final String ACT = "act";
  private static final String INTO = "into";
  private static final String NAME = "name";
  private static final String AS = "as";
  private static final String WITH = "with";
  private static final String ARTICLE = "article";
  private static final String MENTIONED = "mentioned";
  private static final String MEANT = "meant";
  private static final int TITLE = 80;

  private final Kit kit;
  private final Works works;

  TagRoom(Kit kit, Works works) {
    this.kit = kit;
    this.works = works;
  }

  Reply page(Visit visit) {
    Optional<Hashtag> tag = find(visit);
    return tag.isEmpty()
        ? kit.notices().of(404, visit.edition())
        : show(visit, 200, tag.get(), Form.EMPTY, done(visit));
  }

  private Optional<Hashtag> find(Visit visit) {
    return TagKey.parse(visit.requirePath("name")).flatMap(works.store().tags()::find);
  }

  private List<Remark> done(Visit visit) {
    return visit
        .findQuery("done")
        .filter(Set.of("hidden", "shown")::contains)
        .map(done -> List.of(Remark.good(kit.say(visit, "office.name." + done))))
        .orElse(List.of());
  }

  private Reply show(Visit visit, int status, Hashtag tag, Form typed, List<Remark> remarks) {
    Words words = kit.words(visit);
    return kit.print(
        status,
        visit,
        new Draft(
            edition -> kit.addresses().officeTag(edition, tag.form()),
            Link.of("#" + tag.form(), kit.addresses().hashtag(visit.edition(), tag.form())),
            words.phrase("office.tag").with("#" + tag.form()),
            carried(tag, words),
            remarks,
            sheets(visit, tag, typed, words)));
  }

  private String carried(Hashtag tag, Words words) {
    Totals totals = kit.context().questions().lists().totals(Filter.tag(tag.key()), Audience.OWNER);
    return words.count("articles", totals.articles())
        + " · "
        + words.count("publishers", totals.publishers());
  }

  private List<Block> sheets(Visit visit, Hashtag tag, Form typed, Words words) {
    if (HiddenNames.of(works.store().tags().withheld()).contain(tag)) {
      return List.of(plain(visit, tag, "show"));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(sheet(visit, tag, "merge", List.of(text(INTO, typed, words))));
    blocks.add(
        sheet(
            visit,
            tag,
            "rename",
            List.of(
                text(NAME, typed, words)
                    .with(typed.find(NAME).orElse(typed.isTicked(NAME) ? "" : tag.name())))));
    blocks.add(
        sheet(visit, tag, "split", List.of(text(AS, typed, words), lines(WITH, typed, words))));
    blocks.add(
        sheet(
            visit,
            tag,
            "not",
            List.of(
                text(ARTICLE, typed, words)
                    .with(typed.find(ARTICLE).or(() -> visit.findQuery(ARTICLE)).orElse("")),
                Field.of(Field.Kind.BOX, MENTIONED, words.text("office.rule.mentioned"))
                    .with(typed.isTicked(MENTIONED) ? "1" : ""))));
    blocks.add(plain(visit, tag, "hide"));
    blocks.add(
        new Block.Ways(
            "",
            List.of(
                Link.of(
                    words.text("office.rules"), kit.addresses().office(visit.edition(), RULES)))));
    return blocks;
  }

  private Block sheet(Visit visit, Hashtag tag, String act, List<Field> fields) {
    Words words = kit.words(visit);
    List<Field> all = new ArrayList<>(fields);
    all.add(Field.hidden(ACT, act));
    return new Block.Sheet(
        words.text("office.rule." + act),
        words.text("office.rule." + act + ".hint"),
        kit.addresses().officeTag(visit.edition(), tag.form()),
        visit.token(),
        all,
        List.of(Button.main(words.text("office.rule.try"))));
  }

  /** Hiding and showing again take nothing to fill in, and are no rules. */
  private Block plain(Visit visit, Hashtag tag, String act) {
    String label = kit.say(visit, "office.name." + act);
    return new Block.Sheet(
        label,
        kit.say(visit, "office.name." + act + ".hint"),
        kit.addresses().officeTag(visit.edition(), tag.form()),
        visit.token(),
        List.of(Field.hidden(ACT, act)),
        List.of(new Button(label, act.equals("hide") ? "danger" : "main", "", "")));
  }

  private Reply seen(Visit visit, Hashtag tag, boolean shown) {
    if (shown) {
      works
          .takedowns()
          .showAgain(Set.of(tag.name(), tag.form(), tag.key().value()), "shown again by the owner");
    } else {
      works.takedowns().suppress(tag.name(), "hidden by the owner");
    }
    return Reply.seeOther(
        kit.addresses().officeTag(visit.edition(), tag.form())
            + (shown ? "?done=shown" : "?done=hidden"));
  }

  private static Field text(String name, Form typed, Words words) {
    return Field.of(Field.Kind.TEXT, name, words.text("office.rule." + name))
        .with(typed.text(name));
  }

  private static Field lines(String name, Form typed, Words words) {
    return Field.of(Field.Kind.LINES, name, words.text("office.rule." + name))
        .with(typed.text(name));
  }

  /** Weighs a rule, or, when it is meant, takes it down. */
  Reply rule(Visit visit, Form form) {
    Optional<Hashtag> tag = find(visit);
    if (tag.isEmpty()) {
      return kit.notices().of(404, visit.edition());
    }
    try {
      String act = form.text(ACT);
      if (act.equals("show") || act.equals("hide")) {
        return seen(visit, tag.get(), act.equals("show"));
      }
      return form.isTicked(MEANT)
          ? given(visit, take(tag.get(), form))
          : weigh(visit, tag.get(), form);
    } catch (TagwireException e) {
      if (e.code() != ErrorCode.BAD_REQUEST && e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      return show(
          visit,
          422,
          tag.get(),
          form,
          List.of(Remark.bad(kit.say(visit, "office.rule.refused"), kit.told(visit, e))));
    }
  }

  private Reply given(Visit visit, Given given) {
    String place = kit.addresses().office(visit.edition(), RULES);
    return Reply.seeOther(place + "?done=" + given.number());
  }

  private Given take(Hashtag tag, Form form) {
    Rulebook rulebook = works.rulebook();
    return switch (form.text(ACT)) {
      case "merge" -> rulebook.merge(tag.form(), form.text(INTO));
      case "rename" -> rulebook.rename(tag.form(), form.text(NAME));
      case "split" -> rulebook.split(tag.form(), form.text(AS), companions(form));
      case "not" ->
          rulebook.notAbout(
              new Explanations(works).requireArticle(article(form)),
              tag.form(),
              form.isTicked(MENTIONED));
      default -> throw unknown(form);
    };
  }

  private static TagwireException unknown(Form form) {
    return new TagwireException(
        ErrorCode.BAD_REQUEST,
        "'" + form.text(ACT) + "' is nothing that can be done to a hashtag",
        List.of(Refusal.of(Refusal.Kind.DEED_UNKNOWN, form.text(ACT))));
  }

  /** An article is named by its id or address; the address of its page here will do. */
  private static String article(Form form) {
    String written = form.text(ARTICLE);
    int page = written.lastIndexOf("/article/");
    String id = page < 0 ? "" : written.substring(page + "/article/".length());
    return id.matches("[0-9a-f]{16,32}") ? id : written;
  }

  private static List<String> companions(Form form) {
    return Arrays.stream(form.text(WITH).split("\n"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private Reply weigh(Visit visit, Hashtag tag, Form form) {
    Words words = kit.words(visit);
    Rulebook rulebook = works.rulebook();
    String act = form.text(ACT);
    Trial trial =
        switch (act) {
          case "merge" -> Trial.of(works, rulebook.mergeRule(tag.form(), form.text(INTO)));
          case "rename" -> Trial.of(works, rulebook.renameRule(tag.form(), form.text(NAME)));
          case "split" ->
              Trial.of(works, rulebook.splitRule(tag.form(), form.text(AS), companions(form)));
          case "not" -> one(form);
          default -> throw unknown(form);
        };
    List<Field> fields = new ArrayList<>();
    for (String name : List.of(ACT, INTO, NAME, AS, WITH, ARTICLE, MENTIONED)) {
      if (form.isTicked(name)) {
        fields.add(Field.hidden(name, form.text(name)));
      }
    }
    String would =
        words.count(trial.whole() ? "wouldChange" : "wouldChangeAtLeast", trial.articles());
    return kit.print(
        visit,
        new Draft(
            edition -> kit.addresses().officeTag(edition, tag.form()),
            Link.of(
                words.phrase("office.tag").with("#" + tag.form()),
                kit.addresses().officeTag(visit.edition(), tag.form())),
            words.text("office.rule." + act),
            would,
            List.of(),
            List.of(
                new Block.Facts("", facts(tag, form, words)),
                new Block.Sheet(
                    "",
                    "",
                    kit.addresses().officeTag(visit.edition(), tag.form()),
                    visit.token(),
                    fields,
                    List.of(new Button(words.text("office.rule.do"), "main", MEANT, "1"))))));
  }

  private Trial one(Form form) {
    new Explanations(works).requireArticle(article(form));
    return new Trial(1, true);
  }

  private static List<Block.Fact> facts(Hashtag tag, Form form, Words words) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact(words.text("office.rule.tag"), "#" + tag.form(), ""));
    for (String name : List.of(INTO, NAME, AS, WITH, ARTICLE)) {
      form.find(name)
          .ifPresent(
              value -> facts.add(new Block.Fact(words.text("office.rule." + name), value, "")));
    }
    return facts;
  }

  /** Shows all that was ever said, the latest first. */
  Reply rules(Visit visit) {
    Words words = kit.words(visit);
    List<Given> given = works.store().rules().list().reversed();
    List<Remark> remarks =
        visit.findQuery("done").isEmpty()
            ? List.of()
            : List.of(
                Remark.good(
                    words.text(
                        works.store().rules().now().isSettled()
                            ? "office.rule.done"
                            : "office.rule.following")));
    return kit.print(
        visit,
        new Draft(
            edition -> kit.addresses().office(edition, RULES),
            kit.back(visit),
            words.text("office.rules"),
            words.text("office.rules.lead"),
            remarks,
            List.of(
                new Block.Table(
                    "",
                    List.of(
                        words.text("office.rule.tag"),
                        words.text("office.rule.what"),
                        words.text("office.rule.says"),
                        words.text("office.rule.since"),
                        ""),
                    given.stream().map(rule -> line(rule, visit, words)).toList(),
                    words.text("office.rules.none")))));
  }

  private Block.Line line(Given given, Visit visit, Words words) {
    TagRule rule = given.rule();
    String form = works.store().tags().find(rule.tag()).map(Hashtag::form).orElse("");
    String href = form.isEmpty() ? "" : kit.addresses().hashtag(visit.edition(), form);
    String said =
        switch (rule) {
          case TagRule.Merge merge -> merge.name();
          case TagRule.Rename rename -> rename.name();
          case TagRule.Split split -> split.name() + ": " + String.join(", ", split.with());
          case TagRule.NotAbout not -> title(not);
        };
    String act =
        switch (rule) {
          case TagRule.Merge merge -> "merge";
          case TagRule.Rename rename -> "rename";
          case TagRule.Split split -> "split";
          case TagRule.NotAbout not -> "not";
        };
    List<Block.Cell> cells =
        List.of(
            new Block.Cell("#" + rule.tag(), href),
            Block.Cell.of(words.text("office.rule." + act)),
            Block.Cell.of(said),
            Block.Cell.of(words.ages().of(Moment.of(given.since()), visit.now())));
    return given.holds()
        ? Block.Line.of(
            cells,
            new Block.Act(
                words.text("office.rule.undo"),
                kit.addresses().office(visit.edition(), RULES),
                visit.token(),
                "number",
                Long.toString(given.number())))
        : Block.Line.of(cells);
  }

  private String title(TagRule.NotAbout not) {
    return works.store().articles().findAll(List.of(not.article()), Audience.OWNER).stream()
        .map(article -> article.text().title())
        .map(title -> title.length() > TITLE ? Normalise.head(title, TITLE) + "…" : title)
        .findFirst()
        .orElse(not.article().hex());
  }

  /** Takes a rule back. */
  Reply undo(Visit visit, Form form) {
    String number = form.text("number");
    if (!number.matches("[1-9]\\d{0,17}")) {
      return kit.notices().of(400, visit.edition());
    }
    try {
      return given(visit, works.rulebook().undo(Long.parseLong(number)));
    } catch (TagwireException e) {
      if (e.code() != ErrorCode.NOT_FOUND) {
        throw e;
      }
      return kit.notices().of(404, visit.edition());
    }
  }
}
