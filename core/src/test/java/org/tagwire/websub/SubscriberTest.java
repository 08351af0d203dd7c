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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.sets.HostileCase;
import org.tagwire.store.HubSubscription;
import org.tagwire.store.HubSubscription.State;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

/** The subscriber against a hub on loopback, over a real store. */
final class SubscriberTest {
  private static final Instant NOON = Instant.parse("2031-05-14T12:00:00Z");
  private static final String TOPIC = "https://lantern.example/feed";
  private static final byte[] NEWS = "<feed/>".getBytes(UTF_8);

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final AtomicInteger hastened = new AtomicInteger();
  private final LoopbackHub hub = new LoopbackHub();
  private Store store;
  private Fetcher fetcher;
  private Subscriber subscriber;
  private Source lantern;

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

  private Fetcher fetcher(String allowed) {
    List<Reach.Range> ranges = Reach.Range.parse(allowed).stream().toList();
    return new Fetcher(
        new FetchSettings(
            "Tagwire/1.0 (+https://contact.example/)",
            FetchLimits.DEFAULT,
            new Reach(ranges, Map.of(), Set.of("news.example.org")),
            new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
            Surroundings.of(now::get)));
  }

  private Subscriber subscriber(Fetcher way) {
    return new Subscriber(
        store.hubs(),
        way,
        new Callback("https://news.example.org"),
        now::get,
        hastened::incrementAndGet);
  }

  private Source source(String url, Visibility visibility) {
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

  private void polled(SourceId id, Instant at) {
    PollPlan plan =
        new PollPlan(
            at.plus(Duration.ofHours(6)), Duration.ofHours(6), null, null, 0, null, null);
    store.sources().record(List.of(new PollRecord(id, at, Duration.ZERO, "", "", 1, 1, plan)));
  }

  private void notice(Source source, List<String> hubs, @Nullable String self) {
    subscriber.notice(source, OfferTest.fetched(), hubs, self);
  }

  private HubSubscription subscription() {
    return store.hubs().findFor(lantern.id()).orElseThrow();
  }

  private void pass(Duration time) {
    now.updateAndGet(t -> t.plus(time));
  }

  /** Subscribes and has the hub confirm; returns the form it was sent. */
  private Map<String, String> subscribed() {
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();
    Map<String, String> form = hub.lastAsked();
    assertThat(confirm(LoopbackHub.intent(form, "c1"), form)).isEqualTo(new Answer.Echo("c1"));
    return form;
  }

  private Answer confirm(Map<String, String> query, Map<String, String> form) {
    return subscriber.confirm(LoopbackHub.id(form), query);
  }

  private Answer push(Map<String, String> form, @Nullable String signature) throws IOException {
    return subscriber.take(LoopbackHub.id(form), signature, most -> Optional.of(NEWS));
  }

  private static String signature(Map<String, String> form) {
    return LoopbackHub.signature("sha256", form.getOrDefault("hub.secret", ""), NEWS);
  }

  private static Map<String, String> with(Map<String, String> query, String name, String value) {
    Map<String, String> other = new HashMap<>(query);
    other.put(name, value);
    return other;
  }

  private Instant due() {
    return store.sources().list(Audience.OWNER).getFirst().plan().due();
  }

  @Test
  void asksTheHubThatAFeedNames() {
    notice(lantern, List.of(hub.url()), TOPIC);
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();
    subscriber.round();

    assertThat(hub.asked()).hasSize(1);
    Map<String, String> form = hub.lastAsked();
    assertThat(form)
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", TOPIC)
        .containsEntry("hub.lease_seconds", "864000")
        .containsOnlyKeys(
            "hub.mode", "hub.topic", "hub.callback", "hub.lease_seconds", "hub.secret");
    assertThat(form.get("hub.callback"))
        .matches("https://news\\.example\\.org/websub/[0-9a-f]{32}");
    assertThat(form.get("hub.secret")).matches("[0-9a-f]{64}");
    assertThat(subscription().isActive(now.get())).isFalse();
  }

  @Test
  void echoesTheChallengeOfWhatItAskedForAndOnce() {
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();
    Map<String, String> form = hub.lastAsked();
    Map<String, String> meant = LoopbackHub.intent(form, "c1");

    for (Map<String, String> other :
        List.of(
            with(meant, "hub.topic", TOPIC + "/"),
            with(meant, "hub.topic", ""),
            with(meant, "hub.mode", "unsubscribe"),
            with(meant, "hub.mode", "publish"),
            with(meant, "hub.mode", ""),
            with(meant, "hub.challenge", ""),
            with(meant, "hub.challenge", "x".repeat(2_049)),
            with(meant, "hub.challenge", "a\r\nb"),
            Map.<String, String>of())) {
      assertThat(confirm(other, form)).isInstanceOf(Answer.Unknown.class);
    }
    for (String id : List.of("", "x", "0".repeat(32), LoopbackHub.id(form) + "0", "../x")) {
      assertThat(subscriber.confirm(id, meant)).isInstanceOf(Answer.Unknown.class);
    }
    assertThat(subscription().isActive(now.get())).isFalse();

    assertThat(confirm(meant, form)).isEqualTo(new Answer.Echo("c1"));
    assertThat(subscription().isActive(now.get())).isTrue();
    assertThat(subscriber.countActive()).isEqualTo(1);
    assertThat(confirm(meant, form)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void letsAHubConfirmBeforeItAnswers() {
    AtomicReference<Answer> said = new AtomicReference<>(new Answer.Unknown());
    hub.meanwhile(form -> said.set(confirm(LoopbackHub.intent(form, "early"), form)));
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();

    assertThat(said.get()).isEqualTo(new Answer.Echo("early"));
    assertThat(subscription().isActive(now.get())).isTrue();
  }

  static Stream<List<String>> leases() {
    List<List<String>> own =
        List.of(
            List.of("1", "PT1H"),
            List.of("0", "PT1H"),
            List.of("-7", "PT1H"),
            List.of("3600", "PT1H"),
            List.of("+0086400", "PT24H"),
            List.of("864000", "PT240H"),
            List.of("864001", "PT240H"),
            List.of("99999999999999999999", "PT240H"),
            List.of("", "PT24H"),
            List.of("a week", "PT24H"));
    return own.stream();
  }

  @ParameterizedTest
  @MethodSource("leases")
  void keepsALeaseWithinAnHourAndTenDays(List<String> lease) {
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();
    Map<String, String> intent = LoopbackHub.intent(hub.lastAsked(), "c");
    confirm(with(intent, "hub.lease_seconds", lease.getFirst()), hub.lastAsked());

    Duration kept = Duration.parse(lease.getLast());
    assertThat(subscription().standing().lease()).isEqualTo(NOON.plus(kept));
    assertThat(subscription().standing().due())
        .isEqualTo(NOON.plusSeconds(kept.toSeconds() * 8 / 10));
  }

  /** N060 of the hostile set, and its like. */
  @Test
  void clampsWhateverLeaseAHubGrantsAndRenewsAtFourFifths() {
    List<@Nullable String> granted = new java.util.ArrayList<>();
    granted.addAll(List.of("2", "9999999999", "0", "-1"));
    granted.add(null);
    List<HostileCase> cases =
        HostileCase.listArea("http").stream().filter(c -> c.id().equals("N060")).toList();
    if (cases.isEmpty()) {
      System.out.println("N060 of the hostile set is not there; our own leases are tried alone");
    }
    for (HostileCase hostile : cases) {
      hostile.recipe().path("values").forEach(v -> granted.add(v.isNull() ? null : v.asString()));
    }
    notice(lantern, List.of(hub.url()), TOPIC);
    for (String seconds : granted) {
      subscriber.round();
      Map<String, String> intent = new HashMap<>(LoopbackHub.intent(hub.lastAsked(), "c"));
      intent.remove("hub.lease_seconds");
      if (seconds != null) {
        intent.put("hub.lease_seconds", seconds);
      }
      int asked = hub.asked().size();
      assertThat(confirm(intent, hub.lastAsked())).as(seconds).isEqualTo(new Answer.Echo("c"));

      HubSubscription.Standing standing = subscription().standing();
      Duration lease = Duration.between(now.get(), standing.lease());
      assertThat(lease).as(seconds).isBetween(Duration.ofHours(1), Duration.ofDays(10));
      Duration renewal = Duration.between(now.get(), standing.due());
      assertThat(renewal).isEqualTo(lease.multipliedBy(4).dividedBy(5));
      assertThat(due()).as("polling goes on").isEqualTo(NOON.plus(Duration.ofHours(6)));

      pass(renewal.minusSeconds(1));
      subscriber.round();
      assertThat(hub.asked()).hasSize(asked);
      pass(Duration.ofSeconds(1));
      subscriber.round();
      assertThat(hub.asked()).hasSize(asked + 1);
      assertThat(subscription().isActive(now.get())).isTrue();
    }
    assertThat(hub.asked().stream().map(LoopbackHub::id).distinct()).hasSize(1);
  }

  @Test
  void keepsALeaseThatRunsWhileItsRenewalFails() throws IOException {
    Map<String, String> form = subscribed();
    pass(Duration.ofDays(8));
    hub.answer("503 Busy");
    subscriber.round();

    assertThat(subscription().standing().failures()).isEqualTo(1);
    assertThat(subscription().isActive(now.get())).isTrue();
    assertThat(push(form, signature(form))).isInstanceOf(Answer.Heard.class);
    assertThat(subscriber.traffic().accepted()).isEqualTo(1);
    pass(Duration.ofDays(2));
    assertThat(subscription().isActive(now.get())).isFalse();
  }

  @Test
  void pollsASourceWhenAPushComes() throws IOException {
    Map<String, String> form = subscribed();
    pass(Duration.ofMinutes(30));

    assertThat(push(form, signature(form))).isInstanceOf(Answer.Heard.class);

    assertThat(due()).isEqualTo(now.get());
    assertThat(hastened).hasValue(1);
    assertThat(subscription().pushes().findLast()).contains(now.get());
    push(form, signature(form));
    assertThat(hastened).as("it is due already").hasValue(1);
    assertThat(subscriber.traffic()).isEqualTo(new Traffic(2, 0, 0, 0));
  }

  @Test
  void pollsOnceAMinuteAtMostHoweverOftenItIsPushed() throws IOException {
    Map<String, String> form = subscribed();
    polled(lantern.id(), now.get());
    for (int i = 0; i < 50; i++) {
      pass(Duration.ofSeconds(1));
      push(form, signature(form));
    }
    assertThat(due()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void followsAPushThatCameWhileItPolled() throws IOException {
    Map<String, String> form = subscribed();
    pass(Duration.ofHours(6));
    assertThat(store.sources().claimDue(now.get(), Duration.ofMinutes(5), 9)).hasSize(1);
    Instant begun = now.get();
    pass(Duration.ofSeconds(2));
    push(form, signature(form));
    polled(lantern.id(), begun);
    subscriber.round();

    assertThat(due()).isEqualTo(begun.plusSeconds(60));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha1", "sha256=00", "other secret", "other body"})
  void ignoresAPushThatIsNotSigned(String kind) throws IOException {
    Map<String, String> form = subscribed();
    String secret = form.getOrDefault("hub.secret", "");
    String signature =
        switch (kind) {
          case "" -> null;
          case "sha1" -> LoopbackHub.signature("sha1", secret, NEWS);
          case "other secret" -> LoopbackHub.signature("sha256", secret + "x", NEWS);
          case "other body" -> LoopbackHub.signature("sha256", secret, "<x/>".getBytes(UTF_8));
          default -> kind;
        };

    assertThat(push(form, signature)).isInstanceOf(Answer.Heard.class);

    assertThat(due()).isEqualTo(NOON.plus(Duration.ofHours(6)));
    assertThat(subscription().pushes()).isEqualTo(HubSubscription.Pushes.NONE);
    assertThat(subscriber.traffic()).isEqualTo(new Traffic(0, 1, 0, 0));
  }

  @Test
  void takesNoPushThatIsTooLargeTooOftenOrForNobody() throws IOException {
    Map<String, String> form = subscribed();
    String id = LoopbackHub.id(form);
    AtomicInteger most = new AtomicInteger();
    Subscriber.Content endless =
        limit -> {
          most.set(limit);
          return Optional.empty();
        };
    assertThat(subscriber.take(id, signature(form), endless)).isInstanceOf(Answer.TooLarge.class);
    assertThat(most).hasValue(1 << 20);
    assertThat(subscriber.take("0".repeat(32), signature(form), endless))
        .isInstanceOf(Answer.Unknown.class);
    for (int i = 0; i < 100; i++) {
      push(form, "sha256=00");
    }
    assertThat(push(form, signature(form))).isInstanceOf(Answer.TooOften.class);
    assertThat(confirm(LoopbackHub.intent(form, "c"), form)).isInstanceOf(Answer.TooOften.class);
    pass(Duration.ofMinutes(1));
    assertThat(push(form, signature(form))).isInstanceOf(Answer.Heard.class);
    assertThat(subscriber.traffic().unknown()).isEqualTo(1);
    assertThat(subscriber.traffic().accepted()).isEqualTo(1);
  }

  @Test
  void believesAHubThatDeniesIt() throws IOException {
    Map<String, String> form = subscribed();
    Map<String, String> denied =
        Map.of("hub.mode", "denied", "hub.topic", TOPIC, "hub.reason", "no\u0007 room");

    assertThat(confirm(denied, form)).isInstanceOf(Answer.Heard.class);

    assertThat(subscription().isActive(now.get())).isFalse();
    assertThat(subscription().standing().detail()).isEqualTo("the hub denied it: no  room");
    push(form, signature(form));
    assertThat(subscriber.traffic().ignored()).isEqualTo(1);
    pass(Duration.ofDays(6));
    subscriber.round();
    assertThat(hub.asked()).hasSize(1);
    pass(Duration.ofDays(1));
    subscriber.round();
    assertThat(hub.asked()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"removed", "paused", "private"})
  void givesBackWhatIsNotReadAnyMore(String why) {
    Map<String, String> form = subscribed();
    switch (why) {
      case "removed" -> store.sources().remove(lantern.id());
      case "paused" -> store.sources().pause(lantern.id(), true, now.get());
      default -> store.sources().update(secret(lantern));
    }
    subscriber.round();

    Map<String, String> farewell = hub.lastAsked();
    assertThat(farewell)
        .containsEntry("hub.mode", "unsubscribe")
        .containsEntry("hub.topic", TOPIC)
        .containsEntry("hub.callback", form.get("hub.callback"))
        .doesNotContainKey("hub.secret");
    assertThat(confirm(with(LoopbackHub.intent(form, "x"), "hub.mode", "subscribe"), form))
        .isInstanceOf(Answer.Unknown.class);
    assertThat(confirm(LoopbackHub.intent(farewell, "bye"), form))
        .isEqualTo(new Answer.Echo("bye"));
    assertThat(store.hubs().find(LoopbackHub.id(form))).isEmpty();
  }

  private static Source secret(Source open) {
    return new Source(
        open.id(),
        open.url(),
        open.kind(),
        open.title(),
        open.publisher(),
        open.folder(),
        Visibility.PRIVATE,
        open.pages());
  }

  @Test
  void forgetsAfterThreeTriesWhatAHubDoesNotTakeBack() {
    Map<String, String> form = subscribed();
    store.sources().remove(lantern.id());
    hub.answer("500 Oops");
    for (int i = 0; i < 5; i++) {
      subscriber.round();
      pass(Duration.ofHours(3));
    }
    assertThat(hub.asked()).hasSize(1 + 3);
    assertThat(store.hubs().find(LoopbackHub.id(form))).isEmpty();
  }

  @Test
  void movesToAnotherHubWithNewSecretsWhenTheFeedDoes() {
    Map<String, String> old = subscribed();
    try (LoopbackHub other = new LoopbackHub();
        Fetcher both = fetcher("127.0.0.0/8")) {
      subscriber = subscriber(both);
      notice(lantern, List.of(other.url()), TOPIC);
      subscriber.round();

      assertThat(hub.lastAsked()).containsEntry("hub.mode", "unsubscribe");
      Map<String, String> fresh = other.lastAsked();
      assertThat(fresh).containsEntry("hub.mode", "subscribe");
      assertThat(fresh.get("hub.callback")).isNotEqualTo(old.get("hub.callback"));
      assertThat(fresh.get("hub.secret")).isNotEqualTo(old.get("hub.secret"));

      notice(lantern, List.of(other.url()), TOPIC + "/2");
      subscriber.round();
      assertThat(other.lastAsked()).containsEntry("hub.topic", TOPIC + "/2");
      notice(lantern, List.of(), TOPIC);
      assertThat(store.hubs().findFor(lantern.id())).isEmpty();
    }
  }

  @Test
  void triesTheNextHubWhenOneFailsAndKeepsItsPatience() {
    hub.answer("500 Oops");
    String other = "http://127.0.0.1:1/hub";
    notice(lantern, List.of(hub.url(), other), TOPIC);
    for (int i = 0; i < 3; i++) {
      subscriber.round();
      pass(Duration.ofHours(2));
    }
    HubSubscription tired = subscription();
    assertThat(tired.standing().failures()).isEqualTo(3);
    notice(lantern, List.of(hub.url(), other), TOPIC);

    assertThat(subscription().terms().hub()).isEqualTo(other);
    assertThat(subscription().standing().failures()).isEqualTo(3);
    assertThat(subscription().standing().due()).isEqualTo(tired.standing().due());
  }

  @Test
  void asksAHubThatIsDownOnceForAllAndEverMoreSeldom() {
    hub.answer("503 Down");
    for (int i = 0; i < 20; i++) {
      String url = "https://lantern.example/" + i;
      notice(source(url, Visibility.PUBLIC), List.of(hub.url()), url);
    }
    subscriber.round();
    assertThat(hub.asked()).hasSize(1);

    int rounds = 7 * 24 * 4;
    for (int i = 0; i < rounds; i++) {
      subscriber.round();
      pass(Duration.ofMinutes(15));
    }
    assertThat(hub.asked().size()).isLessThan(14);
  }

  @Test
  void leavesAHubAloneForAsLongAsItAsks() {
    hub.answer("503 Busy\nRetry-After: 7200");
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();

    assertThat(subscription().standing().due()).isEqualTo(NOON.plus(Duration.ofHours(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"400 Bad", "404 None", "410 Gone", "403 No"})
  void doesNotPesterAHubThatRefuses(String answer) {
    hub.answer(answer);
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();

    assertThat(subscription().standing().due()).isAfter(NOON.plus(Duration.ofDays(1)));
    assertThat(subscription().standing().detail()).isNotEmpty();
  }

  @Test
  void asksAgainWhatAHubTookButNeverConfirmed() {
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();
    pass(Duration.ofMinutes(15));
    subscriber.round();

    assertThat(hub.asked()).hasSize(2);
    assertThat(subscription().standing().detail()).contains("has not confirmed");
    pass(Duration.ofMinutes(20));
    subscriber.round();
    assertThat(hub.asked()).hasSize(2);
    Map<String, String> form = hub.lastAsked();
    assertThat(confirm(LoopbackHub.intent(form, "late"), form))
        .isEqualTo(new Answer.Echo("late"));
    assertThat(subscription().standing().detail()).isEmpty();
  }

  @Test
  void tellsNoHubWhatIsReadInPrivate() {
    notice(source("https://club.example/feed", Visibility.PRIVATE), List.of(hub.url()), TOPIC);
    Source token = source("https://club.example/feed?token=abcdef", Visibility.PUBLIC);
    notice(token, List.of(hub.url()), TOPIC);
    subscriber.round();

    assertThat(hub.connections()).isZero();
    assertThat(store.hubs().listDue(Instant.MAX, 9)).isEmpty();
  }

  @Test
  void goesOnAfterARestart() throws IOException {
    notice(lantern, List.of(hub.url()), TOPIC);
    subscriber.round();
    Map<String, String> form = hub.lastAsked();

    subscriber = subscriber(fetcher);
    assertThat(confirm(LoopbackHub.intent(form, "c"), form)).isEqualTo(new Answer.Echo("c"));
    subscriber = subscriber(fetcher);
    pass(Duration.ofMinutes(5));
    assertThat(push(form, signature(form))).isInstanceOf(Answer.Heard.class);
    assertThat(due()).isEqualTo(now.get());
    pass(Duration.ofDays(8));
    subscriber.round();
    assertThat(hub.asked()).hasSize(2);
  }

  @Test
  void asksAnewWhenHubsReachUsElsewhere() {
    subscribed();
    subscriber.askAnew();
    subscriber.round();

    assertThat(hub.asked()).hasSize(2);
    assertThat(subscription().standing().state()).isEqualTo(State.WANTED);
  }

  static Stream<String> hostileFeeds() {
    String own =
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>u</id><title>T</title>"
            + "<link rel='hub' href='gopher://h.example/'/>"
            + "<link rel='hub' href='http://127.0.0.1:@SENTINEL@/hub'/>"
            + "<link rel='hub' href='http://localhost:@SENTINEL@/hub'/>"
            + "<link rel='hub' href='http://[::ffff:7f00:1]:@SENTINEL@/'/>"
            + "<link rel='hub' href='https://news.example.org/websub/x'/>"
            + "<link rel='self' href='https://lantern.example/feed'/></feed>";
    List<String> set =
        HostileCase.listArea("feed").stream()
            .filter(c -> c.id().equals("F059"))
            .flatMap(c -> c.texts().stream())
            .toList();
    if (set.isEmpty()) {
      System.out.println("F059 of the hostile set is not there; our own feed is tried alone");
    }
    return Stream.concat(Stream.of(own), set.stream());
  }

  /** F059 of the hostile set, and its like. */
  @ParameterizedTest
  @MethodSource("hostileFeeds")
  void reachesNoHubWithinOurOwnNetwork(String feed) {
    byte[] bytes = feed.replace("@SENTINEL@", Integer.toString(hub.port())).getBytes(UTF_8);
    ParseResult result = new FeedParser().parse(new FeedInput(bytes, null, TOPIC));
    ParsedFeed.Head head = ((ParseResult.Parsed) result).feed().head();
    try (Fetcher web = fetcher("10.255.255.255/32:9")) {
      subscriber = subscriber(web);
      for (int i = 0; i < 8; i++) {
        notice(lantern, head.hubs(), head.self());
        subscriber.round();
        assertThat(subscription().standing().detail()).as("a warning").isNotEmpty();
        pass(Duration.ofDays(7));
      }
    }
    assertThat(hub.connections()).isZero();
    assertThat(store.hubs().countActive(now.get())).isZero();
  }
}
