package org.tagwire.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.model.Moment;

/** Reads a table of dates as they are written in the world, and the same with damage. */
class DateTableTest {
  private static final int ROUNDS = 60_000;

  static List<String> rows() {
    try (InputStream in = DateTableTest.class.getResourceAsStream("dates.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void readsEveryDateOfTheTable(String row) {
    int bar = row.lastIndexOf('|');

    assertThat(read(row.substring(0, bar))).isEqualTo(row.substring(bar + 1));
  }

  @Test
  void readsTheTableBetweenBlanksToo() {
    for (String row : rows()) {
      String written = row.substring(0, row.lastIndexOf('|'));
      assertThat(read("\n\t " + written + " \n")).as(written).isEqualTo(read(written));
    }
  }

  @Test
  void neverThrowsHoweverADateIsDamaged() {
    long seed = 20_260_203;
    Random random = new Random(seed);
    List<String> rows = rows();
    for (int round = 0; round < ROUNDS; round++) {
      String damaged = damaged(rows.get(random.nextInt(rows.size())), rows, random);
      Optional<Moment> read = FeedDates.parse(damaged);
      assertThat(read.map(m -> m.day().getYear()).orElse(2000))
          .as("seed %s, round %s: %s", seed, round, damaged)
          .isBetween(999, 10_000);
    }
  }

  private static String damaged(String row, List<String> rows, Random random) {
    StringBuilder text = new StringBuilder(row.substring(0, row.lastIndexOf('|')));
    for (int n = random.nextInt(4); n >= 0 && !text.isEmpty(); n--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(5)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, text.charAt(random.nextInt(text.length())));
        case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
        case 3 -> text.setLength(at);
        default -> text.append(rows.get(random.nextInt(rows.size())));
      }
    }
    return text.toString();
  }

  private static String read(String written) {
    return FeedDates.parse(written)
        .map(
            m ->
                m.precision() == Moment.Precision.DAY
                    ? m.day().toString()
                    : m.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .orElse("NONE");
  }
}
