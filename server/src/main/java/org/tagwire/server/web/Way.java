package org.tagwire.server.web;

import java.util.function.Function;

/**
 * What a room adds to the table of routes.
 *
 * @param path the path within an edition, beginning with a slash
 * @param what what stands there
 * @param who who may use it
 * @param answer how it is answered
 */
public record Way(String path, String what, Who who, Answer answer) {
  /** How a route is answered. */
  public sealed interface Answer {}

  /** By a page, which changes nothing. */
  public record Shown(Function<Visit, Reply> handler) implements Answer {}

  /**
   * By taking in a form.
   *
   * @param most how many bytes it may have
   * @param files whether it may bring files along, as {@code multipart/form-data}
   */
  public record Taken(Action action, int most, boolean files) implements Answer {}

  /** A page. */
  public static Way page(String path, String what, Who who, Function<Visit, Reply> handler) {
    return new Way(path, what, who, new Shown(handler));
  }

  /** Where a form is sent. */
  public static Way form(String path, String what, Who who, Action action) {
    return new Way(path, what, who, new Taken(action, Form.MAX_BYTES, false));
  }

  /** Where a form of up to {@code most} bytes is sent. */
  public static Way form(String path, String what, Who who, int most, Action action) {
    return new Way(path, what, who, new Taken(action, most, false));
  }

  /** Where a form of up to {@code most} bytes is sent, which may bring files along. */
  public static Way files(String path, String what, Who who, int most, Action action) {
    return new Way(path, what, who, new Taken(action, most, true));
  }
}
