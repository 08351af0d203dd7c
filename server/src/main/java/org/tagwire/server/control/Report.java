package org.tagwire.server.control;

/** What a clerk tells while carrying out an order. Used by one thread at a time. */
public interface Report {
  /** A line of the result, for standard output. */
  void line(String text);

  /** A remark for people, for standard error. */
  void note(String text);

  /**
   * How far it is.
   *
   * @param what what is counted, as in {@code articles}
   * @param done how many are done
   * @param total how many there are; 0 while that is not known
   */
  void progress(String what, long done, long total);
}
