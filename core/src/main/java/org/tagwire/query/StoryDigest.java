package org.tagwire.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.ArticleId;
import org.tagwire.model.HeadlineChange;

/**
 * What the accounts of a story say together: the sentences several origins agree on, who said what
 * when, and what each was the first to say. All of it is the outlets' own sentences, word for word.
 *
 * @param first the earliest account of all
 * @param accounts the newest accounts, oldest first, near-copies folded
 * @param earlier how many accounts lie before them, copies included
 * @param agreed what most independent origins agree on, best first; empty where they are too few
 * @param origins how many independent origins there are among the accounts
 * @param added what each account was the first to say
 * @param changes headlines that were changed, oldest first
 */
public record StoryDigest(
    Account first,
    List<Account> accounts,
    int earlier,
    List<Claim> agreed,
    int origins,
    Map<ArticleId, Addition> added,
    List<HeadlineChange> changes) {
  public StoryDigest {
    accounts = List.copyOf(accounts);
    agreed = List.copyOf(agreed);
    added = Map.copyOf(added);
    changes = List.copyOf(changes);
  }

  /** Returns whether there are too few origins for any sentence to be agreed. */
  public boolean isTooFew() {
    return origins < Agreement.ORIGINS;
  }

  /** Returns what an account was the first to say, if anything. */
  public Optional<Addition> findAddition(ArticleId account) {
    return Optional.ofNullable(added.get(account));
  }

  /**
   * One thing that independent origins say.
   *
   * @param said how one of them says it
   * @param others the others, who may say it in other words
   */
  public record Claim(Quote said, List<Quote> others) {
    public Claim {
      others = List.copyOf(others);
    }
  }

  /**
   * A sentence of an account.
   *
   * @param account whose
   * @param sentence word for word; empty where the audience may not see it
   */
  public record Quote(Account account, String sentence) {}

  /**
   * What an account was the first to say.
   *
   * @param sentences how many of its sentences say mostly what nobody had said before
   * @param sentence the one that says most, word for word; empty where the audience may not see it
   */
  public record Addition(int sentences, String sentence) {}
}
