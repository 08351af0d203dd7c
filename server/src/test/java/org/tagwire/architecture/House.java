package org.tagwire.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the rules are run over: the product's classes, and every source file of ours. */
final class House {

  private static final String BROKEN = "org.tagwire.architecture.broken";
  private static final List<String> MODULES =
      List.of("core", "newsstand", "server", "journeys", "bench");

  private House() {}

  /** Imports what ships, from class folders or jars, and leaves test code out. */
  static JavaClasses product() {
    return new ClassFileImporter().withImportOption(House::ships).importPackages("org.tagwire");
  }

  /** Imports the classes that break the rules on purpose. */
  static JavaClasses broken() {
    return new ClassFileImporter().importPackages(BROKEN);
  }

  static String brokenRoot() {
    return BROKEN;
  }

  /** Finds the repository's root, the folder that holds the modules. */
  static Path base() {
    var here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("core")) ? here : here.resolveSibling(".").normalize();
  }

  /** Lists every Java file of ours, tests included, but for those broken on purpose. */
  static List<Path> sources() {
    return MODULES.stream()
        .map(module -> base().resolve(module).resolve("src"))
        .filter(Files::isDirectory)
        .flatMap(House::javaFiles)
        .filter(file -> !file.toString().contains("broken"))
        .toList();
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ships(Location location) {
    return !location.contains("/test-classes/") && !location.contains("-tests.jar");
  }
}
