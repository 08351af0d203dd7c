package org.tagwire.ingest;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Notice;
import org.tagwire.model.Notice.Outcome;
import org.tagwire.model.Notice.State;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagwireException;
import org.tagwire.store.NoticeStore;

/**
 * Takes in what readers say against what is shown, and what the owner decides. Safe for use by many
 * threads.
 *
 * <p>A tag that somebody disputes is hidden before anybody has looked, which is what a wronged
 * person needs and what a vandal would use; so no more than {@link #HIDDEN_AN_HOUR} an hour are,
 * and {@link #HIDDEN_AT_ONCE} in all. Past that a notice is taken in all the same, and hides
 * nothing until the owner says so.
 */
public final class Ombudsman {
  /** How many notices hide a tag within an hour. */
  public static final int HIDDEN_AN_HOUR = 20;

  /** How many unanswered notices hide a tag. */
  public static final int HIDDEN_AT_ONCE = 200;

  /** How many wait for an answer before nothing more is taken in. */
  public static final int OPEN_AT_MOST = 10_000;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String BASE_32 = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int ID_LENGTH = 26;

  private final NoticeStore notices;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Deque<Instant> hidden = new ArrayDeque<>();

  public Ombudsman(NoticeStore notices, InstantSource clock, SecureRandom random) {
    this.notices = notices;
    this.clock = clock;
    this.random = random;
  }

  /**
   * What somebody says.
   *
   * @param kind what it is about
   * @param about the path of the page it is about, without the edition; empty for the site
   * @param article the article it is about
   * @param tag the hashtag it disputes
   * @param hiding whether that tag is one to hide until it is answered
   */
  public record Complaint(
      Notice.Kind kind,
      String about,
      @Nullable ArticleId article,
      @Nullable TagKey tag,
      boolean hiding) {}

  /**
   * Who says it, and how.
   *
   * @param text the words
   * @param email where to answer; empty for nowhere
   * @param language of which edition
   */
  public record Letter(String text, String email, String language) {}

  /** Takes in a notice; empty when too many wait already. */
  public synchronized Optional<Notice> receive(Complaint complaint, Letter letter) {
    if (notices.countOpen() >= OPEN_AT_MOST) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    boolean hides = complaint.hiding() && complaint.tag() != null && mayHide(now);
    if (hides) {
      hidden.addLast(now);
    }
    Notice notice =
        new Notice(
            id(),
            now,
            complaint.kind(),
            complaint.about(),
            complaint.article(),
            complaint.tag(),
            letter.text(),
            letter.email(),
            letter.language(),
            hides,
            Outcome.RECEIVED);
    notices.add(notice);
    return Optional.of(notice);
  }

  private boolean mayHide(Instant now) {
    while (!hidden.isEmpty() && !hidden.getFirst().isAfter(now.minus(HOUR))) {
      hidden.removeFirst();
    }
    return hidden.size() < HIDDEN_AN_HOUR && notices.countHiding() < HIDDEN_AT_ONCE;
  }

  public Optional<Notice> find(String id) {
    return Notice.isId(id) ? notices.find(id) : Optional.empty();
  }

  /** Lists notices, those that wait first. */
  public List<Notice> list(int limit) {
    return notices.list(limit);
  }

  /**
   * Says how a notice stands, with the owner's words for who sent it.
   *
   * @throws TagwireException {@code NOT_FOUND} when there is none of this id
   */
  public Notice answer(String id, State state, String words) {
    Notice notice =
        find(id)
            .orElseThrow(
                () ->
                    new TagwireException(
                        ErrorCode.NOT_FOUND, "there is no notice " + id + "; see 'notices'"));
    Outcome outcome = new Outcome(state, words.strip(), clock.instant());
    notices.answer(notice.id(), outcome);
    return find(id).orElse(notice);
  }

  private String id() {
    StringBuilder id = new StringBuilder(ID_LENGTH);
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(BASE_32.charAt(random.nextInt(BASE_32.length())));
    }
    return id.toString();
  }
}
