package org.tagwire.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.Fetcher;
import org.tagwire.model.Visibility;
import org.tagwire.sets.HostileCase;
import org.tagwire.store.HubSubscription;

/** Hubs that are slow, down, unwilling or not to be reached. */
final class HubTroubleTest extends Subscribing {

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
    assertThat(confirm(LoopbackHub.intent(form, "late"), form)).isEqualTo(new Answer.Echo("late"));
    assertThat(subscription().standing().detail()).isEmpty();
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

  @Test
  void endsAtOnceThoughAHubIsSlow() throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch patience = new CountDownLatch(1);
    hub.meanwhile(
        form -> {
          reached.countDown();
          try {
            patience.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    for (int i = 0; i < 5; i++) {
      String url = "https://lantern.example/" + i;
      notice(source(url, Visibility.PUBLIC), List.of(hub.url()), url);
    }
    Thread loop = Thread.ofPlatform().start(subscriber::run);
    assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();

    loop.interrupt();

    assertThat(loop.join(Duration.ofSeconds(20))).isTrue();
    assertThat(hub.asked()).hasSize(1);
    assertThat(store.hubs().listDue(now.get(), 9)).hasSize(4);
    patience.countDown();
  }
}
