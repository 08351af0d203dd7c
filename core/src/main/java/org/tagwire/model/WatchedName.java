package org.tagwire.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name the owner watches: every article that says it carries its hashtag.
 *
 * @param spellings how it is written, the first in headings; at least one
 * @param needed of each of these lists the article has to say at least one as well
 * @param excluded an article that says one of these is passed over
 * @param language the one language it is looked for in; absent for all
 * @param kind what it stands for; absent where the owner does not say
 * @param exact whether capitals have to stand as in the spellings
 */
public record WatchedName(
    List<String> spellings,
    List<List<String>> needed,
    List<String> excluded,
    @Nullable Language language,
    @Nullable TagKind kind,
    boolean exact) {
  public WatchedName {
    spellings = List.copyOf(spellings);
    needed = needed.stream().map(List::copyOf).toList();
    excluded = List.copyOf(excluded);
    if (spellings.isEmpty() || TagKey.parse(spellings.getFirst()).isEmpty()) {
      throw new IllegalArgumentException("no hashtag can be made of the spellings " + spellings);
    }
    if (needed.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("of an empty list of words none can be needed");
    }
  }

  /** Returns the name to be found wherever it stands. */
  public static WatchedName of(String... spellings) {
    return new WatchedName(List.of(spellings), List.of(), List.of(), null, null, false);
  }

  /** Returns the hashtag that says it. */
  public TagKey key() {
    return TagKey.of(name());
  }

  /** Returns its first spelling. */
  public String name() {
    return spellings.getFirst();
  }

  /**
   * Returns what its hashtag stands for. Where the owner does not say, a name without capitals is a
   * topic, and any other a person, because a person is what the rules for strangers protect.
   */
  public TagKind presumedKind() {
    boolean lower =
        name().codePoints().allMatch(c -> !Character.isLetter(c) || Character.isLowerCase(c));
    return findKind().orElse(lower ? TagKind.TOPIC : TagKind.PERSON);
  }

  public Optional<Language> findLanguage() {
    return Optional.ofNullable(language);
  }

  public Optional<TagKind> findKind() {
    return Optional.ofNullable(kind);
  }
}
