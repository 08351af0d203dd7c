package org.tagwire.story;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Grade;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.model.Understanding;
import org.tagwire.model.Vector;
import org.tagwire.text.Normalise;

/**
 * What placing reads of an article.
 *
 * @param id the article
 * @param title its headline
 * @param lead the beginning of its text, empty if there is none
 * @param names keys of the tags it is about
 * @param vector its place in the space of meanings, if known
 * @param time when it was published or first seen; absent where nothing is known, and then time tells nothing
 */
public record StoryView(
    ArticleId id, String title, String lead, List<TagKey> names, @Nullable Vector vector, @Nullable Instant time) {
  /** How much of the text is read: what an event is stands at the top. */
  static final int LEAD = 900;

  public StoryView {
    names = List.copyOf(names);
    title = Normalise.head(title, 400);
    lead = Normalise.head(lead, LEAD);
  }

  /** Returns the view of an article that was read. */
  public static StoryView of(ArticleId id, ArticleText text, Understanding understanding, Optional<Instant> time) {
    List<TagKey> names =
        understanding.tags().stream().filter(t -> t.grade() == Grade.ABOUT).map(Tagging::key).toList();
    return new StoryView(id, text.title(), text.plain(), names, understanding.vector(), time.orElse(null));
  }

  public Optional<Vector> findVector() {
    return Optional.ofNullable(vector);
  }

  public Optional<Instant> findTime() {
    return Optional.ofNullable(time);
  }
}
