package org.tagwire.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The exceptions the house has agreed to: rule, place, reason.
 *
 * <p>A waiver covers every finding of its rule at its place, and no other place.
 */
record Waivers(List<Waiver> lines) {

  /** One exception; the reason is for the next reader. */
  record Waiver(String rule, String place, String reason) {

    Waiver {
      if (reason.length() < 15) {
        throw new IllegalArgumentException("the waiver for " + place + " needs its reason");
      }
    }

    boolean covers(Finding finding) {
      return finding.rule().equals(rule) && finding.place().equals(place);
    }
  }

  Waivers {
    lines = List.copyOf(lines);
  }

  /** Reads the checked list beside the tests. */
  static Waivers read() {
    try (var in = Waivers.class.getResourceAsStream("waivers.txt")) {
      if (in == null) {
        throw new IllegalStateException("waivers.txt is missing from the test resources");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses lines of {@code rule | place | reason}; {@code #} begins a comment. */
  static Waivers parse(String text) {
    return new Waivers(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(Waivers::waiver)
            .toList());
  }

  private static Waiver waiver(String line) {
    var parts = line.split("\\s*\\|\\s*", 3);
    if (parts.length < 3) {
      throw new IllegalArgumentException("a waiver is 'rule | place | reason', not: " + line);
    }
    return new Waiver(parts[0], parts[1], parts[2]);
  }

  /** Keeps the findings that no waiver covers. */
  List<Finding> without(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> lines.stream().noneMatch(waiver -> waiver.covers(finding)))
        .toList();
  }

  /** Names the waivers that cover none of the findings any more. */
  Set<Waiver> idle(List<Finding> findings) {
    var idle = new HashSet<>(lines);
    idle.removeIf(waiver -> findings.stream().anyMatch(waiver::covers));
    return idle;
  }
}
