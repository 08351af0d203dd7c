package org.tagwire.fuzz;

/** Where Jazzer comes in: {@code -Dtagwire.fuzz.target=feed} says which target it fuzzes. */
public final class Jazzed {
  private static final Target TARGET =
      Target.named(System.getProperty("tagwire.fuzz.target", "feed"));

  private Jazzed() {}

  /** Called by Jazzer with one input after another. */
  public static void fuzzerTestOneInput(byte[] input) {
    TARGET.probe(input);
  }
}
