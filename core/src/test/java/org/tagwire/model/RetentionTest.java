package org.tagwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetentionTest {
  @Test
  void readsLimitsAsPeopleWriteThem() {
    assertThat(Retention.parse("400d")).contains(new Retention(Duration.ofDays(400), null, null));
    assertThat(Retention.parse("100000")).contains(new Retention(null, 100_000L, null));
    assertThat(Retention.parse(" 20 gb , 36h"))
        .contains(new Retention(Duration.ofHours(36), null, 20_000_000_000L));
    assertThat(Retention.parse("1TB,9,2d"))
        .contains(new Retention(Duration.ofDays(2), 9L, 1_000_000_000_000L));
    assertThat(Retention.parse("Forever")).contains(Retention.FOREVER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400d, 20GB | 400d, 20GB",
        "36h | 36h",
        "48h | 2d",
        "1500MB | 1500MB",
        "2000MB | 2GB",
        "5, 1000GB | 5, 1TB",
        "forever | forever"
      })
  void writesWhatItReads(String written, String again) {
    Retention retention = Retention.parse(written).orElseThrow();
    assertThat(retention).hasToString(again);
    assertThat(Retention.parse(again)).contains(retention);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "0",
        "0d",
        "-1d",
        "4w",
        "1d,2d",
        "5,6",
        "1GB,2MB",
        "1d,",
        "all",
        "forever,1d",
        "99999999999999",
        "1e3"
      })
  void takesNothingElse(String written) {
    assertThat(Retention.parse(written)).isEmpty();
  }

  @Test
  void refusesALimitOfNothing() {
    assertThatThrownBy(() -> new Retention(null, 0L, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
