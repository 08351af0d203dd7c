package org.tagwire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The leanest of the peers, a C++ reader for the terminal, on the same feeds in the same run. */
final class Newsboat {
  private static final int MINUTES = 10;
  private static final Pattern SHELL_TIME = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s");

  private Newsboat() {}

  /**
   * What it did.
   *
   * @param entries how many entries it stored
   * @param cpuSeconds its CPU time as the system counts it for an ended child
   * @param wallSeconds how long it took
   */
  record Account(long entries, double cpuSeconds, double wallSeconds) {}

  /**
   * Fetches all feeds of an OPML text into an empty cache in {@code folder}; empty where newsboat
   * is not installed.
   */
  static Optional<Account> reload(String opml, Path folder) throws IOException {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Path urls = folder.resolve("urls");
    Path cache = folder.resolve("cache.db");
    Files.write(urls, feeds(opml));
    long begun = System.nanoTime();
    List<String> times = run(program.get(), urls, cache, folder);
    double wall = (System.nanoTime() - begun) / 1e9;
    return Optional.of(new Account(entries(cache), cpu(times.getLast()), wall));
  }

  /** The shell's own {@code times} tells the CPU of its ended children, exactly and everywhere. */
  private static List<String> run(Path program, Path urls, Path cache, Path home)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh",
            "-c",
            "\"$0\" -q -u \"$1\" -c \"$2\" -x reload >/dev/null; times",
            program.toString(),
            urls.toString(),
            cache.toString());
    builder.environment().put("HOME", home.toString());
    Process shell = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      if (!shell.waitFor(MINUTES, TimeUnit.MINUTES)) {
        shell.descendants().forEach(ProcessHandle::destroy);
        shell.destroy();
        throw new IOException("newsboat was not done in " + MINUTES + " minutes");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while newsboat ran", e);
    }
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .toList();
  }

  private static double cpu(String line) throws IOException {
    Matcher time = SHELL_TIME.matcher(line);
    if (!time.find()) {
      throw new IOException("the shell's times are not understood: " + line);
    }
    return 60 * (Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(3)))
        + Double.parseDouble(time.group(2))
        + Double.parseDouble(time.group(4));
  }

  private static long entries(Path cache) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + cache);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM rss_item")) {
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IOException("newsboat's cache could not be read: " + cache, e);
    }
  }

  private static List<String> feeds(String opml) {
    List<String> feeds = new ArrayList<>();
    Matcher feed = Pattern.compile("xmlUrl=\"([^\"]+)\"").matcher(opml);
    while (feed.find()) {
      feeds.add(feed.group(1).replace("&amp;", "&"));
    }
    return feeds;
  }

  private static Optional<Path> program() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return List.of(path.split(":")).stream()
        .map(folder -> Path.of(folder, "newsboat"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
