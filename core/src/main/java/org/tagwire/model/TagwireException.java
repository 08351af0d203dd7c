package org.tagwire.model;

import java.util.List;

/**
 * Broken surroundings: the one unchecked family, told apart by its {@link ErrorCode}. Expected
 * outcomes are values instead.
 */
public final class TagwireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Refusal> refusals;

  /**
   * @param code who must act
   * @param message what was wrong, with which value, and what to do
   */
  public TagwireException(ErrorCode code, String message) {
    this(code, message, List.of());
  }

  public TagwireException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.refusals = List.of();
  }

  /**
   * @param refusals the same as {@code message} for pages, which say it in their language
   */
  public TagwireException(ErrorCode code, String message, List<Refusal> refusals) {
    super(message);
    this.code = code;
    this.refusals = List.copyOf(refusals);
  }

  public ErrorCode code() {
    return code;
  }

  /** Returns what was refused, for pages; empty where only commands are told. */
  public List<Refusal> refusals() {
    return refusals;
  }
}
