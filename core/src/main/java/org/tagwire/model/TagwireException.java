package org.tagwire.model;

/**
 * Broken surroundings: the one unchecked family, told apart by its {@link ErrorCode}. Expected
 * outcomes are values instead.
 */
public final class TagwireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  /**
   * @param code who must act
   * @param message what was wrong, with which value, and what to do
   */
  public TagwireException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  public TagwireException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
