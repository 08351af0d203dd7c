package org.tagwire.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.TagRule;
import org.tagwire.model.TagRules;

/**
 * What the owner has said about hashtags. A rule is kept apart from what the machine understood,
 * which is never overwritten: so it holds for whatever is read later, and can be taken back. Safe
 * for use by many threads.
 *
 * <p>From the return of {@link #put} and {@link #undo} on, {@link #now}, the look-ups of {@link
 * TagStore} and the articles that {@link ArticleStore} returns are under the new rules. The lists
 * follow article by article, as {@link ArticleStore#retag} is called; until {@link #settle} says
 * that they have, {@link TagRules#leaving} says what else to ask for.
 */
public interface RuleStore {
  /** Returns what the rules that hold come to. */
  TagRules now();

  /**
   * Keeps a rule and returns its number. The tag it leads to is known from now on, with the kind of
   * the one it is said of.
   */
  long put(TagRule rule, Instant since);

  /** Takes a rule back. Returns false when it is unknown or taken back already. */
  boolean undo(long number, Instant now);

  /** Finds a rule, taken back or not. */
  Optional<Given> find(long number);

  /** Lists all rules that were ever given, by number. */
  List<Given> list();

  /** Says that every article follows a rule as it was when it was read here. */
  void settle(Given rule);

  /**
   * Takes over the rules of another store that this one does not know, and what was taken back
   * there; for a store that comes out of a backup.
   */
  void adopt(List<Given> rules);

  /**
   * A rule as it stands.
   *
   * @param number its number, which no other rule ever has
   * @param rule what was said
   * @param since when
   * @param undone when it was taken back; absent while it holds
   * @param settled whether every article follows it, or, when it was taken back, no longer does
   */
  record Given(
      long number, TagRule rule, Instant since, @Nullable Instant undone, boolean settled) {
    public boolean holds() {
      return undone == null;
    }

    public Optional<Instant> findUndone() {
      return Optional.ofNullable(undone);
    }
  }
}
