package org.tagwire.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Audience;
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

  public HashtagPages(TagStore tags, Lists lists) {
    this.tags = tags;
    this.lists = lists;
    this.gate = new TagGate(lists);
    this.ambiguity = new Ambiguity(tags, lists);
  }

  /**
   * Opens the page of the tag that {@code spelling} means, as somebody typed it into an address.
   */
  public Answer open(String spelling, ListView view) {
    Optional<TagKey> key = TagKey.parse(spelling);
    Optional<Hashtag> tag = key.flatMap(tags::find);
    if (tag.isEmpty()) {
      return new Unknown(key.map(k -> nearest(k, view.audience())).orElse(List.of()));
    }
    if (gate.hides(tag.get(), view.audience())) {
      return new Gone();
    }
    return open(tag.get(), spelling, view);
  }

  private Answer open(Hashtag tag, String spelling, ListView view) {
    Filter filter = Filter.tag(tag.key());
    Totals all = lists.totals(filter, view.audience());
    Totals about = lists.totals(filter.about(), view.audience());
    ListPage page = lists.page(filter, view);
    boolean empty =
        page.listings().isEmpty() && view.place().equals(ListPlace.START) && !view.aboutOnly();
    if ((empty && view.only() == null) || !TagGate.admits(tag, all, about, view.audience())) {
      return new Unknown(nearest(tag.key(), view.audience()));
    }
    return tag.form().equals(spelling)
        ? new Found(
            new HashtagPage(
                tag, all, about, ambiguity.of(tag, about.articles(), view.audience()), page))
        : new Spelled(tag.form());
  }

  /** Says whether search engines may list a tag's page. */
  public boolean mayBeListed(Hashtag tag, Instant now) {
    return tag.kind() != TagKind.PERSON
        || lists.newest(Filter.tag(tag.key()).about(), Audience.PUBLIC, 1).stream()
            .anyMatch(about -> People.mayBeListed(tag.kind(), about.card().order(), now));
  }

  private List<Hashtag> nearest(TagKey key, Audience audience) {
    return tags.nearest(key, audience, SUGGESTIONS).stream()
        .filter(t -> gate.admits(t, audience))
        .toList();
  }

  /** What the address of a hashtag leads to. */
  public sealed interface Answer {}

  /** The page. */
  public record Found(HashtagPage page) implements Answer {}

  /** The page stands under another spelling. */
  public record Spelled(String form) implements Answer {}

  /** The page was taken away for strangers. */
  public record Gone() implements Answer {}

  /** There is no such page for this audience; these are near. */
  public record Unknown(List<Hashtag> nearest) implements Answer {
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
   */
  public record HashtagPage(
      Hashtag tag, Totals all, Totals about, boolean ambiguous, ListPage list) {}
}
