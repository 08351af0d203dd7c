package org.tagwire.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.tagwire.model.Language;

/**
 * The statistical model of Apache OpenNLP (103 languages, trained on the Leipzig corpora), with its
 * ISO 639-3 codes turned into ours. The shared model is immutable; each question makes a detector
 * of its own, which is cheap.
 */
final class LanguageModel {
  private static final String RESOURCE = "/langdetect-183.bin";

  /**
   * Codes whose two-letter form the Java tables do not know, or that name one written standard of a
   * macrolanguage.
   */
  private static final Map<String, String> STANDARDS =
      Map.ofEntries(
          Map.entry("cmn", "zh"),
          Map.entry("ara", "ar"),
          Map.entry("arb", "ar"),
          Map.entry("pes", "fa"),
          Map.entry("ekk", "et"),
          Map.entry("lvs", "lv"),
          Map.entry("nob", "nb"),
          Map.entry("nno", "nn"),
          Map.entry("zlm", "ms"),
          Map.entry("plt", "mg"),
          Map.entry("swh", "sw"),
          Map.entry("npi", "ne"),
          Map.entry("khk", "mn"),
          Map.entry("uzn", "uz"),
          Map.entry("azj", "az"),
          Map.entry("als", "sq"),
          Map.entry("gug", "gn"),
          Map.entry("ydd", "yi"),
          Map.entry("pnb", "pa"),
          Map.entry("tgl", "tl"));

  /** Languages with next to no news of their own, which the model hears in their neighbours'. */
  private static final Set<String> SELDOM =
      Set.of(
          "su", "jv", "min", "oc", "ast", "ce", "nan", "ceb", "vo", "war", "lmo", "nds", "bar",
          "mhr", "vec", "gom");

  private static final double SELDOM_WEIGHT = 0.15;

  private final LanguageDetectorModel model;
  private final Map<String, Language> codes;
  private final Set<Language> known;

  private LanguageModel(LanguageDetectorModel model) {
    this.model = model;
    this.codes = codes();
    this.known = known();
  }

  /** Reads the model from its jar: about 200 ms and 40 MB. */
  static LanguageModel load() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE
                + " is not on the class path; add org.apache.opennlp:opennlp-models-langdetect");
      }
      return new LanguageModel(new LanguageDetectorModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the likeliest languages of {@code text} with their probabilities, best first, five at
   * most; languages that hardly any publisher writes count for less.
   */
  List<Detected> guess(String text) {
    List<Detected> guesses = new ArrayList<>();
    var ranked = new LanguageDetectorME(model).predictLanguages(text);
    for (int i = 0; i < Math.min(8, ranked.length); i++) {
      Language language = language(ranked[i].getLang());
      double weight = SELDOM.contains(language.code()) ? SELDOM_WEIGHT : 1;
      guesses.add(new Detected(language, Math.clamp(weight * ranked[i].getConfidence(), 0, 1)));
    }
    guesses.sort(Comparator.comparingDouble(Detected::confidence).reversed());
    return guesses.subList(0, Math.min(5, guesses.size()));
  }

  /** Returns whether the model can tell {@code language} at all. */
  boolean knows(Language language) {
    return known.contains(language);
  }

  private Set<Language> known() {
    return Arrays.stream(new LanguageDetectorME(model).getSupportedLanguages())
        .map(this::language)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Language language(String code) {
    return codes.getOrDefault(code, new Language(code.substring(0, 3)));
  }

  private static Map<String, Language> codes() {
    Map<String, Language> codes = new HashMap<>();
    for (String two : Locale.getISOLanguages()) {
      if (!two.equals("sh") && two.length() == 2) {
        codes.putIfAbsent(Locale.of(two).getISO3Language(), new Language(two));
      }
    }
    STANDARDS.forEach((three, two) -> codes.put(three, new Language(two)));
    return codes;
  }
}
