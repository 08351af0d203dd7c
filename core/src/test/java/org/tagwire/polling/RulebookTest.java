package org.tagwire.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Validators;
import org.tagwire.polling.SimulatedWeb.Answer;
import org.tagwire.polling.SimulatedWeb.Feed;
import org.tagwire.polling.SimulatedWeb.Habits;
import org.tagwire.polling.SimulatedWeb.Line;
import org.tagwire.store.DueSource;

/** A rule that nobody could break would prove nothing: each of them bites. */
class RulebookTest {
  private static final long MINUTE = 60_000;

  private final SimulatedWeb web = new SimulatedWeb(1);
  private final Feed feed =
      web.feed(web.site(new Line("d"), new Line("a"), 100), Habits.plain(MINUTE));
  private final DueSource due =
      RotaTest.due(1, feed.site.name.replace(".example", ""), Duration.ofHours(1));
  private Rulebook rules = new Rulebook(web);

  @BeforeEach
  void begin() {
    rules = new Rulebook(web);
    rules.clockIsRight = false;
    rules.watchesForStalls = true;
  }

  @Test
  void bitesWhereTwoRequestsAreOutAtATime() {
    ask(0);
    ask(20 * MINUTE);
    assertBroken("two requests at a time");
  }

  @Test
  void bitesWhereThereIsNoGap() {
    ask(0);
    answer(new FetchResult.Failed(FetchResult.Kind.TIMEOUT, ""), 20 * MINUTE);
    ask(20 * MINUTE + 999);
    assertBroken("less than a second");
  }

  @Test
  void bitesAtTheFifthPollOfAnHour() {
    for (int i = 0; i < 5; i++) {
      ask(i * 15 * MINUTE - i);
      answer(new FetchResult.Failed(FetchResult.Kind.TIMEOUT, ""), i * 15 * MINUTE + 100);
    }
    assertBroken("more than four polls an hour");
  }

  @Test
  void bitesWhereAHostOrAFeedIsNotLeftAloneAsItAsked() {
    ask(0);
    answer(new FetchResult.RateLimited(Duration.ofHours(2), true), 100);
    ask(59 * MINUTE);
    assertBroken("Retry-After of the feed");
    assertBroken("Retry-After of the host");
  }

  @Test
  void bitesWhereWhatIsGoneIsAskedAgain() {
    ask(0);
    answer(new FetchResult.Gone(), 100);
    ask(99 * MINUTE);
    assertBroken("asked again after 410");
  }

  private void ask(long at) {
    rules.waits(feed, 0, at);
    rules.asks(feed, due, Validators.NONE, at, Instant.EPOCH);
  }

  private void answer(FetchResult result, long at) {
    rules.answered(feed, due, new Answer(result, null, 0, false), at);
  }

  private void assertBroken(String rule) {
    assertThat(rules.broken).anyMatch(line -> line.startsWith(rule));
  }
}
