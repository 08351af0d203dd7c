package org.tagwire.model;

import java.util.List;
import java.util.Locale;

/**
 * Why something the owner wished was not done: what it is, and the values its sentence is made of.
 * Immutable. The sentences belong to the editions of the site; commands and logs have the English
 * message beside it.
 *
 * @param kind what it is
 * @param details what fills the gaps of its sentence, in order
 */
public record Refusal(Kind kind, List<Detail> details) {
  public Refusal {
    details = List.copyOf(details);
  }

  /** Returns a refusal whose sentence quotes {@code texts}. */
  public static Refusal of(Kind kind, String... texts) {
    return new Refusal(
        kind, List.of(texts).stream().map(text -> (Detail) new Detail.Text(text)).toList());
  }

  /** Returns a refusal with details of several kinds. */
  public static Refusal with(Kind kind, Detail... details) {
    return new Refusal(kind, List.of(details));
  }

  /** What a detail is, so that each edition can write it its own way. */
  public sealed interface Detail {
    /** What somebody wrote, or what something is called. */
    record Text(String text) implements Detail {}

    /** A number of things. */
    record Amount(long number) implements Detail {}

    /** What came of a request, by its lasting name, as in {@code name-unknown}. */
    record Outcome(String label) implements Detail {}

    /** A refusal within this one. */
    record Because(Refusal refusal) implements Detail {}
  }

  /** All that is refused. */
  public enum Kind {
    NO_HASHTAG,
    TAG_UNKNOWN,
    TAG_HIDDEN,
    NAME_HIDDEN,
    NAME_NOT_HIDDEN,
    NAME_WITHOUT_LETTERS,
    TAGS_ARE_ONE,
    TAGS_WERE_SPLIT,
    TAG_WAS_SPLIT,
    SPLIT_WITHOUT_SIGNS,
    SPLIT_INTO_ITSELF,
    NAME_TAKEN,
    NAME_LEADS_ELSEWHERE,
    NAME_LEADS_HERE,
    NAME_UNCHANGED,
    DEED_UNKNOWN,
    ARTICLE_UNKNOWN,
    ARTICLE_WITHDRAWN,
    NOTICE_WITHOUT_ARTICLE,
    NO_ADDRESS,
    /** The address, and what came of asking for it. */
    NOT_FETCHED,
    NO_DOCUMENT,
    MOVED,
    LATER,
    NO_FEED,
    NOT_IN_TIME,
    STOPPING,
    LIST_NOT_UTF8,
    LIST_EMPTY,
    LIST_TOO_LONG,
    /** A line of a list: its number, and what is wrong with it. */
    LINE,
    WATCHED_TOO_MANY,
    NAME_TWICE,
    SPELLING_BEHIND_SIGN,
    SPELLING_MISSING,
    SPELLING_LENGTH,
    SPELLING_WORDS,
    SPELLINGS_TOO_MANY,
    LANGUAGE_UNKNOWN,
    KIND_UNKNOWN,
    CASE_UNKNOWN,
    ONE_WORD_AFTER_MINUS,
    SIGN_ALONE,
    QUOTE_OPEN;

    /** Returns the lasting name used in messages, as in {@code tag-unknown}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
