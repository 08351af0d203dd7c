package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tagwire.sets.SharedSets;
import tools.jackson.databind.json.JsonMapper;

/** Near-copies: every planted one is found, and no two texts are joined that are none. */
class CopyQualityTest {
  private static final long SEED = 20_251;
  private static final double RECALL = 0.99;

  @Test
  void findsCopiesOfMadeUpTexts() {
    assertFloors(new CopyMeasure(CopyMeasure.made(1_200, SEED), SEED), 4, 300_000);
  }

  @Test
  void findsCopiesAmongARealStream() throws IOException {
    Optional<Path> stream = SharedSets.find("stream/stream-2020.jsonl.gz");
    if (stream.isPresent()) {
      List<String> texts = new ArrayList<>(read(stream.get()));
      texts.addAll(CopyMeasure.made(1_000, SEED));
      boolean deep = Boolean.getBoolean("tagwire.deep");
      assertFloors(new CopyMeasure(texts, SEED), deep ? 1 : 25, deep ? 1_000_000 : 200_000);
    }
  }

  private static void assertFloors(CopyMeasure measure, int step, int pairs) {
    measure
        .recall(step)
        .forEach(
            (taking, recall) -> {
              System.out.println("copies " + taking + ": " + recall);
              assertThat(recall.planted()).as(taking.name()).isGreaterThan(100);
              assertThat(recall.share()).as(taking.name()).isGreaterThanOrEqualTo(RECALL);
            });
    assertThat(measure.falseMerges(pairs)).as("false merges in %d pairs", pairs).isZero();
  }

  private static List<String> read(Path stream) throws IOException {
    JsonMapper json = JsonMapper.shared();
    try (var in = new GZIPInputStream(Files.newInputStream(stream));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> json.readTree(line).get("text").asString())
          .filter(text -> text.length() > 400)
          .toList();
    }
  }
}
