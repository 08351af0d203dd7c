package org.tagwire.newsstand.press;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What fills a template's placeholders: texts and lists by name. Filled by one thread, then read.
 */
public final class Slots {

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, List<Slots>> lists = new HashMap<>();
  private final @Nullable Slots outer;

  private Slots(@Nullable Slots outer) {
    this.outer = outer;
  }

  /** Empty slots. */
  public static Slots empty() {
    return new Slots(null);
  }

  /** Sets a text; an empty one also makes its section disappear. */
  public Slots text(String name, String text) {
    texts.put(name, text);
    return this;
  }

  /** Sets a section that is shown or not. */
  public Slots shown(String name, boolean shown) {
    return list(name, shown ? List.of(empty()) : List.of());
  }

  /** Sets a section that is shown once for each element. */
  public Slots list(String name, List<Slots> elements) {
    lists.put(name, List.copyOf(elements));
    return this;
  }

  /** Takes over all of another's slots. */
  public Slots all(Slots other) {
    texts.putAll(other.texts);
    lists.putAll(other.lists);
    return this;
  }

  String requireText(String name) {
    for (Slots slots = this; slots != null; slots = slots.outer) {
      String text = slots.texts.get(name);
      if (text != null) {
        return text;
      }
    }
    throw new IllegalStateException("no text for the placeholder " + name);
  }

  List<Slots> requireList(String name) {
    for (Slots slots = this; slots != null; slots = slots.outer) {
      List<Slots> elements = slots.lists.get(name);
      if (elements != null) {
        return elements;
      }
    }
    return requireText(name).isEmpty() ? List.of() : List.of(empty());
  }

  /** These slots, with those of an enclosing section behind them. */
  Slots within(Slots enclosing) {
    var inner = new Slots(enclosing);
    return inner.all(this);
  }
}
