package org.tagwire.server.office;

import java.util.List;

/**
 * A field of a form, filled with what was typed before.
 *
 * @param kind how it is filled in
 * @param name under what it is sent
 * @param label what it is
 * @param value what stands in it
 * @param hint what helps; empty for nothing
 * @param error what is wrong with it; empty for nothing
 * @param choices what may be chosen
 */
public record Field(
    Kind kind,
    String name,
    String label,
    String value,
    String hint,
    String error,
    List<Choice> choices) {
  /** How a field is filled in. */
  public enum Kind {
    HIDDEN,
    TEXT,
    ADDRESS,
    PASSWORD,
    NEW_PASSWORD,
    CODE,
    LINES,
    FILE,
    BOX,
    SELECT,
    BOXES
  }

  public Field {
    choices = List.copyOf(choices);
  }

  /**
   * What may be chosen.
   *
   * @param value what is sent
   * @param label what is shown
   * @param chosen whether it is chosen
   */
  public record Choice(String value, String label, boolean chosen) {}

  static Field of(Kind kind, String name, String label) {
    return new Field(kind, name, label, "", "", "", List.of());
  }

  static Field hidden(String name, String value) {
    return new Field(Kind.HIDDEN, name, "", value, "", "", List.of());
  }

  static Field select(String name, String label, List<Choice> choices) {
    return new Field(Kind.SELECT, name, label, "", "", "", choices);
  }

  static Field boxes(String name, String label, List<Choice> choices) {
    return new Field(Kind.BOXES, name, label, "", "", "", choices);
  }

  /** Returns it filled. */
  Field with(String filled) {
    return new Field(kind, name, label, filled, hint, error, choices);
  }

  /** Returns it with a hint. */
  Field hint(String text) {
    return new Field(kind, name, label, value, text, error, choices);
  }

  /** Returns it with what is wrong with it; nothing when {@code text} is empty. */
  Field wrong(String text) {
    return new Field(kind, name, label, value, hint, text, choices);
  }

  /** Returns the id of its element. */
  public String id() {
    return "f-" + name;
  }

  /** Returns the ids of what explains it, for who cannot see where it stands. */
  public String described() {
    String said = hint.isEmpty() ? "" : id() + "-hint";
    return error.isEmpty() ? said : (said + " " + id() + "-error").strip();
  }
}
