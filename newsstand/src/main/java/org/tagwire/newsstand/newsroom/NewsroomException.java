package org.tagwire.newsstand.newsroom;

import java.util.List;

/** The newsroom's files hold mistakes; the message lists them all, each with file and line. */
public final class NewsroomException extends RuntimeException {

  private static final long serialVersionUID = 1;

  NewsroomException(String message) {
    super(message);
  }

  static NewsroomException at(String file, int line, String problem) {
    return new NewsroomException(file + ":" + line + ": " + problem);
  }

  static NewsroomException ofAll(List<String> problems) {
    return new NewsroomException(
        problems.size() == 1
            ? problems.getFirst()
            : problems.size() + " mistakes in the newsroom:\n" + String.join("\n", problems));
  }
}
