package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiskSpaceTest {
  private static final long GIB = 1L << 30;

  @Test
  void isLowUnder256MebibytesOfALargeDisk() {
    assertThat(DiskSpace.isLow(DiskSpace.FLOOR - 1, 500 * GIB)).isTrue();
    assertThat(DiskSpace.isLow(DiskSpace.FLOOR, 500 * GIB)).isFalse();
  }

  @Test
  void isLowUnderATwentiethOfASmallDisk() {
    assertThat(DiskSpace.isLow(GIB / 20 - 1, GIB)).isTrue();
    assertThat(DiskSpace.isLow(GIB / 20, GIB)).isFalse();
  }
}
