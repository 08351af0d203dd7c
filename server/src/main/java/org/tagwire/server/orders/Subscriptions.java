package org.tagwire.server.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.tagwire.discovery.Discovery;
import org.tagwire.discovery.Opml;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Visibility;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;
import org.tagwire.store.DueSource;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.url.WebAddress;

/** Adds, lists and polls sources. Safe for use by many threads. */
public final class Subscriptions {
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final int BATCH = 2_000;

  private final Works works;

  public Subscriptions(Works works) {
    this.works = works;
  }

  void add(Order order, Report report) {
    WebAddress address = Arguments.requireAddress(order, 0);
    String folder = order.findOption("folder").orElse("");
    List<NewSource> found = new ArrayList<>();
    if (order.findOption("anyway").isPresent()) {
      found.add(source(address, Source.Kind.FEED, address.toString(), folder, address));
    } else {
      Discovery.Findings findings = works.discovery().find(address);
      if (findings.sources().isEmpty()) {
        throw new TagwireException(
            ErrorCode.REMOTE_FAILED,
            findings.problem() + "; to add it as it is, give the address of a feed and --anyway");
      }
      Discovery.Found best = findings.sources().getFirst();
      found.add(
          source(
              best.url(),
              best.kind(),
              best.title().isBlank() ? best.url().toString() : best.title(),
              folder,
              address));
      findings.sources().stream()
          .skip(1)
          .forEach(other -> report.note("also there: " + other.url() + " " + other.title()));
    }
    tell(found, add(found), report);
  }

  private List<SourceId> add(List<NewSource> sources) {
    List<SourceId> ids = works.store().sources().add(sources, works.clock().instant());
    works.sourcesChanged();
    return ids;
  }

  /** Adds one source as it is, and has it polled soon; one that is there already stays as it is. */
  public SourceId add(WebAddress url, Source.Kind kind, String title, String folder) {
    return add(List.of(source(url, kind, title, folder, url))).getFirst();
  }

  /** Adds a list of subscriptions, and has them polled in the background. */
  public void addAll(List<Opml.Subscription> feeds) {
    List<NewSource> sources = feeds.stream().map(Subscriptions::subscription).toList();
    for (int from = 0; from < sources.size(); from += BATCH) {
      add(sources.subList(from, Math.min(from + BATCH, sources.size())));
    }
  }

  /** Returns the feeds of each starter pack: languages first, then countries and interests. */
  public static SequencedMap<String, List<Opml.Subscription>> starterPacks() {
    return StarterPacks.shipped().all();
  }

  private void tell(List<NewSource> sources, List<SourceId> ids, Report report) {
    for (int i = 0; i < ids.size(); i++) {
      NewSource source = sources.get(i);
      String seen = source.visibility() == Visibility.PRIVATE ? ", private" : "";
      report.line(
          ids.get(i)
              + "  "
              + shown(source.url())
              + "  ("
              + source.kind().label()
              + seen
              + ") "
              + source.title());
    }
  }

  /**
   * A feed whose address opens it, or whose site does not want it read by machines, is for the
   * owner alone.
   */
  private NewSource source(
      WebAddress url, Source.Kind kind, String title, String folder, WebAddress site) {
    boolean secret = url.carriesSecret() || !works.fetcher().robots().verdict(url).allowed();
    return new NewSource(
        url.href(),
        kind,
        title,
        site.domain(),
        folder,
        secret ? Visibility.PRIVATE : Visibility.PUBLIC,
        Source.PageFetching.AUTO);
  }

  void importList(Order order, Report report) {
    Optional<String> starter = order.findOption("starter");
    if (starter.filter("list"::equals).isPresent()) {
      report.line("Packs and their feeds; several go with commas, as in --starter en,science:");
      packs().forEach(report::line);
      return;
    }
    List<Opml.Subscription> feeds =
        starter.map(Subscriptions::pack).orElseGet(() -> read(order.input(), report));
    addAll(feeds.stream().map(Subscriptions::subscription).toList(), report);
  }

  /**
   * Returns the feeds of starter packs.
   *
   * @param names separated by commas
   */
  public static List<Opml.Subscription> pack(String names) {
    StarterPacks packs = StarterPacks.shipped();
    Map<String, Opml.Subscription> feeds = new LinkedHashMap<>();
    for (String name : names.split(",")) {
      packs
          .find(name)
          .orElseThrow(
              () ->
                  Arguments.bad(
                      "there is no starter pack '"
                          + name
                          + "'; there are\n"
                          + String.join("\n", packs())))
          .forEach(feed -> feeds.putIfAbsent(feed.feed().key(), feed));
    }
    return List.copyOf(feeds.values());
  }

  /** Returns the packs with their sizes, as lines that fit a terminal. */
  private static List<String> packs() {
    List<String> lines = new ArrayList<>(List.of(" "));
    StarterPacks.shipped()
        .sizes()
        .forEach(
            (name, size) -> {
              String entry = " " + name + " (" + size + ")";
              if (lines.getLast().length() + entry.length() > 96) {
                lines.add(" ");
              }
              lines.add(lines.removeLast() + entry);
            });
    return lines;
  }

  private static List<Opml.Subscription> read(byte[] list, Report report) {
    Opml.Listing listing = Opml.read(list);
    if (listing.subscriptions().isEmpty()) {
      throw Arguments.bad(listing.problem() + "; is it an OPML file?");
    }
    if (!listing.problem().isEmpty()) {
      report.note(listing.problem());
    }
    return listing.subscriptions();
  }

  private void addAll(List<NewSource> sources, Report report) {
    Instant now = works.clock().instant();
    for (int from = 0; from < sources.size(); from += BATCH) {
      List<NewSource> batch = sources.subList(from, Math.min(from + BATCH, sources.size()));
      works.store().sources().add(batch, now);
      report.progress("sources", from + batch.size(), sources.size());
    }
    works.sourcesChanged();
    long folders =
        sources.stream().map(NewSource::folder).filter(f -> !f.isEmpty()).distinct().count();
    report.line(
        sources.size() + " sources in " + folders + " folders; they are polled in the background");
  }

  private static NewSource subscription(Opml.Subscription subscription) {
    WebAddress feed = subscription.feed();
    return new NewSource(
        feed.href(),
        Source.Kind.FEED,
        subscription.title(),
        subscription.findSite().orElse(feed).domain(),
        subscription.folder(),
        feed.carriesSecret() ? Visibility.PRIVATE : Visibility.PUBLIC,
        Source.PageFetching.AUTO);
  }

  void list(Order order, Report report) {
    Optional<String> state = order.findOption("state").map(s -> s.toUpperCase(Locale.ROOT));
    Optional<SourceId> only =
        order.arguments().stream().findFirst().map(s -> Sources.require(works, s).id());
    List<SourceStatus> all =
        works.store().sources().list(Audience.OWNER).stream()
            .filter(s -> only.isEmpty() || s.source().id().equals(only.get()))
            .filter(s -> state.isEmpty() || s.state().name().equals(state.get()))
            .toList();
    Columns table =
        new Columns("ID", "STATE", "LAST POLL", "NEXT POLL", "ARTICLES", "SOURCE", "LAST ERROR");
    for (SourceStatus status : all) {
      table.row(
          status.source().id().toString(),
          status.state().name().toLowerCase(Locale.ROOT),
          status.findLastPoll().map(Subscriptions::shown).orElse("-"),
          next(status),
          Long.toString(status.articles()),
          shown(status.source().url()),
          status.lastDetail());
    }
    table.print(report);
    report.note(summary(all));
  }

  private static String summary(List<SourceStatus> all) {
    String states =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    SourceStatus::state, java.util.TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> e.getValue() + " " + e.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return all.size()
        + " sources"
        + (states.isEmpty() ? "; add one with 'tagwire add URL'" : ": " + states);
  }

  private static String next(SourceStatus status) {
    boolean never =
        status.source().kind() == Source.Kind.DIRECT
            || status.state() == SourceStatus.State.GONE
            || status.state() == SourceStatus.State.PAUSED;
    return never ? "-" : shown(status.plan().due());
  }

  void poll(Order order, Report report) {
    Source source =
        Sources.require(works, Arguments.require(order, 0, "the address or number of a source"));
    DueSource due =
        works
            .store()
            .sources()
            .claim(source.id(), works.clock().instant(), LEASE)
            .orElseThrow(
                () ->
                    new TagwireException(
                        ErrorCode.BAD_REQUEST,
                        shown(source.url()) + " is being polled just now; look again soon"));
    works.ingest().read(due).ifPresent(record -> works.store().sources().record(List.of(record)));
    works.settle((done, total) -> {});
    PollRecord poll = works.store().sources().lastPolls(source.id()).getFirst();
    report.line(shown(source.url()) + ": " + outcome(poll));
  }

  static String outcome(PollRecord poll) {
    return poll.outcome()
        + ", "
        + poll.items()
        + " items, "
        + poll.accepted()
        + " new or changed, "
        + poll.took().toMillis()
        + " ms"
        + (poll.detail().isEmpty() ? "" : "; " + poll.detail());
  }

  static String shown(Instant instant) {
    return instant.isBefore(Instant.EPOCH.plus(Duration.ofDays(365_000)))
        ? instant.truncatedTo(ChronoUnit.SECONDS).toString()
        : "never";
  }

  /** Returns an address without what opens it. */
  static String shown(String url) {
    return WebAddress.parse(url).map(WebAddress::toString).orElse(url);
  }
}
