package org.tagwire.sets;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the development sets: the folder {@code -Dtagwire.sets} names, else the one beside the
 * repository. Where it is absent a line says so, since a test that asks nothing looks like one that
 * passes.
 */
public final class SharedSets {
  private SharedSets() {}

  /** Returns a file or folder of the sets. */
  public static Optional<Path> find(String name) {
    String given = System.getProperty("tagwire.sets");
    Stream<Path> folders =
        given == null
            ? Stream.of(Path.of("../../shared/sets"), Path.of("../../../shared/sets"))
            : Stream.of(Path.of(given));
    Optional<Path> found =
        folders.map(folder -> folder.resolve(name)).filter(Files::exists).findFirst();
    if (found.isEmpty()) {
      System.out.println(
          "the development set '"
              + name
              + "' was not asked: it is not here (-Dtagwire.sets=FOLDER)");
    }
    return found;
  }
}
