package org.tagwire.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/**
 * Writes consistent copies of a database while it is in use: {@code VACUUM INTO} reads one state
 * and blocks nobody.
 */
final class Backup {
  private final Path file;

  Backup(Path file) {
    this.file = file;
  }

  /**
   * Writes to {@code copy}, which must not exist and appears only when it is whole and on the disk.
   */
  void write(Path copy) {
    if (Files.exists(copy)) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST, copy + " is there already; name a file that does not exist");
    }
    Path part = copy.resolveSibling(copy.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      try (Session session = Database.connect(file, false)) {
        session.run("VACUUM INTO ?", part.toString());
      }
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException e) {
      throw Failures.of(copy, e);
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK, copy + " cannot be written; check the disk and its permissions", e);
    }
  }
}
