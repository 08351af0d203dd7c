package org.tagwire.server.contact;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.query.ListPage;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.query.TagDirectory.DirectoryPage;
import org.tagwire.server.page.Notices;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;

/**
 * What search engines should look at (sitemaps.org): hashtags and stories, nothing that is withheld
 * from strangers, each in those editions in whose language there is news of it, or in the
 * instance's own where there is none. Editions list different articles first, so none is another's
 * translation. Safe for use by many threads.
 *
 * <p>Parts are made when they are asked for, for all who ask at once, and kept for {@link #KEPT},
 * so that crawlers cost little and what is taken down is gone within the minute. Where a part
 * begins is worked out once an hour.
 */
public final class Sitemap {
  /** Where the list of parts stands, behind the prefix. */
  public static final String PATH = "/sitemap.xml";

  /** The greatest number of hashtags of a part; each has an address an edition at most. */
  static final int PART = 2_000;

  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final Duration BOUNDS_KEPT = Duration.ofHours(1);
  private static final int STORY_PAGES = 20;
  private static final int STORY_PAGE = 200;
  private static final String XML = "application/xml; charset=utf-8";
  private static final String STORIES = "stories.xml";
  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

  private final Questions questions;
  private final SiteOptions options;
  private final Addresses addresses;
  private final Notices refusals;
  private final ConcurrentMap<String, Kept> parts = new ConcurrentHashMap<>();
  private volatile Bounds bounds = new Bounds(Instant.MIN, List.of());

  /** The first key of each part. */
  private record Bounds(Instant at, List<TagKey> first) {
    boolean hold(Instant now) {
      return !at.equals(Instant.MIN) && now.isBefore(at.plus(BOUNDS_KEPT));
    }
  }

  /** A part that was written. */
  @SuppressWarnings("ArrayRecordComponent") // written once
  private record Kept(Instant at, byte[] bytes) {}

  Sitemap(SiteContext context, Addresses addresses, Notices refusals) {
    this.questions = context.questions();
    this.options = context.options();
    this.addresses = addresses;
    this.refusals = refusals;
  }

  /** Lists the parts. */
  public Reply index(Visit visit) {
    if (options.isPrivate()) {
      return refusals.of(404, visit.edition());
    }
    StringBuilder out = begin("sitemapindex");
    for (int i = 0; i < bounds(visit.now()).size(); i++) {
      place(out, "sitemap", visit.origin() + path("tags-" + i + ".xml"), null);
    }
    place(out, "sitemap", visit.origin() + path(STORIES), null);
    return reply(out.append("</sitemapindex>\n"));
  }

  /** Shows a part. */
  public Reply part(Visit visit) {
    String name = visit.requirePath("part");
    List<TagKey> first = options.isPrivate() ? List.of() : bounds(visit.now());
    Optional<Integer> number = number(name).filter(n -> n < first.size());
    boolean there = !options.isPrivate() && (name.equals(STORIES) || number.isPresent());
    if (!there) {
      return refusals.of(404, visit.edition());
    }
    Kept part =
        parts.compute(
            name,
            (n, kept) ->
                kept != null && visit.now().isBefore(kept.at().plus(KEPT))
                    ? kept
                    : write(number, first, visit));
    return Reply.of(XML, part.bytes());
  }

  private Kept write(Optional<Integer> number, List<TagKey> first, Visit visit) {
    StringBuilder out = begin("urlset");
    if (number.isPresent()) {
      tags(out, first, number.get(), visit);
    } else {
      stories(out, visit);
    }
    byte[] bytes = out.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
    return new Kept(visit.now(), bytes);
  }

  private static Optional<Integer> number(String name) {
    return name.matches("tags-(0|[1-9]\\d{0,4})\\.xml")
        ? Optional.of(Integer.valueOf(name.substring(5, name.length() - 4)))
        : Optional.empty();
  }

  private String path(String part) {
    return addresses.prefix() + "/sitemap/" + part;
  }

  private List<TagKey> bounds(Instant now) {
    Bounds known = bounds;
    return known.hold(now) ? known.first() : walked(now).first();
  }

  private synchronized Bounds walked(Instant now) {
    if (!bounds.hold(now)) {
      bounds = new Bounds(now, walk());
      parts.clear();
    }
    return bounds;
  }

  private List<TagKey> walk() {
    List<TagKey> first = new ArrayList<>();
    int inPart = PART;
    Optional<TagKey> from = Optional.empty();
    do {
      DirectoryPage page = questions.directory().open(from, Audience.PUBLIC);
      for (Hashtag tag : page.tags()) {
        if (inPart == PART) {
          first.add(tag.key());
          inPart = 0;
        }
        inPart++;
      }
      from = page.findNext();
    } while (from.isPresent());
    return first;
  }

  private void tags(StringBuilder out, List<TagKey> first, int part, Visit visit) {
    Optional<TagKey> end =
        part + 1 < first.size() ? Optional.of(first.get(part + 1)) : Optional.empty();
    Optional<TagKey> from = Optional.of(first.get(part));
    while (from.isPresent()) {
      DirectoryPage page = questions.directory().open(from, Audience.PUBLIC);
      for (Hashtag tag : page.tags()) {
        if (end.isPresent() && tag.key().compareTo(end.get()) >= 0) {
          return;
        }
        tag(out, tag, visit);
      }
      from = page.findNext();
    }
  }

  private void tag(StringBuilder out, Hashtag tag, Visit visit) {
    if (!questions.hashtags().mayBeListed(tag, visit.now())) {
      return;
    }
    boolean listed = false;
    for (Edition edition : Edition.values()) {
      Optional<Instant> newest = newest(Filter.tag(tag.key()), edition);
      if (newest.isPresent()) {
        place(out, "url", address(visit, edition, tag), newest.get());
        listed = true;
      }
    }
    if (!listed) {
      place(out, "url", address(visit, options.edition(), tag), null);
    }
  }

  private String address(Visit visit, Edition edition, Hashtag tag) {
    return visit.origin() + addresses.hashtag(edition, tag.form());
  }

  private Optional<Instant> newest(Filter filter, Edition edition) {
    return page(filter, edition, ListPlace.START, 1).listings().stream()
        .findFirst()
        .map(listing -> listing.card().order());
  }

  private ListPage page(Filter filter, Edition edition, ListPlace place, int size) {
    ListView view =
        new ListView(Audience.PUBLIC, edition.language(), edition.language(), false, place, size);
    return questions.lists().page(filter, view);
  }

  /** The newest stories that more than one publisher tells. */
  private void stories(StringBuilder out, Visit visit) {
    for (Edition edition : Edition.values()) {
      Map<StoryId, Told> told = new LinkedHashMap<>();
      Optional<ListPlace> place = Optional.of(ListPlace.START);
      for (int i = 0; i < STORY_PAGES && place.isPresent(); i++) {
        ListPage page = page(Filter.ALL, edition, place.get(), STORY_PAGE);
        for (Listing listing : page.listings()) {
          Card card = listing.card();
          told.computeIfAbsent(card.group().story(), s -> new Told(card.order(), new HashSet<>()))
              .publishers()
              .add(card.carrier());
        }
        place = page.findNext();
      }
      told.forEach(
          (story, tale) -> {
            if (tale.publishers().size() > 1) {
              place(out, "url", visit.origin() + addresses.story(edition, story), tale.newest());
            }
          });
    }
  }

  private record Told(Instant newest, Set<Domain> publishers) {}

  private static StringBuilder begin(String root) {
    return new StringBuilder(4_096)
        .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<")
        .append(root)
        .append(" xmlns=\"")
        .append(NAMESPACE)
        .append("\">\n");
  }

  /** Addresses are percent-encoded, so that of XML's own marks only the ampersand can occur. */
  private static void place(
      StringBuilder out, String element, String address, @Nullable Instant changed) {
    out.append('<').append(element).append("><loc>");
    out.append(address.replace("&", "&amp;")).append("</loc>");
    if (changed != null) {
      out.append("<lastmod>").append(changed).append("</lastmod>");
    }
    out.append("</").append(element).append(">\n");
  }

  private static Reply reply(StringBuilder out) {
    return Reply.of(XML, out.toString().getBytes(StandardCharsets.UTF_8));
  }
}
