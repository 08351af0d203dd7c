package org.tagwire.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.store.ArticleStore;

/**
 * Runs today's stages over what was received and is still kept. Safe beside polling; an article is
 * replaced as by a correction.
 */
public final class Reread {
  private static final int BATCH = 50;
  private static final Logger log = LoggerFactory.getLogger(Reread.class);

  private final ArticleStore articles;
  private final ArticleReader reader;

  public Reread(ArticleStore articles, ArticleReader reader) {
    this.articles = articles;
    this.reader = reader;
  }

  /**
   * Reads everything again that older stages have read.
   *
   * @param progress told how many articles have been looked at
   * @return how many were read again
   */
  public long run(LongConsumer progress) {
    long looked = 0;
    long again = 0;
    Optional<ArticleId> last = Optional.empty();
    List<ArticleId> ids = articles.walk(last, BATCH);
    while (!ids.isEmpty()) {
      List<Reading> newer = new ArrayList<>();
      for (Article article : articles.findAll(ids, Audience.OWNER)) {
        Optional<Raw> raw = articles.findRaw(article.id());
        raw.flatMap(r -> again(article, r)).ifPresent(newer::add);
      }
      if (!newer.isEmpty()) {
        articles.reread(newer);
      }
      again += newer.size();
      looked += ids.size();
      progress.accept(looked);
      last = Optional.of(ids.getLast());
      ids = articles.walk(last, BATCH);
    }
    return again;
  }

  /** An article that a newer stage breaks on stays as it was read before. */
  private Optional<Reading> again(Article article, Raw raw) {
    Attempt<Optional<Reading>> attempt = Attempt.at(() -> reader.reread(article, raw));
    attempt
        .bug()
        .ifPresent(
            bug ->
                log.error(
                    "reading {} again broke; it stays as it was", article.reading().url(), bug));
    return attempt.result().flatMap(reading -> reading);
  }
}
