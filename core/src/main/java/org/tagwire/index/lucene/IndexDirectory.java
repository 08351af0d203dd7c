package org.tagwire.index.lucene;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.Directory;

/**
 * Looks at what lies in an index directory before it is trusted.
 *
 * <p>Everything a crash or a careless hand can do is found here: missing, cut and foreign files,
 * files of an older or newer Lucene, documents of another {@link Schema#FORMAT}. Contents are read
 * against their checksums, smallest files first, up to {@link #CHECKED_BYTES}; beyond that the
 * large files are left to {@code check}, so that a start stays short. Used only under the
 * directory's write lock.
 */
final class IndexDirectory {
  static final String FORMAT_KEY = "tagwire-format";
  static final String CHANGE_KEY = "tagwire-change";

  /** About a tenth of a second of reading. */
  private static final long CHECKED_BYTES = 256L << 20;

  private final Directory directory;
  private final Path path;

  IndexDirectory(Directory directory, Path path) {
    this.directory = directory;
    this.path = path;
  }

  /** What was found. */
  sealed interface Found {
    /** A sound index that contains all changes up to a number. */
    record Sound(long change) implements Found {}

    /** Nothing. */
    record Nothing() implements Found {}

    /** Something that cannot be used. */
    record Unusable(String why) implements Found {}

    /** An index of another program, to be kept. */
    record Foreign() implements Found {}
  }

  Found look() throws IOException {
    try {
      if (indexFiles().isEmpty()) {
        return new Found.Nothing();
      }
      SegmentInfos infos = SegmentInfos.readLatestCommit(directory);
      Optional<Found> refused = refuse(infos.getUserData());
      if (refused.isPresent()) {
        return refused.get();
      }
      DirectoryReader.open(directory).close();
      readAgainstChecksums(infos.files(true));
      return new Found.Sound(Long.parseLong(infos.getUserData().getOrDefault(CHANGE_KEY, "")));
    } catch (IndexFormatTooOldException | IndexFormatTooNewException e) {
      return new Found.Unusable("it was written by another version of Lucene");
    } catch (CorruptIndexException | IndexNotFoundException | EOFException e) {
      return new Found.Unusable("it is damaged: " + e.getMessage());
    } catch (NoSuchFileException e) {
      return new Found.Unusable("a file is missing: " + fileName(e));
    } catch (IllegalArgumentException e) {
      // Lucene says so of a codec it does not know; a change number that is no number ends here
      // too.
      return new Found.Unusable("it cannot be read: " + e.getMessage());
    }
  }

  private static Optional<Found> refuse(Map<String, String> data) {
    String format = data.get(FORMAT_KEY);
    if (format == null) {
      return Optional.of(new Found.Foreign());
    }
    String expected = Integer.toString(Schema.FORMAT);
    return format.equals(expected)
        ? Optional.empty()
        : Optional.of(new Found.Unusable("it has format " + format + ", and this is " + expected));
  }

  private static String fileName(FileSystemException e) {
    String file = e.getFile();
    return file == null ? "unknown" : String.valueOf(Path.of(file).getFileName());
  }

  private void readAgainstChecksums(Collection<String> files) throws IOException {
    record Sized(String name, long bytes) {}
    List<Sized> bySize = new ArrayList<>();
    for (String file : files) {
      bySize.add(new Sized(file, directory.fileLength(file)));
    }
    bySize.sort(Comparator.comparingLong(Sized::bytes));
    long read = 0;
    for (Sized file : bySize) {
      read += file.bytes();
      if (read > CHECKED_BYTES) {
        return;
      }
      try (ChecksumIndexInput in = directory.openChecksumInput(file.name())) {
        in.seek(Math.max(0, file.bytes() - CodecUtil.footerLength()));
        CodecUtil.checkFooter(in);
      }
    }
  }

  /** Deletes the files of an index, and no others. */
  void empty() throws IOException {
    for (String file : indexFiles()) {
      Files.deleteIfExists(path.resolve(file));
    }
  }

  /**
   * Moves the files of an index beside the directory, as {@code NAME.foreign}, and returns where.
   */
  Path moveAside() throws IOException {
    Path aside = path.resolveSibling(path.getFileName() + ".foreign");
    Files.createDirectories(aside);
    for (String file : indexFiles()) {
      Files.move(path.resolve(file), aside.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    return aside;
  }

  private List<String> indexFiles() throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : directory.listAll()) {
      if (!name.equals(IndexWriter.WRITE_LOCK_NAME) && isOfAnIndex(name)) {
        names.add(name);
      }
    }
    return names;
  }

  private static boolean isOfAnIndex(String name) {
    return IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()
        || name.startsWith(IndexFileNames.SEGMENTS)
        || name.startsWith(IndexFileNames.PENDING_SEGMENTS);
  }
}
