package org.tagwire.story;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.TagKey;
import org.tagwire.model.Vector;

/**
 * An article of the window as stories compare it.
 *
 * @param id the article
 * @param title its headline's words
 * @param text the words of headline and lead
 * @param names what it is about
 * @param vector its meaning, if known
 * @param time when, if known
 */
record Member(
    ArticleId id,
    Words title,
    Words text,
    Set<TagKey> names,
    @Nullable Vector vector,
    @Nullable Instant time) {
  static Member of(StoryView view, Vocabulary vocabulary) {
    Vocabulary.Seen seen = vocabulary.see(view);
    return new Member(
        view.id(),
        vocabulary.words(seen.title()),
        vocabulary.words(seen.all()),
        Set.copyOf(view.names()),
        view.vector(),
        view.time());
  }

  List<Integer> terms() {
    return IntStream.range(0, text.size()).map(text::term).boxed().collect(Collectors.toList());
  }
}
