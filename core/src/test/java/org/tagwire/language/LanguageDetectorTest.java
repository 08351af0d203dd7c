package org.tagwire.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.Language;

class LanguageDetectorTest {
  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The mayor of Port Ellin opened the new bridge on Monday and thanked the builders.",
        "ar|افتتحت رئيسة البلدية الجسر الجديد يوم الاثنين وشكرت العمال على جهودهم.",
        "fa|شهردار روز دوشنبه پل جدید را افتتاح کرد و از کارگران سپاسگزاری کرد.",
        "de|Die Bürgermeisterin eröffnete am Montag die neue Brücke und dankte den Arbeitern.",
        "fr|La maire a inauguré lundi le nouveau pont et a remercié les ouvriers du chantier.",
        "es|La alcaldesa inauguró el lunes el nuevo puente y agradeció a los trabajadores.",
        "ja|市長は月曜日に新しい橋の開通式に出席し、作業員に感謝した。",
        "zh|市长星期一为新桥揭幕，并感谢建设者。",
        "ko|시장은 월요일 새 다리를 개통하고 노동자들에게 감사를 전했다.",
        "ru|Мэр города в понедельник открыла новый мост и поблагодарила строителей.",
        "el|Η δήμαρχος εγκαινίασε τη Δευτέρα τη νέα γέφυρα."
      })
  void knowsTheLanguageFromTheTextAlone(String code, String text) {
    assertThat(DETECTOR.detect(text, Optional.empty()).language()).isEqualTo(new Language(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id|Wali kota mengatakan jembatan itu ditutup karena banjir dan korban sudah dibawa ke rumah sakit.",
        "ms|Datuk bandar berkata jambatan itu ditutup kerana banjir dan mangsa telah dibawa ke hospital.",
        "da|Borgmesteren sagde, at broen bliver lukket efter stormen, men nogle af bådene kan sejle.",
        "nb|Ordføreren sa at broen blir stengt etter stormen, men noen av båtene kan seile.",
        "nn|Ordføraren sa at brua blir stengd etter stormen, men nokre av båtane kan ikkje segle.",
        "hr|Ravnateljica sveučilišta rekla je da će natječaj trajati dva tjedna tijekom listopada.",
        "bs|Direktorica univerziteta rekla je da će konkurs trajati dvije sedmice tokom oktobra, kazali su u Sarajevu.",
        "cs|Starostka řekla, že most bude uzavřen, protože bouře poškodila dva pilíře.",
        "sk|Starostka povedala, že most bude zatvorený, pretože búrka poškodila dva piliere.",
        "pt|A prefeita disse que a ponte não será aberta até que os dois pilares sejam consertados.",
        "gl|A alcaldesa dixo que a ponte non se abrirá ata que os dous piares se arranxen na vila.",
        "ca|L'alcaldessa va dir que el pont no s'obrirà fins que els dos pilars estiguin arreglats.",
        "hi|महापौर ने कहा कि पुल बंद है और नावें चल रही हैं।",
        "mr|महापौरांनी सांगितले की पूल बंद आहे आणि बोटी सुरू आहेत.",
        "ne|मेयरले पुल बन्द भएको र डुङ्गा चलेको बताए, तर अर्को पुल छैन।",
        "bg|Кметицата каза, че мостът ще бъде затворен, защото бурята го е повредила.",
        "mk|Градоначалничката рече дека мостот ќе биде затворен бидејќи бурата го оштети.",
        "uk|Мерка сказала, що міст буде закрито, тому що буря його пошкодила.",
        "be|Мэр сказала, што мост будзе зачынены, таму што бура яго пашкодзіла.",
        "am|ከንቲባዋ ድልድዩ ተዘግቷል ብለዋል እና ሥራው በዚህ ዓመት ውስጥ ነው።",
        "ti|ከንቲባ እቲ ድልድል ተዓጽዩ ኣሎ ኢላ፡ ናይ ዕዮ ግዜ ድማ ኣብዚ ዓመት እዩ።",
        "fa|شهردار گفت که پل بسته است و قایق‌ها تا پایان هفته حرکت می‌کنند.",
        "ur|میئر نے کہا کہ پل بند ہے اور کشتیاں ہفتے کے آخر تک چلیں گی۔"
      })
  void tellsNeighboursApart(String code, String text) {
    assertThat(DETECTOR.detect(text, Optional.empty()).language()).isEqualTo(new Language(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar|أعلنت شركة Vantis Motors أنها تفتتح مصنعا في Port Ellin خلال العام المقبل.",
        "zh|Vantis Motors 公司宣布明年在 Port Ellin 开设新工厂。",
        "ja|Vantis Motors は来年 Port Ellin に新工場を開くと発表した。",
        "ru|Компания Vantis Motors объявила, что откроет завод в городе Port Ellin.",
        "en|The poet, whose name is written 林雪, read from her new book in Port Ellin on Friday."
      })
  void readsTheScriptThatTheSentenceIsWrittenIn(String code, String text) {
    assertThat(DETECTOR.detect(text, Optional.empty()).language()).isEqualTo(new Language(code));
  }

  @Test
  void learnsNothingFromAddressesAndNumbers() {
    String text =
        "https://www.example.com/the/news/of/the/day Die Brücke bleibt zu 2031-05-02 17:40";
    assertThat(DETECTOR.detect(text, Optional.empty()).language()).isEqualTo(new Language("de"));
  }

  @Test
  void saysUndeterminedOfALanguageTheModelDoesNotKnow() {
    String yoruba =
        "Baálẹ̀ ìlú náà ṣí afárá tuntun ní ọjọ́ Ajé, ó sì dúpẹ́ lọ́wọ́ gbogbo àwọn òṣìṣẹ́ tí ó kọ́ ọ.";
    assertThat(DETECTOR.detect(yoruba, Optional.empty()).language())
        .isEqualTo(Language.UNDETERMINED);
    assertThat(detected(yoruba, "yo")).isEqualTo("yo");
  }

  @Test
  void readsALongTextInBoundedTime() {
    String text = "x".repeat(5_000_000) + " the mayor opened the bridge";
    assertThat(DETECTOR.detect(text, Optional.empty()).confidence()).isBetween(0.0, 1.0);
  }

  @Test
  void believesThePublisherBetweenNeighbours() {
    String text = "Gradonačelnica je u ponedjeljak otvorila novi most i zahvalila radnicima.";
    assertThat(detected(text, "hr")).isEqualTo("hr");
    assertThat(detected(text, "bs")).isEqualTo("bs");
  }

  @Test
  void overrulesATemplatesDefaultThatTheTextContradicts() {
    String text =
        "Die Bürgermeisterin eröffnete am Montag die neue Brücke und dankte allen Arbeitern herzlich.";
    assertThat(detected(text, "en")).isEqualTo("de");
    assertThat(detected("市長は月曜日に新しい橋の開通式に出席した。", "en")).isEqualTo("ja");
  }

  @Test
  void takesTheDeclaredLanguageForAShortHeadline() {
    assertThat(detected("Orsolo 2, Vantis 1", "it")).isEqualTo("it");
  }

  @Test
  void saysUndeterminedWhereThereIsNothingToRead() {
    assertThat(DETECTOR.detect("2 : 1 — 2025", Optional.empty())).isEqualTo(Detected.NOTHING);
    assertThat(DETECTOR.detect("", Optional.of(Language.ENGLISH)).language())
        .isEqualTo(Language.UNDETERMINED);
  }

  @Test
  void readsTheModelOnlyWhenATextNeedsIt() {
    LanguageDetector detector =
        new LanguageDetector(
            () -> {
              throw new IllegalStateException("the model was read");
            });
    assertThat(detector.detect("새 다리가 열렸다", Optional.empty()).language())
        .isEqualTo(new Language("ko"));
  }

  private static String detected(String text, String declared) {
    return DETECTOR.detect(text, Optional.of(new Language(declared))).language().code();
  }
}
