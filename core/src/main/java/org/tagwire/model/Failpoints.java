package org.tagwire.model;

import java.util.Locale;

/**
 * Named places where a test may end the process, to prove that nothing is lost or doubled there.
 *
 * <p>In production {@link #NONE} is passed and a call costs nothing.
 */
@FunctionalInterface
public interface Failpoints {
  /** Never ends anything. */
  Failpoints NONE = point -> {};

  /** Says that the process has reached {@code point}. */
  void reach(Point point);

  /** The places, in the order in which an article passes them. */
  enum Point {
    FETCH_START,
    BODY_READ,
    PARSED,
    PAGE_READ,
    READ_STORED,
    BEFORE_PLACING,
    AFTER_PLACING,
    BEFORE_DB_COMMIT,
    AFTER_DB_COMMIT,
    BEFORE_INDEX_COMMIT,
    AFTER_INDEX_COMMIT,
    MERGE,
    CHECKPOINT,
    MIGRATION_STEP;

    /** Returns the name used on the command line, as in {@code before-db-commit}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
