package org.tagwire.server.settings;

import java.util.List;

/**
 * What somebody wrote for one setting.
 *
 * @param values the value, or the values of a list; texts, numbers and truths as written
 * @param list whether it was written as a list
 * @param where in which file and line, variable or flag, for messages
 */
record Given(List<String> values, boolean list, String where) {
  Given {
    values = List.copyOf(values);
  }

  static Given one(String value, String where) {
    return new Given(List.of(value), false, where);
  }
}
