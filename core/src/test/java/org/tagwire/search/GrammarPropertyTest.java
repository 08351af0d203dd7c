package org.tagwire.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Condition;
import org.tagwire.search.Request.Understood;

/** Whatever is typed is answered, and what was understood can be written down and read again. */
class GrammarPropertyTest {
  private static final Instant NOW = Instant.parse("2026-03-10T11:20:47Z");
  private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
  private static final List<String> PIECES =
      List.of(
          "storm",
          "sea",
          "OR",
          "or",
          "(",
          ")",
          "((",
          "))",
          "-",
          "--",
          "\"",
          "“",
          "”",
          "*",
          "elect*",
          "#",
          "#MaraEllington",
          "#Nobody",
          "tag:",
          "tag:ME",
          "publisher:",
          "publisher:echo",
          "site:orrery.example",
          "category:sport",
          "category:",
          "lang:",
          "lang:ar",
          "before:",
          "before:2026",
          "after:7d",
          "after:2026-02-30",
          "after:2026-05-01T10:30:00.123Z",
          "after:+1000000000-12-31T00:00:00Z",
          "before:0000-01-01T03:06:28Z",
          "before:9999-12-31",
          ":",
          "a:b",
          "東京都",
          "عاصفة",
          "أو",
          "ไทยแลนด์",
          "\uD83C\uDF0A",
          "\uD800",
          "\u202E",
          "\u0000",
          "\\",
          "'",
          "l'homme",
          "~2",
          "{!func}x",
          "[* TO *]",
          "\uFDFA",
          "é",
          "e\u0301",
          "²",
          "Ⅻ");

  private static String line(Random random) {
    StringBuilder line = new StringBuilder();
    int pieces = random.nextInt(20);
    for (int i = 0; i < pieces; i++) {
      line.append(
          random.nextInt(12) == 0
              ? Character.toString(random.nextInt(0x10000))
              : PIECES.get(random.nextInt(PIECES.size())));
      line.append(random.nextInt(3) > 0 ? " " : "");
    }
    return line.toString();
  }

  @Test
  void whatWasUnderstoodIsUnderstoodAgain() {
    long seed = 20_260_310;
    Random random = new Random(seed);
    int understood = 0;
    for (int i = 0; i < 12_000; i++) {
      String line = line(random);
      String where = "seed " + seed + ", line " + i + ": " + line;
      if (Grammar.read(line, new Names(), NOW, ZONE) instanceof Understood read
          && read.findWanted().isPresent()) {
        Condition wanted = read.findWanted().get();
        String canonical = Canonical.of(wanted, ZONE);
        if (canonical.length() <= Grammar.MAX_LENGTH) {
          Understood again = (Understood) Grammar.read(canonical, new Names(), NOW, ZONE);
          assertThat(again.findWanted()).as(where).contains(wanted);
          assertThat(again.notes()).as(where).isEmpty();
          understood++;
        }
      }
    }
    assertThat(understood).isGreaterThan(6_000);
  }

  @Test
  void takingAPartOutLeavesTheOthers() {
    Random random = new Random(7);
    int taken = 0;
    for (int i = 0; i < 3_000; i++) {
      String line = line(random).replace("OR", "");
      if (Grammar.read(line, new Names(), NOW, ZONE) instanceof Understood read) {
        for (int part = 0; part < read.parts().size(); part++) {
          List<Condition> others = new ArrayList<>(conditions(read));
          others.remove(part);
          Request without = Grammar.read(read.without(part), new Names(), NOW, ZONE);
          assertThat(conditions((Understood) without))
              .as(line + " without " + read.parts().get(part))
              .isEqualTo(others);
          taken++;
        }
      }
    }
    assertThat(taken).isGreaterThan(3_000);
  }

  private static List<Condition> conditions(Understood read) {
    return read.parts().stream().map(Request.Part::condition).toList();
  }

  @Test
  void noLineCostsMuch() {
    List<String> lines =
        List.of(
            "x".repeat(1_000_000),
            "a OR ".repeat(10_000),
            "(".repeat(5_000),
            "(".repeat(512),
            "-".repeat(512),
            "-(".repeat(256),
            "(-".repeat(8) + "a",
            "\"".repeat(511),
            "a\"".repeat(256),
            ":".repeat(512),
            "tag:\"".repeat(100),
            "\\".repeat(512),
            "OR ".repeat(170),
            "#".repeat(512));
    lines.forEach(line -> Grammar.read(line, new Names(), NOW, ZONE));
    long began = System.nanoTime();
    lines.forEach(line -> Grammar.read(line, new Names(), NOW, ZONE));
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isLessThan(Duration.ofMillis(20L * lines.size()));
  }
}
