package org.tagwire.server.office;

import java.util.List;
import org.tagwire.server.page.Link;

/** A part of one of the owner's pages, worded and ready to be placed. */
public sealed interface Block {
  /** Returns its heading; empty for none. */
  String heading();

  /**
   * A form.
   *
   * @param heading what it is for
   * @param hint what to know first; empty for nothing
   * @param action where it is sent
   * @param token what proves that it is ours
   * @param fields what is filled in
   * @param buttons what sends it
   */
  record Sheet(
      String heading,
      String hint,
      String action,
      String token,
      List<Field> fields,
      List<Button> buttons)
      implements Block {
    public Sheet {
      fields = List.copyOf(fields);
      buttons = List.copyOf(buttons);
    }

    /** Returns whether a file can be chosen in it. */
    public boolean takesFiles() {
      return fields.stream().anyMatch(field -> field.kind() == Field.Kind.FILE);
    }
  }

  /**
   * A table, each line of which may have a form of its own.
   *
   * @param heading what it lists
   * @param columns the headings of the columns
   * @param lines its lines
   * @param empty what is said when it has none
   */
  record Table(String heading, List<String> columns, List<Line> lines, String empty)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      lines = List.copyOf(lines);
    }
  }

  /**
   * Names and values.
   *
   * @param heading what they tell of
   * @param facts the values; those with an address lead there
   */
  record Facts(String heading, List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * Ways on.
   *
   * @param heading what they have in common
   * @param links where they lead; what each is for stands in its {@code kind}
   */
  record Ways(String heading, List<Link> links) implements Block {
    public Ways {
      links = List.copyOf(links);
    }
  }

  /**
   * One value.
   *
   * @param name what it is
   * @param value what it is like; may be foreign text
   * @param href where it leads; empty for nowhere
   */
  record Fact(String name, String value, String href) {}

  /**
   * One line of a table.
   *
   * @param cells one for each column
   * @param acts what can be done about it
   */
  record Line(List<Cell> cells, List<Act> acts) {
    public Line {
      cells = List.copyOf(cells);
      acts = List.copyOf(acts);
    }

    static Line of(List<Cell> cells, Act... acts) {
      return new Line(cells, List.of(acts));
    }
  }

  /**
   * One cell.
   *
   * @param text what it says; may be foreign text
   * @param href where it leads; empty for nowhere
   */
  record Cell(String text, String href) {
    static Cell of(String text) {
      return new Cell(text, "");
    }
  }

  /**
   * A form that is one button.
   *
   * @param label what it says
   * @param action where it is sent
   * @param token what proves that it is ours
   * @param name the field it sends
   * @param value its value
   */
  record Act(String label, String action, String token, String name, String value) {}

  /**
   * What sends a form.
   *
   * @param label what it says
   * @param kind {@code main}, {@code plain} or {@code danger}
   * @param name the field it adds; empty for none
   * @param value its value
   */
  record Button(String label, String kind, String name, String value) {
    static Button main(String label) {
      return new Button(label, "main", "", "");
    }

    static Button danger(String label) {
      return new Button(label, "danger", "", "");
    }
  }
}
