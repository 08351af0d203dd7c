package org.tagwire.store.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The migrations there are, since their numbers need not be without gaps. */
final class Migrations {
  private Migrations() {}

  /** Returns their numbers in order. */
  static List<Integer> numbers() {
    URI first =
        URI.create(
            Objects.requireNonNull(SqliteStore.class.getResource("V1__sources.sql")).toString());
    try (Stream<Path> files = Files.list(Path.of(first).resolveSibling("."))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("V\\d+__.*\\.sql"))
          .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
