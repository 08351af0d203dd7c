package org.tagwire.rights;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.tagwire.model.ShowLimits;

/**
 * What a licence document (RSL 1.0, {@code application/rsl+xml}) lets us do with the addresses it
 * speaks of. Headline and link always remain.
 *
 * <p>Several licences for one content are a choice: a use is permitted when one of them that is
 * free permits it. A licence that costs something, that names who or where its users are, or that
 * has to be asked for at a licence server is none that we hold. Where contents overlap the more
 * restrictive wins. Terms that cannot be read prohibit nothing.
 *
 * <p>The XML is read by jsoup, which resolves no entity and opens nothing; at most {@value
 * #MAX_BYTES} bytes and {@value #MAX_CONTENTS} contents of it. Immutable.
 */
public final class LicenceTerms {
  /** The media type of such documents. */
  public static final String MEDIA_TYPE = "application/rsl+xml";

  /** As much of a document as is read. */
  public static final int MAX_BYTES = 512 << 10;

  private static final int MAX_CONTENTS = 500;
  private static final String NAMESPACE = "rslstandard.org/rsl";

  /** Nothing is said. */
  public static final LicenceTerms NONE = new LicenceTerms(List.of());

  private final List<Content> contents;

  /** The uses RSL tells apart, as far as we know them. */
  private enum Use {
    SEARCH,
    AI_TRAIN,
    AI_INPUT,
    AI_INDEX
  }

  private record Content(Pattern where, boolean absolute, Set<Use> prohibited) {}

  private LicenceTerms(List<Content> contents) {
    this.contents = List.copyOf(contents);
  }

  /** Says whether a document, as a feed or a page, holds terms at all; cheap. */
  public static boolean isIn(byte[] document) {
    byte[] mark = NAMESPACE.getBytes(StandardCharsets.US_ASCII);
    int last = Math.min(document.length, MAX_BYTES) - mark.length;
    for (int i = 0; i <= last; i++) {
      if (document[i] == mark[0]
          && Arrays.equals(document, i, i + mark.length, mark, 0, mark.length)) {
        return true;
      }
    }
    return false;
  }

  /** Reads a document: a licence by itself, or a feed or page that holds some. */
  public static LicenceTerms parse(byte[] document) {
    String text =
        new String(document, 0, Math.min(document.length, MAX_BYTES), StandardCharsets.UTF_8);
    Document xml = Parser.xmlParser().parseInput(text, "");
    List<Content> contents = new ArrayList<>();
    for (Element element : xml.getAllElements()) {
      if (isNamed(element, "content") && element.hasAttr("url") && contents.size() < MAX_CONTENTS) {
        content(element, contents);
      }
    }
    return contents.isEmpty() ? NONE : new LicenceTerms(contents);
  }

  private static void content(Element element, List<Content> into) {
    String url = element.attr("url").strip();
    List<Element> licences =
        element.children().stream().filter(child -> isNamed(child, "license")).toList();
    Set<Use> prohibited = EnumSet.allOf(Use.class);
    for (Element licence : licences) {
      prohibited.removeAll(permitted(licence));
    }
    if (element.hasAttr("server") && !element.attr("server").isBlank()) {
      prohibited = EnumSet.allOf(Use.class);
    } else if (licences.isEmpty()) {
      return;
    }
    if (!prohibited.isEmpty() && !url.isEmpty()) {
      into.add(new Content(TdmReservations.pattern(url), url.contains("://"), prohibited));
    }
  }

  private static Set<Use> permitted(Element licence) {
    Set<Use> permitted = EnumSet.allOf(Use.class);
    for (Element term : licence.children()) {
      boolean usage = term.attr("type").strip().equalsIgnoreCase("usage");
      if (isNamed(term, "permits") && usage) {
        permitted.retainAll(uses(term.text()));
      } else if (isNamed(term, "prohibits") && usage) {
        permitted.removeAll(uses(term.text()));
      } else if (isNamed(term, "permits") || isNamed(term, "prohibits") || isPaidFor(term)) {
        return Set.of();
      }
    }
    return permitted;
  }

  private static boolean isPaidFor(Element term) {
    String type = term.attr("type").strip().toLowerCase(Locale.ROOT);
    return isNamed(term, "payment")
        && !type.isEmpty()
        && !type.equals("free")
        && !type.equals("attribution");
  }

  private static Set<Use> uses(String list) {
    Set<Use> uses = EnumSet.noneOf(Use.class);
    for (String name : list.strip().toLowerCase(Locale.ROOT).split("[\\s,]+")) {
      switch (name) {
        case "all" -> uses.addAll(EnumSet.allOf(Use.class));
        case "ai-all" -> uses.addAll(EnumSet.of(Use.AI_TRAIN, Use.AI_INPUT, Use.AI_INDEX));
        case "ai-train", "train-ai", "train-genai" -> uses.add(Use.AI_TRAIN);
        case "ai-input", "ai-use" -> uses.add(Use.AI_INPUT);
        case "ai-index" -> uses.add(Use.AI_INDEX);
        case "search" -> uses.add(Use.SEARCH);
        default -> {
          // A use we do not make.
        }
      }
    }
    return uses;
  }

  private static boolean isNamed(Element element, String name) {
    String tag = element.tagName().toLowerCase(Locale.ROOT);
    return tag.equals(name) || tag.equals("rsl:" + name);
  }

  /**
   * Returns what is left to be shown of an address.
   *
   * @param href all of it
   * @param path its path and query
   */
  public ShowLimits limits(String href, String path) {
    ShowLimits limits = ShowLimits.NONE;
    for (Content content : contents) {
      if (content.where().matcher(content.absolute() ? href : path).lookingAt()) {
        for (Use use : content.prohibited()) {
          limits = limits.and(without(use));
        }
      }
    }
    return limits;
  }

  /** Vectors and tags are an index made by a machine; nothing is ever generated from a text. */
  private static ShowLimits without(Use use) {
    return switch (use) {
      case SEARCH -> new ShowLimits(0, true, false, true, false, false);
      case AI_TRAIN -> ShowLimits.NONE.unlearned();
      case AI_INPUT, AI_INDEX -> PublisherSignals.reserved();
    };
  }
}
