package org.tagwire.ingest;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.Source;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.QuarantineStore;
import org.tagwire.store.QuarantineStore.Breakage;
import org.tagwire.store.QuarantineStore.Entry;

/**
 * Keeps a bug that one item brings out from stopping the others: the item is tried again, and after
 * {@value QuarantineStore#TRIES} tries set apart, with what was received, until it says something
 * else or somebody has it tried again. Safe for use by many threads.
 */
public final class Quarantine {
  private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

  private final QuarantineStore store;
  private final boolean keepsRaw;
  private final InstantSource clock;

  /**
   * @param keepsRaw whether anything that was received may be kept
   */
  public Quarantine(QuarantineStore store, boolean keepsRaw, InstantSource clock) {
    this.store = store;
    this.keepsRaw = keepsRaw;
    this.clock = clock;
  }

  /** Begins the reading of what one source has announced. */
  Round round(Source source) {
    return new Round(source);
  }

  /**
   * Does work that makes a place for one reading; false when that broke.
   *
   * @param raw asks for what was received
   */
  boolean place(Reading reading, Supplier<Optional<Raw>> raw, Runnable work) {
    Optional<Throwable> bug = Attempt.at(work).bug();
    bug.ifPresent(thrown -> note(breakage(reading, raw.get(), thrown), thrown));
    return bug.isEmpty();
  }

  private Breakage breakage(Reading reading, Optional<Raw> raw, Throwable bug) {
    return new Breakage(
        reading.announcement().source(),
        reading.announcement().key(),
        reading.announcement().contentHash(),
        reading.url(),
        reading.id(),
        Stages.fault(bug, "place"),
        raw.filter(r -> keepsRaw).map(Evidence::cut),
        clock.instant());
  }

  private Entry note(Breakage breakage, Throwable bug) {
    Entry entry = store.broke(breakage);
    log.error(
        "{} broke at {}, try {} of {}; {}",
        breakage.url(),
        breakage.fault().stage(),
        entry.tries(),
        QuarantineStore.TRIES,
        entry.isSetApart()
            ? "it is set apart, 'tagwire sources --quarantine' shows it"
            : "it is tried again",
        bug);
    return entry;
  }

  /** What one source has announced, item by item. Used by one thread. */
  final class Round {
    private final Source source;
    private int done;
    private int open;
    private int apart;

    private Round(Source source) {
      this.source = source;
    }

    /** Leaves out what is set apart and says what it said. */
    List<Fresh> admit(List<Fresh> fresh) {
      Map<ItemKey, Long> setApart = fresh.isEmpty() ? Map.of() : store.setApart(source.id());
      List<Fresh> admitted = new ArrayList<>(fresh);
      admitted.removeIf(
          item ->
              Long.valueOf(item.marked().contentHash()).equals(setApart.get(item.marked().key())));
      apart = fresh.size() - admitted.size();
      return admitted;
    }

    /** Reads one item; empty when that broke. */
    <T> Optional<T> read(Fresh item, Function<Evidence, T> reading) {
      Evidence evidence = new Evidence();
      Attempt<T> attempt = Attempt.at(() -> reading.apply(evidence));
      if (attempt.bug().isEmpty()) {
        done++;
      } else {
        Throwable bug = attempt.bug().get();
        boolean setApart = note(breakage(item, evidence, bug), bug).isSetApart();
        open += setApart ? 0 : 1;
        apart += setApart ? 1 : 0;
      }
      return attempt.result();
    }

    private Breakage breakage(Fresh item, Evidence evidence, Throwable bug) {
      return new Breakage(
          source.id(),
          item.marked().key(),
          item.marked().contentHash(),
          item.url(),
          null,
          Stages.fault(bug, "read"),
          keepsRaw ? Optional.of(evidence.cut(item.item())) : Optional.empty(),
          clock.instant());
    }

    /** Returns how many items were read. */
    int done() {
      return done;
    }

    /**
     * Adds to the record of the poll what broke. While an item is to be tried again, the next poll
     * asks for the whole feed, which an unchanged one would not bring.
     */
    PollRecord tell(PollRecord record) {
      if (open + apart == 0) {
        return record;
      }
      List<String> details = new ArrayList<>();
      if (!record.detail().isEmpty()) {
        details.add(record.detail());
      }
      if (open > 0) {
        details.add(open + " items broke a stage of Tagwire and are tried again");
      }
      if (apart > 0) {
        details.add(apart + " items are in quarantine: 'tagwire sources --quarantine'");
      }
      PollPlan next = record.next();
      return new PollRecord(
          record.source(),
          record.at(),
          record.took(),
          record.outcome(),
          String.join("; ", details),
          record.items(),
          record.accepted(),
          open == 0
              ? next
              : new PollPlan(
                  next.due(),
                  next.interval(),
                  null,
                  null,
                  next.failures(),
                  next.move(),
                  next.hints()));
    }
  }
}
