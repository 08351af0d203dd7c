package org.tagwire.newsstand.newsroom;

import java.util.List;

/** The lines of one file with a place in them. Not safe for use by many threads. */
final class Lines {

  private final String file;
  private final List<String> lines;
  private int next;

  Lines(String file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  boolean hasNext() {
    return next < lines.size();
  }

  String peek() {
    return lines.get(next);
  }

  String next() {
    return lines.get(next++);
  }

  /** The number of the line last taken, counted from one. */
  int number() {
    return next;
  }

  void skipBlank() {
    while (hasNext() && peek().isBlank()) {
      next++;
    }
  }

  NewsroomException problem(String what) {
    return problemAt(next, what);
  }

  NewsroomException problemAt(int line, String what) {
    return NewsroomException.at(file, Math.max(1, line), what);
  }
}
