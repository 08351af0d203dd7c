package org.tagwire.server.words;

import java.util.Optional;
import org.tagwire.doctor.Finding;
import org.tagwire.doctor.Finding.Value;
import org.tagwire.store.PollRecord;
import org.tagwire.url.WebAddress;

/**
 * Says in words what a doctor has found and what came of polls. Immutable and safe for use by many
 * threads.
 */
public final class Diagnoses {
  private final Words words;

  public Diagnoses(Words words) {
    this.words = words;
  }

  /**
   * A finding in words.
   *
   * @param finding what was found
   * @param sentence what it is
   * @param done what Tagwire does about it
   * @param advice what the publisher could do; absent where there is nothing
   */
  public record Said(Finding finding, String sentence, String done, Optional<String> advice) {}

  /** Says a finding. */
  public Said say(Finding finding) {
    String key = finding.code().label();
    return new Said(
        finding,
        Gaps.fill(
            require(key), finding.values().stream().map(this::written).toList(), words.edition()),
        require(key + ".done"),
        words.findFinding(key + ".advice"));
  }

  private String require(String key) {
    return words
        .findFinding(key)
        .orElseThrow(() -> new IllegalStateException("no edition says the finding '" + key + "'"));
  }

  /** Says what came of a poll; an outcome without words stands as it is. */
  public String outcome(PollRecord poll) {
    return words.find("poll." + poll.outcome()).orElse(poll.outcome());
  }

  /** Returns what the log says of it, for those who read the log's language. */
  public String detail(String logged) {
    return words.edition() == Edition.ENGLISH ? logged : "";
  }

  /** The log's English tells more than the outcome does, and is of use to those who read it. */
  private String failed(Value.Failure failure) {
    String told = detail(failure.detail());
    return !told.isEmpty()
        ? told
        : words.find("poll." + failure.outcome()).orElse(failure.detail());
  }

  private String written(Value value) {
    return switch (value) {
      case Value.Amount amount -> words.measures().number(amount.number());
      case Value.Size size -> words.measures().size(size.bytes());
      case Value.Time time -> words.ages().minute(time.instant());
      case Value.Span span -> words.measures().span(span.length());
      case Value.Address address -> shown(address.url());
      case Value.Quote quote -> quote.text();
      case Value.Failure failure -> failed(failure);
    };
  }

  /** Returns an address without what opens it. */
  public static String shown(String url) {
    return WebAddress.parse(url).map(WebAddress::toString).orElse(url);
  }
}
