package org.tagwire.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Domain;
import org.tagwire.url.WebAddress;

/**
 * A web address that stands where a search would, read as it was meant: with or without its scheme.
 *
 * @param address the address
 */
record Pasted(WebAddress address) {
  /** Reads an address; a word with points in it is one only when it says so. */
  static Optional<Pasted> read(String line) {
    boolean scheme =
        line.regionMatches(true, 0, "https://", 0, 8)
            || line.regionMatches(true, 0, "http://", 0, 7);
    boolean bare = line.regionMatches(true, 0, "www.", 0, 4) || isHostAndPath(line);
    return scheme || bare
        ? WebAddress.parse(scheme ? line : "https://" + line).map(Pasted::new)
        : Optional.empty();
  }

  /**
   * As in {@code example.com/feed}: a name with a point, a slash, and nothing before it but that.
   */
  private static boolean isHostAndPath(String line) {
    int slash = line.indexOf('/');
    return slash > 3
        && line.lastIndexOf('.', slash) > 0
        && line.substring(0, slash)
            .chars()
            .allMatch(c -> c == '.' || c == '-' || Character.isLetterOrDigit(c))
        && Character.isLetter(line.charAt(slash - 1));
  }

  /** Returns the keys under which an article of this address may be known. */
  List<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    for (WebAddress form : List.of(address.canonical(), address)) {
      keys.add(form.key());
      keys.addAll(form.twinKeys());
    }
    return new ArrayList<>(keys);
  }

  /** Returns the ways in which a source of this address may be written. */
  List<String> spellings() {
    return List.copyOf(new LinkedHashSet<>(List.of(address.href(), address.canonical().href())));
  }

  String href() {
    return address.withoutCredentials().href();
  }

  Domain domain() {
    return address.domain();
  }
}
