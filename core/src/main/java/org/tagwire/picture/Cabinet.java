package org.tagwire.picture;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures kept in files, of which those that nobody asked for longest go first. Nothing in it is
 * worth keeping: a folder that cannot be read or written is an empty one. Safe for use by many
 * threads; the folder is looked at when the first picture is asked for.
 */
final class Cabinet {
  private static final Logger LOG = LoggerFactory.getLogger(Cabinet.class);
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}-[0-9]{1,4}\\.(jpeg|png|webp)");

  private final Path folder;
  private final long most;
  private final Duration life;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicLong drafts = new AtomicLong();
  private @Nullable LinkedHashMap<String, Entry> entries;
  private long held;

  /** A file and what is known of it. */
  private record Entry(Print.Format format, long bytes, Instant written) {}

  /**
   * @param life a publisher may exchange or take away a picture; so long at most the old one is
   *     shown
   */
  Cabinet(Path folder, long most, Duration life, InstantSource clock) {
    this.folder = folder;
    this.most = most;
    this.life = life;
    this.clock = clock;
  }

  /** Finds a picture by the hash of its address and its width. */
  Optional<Print> find(String hash, int width) {
    String name = name(hash, width);
    Entry entry = entry(name);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(file(name, entry.format()));
      return Optional.of(new Print(entry.format(), bytes));
    } catch (IOException gone) {
      LOG.debug("a picture could not be read: {}", gone.getMessage());
      forget(name);
      return Optional.empty();
    }
  }

  /** Keeps a picture, and lets go of others until all fit. */
  void put(String hash, int width, Print print) {
    if (print.bytes().length > most) {
      return;
    }
    String name = name(hash, width);
    Path draft = folder.resolve("draft-" + drafts.incrementAndGet());
    try {
      Files.createDirectories(folder);
      Files.write(draft, print.bytes());
      Files.move(
          draft,
          file(name, print.format()),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("a picture could not be kept in {}: {}", folder, e.getMessage());
      // on a full disk the next one would leave another
      delete(draft);
      return;
    }
    Entry entry = new Entry(print.format(), print.bytes().length, clock.instant());
    locked(() -> take(name, entry));
  }

  /** Throws a picture away in every width. */
  void remove(String hash) {
    locked(
        () ->
            new ArrayList<>(index().keySet())
                .stream().filter(name -> name.startsWith(hash)).forEach(this::drop));
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Entry entry(String name) {
    lock.lock();
    try {
      Entry entry = index().get(name);
      if (entry != null && entry.written().plus(life).isBefore(clock.instant())) {
        drop(name);
        return null;
      }
      return entry;
    } finally {
      lock.unlock();
    }
  }

  private void forget(String name) {
    locked(() -> drop(name));
  }

  private void take(String name, Entry entry) {
    Entry before = index().get(name);
    if (before != null && before.format() != entry.format()) {
      drop(name);
    } else if (before != null) {
      held -= before.bytes();
    }
    index().put(name, entry);
    held += entry.bytes();
    makeRoom();
  }

  private void makeRoom() {
    Iterator<Map.Entry<String, Entry>> eldest = index().entrySet().iterator();
    List<String> leaving = new ArrayList<>();
    long left = held;
    while (left > most && eldest.hasNext()) {
      Map.Entry<String, Entry> next = eldest.next();
      leaving.add(next.getKey());
      left -= next.getValue().bytes();
    }
    leaving.forEach(this::drop);
  }

  private void drop(String name) {
    Entry gone = index().remove(name);
    if (gone != null) {
      held -= gone.bytes();
      delete(file(name, gone.format()));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} could not be deleted: {}", file, e.getMessage());
    }
  }

  /** Returns the index, oldest use first; made from the folder's files at the first call. */
  private LinkedHashMap<String, Entry> index() {
    LinkedHashMap<String, Entry> present = entries;
    if (present == null) {
      present = new LinkedHashMap<>(64, 0.75f, true);
      entries = present;
      look(present);
      makeRoom();
    }
    return present;
  }

  private void look(Map<String, Entry> found) {
    Map<String, Entry> unsorted = new LinkedHashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        note(file, unsorted);
      }
    } catch (NoSuchFileException none) {
      return;
    } catch (IOException e) {
      LOG.warn("{} could not be read: {}", folder, e.getMessage());
    }
    unsorted.entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getValue().written()))
        .forEach(each -> found.put(each.getKey(), each.getValue()));
  }

  private void note(Path file, Map<String, Entry> found) throws IOException {
    String name = file.getFileName().toString();
    if (!NAME.matcher(name).matches()) {
      delete(file);
      return;
    }
    int dot = name.indexOf('.');
    Print.Format format = Print.Format.ofSuffix(name.substring(dot + 1)).orElseThrow();
    long bytes = Files.size(file);
    found.put(
        name.substring(0, dot),
        new Entry(format, bytes, Files.getLastModifiedTime(file).toInstant()));
    held += bytes;
  }

  private static String name(String hash, int width) {
    return hash + "-" + width;
  }

  private Path file(String name, Print.Format format) {
    return folder.resolve(name + "." + format.suffix());
  }
}
