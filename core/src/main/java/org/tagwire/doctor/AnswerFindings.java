package org.tagwire.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tagwire.doctor.Finding.Code;
import org.tagwire.doctor.Finding.Value;
import org.tagwire.doctor.Finding.Value.Address;
import org.tagwire.doctor.Finding.Value.Amount;
import org.tagwire.doctor.Finding.Value.Size;
import org.tagwire.doctor.Finding.Value.Span;
import org.tagwire.doctor.Finding.Value.Time;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceHealth.Answer;
import org.tagwire.model.SourceHealth.Habits;
import org.tagwire.model.SourceHealth.Items;
import org.tagwire.model.SourceHealth.PageState;

/** What is to be said of the answers of a source: items, wording, caching, pages. Used once. */
final class AnswerFindings {
  private static final int LARGE = 2 << 20;

  /** Once may be chance. */
  private static final int HABIT = 2;

  /** So many answers without validators say that none will come. */
  private static final int BARE = 3;

  private static final Duration SILENCE = Duration.ofDays(60);
  private static final Duration REDIRECT = Duration.ofDays(1);

  private final SourceHealth health;
  private final Source source;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();

  private AnswerFindings(SourceHealth health, Source source, Instant now) {
    this.health = health;
    this.source = source;
    this.now = now;
  }

  static List<Finding> of(Chart chart, Instant now) {
    SourceHealth health = chart.health();
    if (health == null) {
      return List.of();
    }
    AnswerFindings found = new AnswerFindings(health, chart.status().source(), now);
    found.items(health.items());
    found.habits(health.habits());
    found.answer(health.answer());
    found.repairs();
    found.pages();
    return found.findings;
  }

  private void items(Items items) {
    some(Code.DATES_MISSING, items.undated(), items.all());
    some(Code.DATES_FUTURE, items.future(), items.all());
    some(Code.GUIDS_MISSING, items.nameless(), items.all());
    some(Code.GUIDS_REPEATED, items.repeated(), items.all());
    some(Code.LINKS_MISSING, items.unlinked(), items.all());
    if (items.all() > 0) {
      boolean mostly = items.whole() * 2 >= items.all();
      add(mostly ? Code.WHOLE_TEXT : Code.SUMMARIES, of(items.whole()), of(items.all()));
    }
    Instant newest = items.newest();
    if (newest != null && Duration.between(newest, now).compareTo(SILENCE) > 0) {
      add(Code.SILENT, new Time(newest));
    }
  }

  private void habits(Habits habits) {
    often(Code.GUIDS_CHANGING, Habits.count(habits.churned()), 1);
    often(Code.GUIDS_REUSED, Habits.count(habits.reused()), 1);
    boolean bareNow = (habits.bare() & 1) == 1;
    int moving = Habits.count(habits.moving());
    if (bareNow && Habits.count(habits.bare()) >= BARE) {
      add(Code.NO_VALIDATORS, of(habits.polls()), new Size(health.answer().bytes()));
    } else if (moving >= HABIT) {
      often(Code.VALIDATORS_CHANGING, moving, HABIT);
    } else {
      often(Code.VALIDATORS_IGNORED, habits.wasted(), HABIT);
    }
  }

  private void often(Code code, int times, int least) {
    if (times >= least) {
      add(code, of(times), of(health.habits().polls()));
    }
  }

  private void some(Code code, int number, int all) {
    if (number > 0) {
      add(code, of(number), of(all));
    }
  }

  private void answer(Answer answer) {
    if (answer.partial()) {
      add(Code.CUT_SHORT, new Size(answer.bytes()));
    }
    if (answer.bytes() >= LARGE) {
      add(Code.LARGE, new Size(answer.bytes()));
    }
    String landed = answer.landed();
    Instant since = answer.landedSince();
    if (landed != null && since != null && !now.isBefore(since.plus(REDIRECT))) {
      add(Code.REDIRECTED, new Address(landed), new Span(Duration.between(since, now)));
    }
  }

  private void repairs() {
    for (String repair : health.repairs()) {
      RepairSigns.read(repair).ifPresent(findings::add);
    }
  }

  private void pages() {
    if (source.pages() == Source.PageFetching.OFF) {
      add(Code.PAGES_OFF);
    }
    page(Code.PAGES_READ, PageState.READ);
    page(Code.PAGES_ROBOTS, PageState.ROBOTS);
    page(Code.PAGES_RESERVED, PageState.RESERVED);
    page(Code.PAGES_NO_ARCHIVE, PageState.NO_ARCHIVE);
    page(Code.PAGES_LICENCE, PageState.LICENCE);
    page(Code.PAGES_PAYWALLED, PageState.PAYWALLED);
    page(Code.PAGES_RESTRICTED, PageState.RESTRICTED);
    page(Code.PAGES_UNREADABLE, PageState.NOT_AN_ARTICLE);
    page(Code.PAGES_FAILED, PageState.FAILED);
  }

  private void page(Code code, PageState state) {
    int number = health.pages().getOrDefault(state, 0);
    int all = health.pages().values().stream().mapToInt(Integer::intValue).sum();
    some(code, number, all);
  }

  private static Value of(int number) {
    return new Amount(number);
  }

  private void add(Code code, Value... values) {
    findings.add(Finding.of(code, values));
  }
}
