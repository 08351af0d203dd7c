package org.tagwire.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Domain;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.store.DueSource;
import org.tagwire.store.PollPlan;

class RotaTest {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Rota rota =
      new Rota(new Rota.Rules(source -> Set.of(source.publisher().name()), PATIENCE));

  @Test
  void givesEachLineATurnBeforeAnyHasTwo() {
    rota.admit(List.of(due(1, "a"), due(2, "a"), due(3, "a"), due(4, "b")), 0);

    assertThat(ids(rota.next(9, 0))).containsExactly(1L, 4L);
    rota.done(new SourceId(1), Duration.ZERO, 0);
    rota.done(new SourceId(4), Duration.ZERO, 0);
    assertThat(ids(rota.next(9, 0))).containsExactly(2L);
    assertThat(rota.waiting()).isEqualTo(1);
    assertThat(rota.underWay()).isEqualTo(1);
  }

  @Test
  void givesNoMoreTurnsThanAreFree() {
    rota.admit(List.of(due(1, "a"), due(2, "b"), due(3, "c")), 0);

    assertThat(ids(rota.next(2, 0))).containsExactly(1L, 2L);
    assertThat(rota.next(0, 0)).isEmpty();
    assertThat(ids(rota.next(1, 0))).containsExactly(3L);
  }

  @Test
  void keepsThePlaceOfASourceThatIsClaimedAgain() {
    rota.admit(List.of(due(1, "a"), due(2, "a")), 0);
    rota.next(1, 0);
    rota.admit(List.of(due(3, "a"), due(2, "a"), due(1, "a")), MINUTE);
    rota.done(new SourceId(1), Duration.ZERO, MINUTE);

    assertThat(ids(rota.next(9, MINUTE))).containsExactly(2L);
  }

  @Test
  void letsGoOfAClaimThatWasNotRenewed() {
    rota.admit(List.of(due(1, "a"), due(2, "a")), 0);
    long later = PATIENCE.toNanos() + 1;
    rota.admit(List.of(due(2, "a")), later);

    assertThat(ids(rota.next(9, later))).containsExactly(2L);
  }

  @Test
  void letsASourceRestWhoeverClaimsIt() {
    rota.admit(List.of(due(1, "a")), 0);
    rota.next(1, 0);
    rota.done(new SourceId(1), Duration.ofMinutes(15), 0);
    rota.admit(List.of(due(1, "a")), MINUTE);

    assertThat(rota.next(1, 14 * MINUTE)).isEmpty();
    assertThat(ids(rota.next(1, 15 * MINUTE))).containsExactly(1L);
  }

  @Test
  void givesAPushedSourceItsTurnThoughItRests() {
    rota.admit(List.of(due(1, "a"), due(2, "b")), 0);
    rota.next(2, 0);
    rota.done(new SourceId(1), Duration.ofMinutes(15), 0);
    rota.done(new SourceId(2), Duration.ofMinutes(15), 0);
    rota.admit(List.of(due(2, "b")), MINUTE);
    assertThat(rota.next(9, 2 * MINUTE)).isEmpty();

    rota.admit(List.of(pushed(1, "a"), pushed(2, "b")), 2 * MINUTE);

    assertThat(ids(rota.next(9, 2 * MINUTE))).containsExactlyInAnyOrder(1L, 2L);
  }

  private static DueSource pushed(long id, String site) {
    DueSource due = due(id, site);
    return new DueSource(due.source(), due.plan(), true);
  }

  @Test
  void spreadsWhatIsOverdueTheLiveliestFirst() {
    List<DueSource> overdue =
        IntStream.rangeClosed(1, 1_000)
            .mapToObj(i -> due(i, "d" + i, Duration.ofMinutes(2_000 - i)))
            .toList();
    rota.spread(overdue, 0);

    List<DueSource> first = new ArrayList<>(rota.next(1_000, MINUTE));
    assertThat(first).hasSizeBetween(100, 250);
    assertThat(first).allMatch(due -> due.plan().interval().toMinutes() < 1_260);
    assertThat(rota.next(1_000, 7 * MINUTE)).hasSize(1_000 - first.size());
  }

  @Test
  void spreadsNothingWhereThereIsLittle() {
    rota.spread(IntStream.rangeClosed(1, 100).mapToObj(i -> due(i, "d" + i)).toList(), 0);

    assertThat(rota.next(1_000, 0)).hasSize(100);
  }

  @Test
  void endsNoTurnThatWasNotGiven() {
    rota.admit(List.of(due(1, "a")), 0);

    assertThatIllegalStateException()
        .isThrownBy(() -> rota.done(new SourceId(1), Duration.ZERO, 0))
        .withMessageContaining("source 1");
  }

  private static List<Long> ids(List<DueSource> turns) {
    return turns.stream().map(due -> due.source().id().value()).toList();
  }

  private static DueSource due(long id, String line) {
    return due(id, line, Duration.ofHours(1));
  }

  static DueSource due(long id, String line, Duration interval) {
    Source source =
        new Source(
            new SourceId(id),
            "https://" + line + ".example/" + id,
            Source.Kind.FEED,
            "",
            new Domain(line + ".example"),
            "",
            Visibility.PUBLIC,
            Source.PageFetching.AUTO);
    return new DueSource(source, PollPlan.first(Instant.EPOCH, interval));
  }
}
