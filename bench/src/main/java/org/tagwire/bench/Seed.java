package org.tagwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.bench.GeneratedNews.Made;
import org.tagwire.engines.Engines;
import org.tagwire.ingest.Indexer;
import org.tagwire.model.Failpoints;
import org.tagwire.model.SourceId;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.Store;

/**
 * Fills a data directory with generated articles through the store's port, then builds the index.
 */
final class Seed implements Benchmark {
  static final int ARTICLES = 100_000;
  private static final int BATCH = 50;

  @Override
  public String name() {
    return "seed";
  }

  @Override
  public String purpose() {
    return "fill a data directory through the store (--data DIR, --articles " + ARTICLES + ")";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    Optional<Path> data = options.findPath("data");
    if (data.isEmpty()) {
      return List.of(
          Table.skipped("Seed", "say which data directory with --data DIR; it is filled and kept"));
    }
    if (Files.exists(data.get().resolve("tagwire.db"))) {
      return List.of(Table.skipped("Seed", data.get() + " is filled already"));
    }
    Files.createDirectories(data.get());
    return List.of(fill(data.get(), options.number("articles", ARTICLES)));
  }

  /** Fills an empty directory. */
  static Table fill(Path directory, int articles) {
    Instant now = InstantSource.system().instant();
    try (Engines engines = Engines.embedded(directory, Failpoints.NONE, InstantSource.system())) {
      Store store = engines.store();
      List<SourceId> sources = store.sources().add(GeneratedNews.sources(), Instant.MAX);
      GeneratedNews news = new GeneratedNews(now, articles, sources);
      long making = 0;
      long begun = Out.cpu();
      for (int done = 0; done < articles; done += BATCH) {
        long before = Out.cpu();
        List<Made> batch = batch(news, done, Math.min(done + BATCH, articles));
        making += Out.cpu() - before;
        put(store.articles(), batch);
        if (done % 10_000 == 0) {
          Out.say(done + " of " + articles + " articles stored");
        }
      }
      double stored = (Out.cpu() - begun - making) / 1e3 / articles;
      long beforeIndex = Out.cpu();
      index(new Indexer(store.articles(), engines.index()), store.articles().lastChange());
      double indexed = (Out.cpu() - beforeIndex) / 1e3 / articles;
      return Table.of(
              "Seed, " + articles + " articles of 2.5 KB with 12 tags", "step", "CPU µs / article")
          .row("store: accept and place in batches of " + BATCH, Table.figure(stored, 0))
          .row("index, merges included", Table.figure(indexed, 0))
          .note(engines.index().count() + " in the index, " + store.tags().count() + " tags")
          .done();
    }
  }

  private static List<Made> batch(GeneratedNews news, int from, int to) {
    List<Made> batch = new ArrayList<>();
    for (int i = from; i < to; i++) {
      batch.add(news.article(i));
    }
    return batch;
  }

  private static void put(ArticleStore store, List<Made> batch) {
    store.accept(batch.stream().map(Made::accepted).toList(), Optional.empty());
    store.place(batch.stream().map(Made::placed).toList());
  }

  private static void index(Indexer indexer, long goal) {
    Thread thread = Thread.ofPlatform().name("indexer").start(indexer::run);
    try {
      while (indexer.applied() < goal && thread.isAlive()) {
        Thread.sleep(100);
      }
      indexer.stop();
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
