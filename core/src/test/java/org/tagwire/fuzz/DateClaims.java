package org.tagwire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tagwire.dates.FeedDates;
import org.tagwire.model.Moment;

/** What must hold of dates. */
final class DateClaims {
  private DateClaims() {}

  /** Whatever is read can be written and read again as the same. */
  static void reads(byte[] input) {
    Optional<Moment> moment = FeedDates.parse(new String(input, StandardCharsets.UTF_8));
    moment.ifPresent(
        read -> {
          assertThat(read.day().getYear()).isBetween(1, 9999);
          Optional<Moment> again = FeedDates.parse(read.iso());
          assertThat(again).as(read.iso()).contains(withoutOffset(read));
        });
  }

  /** A day is written without the offset it was read in. */
  private static Moment withoutOffset(Moment read) {
    return read.precision() == Moment.Precision.DAY
        ? Moment.ofDay(read.day(), ZoneOffset.UTC)
        : read;
  }
}
