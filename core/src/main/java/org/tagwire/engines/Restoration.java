package org.tagwire.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Notice;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Tombstone;
import org.tagwire.store.RuleStore.Given;
import org.tagwire.store.Store;
import org.tagwire.store.Upkeep;
import org.tagwire.store.sqlite.SqliteStore;

/**
 * Puts a backup in the place of a store that nobody has open.
 *
 * <p>The backup is looked through and given the present tombstones and the owner's rules beside the
 * store first, so that what must stay gone stays gone; then it takes the store's place in one move.
 * What was there before is kept as {@value #BEFORE}. The index is dropped, since it belongs to
 * another store; the indexer builds it again. A crash at any point leaves the one store or the
 * other.
 */
public final class Restoration {
  /** The name under which the store that was there before is kept. */
  public static final String BEFORE = "before-restore.db";

  private static final String WORKSHOP = "restoring";

  private final Path directory;
  private final Failpoints failpoints;
  private final InstantSource clock;

  public Restoration(Path directory, Failpoints failpoints, InstantSource clock) {
    this.directory = directory;
    this.failpoints = failpoints;
    this.clock = clock;
  }

  /**
   * Restores {@code backup}.
   *
   * @return how many articles it holds
   * @throws TagwireException when it is no whole backup; then nothing has been changed
   */
  public long restore(Path backup) {
    if (!Files.isRegularFile(backup)) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST, backup + " is not there; name a file that 'backup' has written");
    }
    Path workshop = directory.resolve(WORKSHOP);
    try {
      clear(workshop);
      Files.createDirectories(workshop);
      Files.copy(backup, workshop.resolve(SqliteStore.FILE));
      long articles = prepare(workshop, backup, lasting());
      exchange(workshop);
      clear(workshop);
      return articles;
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK, "the backup could not be put in place: " + e.getMessage(), e);
    }
  }

  /** What outlasts a restore: what must stay gone, and what the owner has said since. */
  private record Lasting(
      List<Tombstone> tombstones, String secrets, List<Given> rules, List<Notice> notices) {
    static final Lasting NOTHING = new Lasting(List.of(), "", List.of(), List.of());
  }

  /**
   * Opening the present store also writes its log into its file, so that the file alone is the
   * whole of it.
   */
  private Lasting lasting() {
    if (!Files.exists(directory.resolve(SqliteStore.FILE))) {
      return Lasting.NOTHING;
    }
    try (Store present = SqliteStore.open(directory, failpoints, clock)) {
      return new Lasting(
          present.tombstones().list(),
          present.upkeep().findProperty(Upkeep.SUPPRESSION_SECRET).orElse(""),
          present.rules().list(),
          present.notices().list(Integer.MAX_VALUE));
    }
  }

  private long prepare(Path workshop, Path backup, Lasting lasting) {
    try (Store restored = SqliteStore.open(workshop, failpoints, clock)) {
      List<String> wrong = restored.upkeep().check();
      if (!wrong.isEmpty()) {
        throw new TagwireException(
            ErrorCode.BAD_REQUEST,
            backup + " is damaged: " + String.join("; ", wrong) + "; use another backup");
      }
      addSecrets(restored, lasting.secrets());
      lasting.tombstones().forEach(restored.tombstones()::put);
      lasting.notices().forEach(notice -> adopt(restored, notice));
      restored.rules().adopt(lasting.rules());
      // who has signed out since is not let in again
      restored.upkeep().putProperty(Upkeep.SESSIONS, "");
      return restored.articles().count();
    }
  }

  /** Names were hashed under the one secret or the other, and are hidden under both. */
  private static void addSecrets(Store restored, String secrets) {
    Set<String> all = new LinkedHashSet<>(List.of(secrets.split(",")));
    restored
        .upkeep()
        .findProperty(Upkeep.SUPPRESSION_SECRET)
        .ifPresent(s -> all.addAll(List.of(s.split(","))));
    all.remove("");
    if (!all.isEmpty()) {
      restored.upkeep().putProperty(Upkeep.SUPPRESSION_SECRET, String.join(",", all));
    }
  }

  /** What was decided since the backup holds. */
  private static void adopt(Store restored, Notice notice) {
    restored.notices().add(notice);
    restored.notices().answer(notice.id(), notice.outcome());
  }

  private void exchange(Path workshop) throws IOException {
    Path file = directory.resolve(SqliteStore.FILE);
    Path before = directory.resolve(BEFORE);
    clear(directory.resolve("index"));
    if (Files.exists(file)) {
      Files.deleteIfExists(before);
      Files.createLink(before, file);
    }
    Files.deleteIfExists(directory.resolve(SqliteStore.FILE + "-wal"));
    Files.deleteIfExists(directory.resolve(SqliteStore.FILE + "-shm"));
    Files.move(
        workshop.resolve(SqliteStore.FILE),
        file,
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (NoSuchFileException e) {
      // nothing to clear
    }
  }
}
