package org.tagwire.server.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Article;
import org.tagwire.model.Card;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/** Puts the frame around pages. Safe for use by many threads. */
public final class Frames {
  private final SiteOptions options;
  private final Addresses addresses;
  private final Dictionary dictionary;
  private final Livery livery;
  private final Catalogue catalogue;

  public Frames(SiteOptions options, Addresses addresses, Dictionary dictionary, Assets assets) {
    this.options = options;
    this.addresses = addresses;
    this.dictionary = dictionary;
    this.livery = assets.livery(addresses);
    this.catalogue = new Catalogue(addresses, options.name(), !options.isPrivate());
  }

  /**
   * Returns the frame of a page that stands at {@code place} in each edition and is nothing search
   * engines list.
   */
  public Frame of(Edition edition, String title, Function<Edition, String> place) {
    return of(edition, title, place, new Extras(true, false, List.of(), ""));
  }

  /** Returns the frame of a page that a public site wants to be found. */
  public Frame listed(Edition edition, String title, Function<Edition, String> place) {
    return of(edition, title, place, new Extras(true, true, List.of(), ""));
  }

  /** Returns the frame of what stands instead of a page and has no address of its own. */
  public Frame ofNotice(Edition edition, String title) {
    return of(edition, title, addresses::front, new Extras(false, false, List.of(), ""));
  }

  /** Returns the frame of a page of the owner's that is a list in other forms as well. */
  public Frame fed(
      Edition edition, String title, Function<Edition, String> place, List<Link> feeds) {
    return of(edition, title, place, new Extras(true, false, feeds, ""));
  }

  /** Returns the frame of a page with all that may stand beside it. */
  public Frame of(Edition edition, String title, Function<Edition, String> place, Extras extras) {
    Words words = dictionary.in(edition);
    String here = extras.page() ? place.apply(edition) : "";
    return new Frame(
        words,
        options.name(),
        title,
        here.isEmpty() ? null : canonical(here),
        extras.indexed() && !options.isPrivate(),
        addresses.front(edition),
        sections(words, here),
        editions(edition, place),
        List.of(),
        extras.feeds(),
        addresses.search(edition),
        addresses.api("suggest"),
        extras.query(),
        livery,
        options.contact(),
        footer(words),
        new Share("", "website", words.likelyLocale(), image(), null),
        null);
  }

  private List<Link> sections(Words words, String here) {
    Edition edition = words.edition();
    return List.of(
        section(words.text("site.home"), addresses.front(edition), here),
        section(words.text("site.news"), addresses.news(edition), here),
        section(words.text("site.hashtags"), addresses.hashtags(edition), here),
        section(words.text("search.trends"), addresses.trends(edition), here));
  }

  /** What every page ends with: a line for each room that wants to be found from anywhere. */
  private List<Link> footer(Words words) {
    Edition edition = words.edition();
    List<Link> links = new ArrayList<>();
    links.add(Link.of(words.text("contact.about"), addresses.about(edition)));
    if (options.isPrivate()) {
      links.add(Link.of(words.text("reading.title"), addresses.following(edition)));
      links.add(Link.of(words.text("heading.sources"), addresses.sources(edition)));
      links.add(Link.of(words.text("heading.watch"), addresses.watch(edition)));
      links.add(Link.of(words.text("contact.office"), addresses.officeNotices(edition)));
    }
    links.add(
        options.isPrivate()
            ? Link.of(words.text("office.title"), addresses.office(edition))
            : Link.of(words.text("office.signIn"), addresses.signIn(edition)));
    return links;
  }

  private static Link section(String name, String href, String here) {
    return new Link(name, href, "", href.equals(here));
  }

  private List<Link> editions(Edition current, Function<Edition, String> place) {
    return Arrays.stream(Edition.values())
        .map(
            e ->
                new Link(
                    dictionary.in(e).text("edition.name"), place.apply(e), e.code(), e == current))
        .toList();
  }

  /**
   * Returns the frame of a page that says the same in every edition, only in another language, and
   * so points to the others; a page that is not to be found points to none. A list never is such a
   * page, for each edition begins with its own language.
   */
  public Frame alike(Frame frame) {
    if (!frame.indexed() || frame.canonical() == null) {
      return frame;
    }
    List<Link> alternates = new ArrayList<>();
    for (Link edition : frame.editions()) {
      String href = canonical(edition.href());
      if (href != null) {
        alternates.add(new Link(edition.name(), href, edition.kind(), edition.current()));
        if (edition.kind().equals(options.edition().code())) {
          alternates.add(new Link(edition.name(), href, "x-default", false));
        }
      }
    }
    return frame.alternates(alternates);
  }

  /** Returns the frame of a page that lists these articles. */
  public Frame listing(Frame frame, String said, List<Card> cards) {
    return catalogue.list(frame, said, cards);
  }

  /** Returns the frame of a page whose first headlines say what it is. */
  public Frame headlines(Frame frame, List<Card> cards) {
    return catalogue.headlines(frame, cards);
  }

  /** Returns the frame of an article's page; {@code said} is its excerpt, or none of its text. */
  public Frame telling(Frame frame, Article article, String said) {
    return catalogue.article(frame, article, said);
  }

  private @Nullable String image() {
    return canonical(livery.icon());
  }

  private @Nullable String canonical(String path) {
    return options.findBaseUrl().map(base -> origin(base) + path).orElse(null);
  }

  private static String origin(URI base) {
    return base.getScheme() + "://" + base.getRawAuthority();
  }

  /**
   * What some pages have beside their content.
   *
   * @param page whether it is a page, and not what stands instead of one
   * @param indexed whether search engines may list it, where the site is a public one
   * @param feeds the same in other forms
   * @param query what was searched for
   */
  public record Extras(boolean page, boolean indexed, List<Link> feeds, String query) {
    public Extras {
      feeds = List.copyOf(feeds);
    }
  }
}
