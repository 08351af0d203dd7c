package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Audience;
import org.tagwire.model.PollHints;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.store.HubSubscription.Pushes;
import org.tagwire.store.HubSubscription.Standing;
import org.tagwire.store.HubSubscription.State;
import org.tagwire.store.HubSubscription.Terms;

/** Subscriptions at hubs, whatever the engine. */
public abstract class HubStoreContract extends StoreContract {
  private static final Duration GAP = Duration.ofMinutes(1);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Instant LATER = NOON.plus(Duration.ofHours(6));

  private static HubSubscription subscription(String id, SourceId source) {
    return subscription(id, source, "https://hub.example/");
  }

  private static HubSubscription subscription(String id, SourceId source, String hub) {
    return HubSubscription.first(
        new Terms(id, source, hub, "https://lantern.example/feed", "s3cr3t" + id), wanted(NOON));
  }

  private static Standing wanted(Instant due) {
    return new Standing(State.WANTED, null, null, due, 0, "");
  }

  private static Standing active(Instant lease, Instant due) {
    return new Standing(State.ACTIVE, null, lease, due, 0, "");
  }

  private HubSubscription added(String id, SourceId source) {
    store.hubs().add(subscription(id, source));
    return store.hubs().find(id).orElseThrow();
  }

  private HubSubscription found(String id) {
    return store.hubs().find(id).orElseThrow();
  }

  private void polled(SourceId source, Instant at, Instant due, int failures) {
    PollRecord poll = poll(source, at, due);
    store
        .sources()
        .record(
            List.of(
                new PollRecord(
                    source,
                    at,
                    poll.took(),
                    poll.outcome(),
                    "",
                    30,
                    2,
                    new PollPlan(
                        due, Duration.ofMinutes(30), null, null, failures, null, PollHints.NONE))));
  }

  private @Nullable Instant due(SourceId source) {
    return store.sources().list(Audience.OWNER).stream()
        .filter(s -> s.source().id().equals(source))
        .map(s -> s.plan().due())
        .findFirst()
        .orElse(null);
  }

  @Test
  void givesBackWhatWasAdded() {
    assertThat(added("a1", lantern)).isEqualTo(subscription("a1", lantern));
    assertThat(store.hubs().findFor(lantern)).contains(subscription("a1", lantern));
    assertThat(store.hubs().find("a2")).isEmpty();
    assertThat(store.hubs().findFor(ferry)).isEmpty();
  }

  @Test
  void keepsTheSubscriptionASourceHas() {
    added("a1", lantern);
    store.hubs().add(subscription("a2", lantern));
    assertThat(store.hubs().find("a2")).isEmpty();

    Standing ending = new Standing(State.ENDING, null, LATER, NOON, 0, "");
    assertThat(store.hubs().change(found("a1"), ending)).isTrue();
    assertThat(store.hubs().findFor(lantern)).isEmpty();
    added("a2", lantern);
    assertThat(store.hubs().findFor(lantern)).map(s -> s.terms().id()).contains("a2");
    assertThat(found("a1").standing()).isEqualTo(ending);
  }

  @Test
  void changesWhatNobodyElseHasChanged() {
    HubSubscription first = added("a1", lantern);
    Standing asked = new Standing(State.WANTED, NOON, null, LATER, 1, "slow");
    assertThat(store.hubs().change(first, asked)).isTrue();
    assertThat(store.hubs().change(first, wanted(LATER))).isFalse();
    assertThat(found("a1").standing()).isEqualTo(asked);

    Standing confirmed = active(LATER, NOON.plusSeconds(5));
    assertThat(store.hubs().change(found("a1"), confirmed)).isTrue();
    assertThat(found("a1").standing()).isEqualTo(confirmed);
  }

  @Test
  void listsWhatIsDueEarliestFirst() {
    HubSubscription one = added("a1", lantern);
    HubSubscription other = added("a2", ferry);
    store.hubs().change(one, wanted(NOON.plusSeconds(20)));
    store.hubs().change(other, wanted(NOON.plusSeconds(10)));

    assertThat(store.hubs().listDue(NOON, 10)).isEmpty();
    assertThat(store.hubs().listDue(NOON.plusSeconds(10), 10)).hasSize(1);
    assertThat(store.hubs().listDue(LATER, 10))
        .extracting(s -> s.terms().id())
        .containsExactly("a2", "a1");
    assertThat(store.hubs().listDue(LATER, 1)).hasSize(1);
  }

  @Test
  void listsASmallHubBesideALargeOne() {
    List<SourceId> many =
        store
            .sources()
            .add(
                IntStream.range(0, 30)
                    .mapToObj(i -> feed("https://l.example/" + i, Visibility.PUBLIC))
                    .toList(),
                NOON);
    many.forEach(source -> added("m" + source, source));
    store.hubs().add(subscription("small", ferry, "https://small.example/"));
    store.hubs().change(found("small"), wanted(LATER));

    assertThat(store.hubs().listDue(LATER, 5)).hasSize(6).last().isEqualTo(found("small"));
  }

  @Test
  void countsThoseWhosePromiseHolds() {
    store.hubs().change(added("a1", lantern), active(LATER, LATER));
    added("a2", ferry);

    assertThat(store.hubs().countActive(NOON)).isEqualTo(1);
    assertThat(found("a1").isActive(NOON)).isTrue();
    assertThat(store.hubs().countActive(LATER)).isZero();
    assertThat(found("a1").isActive(LATER)).isFalse();
  }

  @Test
  void endsWhatBelongsToNoPublicSourceThatIsPolled() {
    for (SourceId source : List.of(lantern, ferry)) {
      store.hubs().change(added("a" + source, source), active(LATER, LATER));
    }
    assertThat(store.hubs().endUnwanted(NOON)).isZero();

    store.sources().remove(lantern);
    store.sources().pause(ferry, true, NOON);
    assertThat(store.hubs().endUnwanted(NOON)).isEqualTo(2);

    assertThat(store.hubs().listDue(NOON, 10))
        .allSatisfy(
            s ->
                assertThat(s.standing())
                    .isEqualTo(new Standing(State.ENDING, null, LATER, NOON, 0, "")));
    assertThat(store.hubs().endUnwanted(NOON)).isZero();
  }

  @Test
  void endsWhatHasBecomePrivateOrIsGone() {
    added("a1", lantern);
    added("a2", ferry);
    Source open = store.sources().find(lantern, Audience.OWNER).orElseThrow();
    store
        .sources()
        .update(
            new Source(
                open.id(),
                open.url(),
                open.kind(),
                open.title(),
                open.publisher(),
                open.folder(),
                Visibility.PRIVATE,
                open.pages()));
    polled(ferry, NOON, Instant.MAX, 1);

    assertThat(store.hubs().endUnwanted(NOON)).isEqualTo(2);
  }

  @Test
  void asksAnewWhatIsNotEnding() {
    store.hubs().change(added("a1", lantern), active(LATER, LATER));
    Standing ending = new Standing(State.ENDING, null, LATER, LATER, 0, "");
    store.hubs().change(added("a2", ferry), ending);

    store.hubs().askAnew(NOON);

    assertThat(found("a1").standing()).isEqualTo(wanted(NOON));
    assertThat(found("a2").standing()).isEqualTo(ending);
  }

  @Test
  void forgetsWhatIsDropped() {
    added("a1", lantern);
    store.hubs().drop("a1");
    assertThat(store.hubs().find("a1")).isEmpty();
    assertThat(store.hubs().findFor(lantern)).isEmpty();
  }

  @Test
  void makesASourceDueWhenAPushComes() {
    HubSubscription before = added("a1", lantern);
    polled(lantern, NOON, LATER, 0);
    Instant pushed = NOON.plusSeconds(600);

    assertThat(store.hubs().push("a1", pushed, GAP)).isTrue();

    assertThat(due(lantern)).isEqualTo(pushed);
    assertThat(found("a1").pushes()).isEqualTo(new Pushes(1, pushed));
    assertThat(store.sources().claimDue(pushed, LEASE, 10))
        .extracting(d -> d.source().id())
        .contains(lantern);
    // a push alters nothing that somebody else may be about to change
    assertThat(store.hubs().change(before, wanted(LATER))).isTrue();
    assertThat(found("a1").pushes().count()).isEqualTo(1);
  }

  @Test
  void leavesTheGapBetweenTwoPollsHoweverManyPushesCome() {
    added("a1", lantern);
    polled(lantern, NOON, LATER, 0);
    for (int second = 1; second < 50; second++) {
      store.hubs().push("a1", NOON.plusSeconds(second), GAP);
    }
    assertThat(due(lantern)).isEqualTo(NOON.plus(GAP));
    assertThat(store.hubs().followPushes(NOON.plusSeconds(50), GAP)).isZero();
    assertThat(found("a1").pushes().count()).isEqualTo(49);
  }

  @Test
  void followsAPushThatCameWhileAPollWasUnderWay() {
    added("a1", lantern);
    polled(lantern, NOON.minusSeconds(600), NOON, 0);
    assertThat(store.sources().claim(lantern, NOON, LEASE)).isPresent();

    assertThat(store.hubs().push("a1", NOON.plusSeconds(1), GAP)).isFalse();
    assertThat(store.hubs().followPushes(NOON.plusSeconds(2), GAP)).isZero();
    polled(lantern, NOON, LATER, 0);
    assertThat(store.hubs().followPushes(NOON.plusSeconds(3), GAP)).isEqualTo(1);

    assertThat(due(lantern)).isEqualTo(NOON.plus(GAP));
    polled(lantern, NOON.plus(GAP), LATER, 0);
    assertThat(store.hubs().followPushes(NOON.plusSeconds(120), GAP)).isZero();
    assertThat(due(lantern)).isEqualTo(LATER);
  }

  @Test
  void hastensNoSourceThatFailsOrIsPausedOrGone() {
    added("a1", lantern);
    polled(lantern, NOON, LATER, 3);
    assertThat(store.hubs().push("a1", NOON.plusSeconds(600), GAP)).isFalse();
    assertThat(due(lantern)).isEqualTo(LATER);

    polled(lantern, NOON.plusSeconds(700), LATER, 0);
    store.sources().pause(lantern, true, NOON);
    assertThat(store.hubs().push("a1", NOON.plusSeconds(900), GAP)).isFalse();

    added("a2", ferry);
    polled(ferry, NOON, Instant.MAX, 1);
    assertThat(store.hubs().push("a2", NOON.plusSeconds(600), GAP)).isFalse();
    assertThat(due(ferry)).isEqualTo(Instant.MAX);
  }

  @Test
  void neverPrintsItsSecrets() {
    String id = "0123456789abcdef0123456789abcdef";
    assertThat(added(id, lantern).toString()).doesNotContain(id).doesNotContain("s3cr3t");
  }
}
