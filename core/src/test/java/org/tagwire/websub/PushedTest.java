package org.tagwire.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.store.HubSubscription;

/**
 * What pushes bring about, and what they do not: N059 of the hostile set, and its like. Over HTTP
 * it is {@code PushTest} of the server.
 */
final class PushedTest extends Subscribing {

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
}
