package org.tagwire.story;

import java.util.List;
import java.util.stream.Stream;
import org.tagwire.model.ArticleId;
import org.tagwire.model.StoryId;

/**
 * What {@link Stories#confer} has changed, in this order. Immutable.
 *
 * @param moves articles that belong to another story now
 * @param merges stories whose address redirects from now on
 */
public record Outcome(List<Move> moves, List<Merge> merges) {
  static final Outcome NOTHING = new Outcome(List.of(), List.of());

  public Outcome {
    moves = List.copyOf(moves);
    merges = List.copyOf(merges);
  }

  /**
   * An article that was placed anew.
   *
   * @param article which
   * @param story where it belongs now; its own id when it founds a story
   * @param reason one line a person understands
   */
  public record Move(ArticleId article, StoryId story, String reason) {}

  /**
   * Two stories that turned out to be one.
   *
   * @param kept the older
   * @param gone the younger, whose address redirects from now on
   */
  public record Merge(StoryId kept, StoryId gone) {}

  public boolean isEmpty() {
    return moves.isEmpty() && merges.isEmpty();
  }

  /** Returns this followed by what was changed later. */
  public Outcome and(Outcome later) {
    return new Outcome(
        Stream.concat(moves.stream(), later.moves.stream()).toList(),
        Stream.concat(merges.stream(), later.merges.stream()).toList());
  }
}
