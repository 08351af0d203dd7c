package org.tagwire.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads which entries a feed says it has deleted: {@code at:deleted-entry} (RFC 6721), in a feed or
 * by itself. Pure.
 *
 * <p>Hardly any feed has some, so documents that do not name the namespace are not looked at any
 * further. The XML is read by jsoup, which resolves no entity and opens nothing.
 */
public final class DeletedEntries {
  private static final byte[] NAMESPACE =
      "purl.org/atompub/tombstones/1.0".getBytes(StandardCharsets.US_ASCII);
  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_ENTRIES = 500;
  private static final int MAX_REFERENCE = 2_000;

  private DeletedEntries() {}

  /** Returns the ids of the deleted entries, in document order. */
  public static List<String> of(byte[] document) {
    if (!names(document)) {
      return List.of();
    }
    String text =
        new String(document, 0, Math.min(document.length, MAX_BYTES), StandardCharsets.UTF_8);
    List<String> references = new ArrayList<>();
    for (Element element : Parser.xmlParser().parseInput(text, "").getAllElements()) {
      String name = element.tagName();
      String reference = element.attr("ref").strip();
      boolean deleted = name.equals("deleted-entry") || name.endsWith(":deleted-entry");
      boolean sound = !reference.isEmpty() && reference.length() <= MAX_REFERENCE;
      if (deleted && sound && references.size() < MAX_ENTRIES) {
        references.add(reference);
      }
    }
    return List.copyOf(references);
  }

  private static boolean names(byte[] document) {
    int last = Math.min(document.length, MAX_BYTES) - NAMESPACE.length;
    for (int i = 0; i <= last; i++) {
      if (document[i] == NAMESPACE[0]
          && Arrays.equals(document, i, i + NAMESPACE.length, NAMESPACE, 0, NAMESPACE.length)) {
        return true;
      }
    }
    return false;
  }
}
