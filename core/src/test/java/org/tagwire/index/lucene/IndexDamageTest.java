package org.tagwire.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.Clipping;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.TagwireException;

/** What a crash, a bad disk or a careless hand does to an index is noticed, and never served. */
class IndexDamageTest {
  @TempDir Path temp;
  private Path directory;

  @BeforeEach
  void name() {
    directory = temp.resolve("index");
  }

  private LuceneSearchIndex.Opened open() {
    return LuceneSearchIndex.open(directory, Failpoints.NONE);
  }

  private void fill() {
    try (LuceneSearchIndex index = open().index()) {
      for (int i = 0; i < 40; i++) {
        index.apply(List.of(Clipping.of("n" + i).minute(i).about("Pia Lund").put()));
        if (i % 10 == 9) {
          index.commit(i);
        }
      }
    }
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> !f.endsWith(IndexWriter.WRITE_LOCK_NAME)).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to);
      for (Path file : files(from)) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysThatThereWasNoIndexYet() {
    LuceneSearchIndex.Opened opened = open();
    opened.index().close();
    assertThat(opened.startedEmpty()).isTrue();
    assertThat(opened.why()).contains("no index yet");
  }

  @Test
  void opensASoundIndexWithoutAWord() {
    fill();
    LuceneSearchIndex.Opened opened = open();
    assertThat(opened.startedEmpty()).isFalse();
    assertThat(opened.why()).isEmpty();
    assertThat(opened.index().count()).isEqualTo(40);
    assertThat(opened.index().committed()).isEqualTo(39);
    opened.index().close();
  }

  @Test
  void startsEmptyWhenAnyFileIsMissing() throws IOException {
    fill();
    Path sound = temp.resolve("sound");
    copy(directory, sound);
    for (Path file : files(sound)) {
      directory = temp.resolve("without-" + file.getFileName());
      copy(sound, directory);
      Files.delete(directory.resolve(file.getFileName()));
      startsEmptyAndWorks(file.getFileName().toString());
    }
  }

  @Test
  void startsEmptyWhenAnyFileIsCutOrHasAWrongBit() throws IOException {
    fill();
    Path sound = temp.resolve("sound");
    copy(directory, sound);
    long seed = new Random().nextLong();
    System.out.println("startsEmptyWhenAnyFileIsCutOrHasAWrongBit: seed " + seed);
    Random random = new Random(seed);
    for (Path file : files(sound)) {
      for (boolean cut : new boolean[] {true, false}) {
        directory = temp.resolve((cut ? "cut-" : "flipped-") + file.getFileName());
        copy(sound, directory);
        byte[] bytes = Files.readAllBytes(file);
        int at = random.nextInt(bytes.length);
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        byte[] damaged = cut ? java.util.Arrays.copyOf(bytes, at) : bytes;
        Files.write(directory.resolve(file.getFileName()), damaged);
        startsEmptyAndWorks(file.getFileName() + " at " + at + ", seed " + seed);
      }
    }
  }

  private void startsEmptyAndWorks(String what) {
    LuceneSearchIndex.Opened opened = open();
    try (LuceneSearchIndex index = opened.index()) {
      assertThat(opened.startedEmpty()).as(what).isTrue();
      assertThat(opened.why()).as(what).isNotBlank();
      assertThat(index.committed()).as(what).isZero();
      index.apply(List.of(Clipping.of("new").put()));
      index.commit(1);
      index.refresh();
      assertThat(index.count()).as(what).isEqualTo(1);
    }
  }

  @Test
  void movesAnIndexOfAnotherProgramAside() throws IOException {
    try (FSDirectory foreign = FSDirectory.open(directory);
        IndexWriter writer = new IndexWriter(foreign, new IndexWriterConfig())) {
      writer.addDocument(new Document());
    }
    startsEmptyAndWorks("foreign");
    assertThat(files(temp.resolve("index.foreign"))).isNotEmpty();
  }

  @Test
  void leavesFilesThatAreNotOfAnIndexAlone() throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("notes.txt"), "mine");
    Files.writeString(directory.resolve("segments_1"), "not really");
    startsEmptyAndWorks("garbage");
    assertThat(directory.resolve("notes.txt")).hasContent("mine");
  }

  @Test
  void refusesASecondWriter() {
    try (LuceneSearchIndex first = open().index()) {
      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              TagwireException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.DIRECTORY_IN_USE));
      assertThat(first.count()).isZero();
    }
  }

  @Test
  void reportsDamageThatIsFoundWhileOpen() throws IOException {
    fill();
    try (LuceneSearchIndex index = open().index()) {
      assertThat(index.check()).isEmpty();
      Path largest =
          files(directory).stream()
              .max(java.util.Comparator.comparing(f -> f.toFile().length()))
              .orElseThrow();
      byte[] bytes = Files.readAllBytes(largest);
      bytes[bytes.length / 2] ^= 1;
      Files.write(largest, bytes);
      assertThat(index.check()).isNotEmpty();
    }
  }

  /** A copy of the files at a failpoint is what a process killed there would have left. */
  @Test
  void comesBackFromEveryFailpointWithTheLastCommit() throws IOException {
    record Shot(Path files, long committed) {}
    List<Shot> shots = new ArrayList<>();
    long[] sure = {0};
    Failpoints camera =
        point -> {
          synchronized (shots) {
            Path to = temp.resolve("shot-" + shots.size() + "-" + point.label());
            copyWhatIsThere(directory, to);
            shots.add(new Shot(to, sure[0]));
          }
        };
    try (LuceneSearchIndex index = LuceneSearchIndex.open(directory, camera).index()) {
      for (int i = 1; i <= 60; i++) {
        index.apply(List.of(Clipping.of("n" + i).minute(i).put()));
        if (i % 3 == 0) {
          index.commit(i);
          sure[0] = i;
        }
      }
    }
    assertThat(shots).anyMatch(s -> s.files().toString().endsWith("merge"));
    for (Shot shot : shots) {
      directory = shot.files();
      LuceneSearchIndex.Opened opened = open();
      try (LuceneSearchIndex index = opened.index()) {
        long committed = index.committed();
        assertThat(index.count()).as("%s", shot).isEqualTo(committed);
        assertThat(committed).as("%s", shot).isBetween(shot.committed(), shot.committed() + 3);
        assertThat(index.check()).isEmpty();
      }
    }
  }

  /**
   * Files that vanish while they are copied belong to no commit; the real process would not have
   * left them either.
   */
  private static void copyWhatIsThere(Path from, Path to) {
    try {
      Files.createDirectories(to);
      for (Path file : files(from)) {
        if (Files.exists(file)) {
          Files.copy(file, to.resolve(file.getFileName()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void asksNothingOfAClosedIndex() {
    LuceneSearchIndex index = open().index();
    index.close();
    ListQuery query = ListQuery.first(Filter.ALL, Audience.OWNER, 1);
    assertThatThrownBy(() -> index.list(query)).isInstanceOf(IllegalStateException.class);
  }
}
