package org.tagwire.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A JVM of its own for what is measured, with the memory flags of the launcher. It is told a word a
 * line on standard input and answers with a line of {@code name=value} pairs. Used by one thread;
 * {@link #close} ends it.
 */
final class Child implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseCompactObjectHeaders",
          "-XX:+UseSerialGC",
          "-Xms64m",
          "-Xmx1g",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          // boilerpipe brings an XML parser, which must not become that of ROME unnoticed
          "-Djavax.xml.parsers.SAXParserFactory=com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl",
          "-Dlogback.configurationFile=bench-logback.xml");

  /**
   * Without it ONNX Runtime 1.29 sends telemetry, and searches the command line with an expression
   * that recurses: a class path of 5 KB in it overflows the stack and ends the process without a
   * word (code 139).
   */
  private static final String NO_TELEMETRY = "ORT_DISABLE_TELEMETRY";

  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  private Child(Process process) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Starts {@code main} with the class path of this JVM. */
  static Child start(Class<?> main, Options options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put(NO_TELEMETRY, "1");
    return new Child(builder.start());
  }

  /** Returns the flags of a measured JVM. */
  static List<String> flags(Options options) {
    List<String> flags = new ArrayList<>(FLAGS);
    options.find("jvm").ifPresent(more -> flags.addAll(List.of(more.split(" "))));
    options
        .find("profile")
        .ifPresent(file -> flags.add("-XX:StartFlightRecording=settings=profile,filename=" + file));
    return flags;
  }

  /** Says a word and returns the answer. */
  Map<String, String> ask(String word) throws IOException {
    in.write(word + "\n");
    in.flush();
    return answer();
  }

  /** Waits for the next answer. Lines that are none are passed on. */
  Map<String, String> answer() throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith("= ")) {
      Out.say(line);
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException(
          "the measured process ended early, " + ending() + "; what it said is above");
    }
    Map<String, String> values = new HashMap<>();
    for (String pair : line.substring(2).split(" ")) {
      values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return values;
  }

  private String ending() throws IOException {
    close();
    return process.isAlive() ? "though it still runs" : "with code " + process.exitValue();
  }

  /** Returns its CPU time so far, as the system counts it. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * Returns the memory that is its own and its share of what is shared (PSS), in MiB, where the
   * system tells.
   */
  Optional<Double> memory() throws IOException {
    Path file = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .findFirst()
          .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024);
    }
  }

  /** Closes its standard input, on which it ends; kills it when it does not. */
  @Override
  public void close() throws IOException {
    in.close();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Deletes a folder of measurements and all in it. */
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
      }
    }
  }
}
