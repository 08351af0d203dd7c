package org.tagwire.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a list shows; what is absent or empty does not narrow.
 *
 * @param tag articles with this hashtag
 * @param aboutOnly of these, only those that are about it
 * @param publisher articles carried by this publisher
 * @param category articles of this field
 * @param story articles of this story
 * @param sources articles announced by one of these; empty for any
 * @param language articles in this language
 * @param exceptLanguage articles not in this language
 * @param leaving other keys under which articles with the hashtag may still stand, each as good as
 *     {@code tag}; for a while after the owner has made several tags one
 * @param where what else they must be; {@link Condition#ANYTHING} for no matter
 */
public record Filter(
    @Nullable TagKey tag,
    boolean aboutOnly,
    @Nullable Domain publisher,
    @Nullable Category category,
    @Nullable StoryId story,
    List<SourceId> sources,
    @Nullable Language language,
    @Nullable Language exceptLanguage,
    Set<TagKey> leaving,
    Condition where) {
  /** Shows all there is. */
  public static final Filter ALL =
      new Filter(
          null, false, null, null, null, List.of(), null, null, Set.of(), Condition.ANYTHING);

  public Filter {
    sources = List.copyOf(sources);
    leaving = Set.copyOf(leaving);
  }

  public static Filter tag(TagKey tag) {
    return ALL.with(tag, null, null, null);
  }

  public static Filter publisher(Domain publisher) {
    return ALL.with(null, publisher, null, null);
  }

  public static Filter category(Category category) {
    return ALL.with(null, null, category, null);
  }

  public static Filter story(StoryId story) {
    return ALL.with(null, null, null, story);
  }

  public static Filter sources(List<SourceId> sources) {
    return new Filter(
        null, false, null, null, null, sources, null, null, Set.of(), Condition.ANYTHING);
  }

  /** Shows what is so. */
  public static Filter where(Condition condition) {
    return ALL.and(condition);
  }

  private Filter with(
      @Nullable TagKey of, @Nullable Domain by, @Nullable Category in, @Nullable StoryId about) {
    return new Filter(
        of, aboutOnly, by, in, about, sources, language, exceptLanguage, leaving, where);
  }

  /** Returns this filter narrowed to one story. */
  public Filter within(StoryId only) {
    return with(tag, publisher, category, only);
  }

  /** Returns this filter narrowed to articles that are about the tag. */
  public Filter about() {
    return new Filter(
        tag, true, publisher, category, story, sources, language, exceptLanguage, leaving, where);
  }

  /** Returns this filter narrowed to one language. */
  public Filter in(Language only) {
    return speaking(only, null);
  }

  /** Returns this filter narrowed to all languages but one. */
  public Filter notIn(Language except) {
    return speaking(null, except);
  }

  private Filter speaking(@Nullable Language only, @Nullable Language except) {
    return new Filter(
        tag, aboutOnly, publisher, category, story, sources, only, except, leaving, where);
  }

  /** Returns this filter with other keys that are as good as its tag. */
  public Filter leaving(Set<TagKey> keys) {
    return ruled(keys, where);
  }

  /** Returns this filter narrowed to articles that are that as well. */
  public Filter and(Condition condition) {
    return ruled(leaving, where.and(condition));
  }

  /** Returns this filter with its tag and its condition as the owner's rules read them. */
  public Filter ruled(Set<TagKey> keys, Condition read) {
    return new Filter(
        tag, aboutOnly, publisher, category, story, sources, language, exceptLanguage, keys, read);
  }

  public Optional<TagKey> findTag() {
    return Optional.ofNullable(tag);
  }
}
