package org.tagwire.rights;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Withheld;

/**
 * Knows the names that are hidden for good, by their keyed hashes alone. Immutable and safe for
 * threads; a look-up costs some microseconds for each secret, so who asks often remembers.
 */
public final class HiddenNames {
  private final List<Suppressions> hashers;
  private final Set<String> hashes;

  private HiddenNames(List<Suppressions> hashers, Set<String> hashes) {
    this.hashers = hashers;
    this.hashes = hashes;
  }

  /** Reads what is withheld. */
  public static HiddenNames of(Withheld withheld) {
    return new HiddenNames(
        withheld.secrets().stream()
            .map(secret -> new Suppressions(HexFormat.of().parseHex(secret)))
            .toList(),
        withheld.names());
  }

  /** Says whether any spelling of a tag is hidden. */
  public boolean contain(Hashtag tag) {
    return contain(tag.key().value(), tag.form(), tag.name());
  }

  /** Says whether any of these spellings is hidden. */
  public boolean contain(String... spellings) {
    return !hashes.isEmpty() && Stream.of(spellings).anyMatch(this::isHidden);
  }

  private boolean isHidden(String name) {
    return hashers.stream().anyMatch(hasher -> hashes.contains(hasher.hash(name)));
  }
}
