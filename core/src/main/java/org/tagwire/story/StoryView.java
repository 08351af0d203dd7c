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
 * @param text its text, empty if there is none
 * @param about keys of the tags it is about
 * @param named keys of the other tags it names
 * @param vector its place in the space of meanings, if known
 * @param time when it was published or first seen; absent where nothing is known, and then time
 *     tells nothing
 */
public record StoryView(
    ArticleId id,
    String title,
    String text,
    List<TagKey> about,
    List<TagKey> named,
    @Nullable Vector vector,
    @Nullable Instant time) {
  /** What an event is stands at the top. */
  static final int LEAD = 900;

  /** How much of the text is read. */
  static final int BODY = 4_000;

  private static final int HEADLINE = 400;

  public StoryView {
    about = List.copyOf(about);
    named = List.copyOf(named);
    title = Normalise.head(title, HEADLINE);
    text = Normalise.head(text, BODY);
  }

  /** Returns the view of an article that was read. */
  public static StoryView of(
      ArticleId id, ArticleText text, Understanding understanding, Optional<Instant> time) {
    return new StoryView(
        id,
        text.title(),
        text.plain(),
        keys(understanding, Grade.ABOUT),
        keys(understanding, Grade.MENTIONS),
        understanding.vector(),
        time.orElse(null));
  }

  private static List<TagKey> keys(Understanding understanding, Grade grade) {
    return understanding.tags().stream()
        .filter(tag -> tag.grade() == grade)
        .map(Tagging::key)
        .toList();
  }

  public Optional<Vector> findVector() {
    return Optional.ofNullable(vector);
  }

  public Optional<Instant> findTime() {
    return Optional.ofNullable(time);
  }
}
