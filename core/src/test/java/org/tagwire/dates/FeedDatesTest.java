package org.tagwire.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Moment;

class FeedDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue, 03 Feb 2026 04:05:06 GMT        | 2026-02-03T04:05:06Z
          Tue, 3 Feb 2026 04:05:06 +0100       | 2026-02-03T03:05:06Z
          3 Feb 2026 04:05 EST                 | 2026-02-03T09:05:00Z
          Tue, 03 Feb 26 04:05:06 Z            | 2026-02-03T04:05:06Z
          Tue, 03 Feb 98 04:05:06 UT           | 1998-02-03T04:05:06Z
          Tuesday, 03 February 2026 04:05:06 PDT | 2026-02-03T11:05:06Z
          Tue Feb  3 04:05:06 2026             | 2026-02-03T04:05:06Z
          2026-02-03T04:05:06Z                 | 2026-02-03T04:05:06Z
          2026-02-03t04:05:06.123456z          | 2026-02-03T04:05:06Z
          2026-02-03T04:05:06+05:30            | 2026-02-02T22:35:06Z
          2026-02-03 04:05:06                  | 2026-02-03T04:05:06Z
          2026-02-03T04:05-0800                | 2026-02-03T12:05:00Z
          20260203T040506Z                     | 2026-02-03T04:05:06Z
          1770091506                           | 2026-02-03T04:05:06Z
          1770091506000                        | 2026-02-03T04:05:06Z
          2026-02-03T24:00:00Z                 | 2026-02-04T00:00:00Z
          2016-12-31T23:59:60Z                 | 2017-01-01T00:00:00Z
          February 3rd, 2026 at 4:05 pm        | 2026-02-03T16:05:00Z
          Feb 3, 2026 12:05 am                 | 2026-02-03T00:05:00Z
          Tue, 03 Feb 2026 04:05:06 GMT+2      | 2026-02-03T02:05:06Z
          """)
  void readsExactTimes(String written, String instant) {
    Moment read = FeedDates.parse(written).orElseThrow();

    assertThat(read.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS))
        .isEqualTo(Instant.parse(instant));
    assertThat(read.precision()).isEqualTo(Moment.Precision.MINUTE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-02-03            | 2026-02-03
          2026-034              | 2026-02-03
          20260203              | 2026-02-03
          2026-02               | 2026-02-01
          2026                  | 2026-01-01
          2026/02/03            | 2026-02-03
          03.02.2026            | 2026-02-03
          25/02/2026            | 2026-02-25
          02/25/2026            | 2026-02-25
          3. Februar 2026       | 2026-02-03
          3. März 2026          | 2026-03-03
          3 février 2026        | 2026-02-03
          1er août 2026         | 2026-08-01
          3 de febrero de 2026  | 2026-02-03
          3 febbraio 2026       | 2026-02-03
          3 de fevereiro de 2026| 2026-02-03
          3 maart 2026          | 2026-03-03
          3 lutego 2026         | 2026-02-03
          3 października 2026   | 2026-10-03
          3 февраля 2026 г.     | 2026-02-03
          3 فبراير 2026         | 2026-02-03
          3 تشرين الأول 2026    | 2026-10-03
          3 Şubat 2026          | 2026-02-03
          ٣ فبراير ٢٠٢٦         | 2026-02-03
          ２０２６年２月３日        | 2026-02-03
          2026年2月3日            | 2026-02-03
          2026년 2월 3일          | 2026-02-03
          """)
  void readsDaysInManyLanguages(String written, String day) {
    Moment read = FeedDates.parse(written).orElseThrow();

    assertThat(read.day()).hasToString(day);
    assertThat(read.precision()).isEqualTo(Moment.Precision.DAY);
  }

  @Test
  void keepsTheOffsetOfThePublisher() {
    Moment read = FeedDates.parse("Tue, 03 Feb 2026 23:30:00 -0500").orElseThrow();

    assertThat(read.offset()).isEqualTo(ZoneOffset.ofHours(-5));
    assertThat(read.day()).hasToString("2026-02-03");
    assertThat(read.iso()).isEqualTo("2026-02-03T23:30:00-05:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "yesterday", "soon", "n/a", "12:30", "0", "42", "99999999999999999999", "+292278994-08-17T07:12:55.807Z",
        "-999999999-01-01T00:00:00Z", "2026-02-30", "2026-13-01", "2026-00-10", "31 June 2026", "2026-02-03T25:00:00Z",
        "2026-02-03T04:61:00Z", "2026-366", "Feb", "Tue, 32 Feb 2026 04:05:06 GMT", "0000-01-01", "((((((", "::::", "٣ ٤ ٥", "1 2 3"
      })
  void takesNonsenseForNoDate(String nonsense) {
    assertThat(FeedDates.parse(nonsense)).isEmpty();
  }

  @Test
  void readsBackWhatTheStandardsWrite() {
    long seed = 20260203;
    Random random = new Random(seed);
    DateTimeFormatter rfc822 = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);
    for (int i = 0; i < 5_000; i++) {
      Instant instant = Instant.ofEpochSecond(random.nextLong(0, 4_102_444_800L));
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(random.nextInt(-48, 57) * 900);
      String rfc = rfc822.format(instant.atOffset(offset));
      String iso = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset));

      assertThat(FeedDates.parse(rfc).orElseThrow().instant()).as("seed %s: %s", seed, rfc).isEqualTo(instant);
      assertThat(FeedDates.parse(iso).orElseThrow()).as("seed %s: %s", seed, iso).isEqualTo(new Moment(instant, offset, Moment.Precision.MINUTE));
    }
  }

  @Test
  void neverThrowsWhateverIsWritten() {
    long seed = 7;
    Random random = new Random(seed);
    String[] parts = {
      "2026", "02", "3", "Feb", "Tue", ",", " ", "-", "/", ":", "T", "Z", "+", "am", "pm", "24", "60", "99999999", "年", "月", "오후", "GMT", ".", "\u0660", "\uD83D", "é"
    };
    for (int i = 0; i < 50_000; i++) {
      StringBuilder written = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        written.append(parts[random.nextInt(parts.length)]);
      }
      String text = written.toString();
      assertThat(FeedDates.parse(text)).as("seed %s: %s", seed, text).satisfiesAnyOf(
          date -> assertThat(date).isEmpty(),
          date -> assertThat(date.orElseThrow().day().getYear()).isBetween(999, 10_000));
    }
  }
}
