package org.tagwire.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;

/**
 * Several hashtags as one list.
 *
 * @param with the tags an article must have, at least one
 * @param without the tags it must not have
 */
public record Combination(List<Hashtag> with, List<Hashtag> without) {
  public Combination {
    with = List.copyOf(with);
    without = List.copyOf(without);
    if (with.isEmpty()) {
      throw new IllegalArgumentException("a combination has a tag that articles must have");
    }
  }

  /** Returns its spelling in addresses, as in {@code A+B-C}. */
  public String form() {
    String plus = with.stream().map(Hashtag::form).collect(Collectors.joining("+"));
    return plus + without.stream().map(tag -> "-" + tag.form()).collect(Collectors.joining());
  }

  /** Returns the same without one of its tags; of one that it has by both signs, the minus goes. */
  public Combination minus(Hashtag tag) {
    return without.contains(tag)
        ? new Combination(with, others(without, tag))
        : new Combination(others(with, tag), without);
  }

  private static List<Hashtag> others(List<Hashtag> tags, Hashtag tag) {
    return tags.stream().filter(other -> !other.equals(tag)).toList();
  }

  /**
   * Returns which articles it lists.
   *
   * @param aboutOnly whether they must be about each of the tags they have
   */
  public Filter filter(boolean aboutOnly) {
    List<Condition> conditions = new ArrayList<>();
    with.stream()
        .skip(1)
        .forEach(tag -> conditions.add(new Condition.Tagged(tag.key(), aboutOnly)));
    without.forEach(
        tag -> conditions.add(new Condition.Not(new Condition.Tagged(tag.key(), false))));
    return Filter.tag(with.getFirst().key()).and(new Condition.All(conditions));
  }
}
