package org.tagwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tagwire.ingest.Archivist;
import org.tagwire.model.Cursor;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Retention;
import org.tagwire.model.SourceId;
import org.tagwire.store.ArchiveStore;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

/** Drops half of the articles of a data directory, as housekeeping does, and times each step. */
final class Clearing implements Benchmark {
  @Override
  public String name() {
    return "clearing";
  }

  @Override
  public String purpose() {
    return "drop the older half of what 'seed' has filled a data directory with (--data DIR)";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    Optional<Path> data =
        options.findPath("data").filter(d -> Files.exists(d.resolve(SqliteStore.FILE)));
    if (data.isEmpty()) {
      return List.of(
          Table.skipped("Clearing", "say which data directory with --data DIR; 'seed' makes one"));
    }
    InstantSource clock = InstantSource.system();
    try (Store store = SqliteStore.open(data.get(), Failpoints.NONE, clock)) {
      return List.of(measure(store, data.get().resolve(SqliteStore.FILE), clock));
    }
  }

  private static Table measure(Store store, Path file, InstantSource clock) throws IOException {
    long articles = store.articles().count();
    long used = store.archive().bytes(Optional.empty());
    Timed timed = new Timed(store.archive());
    Retention half = new Retention(null, Math.max(1, articles / 2), null);
    long cpu = Out.cpu();
    long begun = System.nanoTime();
    long dropped = new Archivist(timed, half, store.articles()::lastChange, clock).round();
    double seconds = (System.nanoTime() - begun) / 1e9;
    double micros = (Out.cpu() - cpu) / 1e3 / Math.max(1, dropped);
    Collections.sort(timed.millis);
    long left = store.archive().bytes(Optional.empty());
    return Table.of("Clearing, " + dropped + " of " + articles + " articles", "what", "figure")
        .row("articles a second", Table.figure(dropped / seconds, 0))
        .row("CPU µs / article", Table.figure(micros, 0))
        .row("transactions", Integer.toString(timed.millis.size()))
        .row("transaction, median ms", Table.figure(timed.at(0.5), 1))
        .row("transaction, 99 % ms", Table.figure(timed.at(0.99), 1))
        .row("transaction, longest ms", Table.figure(timed.at(1), 1))
        .row("database in use before, MB", Table.figure(used / 1e6, 1))
        .row("database in use after, MB", Table.figure(left / 1e6, 1))
        .row("its file, MB", Table.figure(Files.size(file) / 1e6, 1))
        .note("a transaction is what ingest may have to wait for, its checkpoint included")
        .done();
  }

  /** An archive that writes down how long each transaction took. */
  private static final class Timed implements ArchiveStore {
    private final ArchiveStore archive;
    private final List<Double> millis = new ArrayList<>();

    Timed(ArchiveStore archive) {
      this.archive = archive;
    }

    double at(double share) {
      int last = millis.size() - 1;
      return last < 0 ? 0 : millis.get((int) Math.round(share * last));
    }

    @Override
    public Sweep drop(Stretch stretch, int limit) {
      long begun = System.nanoTime();
      Sweep sweep = archive.drop(stretch, limit);
      millis.add((System.nanoTime() - begun) / 1e6);
      return sweep;
    }

    @Override
    public java.util.Map<SourceId, Retention> rules() {
      return archive.rules();
    }

    @Override
    public void rule(SourceId source, Optional<Retention> rule) {
      archive.rule(source, rule);
    }

    @Override
    public Optional<Cursor> surplus(
        Optional<SourceId> source, Retention rule, java.time.Instant now) {
      return archive.surplus(source, rule, now);
    }

    @Override
    public long bytes(Optional<SourceId> source) {
      return archive.bytes(source);
    }

    @Override
    public int forget(java.time.Instant before, long followed, int limit) {
      return archive.forget(before, followed, limit);
    }
  }
}
