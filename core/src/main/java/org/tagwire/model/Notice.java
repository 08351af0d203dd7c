package org.tagwire.model;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has told the owner: a correction, an objection, a request to be left out.
 *
 * @param id its number, which only who sent it and the owner know
 * @param received when
 * @param kind what it is about
 * @param about the path of the page it is about, without the edition; empty for the site
 * @param article the article it is about
 * @param tag the hashtag it disputes
 * @param text what was said, at most {@link #MAX_TEXT} characters
 * @param email where to answer, if anywhere
 * @param language in which edition it was written
 * @param hides whether {@code tag} is hidden until it is answered
 * @param outcome how it stands
 */
public record Notice(
    String id,
    Instant received,
    Kind kind,
    String about,
    @Nullable ArticleId article,
    @Nullable TagKey tag,
    String text,
    String email,
    String language,
    boolean hides,
    Outcome outcome) {
  /** The greatest length of what is said, in characters. */
  public static final int MAX_TEXT = 4_000;

  /** The greatest length of an address. */
  public static final int MAX_EMAIL = 254;

  /** The greatest length of a path. */
  public static final int MAX_PATH = 500;

  private static final Pattern ID = Pattern.compile("[a-z2-7]{26}");

  /** What a notice is about. */
  public enum Kind {
    WRONG_TAG,
    WRONG_TEXT,
    ABOUT_ME,
    MY_SITE,
    ILLEGAL,
    OTHER
  }

  /** How a notice stands. */
  public enum State {
    RECEIVED,
    IN_WORK,
    DONE,
    REFUSED;

    /** Returns whether the owner has decided. */
    public boolean isAnswered() {
      return this == DONE || this == REFUSED;
    }
  }

  /**
   * How a notice stands.
   *
   * @param state where it stands
   * @param answer the owner's words; empty for none
   * @param since since when; absent while it is as received
   */
  public record Outcome(State state, String answer, @Nullable Instant since) {
    /** As it came in. */
    public static final Outcome RECEIVED = new Outcome(State.RECEIVED, "", null);

    public Optional<Instant> findSince() {
      return Optional.ofNullable(since);
    }
  }

  public Notice {
    if (!isId(id)) {
      throw new IllegalArgumentException("a notice's id has 26 letters and digits of base 32");
    }
    if (text.length() > MAX_TEXT || email.length() > MAX_EMAIL || about.length() > MAX_PATH) {
      throw new IllegalArgumentException(
          "a notice's text is at most " + MAX_TEXT + " characters, its address " + MAX_EMAIL);
    }
    if (hides && tag == null) {
      throw new IllegalArgumentException("a notice that names no tag hides none");
    }
  }

  /** Returns whether {@code text} may be the id of a notice. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  public Optional<ArticleId> findArticle() {
    return Optional.ofNullable(article);
  }

  public Optional<TagKey> findTag() {
    return Optional.ofNullable(tag);
  }

  /** Leaves out what somebody has written in confidence. */
  @Override
  public String toString() {
    return "Notice[" + kind + ", " + outcome.state() + ", " + text.length() + " characters]";
  }
}
