package org.tagwire.index;

import java.util.List;
import java.util.Set;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.model.Visibility;

/** One change for the index. */
public sealed interface IndexChange {
  ArticleId id();

  /**
   * Puts a document, replacing the one of the same id.
   *
   * @param card what lists show, kept as it is
   * @param tags its tags, for look-up; mentions are not indexed
   * @param sources which sources announce it
   * @param body its whole text, for words; not kept
   * @param visibility who may see it
   * @param listed whether public lists may show it
   * @param shielded those of its tags under which public lists do not show it
   */
  record Put(
      Card card,
      List<Tagging> tags,
      List<SourceId> sources,
      String body,
      Visibility visibility,
      boolean listed,
      Set<TagKey> shielded)
      implements IndexChange {
    public Put {
      shielded = Set.copyOf(shielded);
      tags = List.copyOf(tags);
      sources = List.copyOf(sources);
    }

    @Override
    public ArticleId id() {
      return card.id();
    }
  }

  /** Removes a document, if it is there. */
  record Remove(ArticleId id) implements IndexChange {}
}
