package org.tagwire.store.sqlite;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The migrations as they lie on the class path. */
final class Migrations {
  private Migrations() {}

  /** Returns their numbers, in order. */
  static List<Integer> numbers() {
    try {
      Path first =
          Path.of(Objects.requireNonNull(Schema.class.getResource("V1__sources.sql")).toURI());
      try (Stream<Path> files = Files.list(Objects.requireNonNull(first.getParent()))) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.matches("V\\d+__\\w+\\.sql"))
            .map(name -> Integer.valueOf(name.substring(1, name.indexOf('_'))))
            .sorted()
            .toList();
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
