package org.tagwire.websub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tagwire.url.WebAddress;

/**
 * The links in the headers of an answer (RFC 8288), by relation.
 *
 * @param targets addresses by relation in lower case, in the order of the headers
 */
record LinkHeader(Map<String, List<String>> targets) {

  LinkHeader {
    targets = Map.copyOf(targets);
  }

  static LinkHeader read(List<String> headers, WebAddress base) {
    Map<String, List<String>> targets = new HashMap<>();
    for (String header : headers) {
      for (String link : split(header, ',')) {
        take(link.strip(), base, targets);
      }
    }
    return new LinkHeader(targets);
  }

  private static void take(String link, WebAddress base, Map<String, List<String>> targets) {
    int end = link.indexOf('>');
    if (!link.startsWith("<") || end < 0) {
      return;
    }
    String reference = link.substring(1, end).strip();
    for (String relation : relations(link.substring(end + 1))) {
      base.resolve(reference)
          .map(WebAddress::href)
          .ifPresent(t -> targets.computeIfAbsent(relation, r -> new ArrayList<>(1)).add(t));
    }
  }

  /** Only the first rel of a link counts (RFC 8288 §3.3); it may name several relations. */
  private static String[] relations(String parameters) {
    for (String parameter : split(parameters, ';')) {
      String[] parts = parameter.split("=", 2);
      if (parts.length == 2 && parts[0].strip().equalsIgnoreCase("rel")) {
        return parts[1].replace('"', ' ').strip().toLowerCase(Locale.ROOT).split("\\s+");
      }
    }
    return new String[0];
  }

  /** Splits where the mark stands outside of quotes and angle brackets. */
  private static List<String> split(String text, char mark) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    char closing = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (closing != 0) {
        closing = c == closing ? 0 : closing;
      } else if (c == '"') {
        closing = '"';
      } else if (c == '<') {
        closing = '>';
      } else if (c == mark) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  List<String> all(String relation) {
    return targets.getOrDefault(relation, List.of());
  }
}
