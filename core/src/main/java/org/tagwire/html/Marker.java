package org.tagwire.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Mark;
import org.tagwire.model.Mark.Kind;
import org.tagwire.url.WebAddress;

/**
 * The policy of what is kept of foreign inline markup, and the hand that keeps it: told of every
 * element that opens and closes while a text is read, it gives the {@link Mark}s of each block.
 *
 * <p>Links, stress, code, quotations, raised and lowered characters, highlights, abbreviations,
 * isolated directions and languages are kept; every other element and attribute leaves no trace.
 * Addresses are resolved against the page, http or https, without credentials, and lead to public
 * names only: never into the reader's own machine or network.
 *
 * <p>One text, one thread. Bounded: {@value #MOST} marks a block, {@value #DEEPEST} deep, and no
 * more characters of addresses than four times the block's text (or one address). Cost: constant a
 * tag, amortised; elements may be closed in any order, or never.
 */
public final class Marker {
  /** The version of the policy; what was read under an older one is worth reading again. */
  public static final int VERSION = 1;

  static final int MOST = 500;
  static final int DEEPEST = 12;

  /** So many open elements are remembered, that their closing tags be known for theirs. */
  private static final int MOST_OPEN = 64;

  private final Base base;
  private final List<Slot> slots = new ArrayList<>();
  private final Deque<Slot> open = new ArrayDeque<>();
  private final int[] openOfKind = new int[Kind.values().length];

  /** A mark that is being made; a dull one only waits for its closing tag. */
  private static final class Slot {
    final Kind kind;
    final String written;
    final boolean dull;
    final int from;
    int to = Integer.MAX_VALUE;

    Slot(Kind kind, String written, boolean dull, int from) {
      this.kind = kind;
      this.written = written;
      this.dull = dull;
      this.from = from;
    }
  }

  /**
   * @param base the address of the page or item; what is relative to none leads nowhere
   */
  public Marker(String base) {
    this.base = new Base(base);
  }

  /** Returns what an element of this name says of its text; null if nothing. */
  public static @Nullable Kind kind(String element) {
    return switch (element) {
      case "a" -> Kind.LINK;
      case "em" -> Kind.EMPHASIS;
      case "strong" -> Kind.STRONG;
      case "b" -> Kind.BOLD;
      case "i", "cite" -> Kind.ITALIC;
      case "code", "kbd", "samp", "tt" -> Kind.CODE;
      case "q" -> Kind.QUOTATION;
      case "sub" -> Kind.SUBSCRIPT;
      case "sup" -> Kind.SUPERSCRIPT;
      case "mark" -> Kind.HIGHLIGHT;
      case "abbr", "acronym" -> Kind.ABBREVIATION;
      case "bdi", "bdo" -> Kind.ISOLATE;
      case "span" -> Kind.LANGUAGE;
      default -> null;
    };
  }

  /**
   * Notes that an element opens.
   *
   * @param attribute gives the value of an attribute by its name, empty for none
   * @param at how many characters of the block stand before it
   */
  public void open(Kind kind, UnaryOperator<String> attribute, int at) {
    if (open.size() >= MOST_OPEN) {
      return;
    }
    boolean full = slots.size() >= MOST || open.size() >= DEEPEST || openOfKind[kind.ordinal()] > 0;
    Slot slot = new Slot(kind, full ? "" : written(kind, attribute), full, at);
    open.push(slot);
    openOfKind[kind.ordinal()]++;
    if (!slot.dull) {
      slots.add(slot);
    }
  }

  /** Notes that an element closes, and with it all that opened within. */
  public void close(Kind kind, int at) {
    if (openOfKind[kind.ordinal()] == 0) {
      return;
    }
    Slot slot;
    do {
      slot = open.pop();
      slot.to = at;
      openOfKind[slot.kind.ordinal()]--;
    } while (slot.kind != kind);
  }

  /**
   * Takes the marks of a block that ends here. What is still open goes on in the next block.
   *
   * @param raw the characters that were counted
   * @param block the part of them that is kept
   * @return makes the marks when they are wanted, since most blocks of a page are not
   */
  public Supplier<List<Mark>> take(CharSequence raw, String block) {
    if (slots.isEmpty()) {
      return List::of;
    }
    int lead = raw.toString().indexOf(block);
    List<Slot> taken = List.copyOf(slots);
    slots.clear();
    for (int i = open.size(); i > 0; i--) {
      Slot slot = open.removeLast();
      Slot next = new Slot(slot.kind, slot.written, slot.dull, 0);
      open.addFirst(next);
      if (!slot.dull) {
        slots.add(next);
      }
    }
    return () -> marks(taken, lead, block);
  }

  /** Forgets what is open, where markup is too careless to be believed across blocks. */
  void closeAll() {
    slots.clear();
    open.clear();
    Arrays.fill(openOfKind, 0);
  }

  private List<Mark> marks(List<Slot> taken, int lead, String block) {
    List<Mark> marks = new ArrayList<>(taken.size());
    int room = Math.max(Mark.LONGEST_ADDRESS, 4 * block.length());
    for (Slot slot : taken) {
      int from = Math.clamp(slot.from - (long) lead, 0, block.length());
      int to = Math.clamp(slot.to - (long) lead, 0, block.length());
      while (from < to && Character.isWhitespace(block.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(block.charAt(to - 1))) {
        to--;
      }
      String value = from < to ? value(slot) : "";
      if (from < to && Mark.isAllowed(slot.kind, value) && value.length() <= room) {
        marks.add(new Mark(slot.kind, from, to, value));
        room -= value.length();
      }
    }
    return marks;
  }

  private String value(Slot slot) {
    return slot.kind == Kind.LINK
        ? base.resolve(slot.written).map(WebAddress::href).orElse("")
        : slot.written;
  }

  private static String written(Kind kind, UnaryOperator<String> attribute) {
    return switch (kind) {
      case LINK -> attribute.apply("href").strip();
      case ISOLATE -> attribute.apply("dir").strip().toLowerCase(Locale.ROOT);
      case LANGUAGE -> attribute.apply("lang").strip();
      case ABBREVIATION -> attribute.apply("title").strip();
      default -> "";
    };
  }

  /** What references are relative to; read when the first of them is met. */
  private static final class Base {
    private final String address;
    private @Nullable Optional<WebAddress> read;

    Base(String address) {
      this.address = address;
    }

    Optional<WebAddress> resolve(String reference) {
      if (reference.isEmpty()
          || reference.length() > Mark.LONGEST_ADDRESS
          || reference.charAt(0) == '#') {
        return Optional.empty();
      }
      boolean whole = reference.startsWith("https://") || reference.startsWith("http://");
      Optional<WebAddress> found =
          whole ? WebAddress.parse(reference) : base().flatMap(b -> b.resolve(reference));
      return found.map(WebAddress::withoutCredentials).filter(PublicHosts::contain);
    }

    private Optional<WebAddress> base() {
      Optional<WebAddress> known = read == null ? WebAddress.parse(address) : read;
      read = known;
      return known;
    }
  }
}
