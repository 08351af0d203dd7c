package org.tagwire.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What strangers are not told of hashtags: names that are hidden for good, and tags somebody has
 * disputed whose notice the owner has yet to answer.
 *
 * @param secrets the secrets of this instance under which names were hashed, in hexadecimal, that
 *     of new ones first; more than one only after a restore
 * @param names the keyed hashes of hidden names
 * @param disputes what is hidden until the owner has decided
 */
public record Withheld(List<String> secrets, Set<String> names, Set<Dispute> disputes) {
  /** Nothing is hidden. */
  public static final Withheld NONE = new Withheld(List.of(), Set.of(), Set.of());

  public Withheld {
    secrets = List.copyOf(secrets);
    names = Set.copyOf(names);
    disputes = Set.copyOf(disputes);
  }

  /** Returns whether nothing is hidden at all. */
  public boolean isEmpty() {
    return names.isEmpty() && disputes.isEmpty();
  }

  /** Leaves out the secrets. */
  @Override
  public String toString() {
    return "Withheld[" + names.size() + " names, " + disputes.size() + " disputes]";
  }

  /**
   * A tag that somebody says is wrong.
   *
   * @param tag which tag
   * @param article on which article; absent where its page is disputed
   */
  public record Dispute(TagKey tag, @Nullable ArticleId article) {
    public Optional<ArticleId> findArticle() {
      return Optional.ofNullable(article);
    }
  }
}
