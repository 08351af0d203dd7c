package org.tagwire.server.inspect;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One stage, run on one line after the other. */
interface Stage {
  /** Returns whether lines may be answered at the same time. */
  boolean isStateless();

  /**
   * Answers a line; without anything to print yet, the answer is kept until {@link #closing}.
   *
   * @throws Unanswerable when the line cannot be answered
   */
  List<ObjectNode> answer(JsonNode line) throws Unanswerable;

  /** Returns what is printed after the last line. */
  default List<ObjectNode> closing() {
    return List.of();
  }

  /** Why a line cannot be answered. */
  final class Unanswerable extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    Unanswerable(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }
}
