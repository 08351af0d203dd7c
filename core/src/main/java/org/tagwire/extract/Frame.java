package org.tagwire.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A block-level element of a page and the range of blocks inside it; filled by {@link BlockReader},
 * one page, one thread.
 */
final class Frame {
  final @Nullable Frame parent;
  final Element element;
  final List<Frame> children = new ArrayList<>();
  final int first;
  int last;
  double mass;
  int pictures;

  /**
   * Why all of this is furniture; null where it is not. Set by the words on the element, may be
   * lifted by the weight in it.
   */
  @Nullable String furniture;

  Frame(@Nullable Frame parent, Element element, int first) {
    this.parent = parent;
    this.element = element;
    this.first = first;
    this.last = first;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  boolean contains(int block) {
    return block >= first && block < last;
  }

  boolean isWithin(Frame other) {
    for (Frame f = this; f != null; f = f.parent) {
      if (f == other) {
        return true;
      }
    }
    return false;
  }

  /** Returns why this or a frame around it is furniture. */
  @Nullable String reason() {
    for (Frame f = this; f != null; f = f.parent) {
      if (f.furniture != null) {
        return f.furniture;
      }
    }
    return null;
  }

  boolean is(String tag) {
    return element.normalName().equals(tag);
  }

  /** Returns the element's tag, id and classes, as in {@code div#main.story}. */
  String selector() {
    String id = element.id().isBlank() ? "" : "#" + element.id();
    String names = element.className().strip();
    return element.normalName() + id + (names.isEmpty() ? "" : "." + names.replaceAll("\\s+", "."));
  }
}
