package org.tagwire.server.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

@Timeout(60)
final class DirectoryLockTest {
  private static final String TOKEN = "0123456789abcdef0123";

  @TempDir private Path directory = Path.of("");

  /** Takes a directory, says so, and keeps it until it is killed. */
  static final class Keeper {
    public static void main(String[] arguments) throws Exception {
      Path directory = Path.of(arguments[0]);
      try (DirectoryLock lock = DirectoryLock.take(directory, Duration.ZERO)) {
        if (arguments.length > 1) {
          new NodeFile(9, TOKEN, ProcessHandle.current().pid(), "http://localhost:9")
              .write(directory);
        }
        System.out.write('k');
        System.out.flush();
        // until it is killed
        System.in.read();
        System.err.println("nobody killed the keeper of " + lock);
      }
    }
  }

  @Test
  void letsOneProcessInAndTheNextWhenItIsKilled() throws Exception {
    Process keeper = keeper("server");

    assertThatThrownBy(() -> DirectoryLock.take(directory, Duration.ofMinutes(1)))
        .isInstanceOfSatisfying(
            TagwireException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DIRECTORY_IN_USE))
        .hasMessageContaining("process id " + keeper.pid())
        .hasMessageContaining("--data");
    assertThat(DirectoryLock.takeUnlessServed(directory, Duration.ofMinutes(1))).isEmpty();

    kill(keeper);

    assertThat(NodeFile.find(directory)).isPresent();
    assertThat(NodeFile.findLiving(directory)).isEmpty();
    DirectoryLock.take(directory, Duration.ZERO).close();
  }

  @Test
  void doesNotWaitForeverForACommand() throws Exception {
    Process keeper = keeper();

    assertThatThrownBy(() -> DirectoryLock.takeUnlessServed(directory, Duration.ofMillis(300)))
        .hasMessageContaining("in use by another process");

    kill(keeper);
  }

  @Test
  void keepsTheNodeFileToItsOwnerAndRemovesOnlyItsOwn() throws IOException {
    NodeFile mine = new NodeFile(7, TOKEN, ProcessHandle.current().pid(), "http://localhost:7");
    mine.write(directory);
    Path file = directory.resolve(NodeFile.NAME);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(NodeFile.findLiving(directory)).contains(mine);
    assertThat(mine.toString()).doesNotContain(TOKEN);

    new NodeFile(8, TOKEN, 1, "http://localhost:8").remove(directory);
    assertThat(file).exists();
    mine.remove(directory);
    assertThat(file).doesNotExist();
  }

  @Test
  void takesAFileThatIsNotWholeForNone() throws IOException {
    Files.writeString(directory.resolve(NodeFile.NAME), "{\"port\": 8");

    assertThat(NodeFile.findLiving(directory)).isEmpty();
  }

  private Process keeper(String... more) throws IOException {
    var command =
        new java.util.ArrayList<>(
            java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Keeper.class.getName(),
                directory.toString()));
    command.addAll(java.util.List.of(more));
    Process keeper =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    assertThat(keeper.getInputStream().read()).isEqualTo('k');
    return keeper;
  }

  private static void kill(Process keeper) throws InterruptedException {
    keeper.destroyForcibly();
    assertThat(keeper.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }
}
