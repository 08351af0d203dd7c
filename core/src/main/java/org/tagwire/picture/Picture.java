package org.tagwire.picture;

/** What became of asking for a picture. */
public sealed interface Picture {
  /** Here it is. */
  record Shown(Print print) implements Picture {}

  /** There is none to be shown; why is nobody's business. */
  record Missing() implements Picture {}

  /** Too many are being made; later there may be one. */
  record Busy() implements Picture {}
}
