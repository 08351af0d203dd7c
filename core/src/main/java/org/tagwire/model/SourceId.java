package org.tagwire.model;

/**
 * The number of a source in the store.
 *
 * @param value 1 or more
 */
public record SourceId(long value) {
  public SourceId {
    if (value < 1) {
      throw new IllegalArgumentException("a source id is 1 or more, but this is " + value);
    }
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
