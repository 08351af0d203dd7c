package org.tagwire.hashtag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliticsTest {
  @ParameterizedTest
  @CsvSource({
    "بالنرويج, النرويج",
    "وبالنرويج, النرويج",
    "للنرويج, النرويج",
    "فالنرويج, النرويج",
    "ولندن, لندن",
    "لليلى, ليلى",
    "בנורווגיה, נורווגיה",
    "ולנורווגיה, נורווגיה",
    "노르웨이에서, 노르웨이",
    "노르웨이는, 노르웨이",
    "김도현은, 김도현"
  })
  void findsTheNameInTheWordThatIsWrittenWithIt(String surface, String name) {
    assertThat(Clitics.readings(surface)).startsWith(surface).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "و", "ب", "לו", "가", "Oslo", "北京", "بحر ", "ب حر"})
  void leavesSomethingOfEveryWord(String surface) {
    assertThat(Clitics.readings(surface)).contains(surface).noneMatch(r -> r.startsWith(" "));
  }

  @Test
  void comparesArabicWhateverTheSpelling() {
    assertThat(Clitics.loose("أُسامة")).isEqualTo(Clitics.loose("اسامه"));
    assertThat(Clitics.loose("ليلى")).isEqualTo(Clitics.loose("ليلي"));
    assertThat(Clitics.loose("کتاب‌خانه")).isEqualTo(Clitics.loose("كتابخانه"));
  }
}
