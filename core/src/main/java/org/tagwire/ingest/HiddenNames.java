package org.tagwire.ingest;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Tombstone;
import org.tagwire.rights.Suppressions;
import org.tagwire.store.Store;

/** Knows the names that are hidden for good, by the tombstones of their keyed hashes. */
final class HiddenNames {
  /** Under what the instance keeps the secret of the hashes, in hexadecimal. */
  static final String SECRET = "suppression-secret";

  private final Store store;

  HiddenNames(Store store) {
    this.store = store;
  }

  boolean contain(Hashtag tag) {
    return Stream.of(tag.key().value(), tag.form(), tag.name()).anyMatch(this::contain);
  }

  boolean contain(String name) {
    Optional<Suppressions> suppressions =
        store.upkeep().findProperty(SECRET).map(HexFormat.of()::parseHex).map(Suppressions::new);
    return suppressions.isPresent() && hashes().contains(suppressions.get().hash(name));
  }

  private Set<String> hashes() {
    return store.tombstones().list().stream()
        .filter(tombstone -> tombstone.kind() == Tombstone.Kind.NAME)
        .map(Tombstone::value)
        .collect(Collectors.toSet());
  }
}
