package org.tagwire.language;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Language;
import org.tagwire.text.Normalise;

/**
 * Tells what language a text is written in, from its script, a statistical model and what its
 * publisher declares.
 *
 * <p>A declared language is taken when the model finds it among the likely ones or the text is too
 * short to contradict; it is overruled when the model is sure of another. Safe for use by many
 * threads; the model is read at the first text that needs it and kept. At most {@value #READ}
 * characters are read, about 0.15 ms.
 */
public final class LanguageDetector {
  /** How much of a text is read. */
  static final int READ = 360;

  /** Below this share of the likelihood the model alone is not believed. */
  private static final double SURE = 0.25;

  /** The same for a text of a word or two. */
  private static final double SURE_OF_LITTLE = 0.5;

  /** Above this the model overrules a claim that it cannot judge or that few letters speak for. */
  private static final double OVERRULING = 0.97;

  /** A publisher's word weighs as much as this against the model's guess. */
  private static final double CLAIM = 50;

  /** A text with fewer letters says too little to contradict its publisher. */
  private static final int FEW_LETTERS = 24;

  /**
   * Written alike: where the publisher names one of a pair and the model the other, the publisher
   * knows better.
   */
  private static final List<Set<String>> NEIGHBOURS =
      List.of(
          Set.of("nb", "nn", "no", "da"),
          Set.of("hr", "bs", "sr", "sh", "cnr"),
          Set.of("id", "ms"),
          Set.of("cs", "sk"),
          Set.of("gl", "pt", "es", "ast", "ca"),
          Set.of("bg", "mk"),
          Set.of("fa", "prs", "tg"),
          Set.of("hi", "mr", "ne", "sa"),
          Set.of("xh", "zu", "nd", "ss", "nr"),
          Set.of("st", "tn", "nso"),
          Set.of("af", "nl"),
          Set.of("ar", "arz", "ary", "apc"),
          Set.of("ur", "pnb", "sd"),
          Set.of("tr", "az"),
          Set.of("zh", "yue", "wuu"),
          Set.of("tl", "fil", "ceb"),
          Set.of("uk", "be", "ru"),
          Set.of("de", "nds", "lb"));

  /** What the pages of the world are mostly written in, whatever their templates say. */
  private static final Set<String> TEMPLATES =
      Set.of("en", "fr", "es", "pt", "de", "it", "nl", "ru", "ar", "tr", "id");

  private static final Set<String> NOT_LATIN =
      Set.of(
          "ar", "fa", "ur", "ps", "he", "yi", "ru", "uk", "be", "bg", "mk", "mn", "ky", "tg", "hi",
          "mr", "ne", "bn", "zh", "ja", "ko", "th", "el", "ka", "hy", "ta", "te", "kn", "ml", "gu",
          "pa", "si", "km", "lo", "my", "am", "ti", "sd");

  private final Supplier<LanguageModel> source;
  private final ReentrantLock loading = new ReentrantLock();
  private volatile @Nullable LanguageModel model;

  public LanguageDetector() {
    this(LanguageModel::load);
  }

  LanguageDetector(Supplier<LanguageModel> source) {
    this.source = source;
  }

  /**
   * Returns the language of {@code text}.
   *
   * @param text title and opening are enough
   * @param declared what the page, the feed or the publisher says
   */
  public Detected detect(String text, Optional<Language> declared) {
    String line = Normalise.line(Normalise.head(text, READ));
    Scripts scripts = Scripts.of(line);
    Optional<Language> claim = declared.filter(Language::isKnown);
    if (scripts.letters() < 2) {
      return Detected.NOTHING;
    }
    Optional<Detected> decided = scripts.findDecided();
    if (decided.isPresent()) {
      return decided.get();
    }
    return weigh(model().guess(scripts.mainText(line), scripts.main()), claim, scripts);
  }

  private Detected weigh(List<Detected> guesses, Optional<Language> claim, Scripts scripts) {
    if (guesses.isEmpty()) {
      return claim.map(declared -> new Detected(declared, 0.5)).orElse(Detected.NOTHING);
    }
    Detected best = guesses.getFirst();
    if (claim.isPresent()) {
      Language declared = claim.get();
      Optional<Detected> agreed =
          guesses.stream().filter(g -> speaks(g.language(), declared)).findFirst();
      if (agreed.isPresent() && (agreed.get() == best || plausible(agreed.get(), best, declared))) {
        return new Detected(declared, Math.max(agreed.get().confidence(), 0.5));
      }
      if (isBelieved(declared, best, scripts.letters()) && writes(declared, scripts)) {
        return new Detected(declared, 0.5);
      }
    }
    double sure = scripts.letters() < 12 ? SURE_OF_LITTLE : SURE;
    return best.confidence() >= sure ? best : Detected.NOTHING;
  }

  /** Templates declare the world's languages by default; a small one is declared on purpose. */
  private boolean isBelieved(Language declared, Detected best, int letters) {
    if (!model().knows(declared)) {
      return best.confidence() < OVERRULING || !TEMPLATES.contains(best.language().code());
    }
    return letters < FEW_LETTERS && best.confidence() < OVERRULING;
  }

  private static boolean plausible(Detected agreed, Detected best, Language declared) {
    return areNeighbours(best.language(), declared)
        || agreed.confidence() * CLAIM > best.confidence();
  }

  private static boolean speaks(Language guessed, Language declared) {
    return guessed.equals(declared)
        || (declared.code().equals("no") && Set.of("nb", "nn").contains(guessed.code()));
  }

  private static boolean areNeighbours(Language one, Language other) {
    return NEIGHBOURS.stream()
        .anyMatch(set -> set.contains(one.code()) && set.contains(other.code()));
  }

  /**
   * A declared language that is never written in the text's script is a template's default, not a
   * claim.
   */
  private static boolean writes(Language declared, Scripts scripts) {
    boolean latin = scripts.main() == UnicodeScript.LATIN;
    return latin != NOT_LATIN.contains(declared.code());
  }

  private LanguageModel model() {
    LanguageModel known = model;
    if (known != null) {
      return known;
    }
    loading.lock();
    try {
      LanguageModel again = model;
      LanguageModel loaded = again == null ? source.get() : again;
      model = loaded;
      return loaded;
    } finally {
      loading.unlock();
    }
  }
}
