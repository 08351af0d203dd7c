package org.tagwire.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Observation;
import org.tagwire.store.ArticleStore;

/**
 * Learns anew from the articles that are kept. Safe beside polling and placing: what is placed
 * meanwhile is counted once, and until the end everybody goes on with what was known before.
 */
public final class Relearn {
  private static final int BATCH = 200;

  private final ArticleStore articles;
  private final Desks desks;

  public Relearn(ArticleStore articles, Desks desks) {
    this.articles = articles;
    this.desks = desks;
  }

  /**
   * Learns from every article again.
   *
   * @param progress told how many articles have been looked at
   * @return how many articles have taught something
   */
  public long run(LongConsumer progress) {
    try (Desks.Relearning relearning = desks.relearn()) {
      long looked = 0;
      long taught = 0;
      Optional<ArticleId> last = Optional.empty();
      List<ArticleId> ids = articles.walk(last, BATCH);
      while (!ids.isEmpty()) {
        List<Observation> lessons = new ArrayList<>();
        for (Article article : articles.findAll(ids, Audience.OWNER)) {
          relearning.lesson(article).ifPresent(lessons::add);
        }
        relearning.fold(lessons);
        taught += lessons.size();
        looked += ids.size();
        progress.accept(looked);
        last = Optional.of(ids.getLast());
        ids = articles.walk(last, BATCH);
      }
      relearning.finish();
      return taught;
    }
  }
}
