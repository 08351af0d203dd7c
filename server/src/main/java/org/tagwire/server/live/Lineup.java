package org.tagwire.server.live;

import java.util.List;
import java.util.Optional;
import org.tagwire.model.ArticleId;
import org.tagwire.server.web.Visit;

/** Says what stands on a page. */
@FunctionalInterface
public interface Lineup {
  /**
   * Returns the articles that a visitor would see now, as they stand; empty where there is no such
   * page for them.
   */
  Optional<List<ArticleId>> on(Visit visit);
}
