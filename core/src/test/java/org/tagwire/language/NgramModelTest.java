package org.tagwire.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NgramModelTest {
  private static final NgramModel PACKED = NgramModel.load();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the mayor opened the new bridge on monday and thanked the builders.",
        "a bürgermeisterin eröffnete die neue brücke, и мост открыт",
        "市长星期一为新桥揭幕",
        "ab"
      })
  void saysWhatTheLibrarySays(String text) throws IOException {
    Map<String, Double> expected = new HashMap<>();
    for (Language language : new LanguageDetectorME(library()).predictLanguages(text)) {
      expected.put(language.getLang(), language.getConfidence());
    }
    double[] sums = PACKED.sums(text);
    double all = Arrays.stream(sums).map(Math::exp).sum();
    for (int i = 0; i < sums.length; i++) {
      assertThat(Math.exp(sums[i]) / all)
          .as(PACKED.codes().get(i))
          .isCloseTo(expected.get(PACKED.codes().get(i)), within(1e-5));
    }
  }

  private static LanguageDetectorModel library() throws IOException {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream("/langdetect-183.bin")) {
      return new LanguageDetectorModel(in);
    }
  }
}
