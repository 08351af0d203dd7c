package org.tagwire.ingest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.category.Categoriser;
import org.tagwire.category.CategoryView;
import org.tagwire.copies.CopyFinder;
import org.tagwire.embedding.Embedder;
import org.tagwire.hashtag.Piece;
import org.tagwire.hashtag.Refusals;
import org.tagwire.hashtag.Tagger;
import org.tagwire.hashtag.Tags;
import org.tagwire.language.Detected;
import org.tagwire.language.LanguageDetector;
import org.tagwire.language.LanguageHabit;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Category;
import org.tagwire.model.Credit;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Understanding;
import org.tagwire.model.Vector;

/**
 * Step 5: calls the stages that understand a text, one after the other. Safe for use by many
 * threads.
 */
public final class Analyst {
  /** The version of all stages here together; a greater one is worth understanding again. */
  public static final int VERSION = 2;

  private static final int TELLING = 2_000;

  /** A language that a text alone tells so surely needs no habit. */
  private static final double SURE = 0.9;

  private final Embedder embedder;
  private @Nullable Stages stages;

  public Analyst(Embedder embedder) {
    this.embedder = embedder;
  }

  /**
   * The stages with their models: 70 MB that a node without news and a short command do without.
   */
  private record Stages(LanguageDetector languages, Tagger tagger, Categoriser categoriser) {}

  private synchronized Stages stages() {
    Stages loaded = stages;
    if (loaded == null) {
      loaded = new Stages(new LanguageDetector(), new Tagger(), new Categoriser());
      stages = loaded;
    }
    return loaded;
  }

  /**
   * What is asked about one text.
   *
   * @param url its address, whose path may name its section
   * @param text what it says
   * @param credit whose it is, since no outlet is a subject of its own news
   * @param declared the language its feed or page declares
   * @param given the category it was given with, if any
   * @param limits what its publisher allows
   */
  public record Question(
      String url,
      ArticleText text,
      Credit credit,
      Optional<Language> declared,
      Optional<Category> given,
      ShowLimits limits) {}

  /** Understands one text with what is known now. */
  public Understanding understand(Question question, Knowledge knowledge) {
    ArticleText text = question.text();
    String plain = text.plain();
    Language language = language(question, plain, knowledge);
    Tags tags = stages().tagger().tag(Piece.of(text, language, question.credit()), knowledge);
    Optional<Vector> vector =
        question.limits().mined() ? embedder.embed(text.title() + ". " + plain) : Optional.empty();
    CategoryView view = new CategoryView(language, question.url(), text, vector.orElse(null));
    Category category =
        question
            .given()
            .orElseGet(() -> stages().categoriser().categorise(view, knowledge).category());
    return new Understanding(
        language,
        category,
        Refusals.weigh(tags.tags(), language, category, knowledge),
        vector.orElse(null),
        CopyFinder.print(plain));
  }

  /** Knows the declared language only, for when understanding is switched off. */
  public static Understanding unread(Optional<Language> declared) {
    return new Understanding(
        declared.orElse(Language.UNDETERMINED),
        Category.GENERAL,
        List.of(),
        null,
        org.tagwire.model.CopyPrint.NONE);
  }

  /** Where nobody declares a language and the text alone is not sure, habit is the declaration. */
  private Language language(Question question, String plain, Knowledge knowledge) {
    String telling =
        question.text().title() + "\n" + plain.substring(0, Math.min(plain.length(), TELLING));
    LanguageDetector detector = stages().languages();
    Detected alone = detector.detect(telling, question.declared());
    if (question.declared().isPresent() || alone.confidence() >= SURE) {
      return alone.language();
    }
    return LanguageHabit.find(question.url(), knowledge)
        .map(usual -> detector.detect(telling, Optional.of(usual)).language())
        .orElse(alone.language());
  }

  /**
   * Returns what a reading teaches, where its publisher lets anybody learn from it: a function of
   * the reading, so that it need not be kept until the reading is placed.
   */
  Observation observation(Reading reading) {
    boolean mayLearn = reading.limits().learned() && reading.limits().mined();
    return !mayLearn
        ? Observation.NONE
        : observation(reading.url(), reading.text(), reading.understanding());
  }

  /**
   * Returns why a text has its field, as its language, its words and {@code knowledge} tell now.
   */
  String categoryReason(
      String url, ArticleText text, Understanding understood, Knowledge knowledge) {
    return stages().categoriser().categorise(view(url, text, understood), knowledge).reason();
  }

  private static CategoryView view(String url, ArticleText text, Understanding understood) {
    return new CategoryView(understood.language(), url, text, understood.findVector().orElse(null));
  }

  /** Returns what a text that was understood so teaches. */
  public Observation observation(String url, ArticleText text, Understanding understood) {
    List<String> paragraphs =
        text.paragraphs().stream().filter(Paragraph::isText).map(Paragraph::text).toList();
    return Tagger.observation(understood.language(), paragraphs, understood.tags())
        .and(LanguageHabit.observation(url, understood.language()))
        .and(stages().categoriser().observation(view(url, text, understood)));
  }
}
