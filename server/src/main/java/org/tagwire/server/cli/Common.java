package org.tagwire.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.server.node.Clerks;
import org.tagwire.server.settings.Settings;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;

/**
 * What all commands share: where the data is, what time it is, how to have an order carried out.
 * Used by one thread.
 */
final class Common {
  private final Terminal terminal;
  private final Map<String, String> environment;
  private final Map<String, String> flags = new LinkedHashMap<>();
  private @Nullable Path data;
  private InstantSource clock = InstantSource.system();

  Common(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = Map.copyOf(environment);
  }

  Terminal terminal() {
    return terminal;
  }

  void data(Path directory) {
    data = directory;
  }

  /** Sets the clock; it runs on from there. */
  void now(String written) {
    try {
      Duration ahead = Duration.between(InstantSource.system().instant(), Instant.parse(written));
      clock = InstantSource.offset(InstantSource.system(), ahead);
    } catch (DateTimeParseException e) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST, "'" + written + "' is no instant; write 2025-06-01T12:00:00Z", e);
    }
  }

  /** Says that a setting was given as a flag. */
  void flag(String name, String value) {
    flags.put(name, value);
  }

  Path directory() {
    return directory("data");
  }

  Path directory(String standard) {
    Path chosen = data;
    String variable = environment.getOrDefault("TAGWIRE_DATA", standard);
    return (chosen == null ? Path.of(variable) : chosen).toAbsolutePath().normalize();
  }

  InstantSource clock() {
    return clock;
  }

  /** Returns what was said besides the file. */
  Map<String, String> flags() {
    return Map.copyOf(flags);
  }

  /** Returns what a server needs that serves {@code directory}. */
  Works.Surroundings serving(Path directory) {
    return around(directory, true);
  }

  /** Returns what a command needs that may have to open the directory itself. */
  Works.Surroundings visiting() {
    return around(directory(), false);
  }

  private Works.Surroundings around(Path directory, boolean news) {
    Settings settings = SettingsReader.read(directory, environment, flags);
    Logs.configure(settings.running().logFormat(), news);
    return new Works.Surroundings(directory, settings, clock, failpoints());
  }

  /** Tests let a process end itself at a named point of its work. */
  private Failpoints failpoints() {
    return Optional.ofNullable(System.getProperty("tagwire.failpoint"))
        .map(Halting::at)
        .orElse(Failpoints.NONE);
  }

  /** Has one order carried out, by the running server or right here. */
  void order(Order order) {
    try (Clerks clerks = Clerks.of(visiting())) {
      clerks.carryOut(order, terminal);
    } finally {
      terminal.endProgress();
    }
  }

  /** Reads a whole file, or standard input for {@code -}. */
  byte[] read(String file) {
    try {
      return file.equals("-") ? terminal.input().readAllBytes() : Files.readAllBytes(Path.of(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static TagwireException unreadable(String file, IOException e) {
    return new TagwireException(
        ErrorCode.BAD_REQUEST,
        file + " cannot be read: " + e.getClass().getSimpleName() + " " + e.getMessage(),
        e);
  }
}
