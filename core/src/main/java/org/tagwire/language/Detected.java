package org.tagwire.language;

import org.tagwire.model.Language;

/**
 * A language and how sure that is.
 *
 * @param language what the text is written in, {@code und} where it cannot be told
 * @param confidence 0 to 1; 0 for {@code und}
 */
public record Detected(Language language, double confidence) {
  static final Detected NOTHING = new Detected(Language.UNDETERMINED, 0);

  public Detected {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence lies in 0 to 1, but this is " + confidence);
    }
  }
}
