package org.tagwire.index.lucene;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;
import org.tagwire.index.IndexChange;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Coverage;
import org.tagwire.model.Cursor;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Mark;
import org.tagwire.model.Page;
import org.tagwire.model.RankQuery;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Totals;

/**
 * The search index in a directory of its own, held by one process at a time.
 *
 * <p>Safe for use by many threads; changes are expected from one. A failure of the engine is a
 * {@link TagwireException} with {@link ErrorCode#INDEX_FAILED}: close the index, open it again, and
 * follow the store from {@link #committed}.
 */
public final class LuceneSearchIndex implements SearchIndex {
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Failpoints failpoints;
  private final NewsAnalyzer analyzer;
  private final Questions questions;
  private final DocumentForm form = new DocumentForm();
  private volatile long committed;

  /**
   * An index that was opened.
   *
   * @param index the index
   * @param startedEmpty whether nothing usable was there, so that the caller must fill it from the
   *     store
   * @param why why it started empty, for people; empty when it did not
   */
  public record Opened(LuceneSearchIndex index, boolean startedEmpty, String why) {}

  LuceneSearchIndex(OpenFiles files, Failpoints failpoints, long committed) {
    this.directory = files.directory();
    this.writer = files.writer();
    this.searchers = files.searchers();
    this.analyzer = files.analyzer();
    this.failpoints = failpoints;
    this.committed = committed;
    questions = new Questions(analyzer, () -> new Patience(System::nanoTime, Patience.LIMIT));
  }

  /** What an index holds open. */
  record OpenFiles(
      Directory directory, IndexWriter writer, SearcherManager searchers, NewsAnalyzer analyzer) {}

  /**
   * Opens the index in {@code directory}, making it when it is not there. What is damaged or of
   * another format is deleted, an index of another program moved aside; both are reported, and the
   * index starts empty.
   *
   * @throws TagwireException {@link ErrorCode#DIRECTORY_IN_USE} when another process has it open,
   *     {@link ErrorCode#INDEX_FAILED} when the directory cannot be read or written
   */
  public static Opened open(Path directory, Failpoints failpoints) {
    return IndexOpening.open(directory, failpoints);
  }

  @Override
  public synchronized void apply(List<IndexChange> changes) {
    write(
        () -> {
          for (IndexChange change : changes) {
            switch (change) {
              case IndexChange.Put put ->
                  writer.updateDocument(Schema.id(put.id()), form.fill(put));
              case IndexChange.Remove remove -> writer.deleteDocuments(Schema.id(remove.id()));
            }
          }
        });
  }

  @Override
  public void refresh() {
    write(searchers::maybeRefreshBlocking);
  }

  @Override
  public synchronized void commit(long upTo) {
    write(
        () -> {
          writer.setLiveCommitData(commitData(upTo).entrySet());
          failpoints.reach(Failpoints.Point.BEFORE_INDEX_COMMIT);
          writer.commit();
          committed = upTo;
          failpoints.reach(Failpoints.Point.AFTER_INDEX_COMMIT);
        });
  }

  static Map<String, String> commitData(long change) {
    return Map.of(
        IndexDirectory.FORMAT_KEY, Integer.toString(Schema.FORMAT),
        IndexDirectory.CHANGE_KEY, Long.toString(change));
  }

  @Override
  public long committed() {
    return committed;
  }

  @Override
  public long version() {
    return read(Snapshot::number);
  }

  @Override
  public synchronized void clear() {
    write(writer::deleteAll);
    commit(0);
    refresh();
  }

  @Override
  public Page list(ListQuery query) {
    return read(snapshot -> page(snapshot, query));
  }

  private Page page(Snapshot snapshot, ListQuery query) throws IOException {
    Question question = questions.ask(query.filter(), query.audience(), snapshot);
    CopyGroups copies = new CopyGroups(question);
    NewestFirst matches = new NewestFirst(question, place(query.after()));
    List<Page.Listing> listings = new ArrayList<>(query.size());
    for (var match = matches.next(); match != null; match = matches.next()) {
      int outlets = copies.outlets(match.segment(), match.doc(), query.folded());
      if (outlets > 0 && listings.size() == query.size()) {
        return new Page(listings, Cursor.after(listings.getLast().card()));
      }
      if (outlets > 0) {
        listings.add(new Page.Listing(match.segment().card(match.doc()), outlets));
      }
    }
    return new Page(listings, null);
  }

  @Override
  public List<Page.Listing> best(RankQuery query) {
    return read(snapshot -> best(snapshot, query));
  }

  private List<Page.Listing> best(Snapshot snapshot, RankQuery query) throws IOException {
    Question question = questions.ask(query.filter(), query.audience(), snapshot);
    CopyGroups copies = new CopyGroups(question);
    List<Page.Listing> listings = new ArrayList<>(query.size());
    int passed = 0;
    for (Relevance.Hit hit :
        new Relevance(question, Sought.in(query.filter().where(), analyzer)).best(query.until())) {
      int outlets =
          listings.size() == query.size() ? 0 : copies.outlets(hit.segment(), hit.doc(), true);
      if (outlets > 0 && passed++ >= query.from()) {
        listings.add(new Page.Listing(hit.segment().card(hit.doc()), outlets));
      }
    }
    return listings;
  }

  @Override
  public List<Mark> highlights(Condition condition, String text) {
    List<NewsAnalyzer.Cut> words = analyzer.cut(text, Integer.MAX_VALUE);
    return Highlighter.marks(Sought.in(condition, analyzer), words);
  }

  private static NewestFirst.@Nullable Place place(@Nullable Cursor cursor) {
    return cursor == null
        ? null
        : new NewestFirst.Place(Schema.order(cursor.order()), Schema.rank(cursor.id()));
  }

  @Override
  public Totals totals(Filter filter, Audience audience) {
    Heading.Asked asked = new Heading.Asked(filter, audience);
    return read(
        snapshot ->
            snapshot.totals().ask(asked, () -> counting(snapshot, filter, audience).totals()));
  }

  @Override
  public List<Integer> volume(Filter filter, Audience audience, List<Instant> bounds) {
    Snapshot.Spread asked = new Snapshot.Spread(filter, audience, List.copyOf(bounds));
    return read(
        snapshot ->
            snapshot
                .volumes()
                .ask(
                    asked,
                    () -> Volume.of(questions.ask(filter, audience, snapshot), asked.bounds())));
  }

  @Override
  public List<TagCount> topTags(Filter filter, Audience audience, Instant since, int limit) {
    Snapshot.Ranking asked = new Snapshot.Ranking(filter, audience, since, limit);
    return read(
        snapshot ->
            snapshot
                .rankings()
                .ask(asked, () -> counting(snapshot, filter, audience).topTags(since, limit)));
  }

  @Override
  public void coverage(
      Filter filter, Audience audience, Instant from, Instant to, Consumer<Coverage> heard) {
    read(
        snapshot -> {
          Question question = questions.ask(filter, audience, snapshot);
          CoverageReader.read(question, Schema.order(from), Schema.order(to), heard);
          return snapshot;
        });
  }

  private Counting counting(Snapshot snapshot, Filter filter, Audience audience)
      throws IOException {
    return new Counting(questions.ask(filter, audience, snapshot));
  }

  @Override
  public List<Page.Listing> related(ArticleId id, Audience audience, int limit) {
    Snapshot.Kindred asked = new Snapshot.Kindred(id, audience, limit);
    return read(snapshot -> snapshot.kindred().ask(asked, () -> related(snapshot, asked)));
  }

  private List<Page.Listing> related(Snapshot snapshot, Snapshot.Kindred asked) throws IOException {
    Optional<Snapshot.Spot> seed = snapshot.find(asked.id());
    return seed.isPresent() && seed.get().isThere(asked.audience())
        ? related(snapshot, seed.get(), asked.audience(), asked.limit())
        : List.of();
  }

  private List<Page.Listing> related(
      Snapshot snapshot, Snapshot.Spot seed, Audience audience, int limit) throws IOException {
    CopyGroups copies = new CopyGroups(questions.ask(Filter.ALL, audience, snapshot));
    List<Page.Listing> listings = new ArrayList<>();
    for (Kinship.Kin kin : new Kinship(snapshot, analyzer, audience).of(seed, limit)) {
      int outlets = copies.outlets(kin.segment(), kin.doc(), false);
      listings.add(new Page.Listing(kin.card(), outlets));
    }
    return listings;
  }

  @Override
  public long count() {
    return read(snapshot -> (long) snapshot.getIndexReader().numDocs());
  }

  /** {@inheritDoc} Looks at the last commit; no other is made meanwhile, so its files stay. */
  @Override
  public synchronized List<String> check() {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (CheckIndex check = new CheckIndex(directory, new NoLock());
        PrintStream out = new PrintStream(report, false, StandardCharsets.UTF_8)) {
      check.setThreadCount(1);
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      check.setInfoStream(out);
      boolean clean = check.checkIndex().clean;
      out.flush();
      return clean ? List.of() : complaints(report.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return List.of("the index cannot be read: " + e.getMessage() + "; rebuild it");
    }
  }

  private static List<String> complaints(String report) {
    List<String> lines =
        report
            .lines()
            .map(String::strip)
            .filter(line -> line.contains("ERROR") || line.contains("Exception"))
            .distinct()
            .toList();
    return lines.isEmpty() ? List.of("the index is damaged; rebuild it") : lines;
  }

  /**
   * Looking needs no lock: the writer holds the real one, and {@code check} keeps it from
   * committing.
   */
  private static final class NoLock extends Lock {
    @Override
    public void ensureValid() {
      // Nothing is written under it.
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  @Override
  public synchronized void close() {
    try (directory;
        writer;
        searchers) {
      writer.rollback();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private interface Write {
    void run() throws IOException;
  }

  private interface Read<T> {
    T from(Snapshot snapshot) throws IOException;
  }

  private void write(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw failed(e);
    } catch (AlreadyClosedException e) {
      throw writer.getTragicException() == null ? e : failed(e);
    }
  }

  private <T> T read(Read<T> question) {
    try {
      Snapshot snapshot = (Snapshot) searchers.acquire();
      try {
        return question.from(snapshot);
      } finally {
        searchers.release(snapshot);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static TagwireException failed(Exception e) {
    return new TagwireException(
        ErrorCode.INDEX_FAILED,
        "the search index failed: " + e.getMessage() + "; open it again or rebuild it",
        e);
  }
}
