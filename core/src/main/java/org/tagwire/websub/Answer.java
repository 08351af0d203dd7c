package org.tagwire.websub;

/** What a hub that calls us is told. */
public sealed interface Answer {

  /**
   * What it asks about is as it says (200).
   *
   * @param challenge to be sent back as plain text
   */
  record Echo(String challenge) implements Answer {}

  /** We heard (200); whether we act on it is our affair. */
  record Heard() implements Answer {}

  /** There is no such subscription, or it is not as the caller says (404). */
  record Unknown() implements Answer {}

  /** The push is larger than anything we take (413). */
  record TooLarge() implements Answer {}

  /** So many calls are not needed; come later (429). */
  record TooOften() implements Answer {}
}
