package org.tagwire.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.PollHints;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.store.HubSubscription;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

/** A subscriber over a real store, and a hub on loopback; what its tests share. */
abstract class Subscribing {
  static final Instant NOON = Instant.parse("2031-05-14T12:00:00Z");
  static final String TOPIC = "https://lantern.example/feed";
  static final byte[] NEWS = "<feed/>".getBytes(UTF_8);

  final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  final AtomicInteger hastened = new AtomicInteger();
  final LoopbackHub hub = new LoopbackHub();
  Store store;
  Fetcher fetcher;
  Subscriber subscriber;
  Source lantern;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = SqliteStore.open(directory, Failpoints.NONE, now::get);
    fetcher = fetcher("127.0.0.0/8:" + hub.port());
    subscriber = subscriber(fetcher);
    lantern = source(TOPIC, Visibility.PUBLIC);
  }

  @AfterEach
  void close() {
    fetcher.close();
    store.close();
    hub.close();
  }

  Fetcher fetcher(String allowed) {
    List<Reach.Range> ranges = Reach.Range.parse(allowed).stream().toList();
    return new Fetcher(
        new FetchSettings(
            "Tagwire/1.0 (+https://contact.example/)",
            FetchLimits.DEFAULT,
            new Reach(ranges, Map.of(), Set.of("news.example.org")),
            new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
            Surroundings.of(now::get)));
  }

  Subscriber subscriber(Fetcher way) {
    return new Subscriber(
        store.hubs(),
        way,
        new Callback("https://news.example.org"),
        now::get,
        hastened::incrementAndGet);
  }

  Source source(String url, Visibility visibility) {
    NewSource added =
        new NewSource(
            url,
            Source.Kind.FEED,
            url,
            new Domain("lantern.example"),
            "",
            visibility,
            Source.PageFetching.AUTO);
    SourceId id = store.sources().add(List.of(added), NOON).getFirst();
    polled(id, NOON);
    return store.sources().find(id, Audience.OWNER).orElseThrow();
  }

  void polled(SourceId id, Instant at) {
    PollPlan plan =
        new PollPlan(
            at.plus(Duration.ofHours(6)), Duration.ofHours(6), null, null, 0, null, PollHints.NONE);
    store.sources().record(List.of(new PollRecord(id, at, Duration.ZERO, "", "", 1, 1, plan)));
  }

  void notice(Source source, List<String> hubs, @Nullable String self) {
    subscriber.notice(source, OfferTest.fetched(), hubs, self);
  }

  HubSubscription subscription() {
    return store.hubs().findFor(lantern.id()).orElseThrow();
  }

  void pass(Duration time) {
    now.updateAndGet(t -> t.plus(time));
  }

  /** Subscribes and has the hub confirm; returns the form it was sent. */
  Map<String, String> subscribed() {
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();
    Map<String, String> form = hub.lastAsked();
    assertThat(confirm(LoopbackHub.intent(form, "c1"), form)).isEqualTo(new Answer.Echo("c1"));
    return form;
  }

  Answer confirm(Map<String, String> query, Map<String, String> form) {
    return subscriber.confirm(LoopbackHub.id(form), query);
  }

  Answer push(Map<String, String> form, @Nullable String signature) throws IOException {
    return subscriber.take(LoopbackHub.id(form), signature, most -> Optional.of(NEWS));
  }

  static String signature(Map<String, String> form) {
    return LoopbackHub.signature("sha256", form.getOrDefault("hub.secret", ""), NEWS);
  }

  static Map<String, String> with(Map<String, String> query, String name, String value) {
    Map<String, String> other = new HashMap<>(query);
    other.put(name, value);
    return other;
  }

  Instant due() {
    return store.sources().list(Audience.OWNER).getFirst().plan().due();
  }
}
