package org.tagwire.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Totals;
import org.tagwire.rights.People;
import org.tagwire.store.TagStore;

/** The page Tagwire exists for: the latest news with one hashtag. Safe for use by many threads. */
public final class HashtagPages {
  private static final int SUGGESTIONS = 5;

  private final TagStore tags;
  private final Lists lists;
  private final TagGate gate;
  private final Ambiguity ambiguity;
  private final Company company;

  public HashtagPages(TagStore tags, Lists lists) {
    this.tags = tags;
    this.lists = lists;
    this.gate = new TagGate(lists);
    this.ambiguity = new Ambiguity(tags, lists);
    this.company = new Company(tags, lists, gate);
  }

  /**
   * Opens the page of the tag that {@code spelling} means, as somebody typed it into an address.
   */
  public Answer open(String spelling, ListView view) {
    return open(spelling, view, Condition.ANYTHING);
  }

  /** Opens the page of a tag, its list narrowed to what is so. */
  public Answer open(String spelling, ListView view, Condition where) {
    Optional<TagKey> key = TagKey.parse(spelling);
    Optional<Hashtag> tag = key.flatMap(tags::find);
    if (tag.isEmpty()) {
      return new Unknown(key.map(k -> nearest(k, view.audience())).orElse(List.of()));
    }
    if (gate.hides(tag.get(), view.audience())) {
      return new Gone();
    }
    Answer answer = open(tag.get(), spelling, view, where);
    return answer instanceof Unknown ? returning(tag.get(), spelling, view).orElse(answer) : answer;
  }

  /** Where a merge was just taken back, a tag's articles stand a moment longer under the other. */
  private Optional<Answer> returning(Hashtag tag, String spelling, ListView view) {
    return tags.rules()
        .findReturning(tag.key())
        .flatMap(tags::find)
        .filter(other -> !gate.hides(other, view.audience()))
        .map(other -> open(other, spelling, view, Condition.ANYTHING))
        .filter(Spelled.class::isInstance);
  }

  private Answer open(Hashtag tag, String spelling, ListView view, Condition where) {
    Filter filter = Filter.tag(tag.key());
    Totals all = lists.totals(filter, view.audience());
    Totals about = lists.totals(filter.about(), view.audience());
    Filter narrowed = filter.and(where);
    ListPage page = lists.page(narrowed, view);
    boolean whole =
        view.only() == null
            && !view.aboutOnly()
            && where.equals(Condition.ANYTHING)
            && view.place().equals(ListPlace.START);
    if (all.articles() == 0
        || (whole && page.listings().isEmpty())
        || !TagGate.admits(tag, all, about, view.audience())) {
      return new Unknown(nearest(tag.key(), view.audience()));
    }
    boolean ambiguous = ambiguity.of(tag, about.articles(), view.audience());
    return tag.form().equals(spelling)
        ? new Found(new HashtagPage(tag, all, about, ambiguous, page, lists.totals(narrowed, view)))
        : new Spelled(tag.form());
  }

  /** Says whether search engines may list a tag's page. */
  public boolean mayBeListed(Hashtag tag, Instant now) {
    return tag.kind() != TagKind.PERSON
        || lists.newest(Filter.tag(tag.key()).about(), Audience.PUBLIC, 1).stream()
            .anyMatch(about -> People.mayBeListed(tag.kind(), about.card().order(), now));
  }

  /** Returns the tags that stand in the same articles more often than by chance. */
  public List<Hashtag> related(Hashtag tag, Audience audience, Instant now) {
    return company.of(tag, audience, now);
  }

  /** Tells whether a spelling joins several tags, as in {@code A+B-C}. */
  public static boolean isJoined(String spelling) {
    return TagTerms.isJoined(spelling);
  }

  /**
   * Opens the list of several tags joined by {@code +} and {@code -}. A spelling that is one tag
   * after all, as in {@code Covid-19}, leads to it.
   *
   * @param where what else the articles must be
   */
  public Joined combine(String spelling, ListView view, Condition where) {
    Optional<TagTerms> terms = TagTerms.parse(spelling);
    if (terms.isPresent() && terms.get().size() > TagTerms.MOST) {
      return new TooMany(TagTerms.MOST);
    }
    List<Hashtag> with = terms.map(t -> known(t.with(), view)).orElse(List.of());
    List<Hashtag> without = terms.map(t -> known(t.without(), view)).orElse(List.of());
    boolean complete =
        terms.isPresent()
            && with.size() == terms.get().with().size()
            && without.size() == terms.get().without().size();
    if (complete) {
      return combined(spelling, new Combination(distinct(with), distinct(without)), view, where);
    }
    return switch (open(spelling, view)) {
      case Found found -> new Spelled(found.page().tag().form());
      case Spelled spelled -> spelled;
      case Gone gone -> gone;
      case Unknown unknown ->
          new Unknown(terms.map(t -> nearest(t, view.audience())).orElse(List.of()));
    };
  }

  private Joined combined(
      String spelling, Combination combination, ListView view, Condition where) {
    if (!combination.form().equals(spelling)) {
      return new Spelled(combination.form());
    }
    Filter filter = combination.filter(view.aboutOnly()).and(where);
    return new Combined(combination, lists.totals(filter, view), lists.page(filter, view));
  }

  private static List<Hashtag> distinct(List<Hashtag> tags) {
    return tags.stream().distinct().toList();
  }

  /** Those of the spelled tags that are known and that the audience may be led to. */
  private List<Hashtag> known(List<String> spelled, ListView view) {
    return spelled.stream()
        .flatMap(spelling -> TagKey.parse(spelling).flatMap(tags::find).stream())
        .filter(tag -> gate.admits(tag, view.audience()))
        .toList();
  }

  /** What is near the first term that is not known. */
  private List<Hashtag> nearest(TagTerms terms, Audience audience) {
    return Stream.concat(terms.with().stream(), terms.without().stream())
        .flatMap(spelling -> TagKey.parse(spelling).stream())
        .filter(key -> tags.find(key).filter(tag -> gate.admits(tag, audience)).isEmpty())
        .findFirst()
        .map(key -> nearest(key, audience))
        .orElse(List.of());
  }

  private List<Hashtag> nearest(TagKey key, Audience audience) {
    return tags.nearest(key, audience, SUGGESTIONS).stream()
        .filter(t -> gate.admits(t, audience))
        .toList();
  }

  /** What the address of a hashtag leads to. */
  public sealed interface Answer {}

  /** What the address of several hashtags leads to. */
  public sealed interface Joined {}

  /** The page. */
  public record Found(HashtagPage page) implements Answer {}

  /** The page stands under another spelling. */
  public record Spelled(String form) implements Answer, Joined {}

  /** The list of several tags. */
  public record Combined(Combination combination, Totals shown, ListPage list) implements Joined {}

  /** So many tags cannot be joined; at most {@code most} can. */
  public record TooMany(int most) implements Joined {}

  /** The page was taken away for strangers. */
  public record Gone() implements Answer, Joined {}

  /** There is no such page for this audience; these are near. */
  public record Unknown(List<Hashtag> nearest) implements Answer, Joined {
    public Unknown {
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * A hashtag's page.
   *
   * @param tag which tag
   * @param all the numbers of all its articles
   * @param about the numbers of those that are about it
   * @param ambiguous whether the name may stand for different people or things
   * @param list the cards
   * @param shown the numbers of the list as it is narrowed
   */
  public record HashtagPage(
      Hashtag tag, Totals all, Totals about, boolean ambiguous, ListPage list, Totals shown) {}
}
