package org.tagwire.server.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code node.json} in a data directory: how to reach the node that serves it.
 *
 * @param port of its control channel, on loopback
 * @param token what every order must show
 * @param pid its process
 * @param site where its pages are, for people
 */
public record NodeFile(int port, String token, long pid, String site) {
  /** The name of the file. */
  public static final String NAME = "node.json";

  private static final JsonMapper JSON = new JsonMapper();

  public NodeFile {
    if (port < 1 || port > 65535 || token.length() < 16) {
      throw new IllegalArgumentException("a node has a port and a token of 16 characters or more");
    }
  }

  /** Writes the file, readable by its owner only, all of it or nothing. */
  public void write(Path directory) {
    Path file = directory.resolve(NAME);
    Path draft = directory.resolve(NAME + ".new");
    try {
      Files.deleteIfExists(draft);
      if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
        Files.createFile(
            draft,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(draft, JSON.writeValueAsBytes(this));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK, file + " could not be written: " + e.getMessage(), e);
    }
  }

  /**
   * Reads the file of a node that lives; empty when there is none, or when it was left by one that
   * died.
   */
  public static Optional<NodeFile> findLiving(Path directory) {
    return find(directory).filter(NodeFile::lives);
  }

  /** Reads the file; empty when there is none or when it is not whole. */
  static Optional<NodeFile> find(Path directory) {
    Path file = directory.resolve(NAME);
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file), NodeFile.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK,
          file
              + " could not be read: "
              + e.getMessage()
              + "; use the account the server runs under",
          e);
    }
  }

  /**
   * Returns whether its process lives. Another process may carry its number by now; then nobody
   * knows the token.
   */
  boolean lives() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Removes the file, if it is still that of this node. */
  public void remove(Path directory) {
    try {
      if (find(directory).filter(this::equals).isPresent()) {
        Files.deleteIfExists(directory.resolve(NAME));
      }
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK, NAME + " could not be removed: " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return "NodeFile[port " + port + ", pid " + pid + ", " + site + "]";
  }
}
