package org.tagwire.model;

/**
 * Where an article names a hashtag: the reason readers see under "Why this tag?".
 *
 * @param sentence the sentence, plain text; the title counts as one
 * @param surface the words as they stand in it
 * @param weight how much it counts, 0 to 1
 */
public record Mention(String sentence, String surface, double weight) {
  public Mention {
    if (!(weight >= 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "a mention's weight lies in 0 to 1, but this is " + weight);
    }
  }
}
