package org.tagwire.category;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tagwire.model.Category;

/** Reads the lists beside this package's classes. */
final class Resource {
  private Resource() {}

  /** Returns the lines of a list, without blank ones and remarks. */
  static List<String> lines(String name) {
    try (InputStream in = Resource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing beside its class; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the category that a list calls {@code name}. */
  static Category category(String name) {
    return Category.parse(name)
        .orElseThrow(() -> new IllegalStateException("no category is called '" + name + "'"));
  }
}
