package org.tagwire.ingest;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Article;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.Refusal;
import org.tagwire.model.Refusal.Kind;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRule;
import org.tagwire.model.TagRules;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Visibility;
import org.tagwire.rights.HiddenNames;
import org.tagwire.store.RuleStore.Given;
import org.tagwire.store.Store;

/**
 * Takes down what the owner says about hashtags, if it makes sense. Safe for use by many threads.
 *
 * <p>What was said holds when a method returns; {@link RulePass} then brings the articles that are
 * there already under it. What makes no sense is refused with {@link ErrorCode#BAD_REQUEST} or
 * {@link ErrorCode#NOT_FOUND}, and nothing is changed. A name that is hidden for good stays so:
 * neither it nor any tag that bears it can be merged, split or renamed into sight.
 */
public final class Rulebook {
  private final Store store;
  private final Desks desks;
  private final InstantSource clock;
  private final RulePass pass;

  public Rulebook(Store store, Desks desks, InstantSource clock, RulePass pass) {
    this.store = store;
    this.desks = desks;
    this.clock = clock;
    this.pass = pass;
  }

  /** Makes one tag of two: {@code tag} leads to {@code into} from now on. */
  public Given merge(String tag, String into) {
    return keep(mergeRule(tag, into));
  }

  /** Returns what {@link #merge} would take down, if it makes sense. */
  public TagRule mergeRule(String tag, String into) {
    Hashtag gone = require(tag);
    Hashtag kept = require(into);
    if (gone.key().equals(kept.key())) {
      throw bad(
          Refusal.of(Kind.TAGS_ARE_ONE, tag, into, kept.form()),
          "'" + tag + "' and '" + into + "' are one tag already, #" + kept.form());
    }
    TagRules rules = store.rules().now();
    if (rules.isSplit(gone.key(), kept.key())) {
      throw bad(
          Refusal.of(Kind.TAGS_WERE_SPLIT, gone.form(), kept.form()),
          "#" + gone.form() + " and #" + kept.form() + " were split; take that rule back");
    }
    if (rules.isSplit(gone.key())) {
      throw bad(
          Refusal.of(Kind.TAG_WAS_SPLIT, gone.form()),
          "#" + gone.form() + " was split, so it cannot go; merge the other into it");
    }
    return new TagRule.Merge(gone.key(), kept.key(), kept.name());
  }

  /**
   * Tells apart two subjects of one name: where it is said with one of {@code with}, another tag is
   * meant.
   */
  public Given split(String tag, String as, List<String> with) {
    return keep(splitRule(tag, as, with));
  }

  /** Returns what {@link #split} would take down, if it makes sense. */
  public TagRule splitRule(String tag, String as, List<String> with) {
    Hashtag both = require(tag);
    if (with.isEmpty() || with.stream().anyMatch(String::isBlank)) {
      throw bad(
          Refusal.of(Kind.SPLIT_WITHOUT_SIGNS),
          "a split needs what tells the second subject, a tag or words of its articles");
    }
    String name = requireName(as);
    TagKey second = store.rules().now().resolve(TagKey.of(name));
    if (second.equals(both.key())) {
      throw bad(
          Refusal.of(Kind.SPLIT_INTO_ITSELF, as, both.form()),
          "'" + as + "' is #" + both.form() + " itself; give the second subject another name");
    }
    return new TagRule.Split(both.key(), second, name, with.stream().map(String::strip).toList());
  }

  /** Gives a tag another name, in headings, on cards and in addresses. */
  public Given rename(String tag, String name) {
    return keep(renameRule(tag, name));
  }

  /** Returns what {@link #rename} would take down, if it makes sense. */
  public TagRule renameRule(String tag, String name) {
    Hashtag known = require(tag);
    String given = requireName(name);
    TagKey key = TagKey.of(given);
    Optional<Hashtag> taken = store.tags().find(key).filter(t -> !t.key().equals(known.key()));
    if (taken.isPresent() && isInUse(taken.get())) {
      throw bad(
          Refusal.of(Kind.NAME_TAKEN, taken.get().form()),
          "there is a tag #" + taken.get().form() + " already; merge them if they are one");
    }
    if (taken.isPresent() && !taken.get().key().equals(key)) {
      throw bad(
          Refusal.of(Kind.NAME_LEADS_ELSEWHERE, name, taken.get().form()),
          "'" + name + "' leads to #" + taken.get().form() + " by another rule");
    }
    if (!key.equals(known.key()) && store.rules().now().resolve(key).equals(known.key())) {
      throw bad(
          Refusal.of(Kind.NAME_LEADS_HERE, name, known.form()),
          "'" + name + "' is another spelling of #" + known.form() + " by a rule; take that back");
    }
    if (given.equals(known.name())) {
      throw bad(
          Refusal.of(Kind.NAME_UNCHANGED, known.form()),
          "#" + known.form() + " is called so already");
    }
    return new TagRule.Rename(known.key(), given);
  }

  /** Says that an article never carries a tag, or, if {@code mentioned}, only names it. */
  public Given notAbout(Article article, String tag, boolean mentioned) {
    Hashtag known = require(tag);
    return keep(new TagRule.NotAbout(article.id(), known.key(), mentioned, field(article)));
  }

  /** Private sources teach nothing, nor do publishers who object. */
  private static TagRule.@org.jspecify.annotations.Nullable Field field(Article article) {
    ShowLimits limits = article.reading().limits();
    boolean mayLearn =
        article.visibility() == Visibility.PUBLIC && limits.learned() && limits.mined();
    return mayLearn
        ? new TagRule.Field(article.understanding().language(), article.understanding().category())
        : null;
  }

  /** Takes a rule back. */
  public Given undo(long number) {
    boolean undone = desks.changeRules(() -> store.rules().undo(number, clock.instant()));
    pass.changed();
    Optional<Given> rule = store.rules().find(number);
    if (rule.isEmpty() || !undone) {
      throw new TagwireException(
          ErrorCode.NOT_FOUND,
          "there is no rule " + number + " that holds; 'tagwire tags list' shows those that do");
    }
    return rule.get();
  }

  /** Returns the rules that hold, by number. */
  public List<Given> list() {
    return store.rules().list().stream().filter(Given::holds).toList();
  }

  private Given keep(TagRule rule) {
    long number = desks.changeRules(() -> store.rules().put(rule, clock.instant()));
    pass.changed();
    return store
        .rules()
        .find(number)
        .orElseThrow(() -> new IllegalStateException("rule " + number + " was not kept"));
  }

  private Hashtag require(String tag) {
    TagKey key = TagKey.parse(tag).orElseThrow(() -> noHashtag(tag));
    Hashtag known =
        store
            .tags()
            .find(key)
            .orElseThrow(
                () ->
                    new TagwireException(
                        ErrorCode.NOT_FOUND,
                        "there is no tag '" + tag + "'; check its spelling",
                        List.of(Refusal.of(Kind.TAG_UNKNOWN, tag))));
    if (hidden().contain(known) || hidden().contain(tag)) {
      throw bad(
          Refusal.of(Kind.TAG_HIDDEN, tag),
          "'" + tag + "' is hidden for good, so nothing more can be said about it");
    }
    return known;
  }

  private String requireName(String name) {
    String stripped = name.strip().replaceFirst("^[#\uFF03]+", "");
    if (stripped.length() > TagRule.MAX_LENGTH || HashtagGrammar.form(stripped).isEmpty()) {
      throw noHashtag(name);
    }
    if (hidden().contain(stripped)) {
      throw bad(
          Refusal.of(Kind.NAME_HIDDEN, name),
          "'" + name + "' is hidden for good, so no tag can be called so");
    }
    return stripped;
  }

  private HiddenNames hidden() {
    return HiddenNames.of(store.tags().withheld());
  }

  private boolean isInUse(Hashtag tag) {
    return store.tags().list(Optional.of(tag.key()), Audience.OWNER, 1).stream()
        .anyMatch(listed -> listed.key().equals(tag.key()));
  }

  private static TagwireException noHashtag(String written) {
    return bad(Refusal.of(Kind.NO_HASHTAG, written), "no hashtag can be made of '" + written + "'");
  }

  private static TagwireException bad(Refusal refusal, String message) {
    return new TagwireException(ErrorCode.BAD_REQUEST, message, List.of(refusal));
  }
}
