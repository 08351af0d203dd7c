package org.tagwire.newsstand.archive;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tagwire.newsstand.press.Slots;
import org.tagwire.newsstand.press.Template;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.Subscription;

/** One host of an archive: its pages, and a feed for each publisher's name met on it. */
final class ArchiveSite implements Site {

  private static final Template FEED = Template.named("archive.rss");
  private static final Template HOME = Template.named("archive.html");
  private static final Template ROBOTS = Template.named("robots.txt");

  private record Printed(int items, Resource feed) {}

  private final String host;
  private final Dateline dateline;
  private final Map<String, Leaf> targets = new HashMap<>();
  private final Map<String, Leaf> paths = new HashMap<>();
  private final Map<String, List<Leaf>> feeds = new LinkedHashMap<>();
  private final Map<String, Printed> printed = new ConcurrentHashMap<>();

  private ArchiveSite(String host, List<Leaf> leaves, String collection, Dateline dateline) {
    this.host = host;
    this.dateline = dateline;
    Map<String, List<Leaf>> publishers = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      String target = leaf.address().target();
      if (targets.putIfAbsent(target, leaf) == null) {
        paths.putIfAbsent(path(target), leaf);
        publishers.computeIfAbsent(leaf.publisher(), name -> new ArrayList<>()).add(leaf);
      }
    }
    for (List<Leaf> own : publishers.values()) {
      feeds.put("/newsstand/" + collection + "-" + (feeds.size() + 1) + ".xml", own);
    }
  }

  /**
   * Makes a site for each host of the leaves, in order of appearance.
   *
   * @param collection a word for the feeds' paths, so that two archives may share a host
   */
  static List<Site> byHost(List<? extends Leaf> leaves, String collection, Dateline dateline) {
    Map<String, List<Leaf>> hosts = new LinkedHashMap<>();
    for (Leaf leaf : leaves) {
      hosts.computeIfAbsent(leaf.address().host(), name -> new ArrayList<>()).add(leaf);
    }
    List<Site> sites = new ArrayList<>();
    hosts.forEach((host, own) -> sites.add(new ArchiveSite(host, own, collection, dateline)));
    return sites;
  }

  @Override
  public String host() {
    return host;
  }

  @Override
  public List<Subscription> subscriptions() {
    List<Subscription> subscriptions = new ArrayList<>();
    feeds.forEach(
        (path, leaves) ->
            subscriptions.add(
                new Subscription(leaves.getFirst().publisher(), URI.create(url(path)))));
    return List.copyOf(subscriptions);
  }

  @Override
  public Reply answer(String target, Instant now) {
    List<Leaf> feed = feeds.get(target);
    if (feed != null) {
      return new Reply.Found(feed(target, feed, now));
    }
    Leaf leaf = leafAt(target);
    if (leaf != null && !leaf.since().isAfter(now)) {
      return new Reply.Found(leaf.page());
    }
    return switch (target) {
      case "/robots.txt" -> text("text/plain; charset=utf-8", ROBOTS.fill(robots()));
      case "/" -> text("text/html; charset=utf-8", HOME.fill(home(now)));
      default -> new Reply.Missing();
    };
  }

  /** The page at a target, also when a client has dropped or changed the query. */
  private @Nullable Leaf leafAt(String target) {
    Leaf exact = targets.get(target);
    return exact != null ? exact : paths.get(path(target));
  }

  private Resource feed(String path, List<Leaf> leaves, Instant now) {
    List<Leaf> seen = seen(leaves, now);
    Printed known = printed.get(path);
    if (known == null || known.items() != seen.size()) {
      Instant changed =
          seen.stream().map(Leaf::since).max(Instant::compareTo).orElse(Instant.EPOCH);
      byte[] bytes = FEED.fill(feedSlots(path, seen)).getBytes(StandardCharsets.UTF_8);
      known =
          new Printed(
              seen.size(), Resource.of("application/rss+xml; charset=utf-8", bytes, changed));
      printed.put(path, known);
    }
    return known.feed();
  }

  private Slots feedSlots(String path, List<Leaf> seen) {
    String name = seen.isEmpty() ? host : seen.getFirst().publisher();
    return Slots.empty()
        .text("site", name)
        .text("self", url(path))
        .text("home-url", url("/"))
        .list("items", seen.stream().map(this::item).toList());
  }

  private Slots item(Leaf leaf) {
    return leaf.announcement().text("link", url(leaf.address().target()));
  }

  private Slots home(Instant now) {
    List<Slots> alternates = new ArrayList<>();
    List<Slots> links = new ArrayList<>();
    feeds.forEach(
        (path, leaves) -> {
          alternates.add(Slots.empty().text("feed-url", url(path)));
          seen(leaves, now).forEach(leaf -> links.add(item(leaf)));
        });
    return Slots.empty().text("site", host).list("feeds", alternates).list("items", links);
  }

  private static List<Leaf> seen(List<Leaf> leaves, Instant now) {
    return leaves.stream().filter(leaf -> !leaf.since().isAfter(now)).toList();
  }

  private static Slots robots() {
    return Slots.empty().shown("forbidden", false).shown("slowly", false).text("sitemap", "");
  }

  private Reply text(String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Reply.Found(Resource.of(type, bytes, dateline.start()));
  }

  private String url(String target) {
    return dateline.origin(host) + target;
  }

  private static String path(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }
}
