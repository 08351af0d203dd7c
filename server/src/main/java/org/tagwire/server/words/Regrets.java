package org.tagwire.server.words;

import java.util.Objects;
import java.util.stream.Collectors;
import org.tagwire.model.Refusal;
import org.tagwire.model.Refusal.Detail;
import org.tagwire.model.TagwireException;

/**
 * Says in an edition's words why something was not done. Immutable and safe for use by many
 * threads.
 */
public final class Regrets {
  private final Words words;

  public Regrets(Words words) {
    this.words = words;
  }

  /**
   * Says a refusal, a line for each thing that was wrong; one that only commands are told stands in
   * their English.
   */
  public String say(TagwireException refused) {
    return refused.refusals().isEmpty()
        ? Objects.requireNonNullElse(refused.getMessage(), "")
        : refused.refusals().stream().map(this::say).collect(Collectors.joining("\n"));
  }

  /** Says one refusal. */
  public String say(Refusal refusal) {
    return Gaps.fill(
        words.requireRefusal(refusal.kind().label()),
        refusal.details().stream().map(this::written).toList(),
        words.edition());
  }

  private String written(Detail detail) {
    return switch (detail) {
      case Detail.Text(String text) -> text;
      case Detail.Amount(long number) -> words.measures().number(number);
      case Detail.Outcome(String label) -> words.find("poll." + label).orElse(label);
      case Detail.Because(Refusal within) -> say(within);
    };
  }
}
