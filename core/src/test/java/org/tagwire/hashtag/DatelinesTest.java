package org.tagwire.hashtag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WASHINGTON (AP) — |The bridge opened.",
        "LONDON, Aug 3 (Reuters) - |The bridge opened.",
        "NEW YORK -- |The bridge opened.",
        "BERLIN (dpa) - |Die Brücke ist offen.",
        "Berlin/Moskau (dpa) – |Die Brücke ist offen.",
        "Hamburg – |Die Brücke ist offen.",
        "Paris (AFP) – |Le pont est ouvert.",
        "PARIS, 3 mai (Xinhua) -- |Le pont est ouvert.",
        "MADRID.- |El puente está abierto.",
        "Madrid, 3 may (EFE).- |El puente está abierto.",
        "(ANSA) - ROMA, 03 MAG - |Il ponte è aperto.",
        "МОСКВА, 3 мая — |Мост открыт.",
        "МОСКВА, 3 мая. /ТАСС/. |Мост открыт.",
        "القاهرة (رويترز) - |افتتح الجسر.",
        "القاهرة - رويترز: |افتتح الجسر.",
        "مرسى زين — |افتتح الجسر.",
        "بيروت – «الشرق الجديد»: |افتتح الجسر.",
        "नई दिल्ली, 3 मई (भाषा)। |पुल खुल गया।",
        "【北京】|大桥通车。",
        "新华社北京5月3日电 |大桥通车。",
        "（中央社台北3日電）|大橋通車。",
        "【ロンドン共同】|橋が開通した。",
        "［東京　３日　ロイター］ |橋が開通した。",
        "(서울=연합뉴스) 홍길순 기자 = |다리가 열렸다.",
        "[서울=뉴시스] 홍길순 기자 = |다리가 열렸다."
      })
  void cutsOffWhereAndByWhomAReportWasFiled(String dateline, String report) {
    assertThat(
            Datelines.cut(dateline + (report.codePointAt(0) < 0x3000 ? " " : "") + report).strip())
        .isEqualTo(report);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mara Quill - the painter - opened the bridge.",
        "The bridge (built in 1962) is closed.",
        "NASA said on Monday that the probe has landed.",
        "Die Brücke – ein Neubau – ist offen.",
        "قال الوزير: افتتح الجسر.",
        "افتتحت رئيسة البلدية الجسر الجديد - وهو الثالث - اليوم.",
        "大桥通车，市长出席。",
        "橋が開通した（写真）。",
        "다리가 열렸다.",
        "WASHINGTON (AP) — "
      })
  void leavesASentenceWhole(String sentence) {
    assertThat(Datelines.cut(sentence)).isEqualTo(sentence);
  }

  @Test
  void takesLittleTimeForAnyText() {
    for (String part : new String[] {"A", "A ", "A, ", "(", "ا ", "北", "[", "A/", "1 ", "-"}) {
      String text = part.repeat(20_000);
      assertThat(text).endsWith(Datelines.cut(text));
    }
  }
}
