package org.tagwire.search;

import java.util.List;
import java.util.Optional;
import org.tagwire.model.Domain;
import org.tagwire.model.TagKey;

/** What names mean on this instance, for whoever asks. */
public interface Directory {
  /** Knows nobody. */
  Directory EMPTY =
      new Directory() {
        @Override
        public Optional<TagKey> findTag(TagKey typed) {
          return Optional.empty();
        }

        @Override
        public List<Domain> publishers(String name) {
          return List.of();
        }
      };

  /** Finds the tag that a spelling leads to; empty when there is none that the asker may know. */
  Optional<TagKey> findTag(TagKey typed);

  /** Returns the publishers of this domain or name, none when there is none of it. */
  List<Domain> publishers(String name);
}
