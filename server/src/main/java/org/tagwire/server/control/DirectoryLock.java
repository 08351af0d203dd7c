package org.tagwire.server.control;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/**
 * The right to have a data directory open: one process at a time. The operating system gives it
 * back when the process ends, however it ends.
 */
public final class DirectoryLock implements AutoCloseable {
  private static final String NAME = "lock";
  private static final Duration STEP = Duration.ofMillis(100);

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the directory for a server, making it when it is missing; waits for a short command that
   * has it open, but not for another server.
   *
   * @throws TagwireException with {@link ErrorCode#DIRECTORY_IN_USE} when it is not given back
   *     within {@code patience}
   */
  public static DirectoryLock take(Path directory, Duration patience) {
    return takeUnlessServed(directory, patience)
        .orElseThrow(() -> inUse(directory, NodeFile.findLiving(directory)));
  }

  /**
   * Takes the directory for a command; empty when a server has it, who then can be asked.
   *
   * @throws TagwireException with {@link ErrorCode#DIRECTORY_IN_USE} when another command keeps it
   *     longer than {@code patience}
   */
  public static Optional<DirectoryLock> takeUnlessServed(Path directory, Duration patience) {
    long steps = Math.max(0, patience.dividedBy(STEP));
    for (long step = 0; ; step++) {
      Optional<DirectoryLock> lock = tryTake(directory);
      if (lock.isPresent() || NodeFile.findLiving(directory).isPresent()) {
        return lock;
      }
      if (step >= steps) {
        throw inUse(directory, Optional.empty());
      }
      pause();
    }
  }

  static Optional<DirectoryLock> tryTake(Path directory) {
    FileChannel channel = open(directory);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new DirectoryLock(channel));
      }
    } catch (OverlappingFileLockException e) {
      // somebody else in this process has it, which is the same answer
    } catch (IOException e) {
      close(channel);
      throw new TagwireException(
          ErrorCode.DISK, directory + " could not be locked: " + e.getMessage(), e);
    }
    close(channel);
    return Optional.empty();
  }

  private static FileChannel open(Path directory) {
    try {
      Files.createDirectories(directory);
      return FileChannel.open(
          directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK,
          "the data directory "
              + directory
              + " could not be opened: "
              + e.getMessage()
              + "; choose another with --data",
          e);
    }
  }

  private static TagwireException inUse(Path directory, Optional<NodeFile> server) {
    String who =
        server
            .map(s -> "the server with process id " + s.pid() + " (" + s.site() + ")")
            .orElse("another process");
    return new TagwireException(
        ErrorCode.DIRECTORY_IN_USE,
        "the data directory "
            + directory
            + " is in use by "
            + who
            + "; stop it first, or choose another directory with --data");
  }

  private static void pause() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TagwireException(
          ErrorCode.INTERRUPTED, "interrupted while waiting for the data directory", e);
    }
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK, "the lock could not be given back: " + e.getMessage(), e);
    }
  }
}
