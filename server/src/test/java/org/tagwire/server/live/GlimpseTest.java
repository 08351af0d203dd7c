package org.tagwire.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.ArticleId;

class GlimpseTest {
  private static List<ArticleId> ids(String names) {
    return Arrays.stream(names.split("")).filter(n -> !n.isBlank()).map(ArticleId::mint).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, xabc, 1",
    "abc, xaybzc, 3",
    "abc, abd, 0",
    "abc, bcd, 0",
    "abc, xbcd, 1",
    "abc, xyz, 3",
    "abc, cba, 0"
  })
  void onAPageOfManyCountsWhatStandsBeforeTheLastThatIsKnown(String page, String now, int news) {
    assertThat(Glimpse.of(ids(page), false).countNew(ids(now))).isEqualTo(news);
  }

  @ParameterizedTest
  @CsvSource({"abc, abcd, 1", "abc, abd, 1", "'', ab, 2", "abc, '', 0", "ab, xaby, 2"})
  void onAWholeListCountsAll(String page, String now, int news) {
    assertThat(Glimpse.of(ids(page), true).countNew(ids(now))).isEqualTo(news);
  }

  @Test
  void isReadAsItWasWritten() {
    List<ArticleId> page =
        IntStream.range(0, 30).mapToObj(i -> ArticleId.mint("https://a.example/" + i)).toList();
    String token = Glimpse.of(page, false).token();
    assertThat(token).hasSize(121).matches("[A-Za-z0-9_-]+");
    Glimpse read = Glimpse.parse(token).orElseThrow();
    assertThat(read.token()).isEqualTo(token);
    assertThat(read.countNew(page)).isZero();
  }

  @Test
  void aLongPageIsKnownByItsBeginningAndNeverWhole() {
    List<ArticleId> page =
        IntStream.range(0, 200).mapToObj(i -> ArticleId.mint("https://a.example/" + i)).toList();
    assertThat(Glimpse.of(page, true).countNew(page)).isZero();
    assertThat(Glimpse.parse(Glimpse.of(page, true).token())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "cAAAA", "bAAA", "b====", "b<script>", "b\u0000"})
  void nonsenseIsNone(String token) {
    assertThat(Glimpse.parse(token)).isEmpty();
    assertThat(Glimpse.parse("a" + "A".repeat(1_000))).isEmpty();
  }
}
