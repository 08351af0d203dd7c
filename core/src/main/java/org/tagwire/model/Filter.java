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
 * @param words articles that contain all of these words, as a reader typed them; empty for any
 * @param leaving other keys under which articles with the hashtag may still stand, each as good as
 *     {@code tag}; for a while after the owner has made several tags one
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
    String words,
    Set<TagKey> leaving) {
  /** Shows all there is. */
  public static final Filter ALL =
      new Filter(null, false, null, null, null, List.of(), null, null, "", Set.of());

  public Filter {
    sources = List.copyOf(sources);
    leaving = Set.copyOf(leaving);
  }

  public static Filter tag(TagKey tag) {
    return new Filter(tag, false, null, null, null, List.of(), null, null, "", Set.of());
  }

  public static Filter publisher(Domain publisher) {
    return new Filter(null, false, publisher, null, null, List.of(), null, null, "", Set.of());
  }

  public static Filter category(Category category) {
    return new Filter(null, false, null, category, null, List.of(), null, null, "", Set.of());
  }

  public static Filter story(StoryId story) {
    return new Filter(null, false, null, null, story, List.of(), null, null, "", Set.of());
  }

  public static Filter sources(List<SourceId> sources) {
    return new Filter(null, false, null, null, null, sources, null, null, "", Set.of());
  }

  public static Filter words(String words) {
    return new Filter(null, false, null, null, null, List.of(), null, null, words, Set.of());
  }

  /** Returns this filter narrowed to articles that are about the tag. */
  public Filter about() {
    return new Filter(
        tag, true, publisher, category, story, sources, language, exceptLanguage, words, leaving);
  }

  /** Returns this filter narrowed to one language. */
  public Filter in(Language only) {
    return new Filter(
        tag, aboutOnly, publisher, category, story, sources, only, null, words, leaving);
  }

  /** Returns this filter narrowed to all languages but one. */
  public Filter notIn(Language except) {
    return new Filter(
        tag, aboutOnly, publisher, category, story, sources, null, except, words, leaving);
  }

  /** Returns this filter with other keys that are as good as its tag. */
  public Filter leaving(Set<TagKey> keys) {
    return new Filter(
        tag, aboutOnly, publisher, category, story, sources, language, exceptLanguage, words, keys);
  }

  public Optional<TagKey> findTag() {
    return Optional.ofNullable(tag);
  }
}
