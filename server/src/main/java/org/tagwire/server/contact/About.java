package org.tagwire.server.contact;

import gg.jte.generated.precompiled.JteaboutGenerated;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.server.contact.AboutView.Row;
import org.tagwire.server.contact.AboutView.Section;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Link;
import org.tagwire.server.page.Sheet;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Colophon;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Words;

/** The page about the site. Safe for use by many threads. */
public final class About {
  private static final String LICENCE = "https://www.apache.org/licenses/LICENSE-2.0";

  private final SiteOptions options;
  private final Colophon colophon;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Frames frames;
  private final Circulation circulation;
  private final List<Quality> qualities = read();

  /** A figure that was measured, in percent, and by what. */
  private record Quality(String key, String figure, String command) {}

  About(SiteContext context, Tools tools) {
    this.options = context.options();
    this.colophon = context.colophon();
    this.addresses = tools.addresses();
    this.dictionary = tools.dictionary();
    this.frames = tools.frames();
    this.circulation = new Circulation(context.questions());
  }

  /** Shows the page. */
  public Reply show(Visit visit) {
    Words words = dictionary.in(visit.edition());
    List<Section> sections =
        List.of(
            owner(words),
            news(words, visit),
            quality(words),
            privacy(words),
            leftOut(words, visit),
            software(words));
    AboutView view =
        new AboutView(
            frames.alike(
                frames.listed(visit.edition(), words.text("contact.about"), addresses::about)),
            words.phrase("contact.lead").with(options.name()),
            sections);
    return Reply.of(Reply.HTML, Sheet.of(out -> JteaboutGenerated.render(out, null, view)));
  }

  private Section owner(Words words) {
    List<String> said = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    add(colophon.imprint(), words.text("contact.imprint"), said, links);
    String contact = options.contact();
    Contact.link(contact)
        .ifPresentOrElse(
            link -> links.add(Link.of(contact, link)),
            () -> {
              if (!contact.isBlank()) {
                said.add(contact);
              }
            });
    List<String> lines =
        said.isEmpty() && links.isEmpty() ? List.of(words.text("contact.owner.none")) : List.of();
    links.add(Link.of(words.text("contact.notice"), addresses.notice(words.edition())));
    return new Section("imprint", words.text("contact.owner"), lines, said, List.of(), links);
  }

  private static void add(String text, String name, List<String> said, List<Link> links) {
    Optional<String> web = Contact.web(text);
    if (web.isPresent()) {
      links.add(Link.of(name, web.get()));
    } else if (!text.isBlank()) {
      said.add(text);
    }
  }

  private Section news(Words words, Visit visit) {
    Circulation.Figures figures = circulation.at(visit.now(), visit.audience());
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(words.text("contact.sources"), words.measures().number(figures.sources()), ""));
    for (Circulation.Share share : figures.languages()) {
      rows.add(
          new Row(
              words.language(share.language()),
              words.phrase("contact.hourly").with(words.measures().mean(share.hourly())),
              ""));
    }
    List<String> lines = List.of(words.text("contact.news.text"));
    return new Section("volume", words.text("contact.news"), lines, List.of(), rows, List.of());
  }

  private Section quality(Words words) {
    List<Row> rows = qualities.stream().map(q -> row(q, words)).toList();
    List<String> lines =
        List.of(
            words.text("contact.quality.text"),
            words.text(colophon.vectors() ? "contact.vectors" : "contact.vectors.none"));
    return new Section("quality", words.text("contact.quality"), lines, List.of(), rows, List.of());
  }

  private static Row row(Quality quality, Words words) {
    return new Row(
        words.text("contact.quality." + quality.key),
        words.measures().percent(Double.parseDouble(quality.figure)),
        quality.command);
  }

  private Section privacy(Words words) {
    List<String> lines = new ArrayList<>();
    for (String what : List.of("cookies", "others", "addresses", "notices", "reading")) {
      lines.add(words.text("contact.privacy." + what));
    }
    List<Link> links = new ArrayList<>();
    List<String> said = new ArrayList<>();
    add(colophon.privacy(), words.text("contact.privacy.more"), said, links);
    return new Section("privacy", words.text("contact.privacy"), lines, said, List.of(), links);
  }

  private Section leftOut(Words words, Visit visit) {
    List<String> lines = new ArrayList<>();
    for (String what : List.of("sites", "robots", "signals", "people", "speed")) {
      lines.add(words.text("contact.out." + what));
    }
    List<Link> links =
        List.of(
            Link.of(
                words.text("contact.out.site"),
                addresses.notice(visit.edition()) + "?kind=my-site"),
            Link.of(
                words.text("contact.out.person"),
                addresses.notice(visit.edition()) + "?kind=about-me"));
    return new Section("out", words.text("contact.out"), lines, List.of(), List.of(), links);
  }

  private Section software(Words words) {
    List<String> lines = List.of(words.phrase("contact.software.text").with(colophon.version()));
    return new Section(
        "software",
        words.text("contact.software"),
        lines,
        List.of(),
        List.of(),
        List.of(Link.of(words.text("contact.software.licence"), LICENCE)));
  }

  private static List<Quality> read() {
    try (InputStream in = About.class.getResourceAsStream("/site/quality.tsv")) {
      if (in == null) {
        throw new IllegalStateException(
            "the resource '/site/quality.tsv' is not in the jar; build it again");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(parts -> new Quality(parts[0], parts[1], parts[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the resource '/site/quality.tsv' cannot be read", e);
    }
  }
}
