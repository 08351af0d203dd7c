package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Language;
import org.tagwire.model.Publisher;
import org.tagwire.model.Samples;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;

/** Subscriptions and their schedule, whatever the engine. */
public abstract class SourceStoreContract extends StoreContract {
  private static final Duration LEASE = Duration.ofMinutes(5);

  @Test
  void keepsASourceThatIsAddedTwiceAndFillsItsEmptyFolder() {
    NewSource filed =
        new NewSource(
            "https://lantern.example/feed",
            Source.Kind.FEED,
            "Another title",
            new Domain("lantern.example"),
            "News/Local",
            Visibility.PUBLIC,
            Source.PageFetching.AUTO);
    assertThat(store.sources().add(List.of(filed), NOON)).containsExactly(lantern);
    Source kept = store.sources().find(lantern, Audience.PUBLIC).orElseThrow();
    assertThat(kept.folder()).isEqualTo("News/Local");
    assertThat(kept.title()).isEqualTo("https://lantern.example/feed");
    assertThat(store.sources().list(Audience.OWNER)).hasSize(3);
  }

  @Test
  void remembersWhatTheLastFullAnswerWasLike() {
    SourceHealth first = Samples.health("one");
    SourceHealth second = Samples.health("two");
    Instant due = NOON.plus(Duration.ofHours(1));
    assertThat(store.sources().findHealth(lantern)).isEmpty();
    store.sources().record(List.of(poll(lantern, NOON, due).with(first)));
    store.articles().accept(List.of(), Optional.of(poll(ferry, NOON, due).with(second)));
    assertThat(store.sources().findHealth(lantern)).contains(first);
    assertThat(store.sources().findHealth(ferry)).contains(second);

    store.sources().record(List.of(poll(lantern, NOON.plusSeconds(60), due)));
    assertThat(store.sources().findHealth(lantern)).contains(first);
    store.sources().record(List.of(poll(lantern, NOON.plusSeconds(120), due).with(second)));
    assertThat(store.sources().findHealth(lantern)).contains(second);
    store.sources().remove(lantern);
    assertThat(store.sources().findHealth(lantern)).isEmpty();
  }

  @Test
  void findsOneSourceWithHowItFares() {
    assertThat(store.sources().findStatus(lantern, Audience.PUBLIC))
        .isEqualTo(store.sources().list(Audience.PUBLIC).stream().findFirst());
    assertThat(store.sources().findStatus(secret, Audience.PUBLIC)).isEmpty();
    assertThat(store.sources().findStatus(secret, Audience.OWNER)).isPresent();
    assertThat(store.sources().findStatus(new SourceId(99), Audience.OWNER)).isEmpty();
  }

  @Test
  void showsPrivateSourcesToTheOwnerOnly() {
    String url = "https://secret.example/feed?token=x";
    assertThat(store.sources().findByUrl(url, Audience.OWNER)).isPresent();
    assertThat(store.sources().findByUrl(url, Audience.PUBLIC)).isEmpty();
    assertThat(store.sources().list(Audience.PUBLIC)).hasSize(2);
  }

  @Test
  void findsTheSourcesOfAFolderAndOfThoseWithin() {
    file(lantern, "News");
    file(ferry, "News/Local");
    file(secret, "Newspapers");
    assertThat(store.sources().listInFolder("News", Audience.OWNER))
        .containsExactly(lantern, ferry);
    assertThat(store.sources().listFolders(Audience.OWNER))
        .containsExactly("News", "News/Local", "Newspapers");
    assertThat(store.sources().listFolders(Audience.PUBLIC)).containsExactly("News", "News/Local");
  }

  @Test
  void claimsWhatIsDueOnceUntilItsLeaseEnds() {
    assertThat(store.sources().claimDue(NOON.minusMillis(1), LEASE, 10)).isEmpty();
    assertThat(store.sources().claimDue(NOON, LEASE, 2)).hasSize(2);
    assertThat(store.sources().claimDue(NOON, LEASE, 10)).hasSize(1);
    assertThat(store.sources().claimDue(NOON.plus(LEASE).minusMillis(1), LEASE, 10)).isEmpty();
    assertThat(store.sources().claimDue(NOON.plus(LEASE), LEASE, 10)).hasSize(3);
  }

  @Test
  void givesWhatACrashedNodeHadClaimedToTheNext() {
    assertThat(store.sources().claimDue(NOON, LEASE, 10)).hasSize(3);
    store.sources().releaseLeases();
    assertThat(store.sources().claimDue(NOON, LEASE, 10)).hasSize(3);
  }

  @Test
  void claimsTheEarliestDueFirst() {
    store
        .sources()
        .record(
            List.of(
                poll(lantern, NOON, NOON.plusSeconds(60)),
                poll(ferry, NOON, NOON.plusSeconds(30))));
    assertThat(store.sources().claimDue(NOON.plusSeconds(90), LEASE, 10))
        .extracting(due -> due.source().id())
        .containsExactly(secret, ferry, lantern);
  }

  @Test
  void claimsOneSourceDueOrNotButNeverTwice() {
    store.sources().record(List.of(poll(lantern, NOON, NOON.plusSeconds(600))));
    assertThat(store.sources().claim(lantern, NOON, LEASE)).isPresent();
    assertThat(store.sources().claim(lantern, NOON, LEASE)).isEmpty();
    assertThat(store.sources().claim(new SourceId(99), NOON, LEASE)).isEmpty();
  }

  @Test
  void endsTheLeaseWithTheRecordAndKeepsThePlan() {
    store.sources().claimDue(NOON, LEASE, 10);
    PollRecord record = poll(lantern, NOON, NOON.plusSeconds(60));
    store.sources().record(List.of(record));
    List<DueSource> due = store.sources().claimDue(NOON.plusSeconds(60), LEASE, 10);
    assertThat(due).hasSize(1);
    assertThat(due.getFirst().plan()).isEqualTo(record.next());
    assertThat(store.sources().lastPolls(lantern)).containsExactly(record);
  }

  @Test
  void endsTheLeaseWhenThePollBroughtArticles() {
    store.sources().claimDue(NOON, LEASE, 10);
    store.articles().accept(List.of(), Optional.of(poll(ferry, NOON, NOON.plusSeconds(1))));
    assertThat(store.sources().claimDue(NOON.plusSeconds(1), LEASE, 10))
        .extracting(due -> due.source().id())
        .containsExactly(ferry);
  }

  @Test
  void remembersTheLastTwentyPollsLatestFirst() {
    List<PollRecord> polls = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      polls.add(poll(lantern, NOON.plusSeconds(i), NOON.plusSeconds(i + 1)));
    }
    store.sources().record(polls);
    assertThat(store.sources().lastPolls(lantern)).isEqualTo(polls.reversed().subList(0, 20));
  }

  @Test
  void pollsNeitherPausedNorGoneNorDirectSources() {
    SourceId direct =
        store
            .sources()
            .add(
                List.of(
                    new NewSource(
                        "direct:load",
                        Source.Kind.DIRECT,
                        "Loaded",
                        Domain.UNKNOWN,
                        "",
                        Visibility.PUBLIC,
                        Source.PageFetching.OFF)),
                NOON)
            .getFirst();
    store.sources().pause(lantern, true, NOON);
    store.sources().record(List.of(poll(ferry, NOON, Instant.MAX)));
    assertThat(store.sources().claimDue(NOON.plusSeconds(9_000), LEASE, 10))
        .extracting(due -> due.source().id())
        .containsExactly(secret);
    assertThat(store.sources().list(Audience.OWNER))
        .extracting(SourceStatus::state)
        .containsExactly(
            SourceStatus.State.PAUSED,
            SourceStatus.State.GONE,
            SourceStatus.State.NEW,
            SourceStatus.State.NEW);
    store.sources().pause(lantern, false, NOON);
    store.sources().pause(direct, false, NOON);
    assertThat(store.sources().claimDue(NOON, LEASE, 10))
        .extracting(due -> due.source().id())
        .containsExactly(lantern);
  }

  @Test
  void turnsTheScheduleBackWithTheClock() {
    Instant noon = NOON.plus(Duration.ofDays(365));
    store.sources().record(List.of(poll(lantern, noon, noon.plusSeconds(900))));
    store.sources().record(List.of(poll(secret, NOON, Instant.MAX)));
    store.sources().claim(ferry, noon, LEASE);
    assertThat(store.sources().turnBack(noon)).isZero();
    assertThat(store.sources().turnBack(NOON)).isEqualTo(Duration.ofDays(365));
    assertThat(store.sources().turnBack(NOON)).isZero();
    assertThat(store.sources().nextDue()).contains(NOON.plus(LEASE));
    assertThat(store.sources().claimDue(NOON.plusSeconds(900), LEASE, 10))
        .extracting(due -> due.source().id())
        .containsExactly(ferry, lantern);
  }

  @Test
  void saysWhenSomethingWillNextBeDue() {
    assertThat(store.sources().nextDue()).contains(NOON);
    store.sources().claimDue(NOON, LEASE, 10);
    assertThat(store.sources().nextDue()).contains(NOON.plus(LEASE));
    for (SourceId id : List.of(lantern, ferry, secret)) {
      store.sources().pause(id, true, NOON);
    }
    assertThat(store.sources().nextDue()).isEmpty();
  }

  @Test
  void adoptsANewAddressUnlessAnotherSourceIsThere() {
    store.sources().adopt(lantern, "https://lantern.example/moved");
    store.sources().adopt(ferry, "https://lantern.example/moved");
    assertThat(store.sources().find(lantern, Audience.OWNER).orElseThrow().url())
        .isEqualTo("https://lantern.example/moved");
    assertThat(store.sources().find(ferry, Audience.OWNER).orElseThrow().url())
        .isEqualTo("https://ferry.example/feed");
  }

  @Test
  void neverGivesTheNumberOfARemovedSourceAgain() {
    store.sources().remove(secret);
    assertThat(store.sources().find(secret, Audience.OWNER)).isEmpty();
    SourceId next =
        store
            .sources()
            .add(List.of(feed("https://new.example/feed", Visibility.PUBLIC)), NOON)
            .getFirst();
    assertThat(next.value()).isGreaterThan(secret.value());
  }

  @Test
  void learnsTheBetterOfWhatIsKnownOfAPublisher() {
    Domain domain = new Domain("lantern.example");
    store
        .sources()
        .learn(
            List.of(
                new Publisher(
                    domain, "The Lantern", "https://lantern.example/", null, Language.ENGLISH)));
    store
        .sources()
        .learn(
            List.of(new Publisher(domain, "lantern.example", null, "GB", Language.UNDETERMINED)));
    assertThat(store.sources().findPublisher(domain))
        .contains(
            new Publisher(
                domain, "The Lantern", "https://lantern.example/", "GB", Language.ENGLISH));
  }

  private void file(SourceId id, String folder) {
    Source source = store.sources().find(id, Audience.OWNER).orElseThrow();
    store
        .sources()
        .update(
            new Source(
                id,
                source.url(),
                source.kind(),
                source.title(),
                source.publisher(),
                folder,
                source.visibility(),
                source.pages()));
  }
}
