package org.tagwire.server.office;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.discovery.Discovery;
import org.tagwire.discovery.Opml;
import org.tagwire.model.Audience;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagwireException;
import org.tagwire.server.office.Block.Button;
import org.tagwire.server.office.Field.Choice;
import org.tagwire.server.office.Kit.Draft;
import org.tagwire.server.office.OfficeView.Remark;
import org.tagwire.server.orders.Lookout;
import org.tagwire.server.orders.Preview;
import org.tagwire.server.orders.Subscriptions;
import org.tagwire.server.page.Link;
import org.tagwire.server.web.Form;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;
import org.tagwire.server.works.Works;
import org.tagwire.text.Normalise;
import org.tagwire.url.WebAddress;

/** Adds sources: by an address that is looked at first, by packs, by a list. */
final class SourceRoom {
  private static final String ADD = "sources/add";
  private static final String ADDRESS = "address";
  private static final String PACK = "pack";
  private static final String LIST = "list";
  private static final String FILE = "file";
  private static final String TITLE = "title";
  private static final String FOLDER = "folder";
  private static final int LONGEST_NAME = 200;

  /** How many bytes a list of subscriptions may have; 20,000 feeds are about that. */
  static final int LARGEST_FILE = 4 * 1024 * 1024;

  private final Kit kit;
  private final Works works;
  private final Subscriptions subscriptions;
  private final Lookout lookout;

  SourceRoom(Kit kit, Works works) {
    this.kit = kit;
    this.works = works;
    this.subscriptions = new Subscriptions(works);
    this.lookout = new Lookout(works);
  }

  /** Shows the ways to add sources. */
  Reply page(Visit visit) {
    return show(visit, 200, Typed.NOTHING, List.of());
  }

  /** Welcomes an owner who has no source yet; one who has is shown the same without the welcome. */
  Reply start(Visit visit) {
    if (!isBare()) {
      return show(visit, 200, Typed.NOTHING, List.of());
    }
    Words words = kit.words(visit);
    return kit.print(
        visit,
        new Draft(
            kit.addresses()::start,
            kit.back(visit),
            words.text("office.start"),
            words.text("office.start.lead"),
            List.of(),
            blocks(visit, Typed.NOTHING)));
  }

  /** Returns whether there is nothing to read, nor anything to come. */
  boolean isBare() {
    return works.store().sources().nextDue().isEmpty()
        && works.store().articles().count() == 0
        && works.store().sources().list(Audience.OWNER).isEmpty();
  }

  /**
   * What was typed and did not do.
   *
   * @param address into the address box
   * @param wrong what is wrong with it
   * @param list into the box for a list
   * @param wrongList what is wrong with it
   * @param wrongPacks what is wrong with the packs
   * @param wrongFile what is wrong with the file
   */
  private record Typed(
      String address,
      String wrong,
      String list,
      String wrongList,
      String wrongPacks,
      String wrongFile) {
    static final Typed NOTHING = new Typed("", "", "", "", "", "");

    static Typed address(String typed, String wrong) {
      return new Typed(typed, wrong, "", "", "", "");
    }
  }

  private Reply show(Visit visit, int status, Typed typed, List<Remark> remarks) {
    Words words = kit.words(visit);
    return kit.print(
        status,
        visit,
        new Draft(
            edition -> kit.addresses().office(edition, ADD),
            kit.back(visit),
            words.text("office.add"),
            "",
            remarks,
            blocks(visit, typed)));
  }

  private List<Block> blocks(Visit visit, Typed typed) {
    Words words = kit.words(visit);
    Edition edition = visit.edition();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Sheet(
            words.text("office.add.address"),
            words.text("office.add.address.hint"),
            kit.addresses().office(edition, "sources/preview"),
            visit.token(),
            List.of(
                Field.of(Field.Kind.ADDRESS, ADDRESS, words.text("office.address"))
                    .with(typed.address())
                    .wrong(typed.wrong())),
            List.of(Button.main(words.text("office.add.look")))));
    blocks.add(
        new Block.Sheet(
            words.text("office.packs"),
            words.text("office.packs.hint"),
            kit.addresses().office(edition, "sources/packs"),
            visit.token(),
            packFields(words, typed.wrongPacks()),
            List.of(Button.main(words.text("office.packs.add")))));
    blocks.add(
        new Block.Sheet(
            words.text("office.opml"),
            words.text("office.opml.hint"),
            kit.addresses().office(edition, "sources/list"),
            visit.token(),
            List.of(
                Field.of(Field.Kind.FILE, FILE, words.text("office.opml.file"))
                    .wrong(typed.wrongFile()),
                Field.of(Field.Kind.LINES, LIST, words.text("office.opml.label"))
                    .with(typed.list())
                    .wrong(typed.wrongList())),
            List.of(Button.main(words.text("office.opml.add")))));
    return blocks;
  }

  /** Languages are called in the edition's words; countries and interests have English names. */
  private static List<Field> packFields(Words words, String wrong) {
    List<Choice> languages = new ArrayList<>();
    List<Choice> others = new ArrayList<>();
    Subscriptions.starterPacks()
        .forEach(
            (name, feeds) -> {
              String counted = " (" + words.measures().number(feeds.size()) + ")";
              if (name.length() == 2) {
                String label = Language.parse(name).map(words::language).orElse(name);
                Choice choice = new Choice(name, label + counted, false);
                boolean own = name.equals(words.edition().code());
                languages.add(own ? 0 : languages.size(), choice);
              } else {
                others.add(new Choice(name, feeds.getFirst().folder() + counted, false));
              }
            });
    return List.of(
        Field.boxes(PACK, words.text("office.packs.languages"), languages).wrong(wrong),
        Field.boxes(PACK, words.text("office.packs.subjects"), others));
  }

  /** Looks at an address and shows what it would bring; nothing is added. */
  Reply preview(Visit visit, Form form) {
    String typed = form.text(ADDRESS);
    Words words = kit.words(visit);
    Optional<WebAddress> address =
        WebAddress.parse(typed.contains("://") || typed.isEmpty() ? typed : "https://" + typed);
    if (address.isEmpty()) {
      String wrong = words.phrase("office.address.wrong").with(typed);
      return show(visit, 422, Typed.address(typed, wrong), List.of());
    }
    try {
      return kit.print(visit, draft(visit, lookout.at(address.get())));
    } catch (TagwireException e) {
      return show(
          visit,
          422,
          Typed.address(typed, words.text("office.address.nothing")),
          List.of(Remark.bad(words.text("office.address.nothing"), kit.told(visit, e))));
    }
  }

  private Draft draft(Visit visit, Preview preview) {
    Words words = kit.words(visit);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Facts("", facts(preview, words)));
    blocks.add(
        new Block.Table(
            words.text("office.preview.newest"),
            List.of(words.text("office.preview.headline"), words.text("office.preview.time")),
            preview.newest().stream()
                .map(
                    item ->
                        Block.Line.of(
                            List.of(
                                Block.Cell.of(item.title()),
                                Block.Cell.of(age(item.published(), visit, words)))))
                .toList(),
            words.text("office.preview.none")));
    blocks.add(adding(visit, preview, words));
    if (!preview.others().isEmpty()) {
      blocks.add(others(visit, preview.others(), words));
    }
    return new Draft(
        edition -> kit.addresses().office(edition, ADD),
        Link.of(words.text("office.add"), kit.addresses().office(visit.edition(), ADD)),
        preview.title(),
        words.text("office.preview.lead"),
        List.of(),
        blocks);
  }

  private static String age(@Nullable Moment published, Visit visit, Words words) {
    return published == null ? words.text("card.undated") : words.ages().of(published, visit.now());
  }

  private static List<Block.Fact> facts(Preview preview, Words words) {
    List<Block.Fact> facts = new ArrayList<>();
    facts.add(new Block.Fact(words.text("office.address"), preview.url().toString(), ""));
    facts.add(
        new Block.Fact(
            words.text("office.preview.language"), words.language(preview.language()), ""));
    String whole =
        preview.whole() == 0
            ? words.text("office.preview.summaries")
            : preview.whole() == preview.items()
                ? words.text("office.preview.whole")
                : words.text("office.preview.some");
    facts.add(new Block.Fact(words.text("office.preview.text"), whole, ""));
    String rights =
        !preview.allowed()
            ? words.text("office.preview.robots")
            : preview.mined()
                ? words.text("office.preview.allowed")
                : words.text("office.preview.reserved");
    facts.add(new Block.Fact(words.text("office.preview.rights"), rights, ""));
    boolean open = !preview.isPrivate();
    facts.add(
        new Block.Fact(
            words.text("sources.visibility"),
            words.text(open ? "sources.public" : "sources.private"),
            ""));
    return facts;
  }

  private Block adding(Visit visit, Preview preview, Words words) {
    if (preview.findKnown().isPresent()) {
      return new Block.Ways(
          words.text("office.preview.known"),
          List.of(
              Link.of(
                  preview.title(),
                  kit.addresses().source(visit.edition(), preview.findKnown().get()))));
    }
    return new Block.Sheet(
        words.text("office.preview.add"),
        "",
        kit.addresses().office(visit.edition(), ADD),
        visit.token(),
        List.of(
            Field.hidden(ADDRESS, preview.url().href()),
            Field.hidden("kind", preview.kind().label()),
            Field.of(Field.Kind.TEXT, TITLE, words.text("office.name")).with(preview.title()),
            Field.of(Field.Kind.TEXT, FOLDER, words.text("sources.folder"))
                .hint(words.text("office.folder.hint"))),
        List.of(Button.main(words.text("office.preview.add"))));
  }

  private Block others(Visit visit, List<Discovery.Found> others, Words words) {
    return new Block.Table(
        words.text("office.preview.others"),
        List.of(words.text("office.address"), words.text("office.name"), ""),
        others.stream()
            .map(
                found ->
                    Block.Line.of(
                        List.of(
                            Block.Cell.of(found.url().toString()), Block.Cell.of(found.title())),
                        new Block.Act(
                            words.text("office.add.look"),
                            kit.addresses().office(visit.edition(), "sources/preview"),
                            visit.token(),
                            ADDRESS,
                            found.url().href())))
            .toList(),
        "");
  }

  /** Adds what was looked at. */
  Reply add(Visit visit, Form form) {
    Words words = kit.words(visit);
    Optional<WebAddress> address = WebAddress.parse(form.text(ADDRESS));
    String folder = form.text(FOLDER);
    if (address.isEmpty() || folder.length() > LONGEST_NAME) {
      String wrong = words.phrase("office.address.wrong").with(form.text(ADDRESS));
      return show(visit, 422, Typed.address(form.text(ADDRESS), wrong), List.of());
    }
    Source.Kind kind =
        form.text("kind").equals(Source.Kind.SITEMAP.label())
            ? Source.Kind.SITEMAP
            : Source.Kind.FEED;
    String title = form.find(TITLE).orElse(address.get().toString());
    SourceId id =
        subscriptions.add(address.get(), kind, Normalise.head(title, LONGEST_NAME), folder);
    return Reply.seeOther(kit.addresses().source(visit.edition(), id));
  }

  /** Adds starter packs. */
  Reply packs(Visit visit, Form form) {
    Words words = kit.words(visit);
    List<String> names =
        form.all(PACK).stream()
            .filter(Subscriptions.starterPacks()::containsKey)
            .distinct()
            .toList();
    if (names.isEmpty()) {
      String wrong = words.text("office.packs.none");
      return show(visit, 422, new Typed("", "", "", "", wrong, ""), List.of());
    }
    subscriptions.addAll(Subscriptions.pack(String.join(",", names)));
    return Reply.seeOther(kit.addresses().sources(visit.edition()));
  }

  /** Adds a list of subscriptions that was sent as a file or pasted, as OPML or line by line. */
  Reply list(Visit visit, Form form) {
    return form.findFile(FILE)
        .map(file -> file(visit, form, file))
        .orElseGet(() -> pasted(visit, form));
  }

  private Reply file(Visit visit, Form form, byte[] file) {
    Words words = kit.words(visit);
    boolean large = file.length > LARGEST_FILE;
    List<Opml.Subscription> feeds = large ? List.of() : feeds(file);
    if (feeds.isEmpty()) {
      String wrong =
          large
              ? words.phrase("office.opml.large").with(words.measures().number(LARGEST_FILE >> 20))
              : words.text(isBlank(file) ? "office.opml.blank" : "office.opml.none");
      return show(visit, 422, new Typed("", "", form.text(LIST), "", "", wrong), List.of());
    }
    return added(visit, feeds);
  }

  /** A file says itself in which encoding it is, so its bytes are what is read. */
  private static List<Opml.Subscription> feeds(byte[] file) {
    List<Opml.Subscription> feeds = Opml.read(file).subscriptions();
    return feeds.isEmpty() ? lines(new String(file, StandardCharsets.UTF_8)) : feeds;
  }

  private static boolean isBlank(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).isBlank();
  }

  private Reply pasted(Visit visit, Form form) {
    Words words = kit.words(visit);
    String list = form.text(LIST);
    // what was pasted is text already, whatever encoding the file was in
    String bare = list.replaceFirst("^<\\?xml[^>]*\\?>", "");
    List<Opml.Subscription> feeds =
        list.startsWith("<")
            ? Opml.read(bare.getBytes(StandardCharsets.UTF_8)).subscriptions()
            : lines(list);
    if (feeds.isEmpty()) {
      boolean neither = list.isEmpty() && form.files().containsKey(FILE);
      String wrong = words.text(neither ? "office.opml.neither" : "office.opml.wrong");
      return show(visit, 422, new Typed("", "", list, wrong, "", ""), List.of());
    }
    return added(visit, feeds);
  }

  private Reply added(Visit visit, List<Opml.Subscription> feeds) {
    subscriptions.addAll(feeds);
    return Reply.seeOther(kit.addresses().sources(visit.edition()));
  }

  private static List<Opml.Subscription> lines(String list) {
    return Arrays.stream(list.split("\n"))
        .map(String::strip)
        .map(WebAddress::parse)
        .flatMap(Optional::stream)
        .limit(Opml.MAX_SUBSCRIPTIONS)
        .map(url -> new Opml.Subscription(url, url.toString(), "", null))
        .toList();
  }
}
