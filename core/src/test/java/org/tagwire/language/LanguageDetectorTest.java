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

  @Test
  void believesThePublisherBetweenNeighbours() {
    String text = "Gradonačelnica je u ponedjeljak otvorila novi most i zahvalila radnicima.";
    assertThat(detected(text, "hr")).isEqualTo("hr");
    assertThat(detected(text, "bs")).isEqualTo("bs");
  }

  @Test
  void overrulesATemplatesDefaultThatTheTextContradicts() {
    String text = "Die Bürgermeisterin eröffnete am Montag die neue Brücke und dankte allen Arbeitern herzlich.";
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
    assertThat(DETECTOR.detect("", Optional.of(Language.ENGLISH)).language()).isEqualTo(Language.UNDETERMINED);
  }

  @Test
  void readsTheModelOnlyWhenATextNeedsIt() {
    LanguageDetector detector =
        new LanguageDetector(
            () -> {
              throw new IllegalStateException("the model was read");
            });
    assertThat(detector.detect("새 다리가 열렸다", Optional.empty()).language()).isEqualTo(new Language("ko"));
  }

  private static String detected(String text, String declared) {
    return DETECTOR.detect(text, Optional.of(new Language(declared))).language().code();
  }
}
