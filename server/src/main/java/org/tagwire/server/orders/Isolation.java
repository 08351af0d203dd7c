package org.tagwire.server.orders;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.ingest.Retrial;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Raw;
import org.tagwire.model.Source;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;
import org.tagwire.store.QuarantineStore;
import org.tagwire.store.QuarantineStore.Entry;

/**
 * Shows what is in quarantine, has it tried again, and forgets it. Safe for use by many threads.
 */
public final class Isolation {
  private static final String ALL = "all";

  private final Works works;

  public Isolation(Works works) {
    this.works = works;
  }

  void list(Order order, Report report) {
    List<Entry> entries = works.store().quarantine().list();
    Columns table =
        new Columns("NUMBER", "TRIES", "LAST TRY", "STAGE", "SOURCE", "ITEM", "MESSAGE");
    for (Entry entry : entries) {
      table.row(
          Long.toString(entry.number()),
          entry.tries() + (entry.isSetApart() ? "" : " of " + QuarantineStore.TRIES),
          Subscriptions.shown(entry.last().at()),
          entry.last().fault().stage(),
          source(entry),
          Subscriptions.shown(entry.last().url()),
          entry.last().fault().error().lines().findFirst().orElse(""));
    }
    table.print(report);
    long apart = entries.stream().filter(Entry::isSetApart).count();
    report.note(
        apart + " items in quarantine, " + (entries.size() - apart) + " tried again by themselves");
  }

  private String source(Entry entry) {
    return works
        .store()
        .sources()
        .find(entry.last().source(), Audience.OWNER)
        .map(Source::url)
        .map(Subscriptions::shown)
        .orElse("removed source " + entry.last().source());
  }

  void show(Order order, Report report) {
    Entry entry = require(order);
    report.line(entry.last().url());
    report.line("source: " + source(entry));
    report.line("tries: " + entry.tries() + ", first " + Subscriptions.shown(entry.since()));
    report.line("stage: " + entry.last().fault().stage());
    report.line("error: " + entry.last().fault().error());
    entry.last().fault().frames().forEach(frame -> report.line("  at " + frame));
    Optional<Raw> raw = works.store().quarantine().findRaw(entry.number());
    if (raw.isEmpty()) {
      report.note("what was received is not kept");
      return;
    }
    item(raw.get().item(), report);
    raw.get()
        .findPage()
        .ifPresent(
            page -> {
              report.line("page (" + page.length + " bytes, " + raw.get().pageType() + "):");
              new String(page, StandardCharsets.UTF_8).lines().forEach(report::line);
            });
  }

  private static void item(FeedItem item, Report report) {
    said("guid", item.guid(), report);
    said("link", item.link(), report);
    said("title", item.title(), report);
    said("summary", item.summary(), report);
    said("content", item.content(), report);
  }

  private static void said(String name, @Nullable String text, Report report) {
    if (text != null) {
      report.line(name + ": " + text);
    }
  }

  void retry(Order order, Report report) {
    List<Entry> entries =
        order.arguments().equals(List.of(ALL))
            ? works.store().quarantine().list()
            : List.of(require(order));
    for (Entry entry : entries) {
      report.line(entry.number() + "  " + entry.last().url() + ": " + outcome(entry));
    }
  }

  /** Tries an item again and waits for nothing; what follows from it follows by itself. */
  public Retrial.Outcome retry(Entry entry) {
    Retrial.Outcome outcome = works.retrial().retry(entry);
    if (outcome == Retrial.Outcome.WAITS) {
      works.readingsWait();
      works.sourcesChanged();
    }
    return outcome;
  }

  void drop(Order order, Report report) {
    Entry entry = require(order);
    if (!drop(entry)) {
      throw Arguments.bad(
          entry.number() + " has been read and waits for its place; only 'retry' helps it");
    }
    report.line(entry.number() + "  " + entry.last().url() + ": forgotten");
    report.note("while its source announces it, it is tried anew");
  }

  /**
   * Forgets an item that could not be read, with what was received; while its source announces it,
   * it is tried anew. Returns false for one that was read, since its article would be lost.
   */
  public boolean drop(Entry entry) {
    if (entry.last().article() != null) {
      return false;
    }
    works.store().quarantine().remove(entry.number());
    return true;
  }

  private String outcome(Entry entry) {
    return switch (retry(entry)) {
      case READ -> "read";
      case BROKEN -> "broke again";
      case WAITS -> waited(entry);
    };
  }

  private String waited(Entry entry) {
    if (entry.last().article() == null) {
      return "its source is asked for it again";
    }
    works.settle((done, total) -> {});
    return works.store().quarantine().find(entry.number()).isEmpty() ? "placed" : "broke again";
  }

  private Entry require(Order order) {
    String written = Arguments.require(order, 0, "the number of an item in quarantine");
    return Optional.of(written)
        .filter(w -> w.matches("[1-9]\\d{0,17}"))
        .flatMap(w -> works.store().quarantine().find(Long.parseLong(w)))
        .orElseThrow(
            () ->
                new TagwireException(
                    ErrorCode.NOT_FOUND,
                    "there is nothing in quarantine under '"
                        + written
                        + "'; 'tagwire sources --quarantine' lists what there is"));
  }
}
