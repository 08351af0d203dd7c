package org.tagwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tagwire.category.Categoriser;
import org.tagwire.category.CategoryView;
import org.tagwire.copies.Copies;
import org.tagwire.copies.CopyFinder;
import org.tagwire.embedding.Embedder;
import org.tagwire.embedding.OnnxEmbedder;
import org.tagwire.engines.Engines;
import org.tagwire.extract.ArticleExtractor;
import org.tagwire.extract.PageInput;
import org.tagwire.hashtag.Piece;
import org.tagwire.hashtag.Tagger;
import org.tagwire.index.IndexChange;
import org.tagwire.language.LanguageDetector;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.model.Raw;
import org.tagwire.model.Understanding;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.Placed;
import org.tagwire.story.Stories;
import org.tagwire.story.StoryView;

/**
 * The stages one by one over the articles of a data directory, twice: the first round with the
 * warm-up, the second without. Calls them as {@code ingest} does, but knows nothing yet ({@link
 * Knowledge#NONE}).
 */
final class StageChild {
  private static final int MOST = 2_000;
  private static final int BATCH = 50;
  private static final int TELLING = 2_000;

  private final LanguageDetector languages = new LanguageDetector();
  private final Tagger tagger = new Tagger();
  private final Categoriser categoriser = new Categoriser();
  private final ArticleExtractor extractor = new ArticleExtractor();
  private final Embedder embedder = OnnxEmbedder.isPresent() ? new OnnxEmbedder() : Embedder.none();

  private StageChild() {}

  /** An article with all that the stages were given. */
  private record Sample(Article article, Card card, Optional<Raw> raw) {}

  /** Takes a data directory and one to write to; answers with microseconds by round and stage. */
  public static void main(String[] arguments) throws IOException {
    Path data = Path.of(arguments[0]);
    Path scratch = Path.of(arguments[1]);
    List<Sample> samples;
    try (Engines engines = Engines.embedded(data, Failpoints.NONE, InstantSource.system())) {
      samples = samples(engines.store().articles());
    }
    StageChild child = new StageChild();
    TreeMap<String, Object> answer = new TreeMap<>();
    for (int round = 1; round <= 2; round++) {
      Stopwatch watch = new Stopwatch();
      samples.forEach(sample -> child.read(sample, watch));
      place(samples, watch);
      keep(samples, Files.createDirectory(scratch.resolve("round" + round)), watch);
      int number = round;
      watch
          .laps()
          .forEach(
              (stage, lap) ->
                  answer.put(stage + "#" + number, lap.microseconds() + "/" + lap.count()));
    }
    Out.answer(answer);
  }

  private static List<Sample> samples(ArticleStore store) {
    List<Sample> samples = new ArrayList<>();
    for (ArticleId id : store.walk(Optional.empty(), MOST)) {
      if (store.find(id, Audience.OWNER) instanceof ArticleStore.Lookup.Found found) {
        samples.add(new Sample(found.article(), found.card(), store.findRaw(id)));
      }
    }
    samples.sort(Comparator.comparing(s -> s.article.timing().order()));
    return samples;
  }

  private void read(Sample sample, Stopwatch watch) {
    Article article = sample.article;
    sample.raw.filter(raw -> raw.page() != null).ifPresent(raw -> extract(raw, article, watch));
    String plain = article.text().plain();
    Understanding known = article.understanding();
    String telling =
        article.text().title() + "\n" + plain.substring(0, Math.min(plain.length(), TELLING));
    watch.time("2-language", 1, () -> languages.detect(telling, Optional.empty()));
    watch.time(
        "3-tags",
        1,
        () ->
            tagger.tag(
                Piece.of(article.text(), known.language(), article.credit()), Knowledge.NONE));
    watch.time("4-embedding", 1, () -> embedder.embed(article.text().title() + ". " + plain));
    watch.time(
        "5-category",
        1,
        () ->
            categoriser.categorise(
                new CategoryView(
                    known.language(), article.reading().url(), article.text(), known.vector()),
                Knowledge.NONE));
    watch.time("6-print", 1, () -> CopyFinder.print(plain));
  }

  private void extract(Raw raw, Article article, Stopwatch watch) {
    PageInput input =
        new PageInput(
            raw.findPage().orElseThrow(),
            raw.pageType(),
            article.reading().url(),
            new PageInput.Announced(article.text().title(), article.text().summary()),
            Knowledge.NONE);
    watch.time("1-extract", 1, () -> extractor.extract(input));
  }

  private static void place(List<Sample> samples, Stopwatch watch) {
    Copies copies = new Copies();
    Stories stories = new Stories(Language.ENGLISH, 0);
    for (Sample sample : samples) {
      Article article = sample.article;
      Instant order = article.timing().order();
      watch.time(
          "7-copies",
          1,
          () -> {
            Optional<Copies.Match> match = copies.find(article.understanding().copyPrint());
            copies.add(
                article.id(),
                match.map(Copies.Match::group).orElse(article.id()),
                article.understanding().copyPrint(),
                order);
            return match;
          });
      watch.time(
          "8-story",
          1,
          () ->
              stories.place(
                  StoryView.of(
                      article.id(), article.text(), article.understanding(), Optional.of(order))));
    }
  }

  private static void keep(List<Sample> samples, Path directory, Stopwatch watch) {
    try (Engines engines = Engines.embedded(directory, Failpoints.NONE, InstantSource.system())) {
      engines.store().sources().add(GeneratedNews.sources(), Instant.MAX);
      for (int from = 0; from < samples.size(); from += BATCH) {
        List<Sample> batch = samples.subList(from, Math.min(from + BATCH, samples.size()));
        watch.time(
            "9-accept",
            batch.size(),
            () -> {
              engines
                  .store()
                  .articles()
                  .accept(batch.stream().map(StageChild::accepted).toList(), Optional.empty());
              return batch;
            });
        watch.time(
            "A-place",
            batch.size(),
            () -> {
              engines.store().articles().place(batch.stream().map(StageChild::placed).toList());
              return batch;
            });
        watch.time(
            "B-index",
            batch.size(),
            () -> {
              engines.index().apply(batch.stream().map(StageChild::put).toList());
              engines.index().refresh();
              return batch;
            });
      }
    }
  }

  private static Accepted accepted(Sample sample) {
    return new Accepted(sample.article.reading(), sample.raw, List.of(), false);
  }

  private static Placed placed(Sample sample) {
    return new Placed(
        sample.article.reading(), sample.article.placement(), sample.card, Observation.NONE);
  }

  private static IndexChange put(Sample sample) {
    Article article = sample.article;
    return new IndexChange.Put(
        sample.card,
        article.understanding().tags(),
        List.of(article.reading().announcement().source()),
        article.text().plain(),
        article.visibility(),
        article.reading().limits().listed(),
        Set.of());
  }
}
