package org.tagwire.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.store.TagStore;

/** The index of hashtags, in order of their keys. Safe for use by many threads. */
public final class TagDirectory {
  private static final int PAGE_SIZE = 120;

  private final TagStore tags;
  private final TagGate gate;

  public TagDirectory(TagStore tags, Lists lists) {
    this.tags = tags;
    this.gate = new TagGate(lists);
  }

  /** Opens the index at a key, or at its beginning. */
  public DirectoryPage open(Optional<TagKey> from, Audience audience) {
    List<Hashtag> read = tags.list(from, audience, PAGE_SIZE + 1);
    TagKey next = read.size() > PAGE_SIZE ? read.getLast().key() : null;
    List<Hashtag> shown =
        read.stream().limit(PAGE_SIZE).filter(t -> gate.admits(t, audience)).toList();
    return new DirectoryPage(shown, next);
  }

  /**
   * A page of the index.
   *
   * @param tags in order of their keys
   * @param next the first key of the following page; absent on the last
   */
  public record DirectoryPage(List<Hashtag> tags, @Nullable TagKey next) {
    public DirectoryPage {
      tags = List.copyOf(tags);
    }

    public Optional<TagKey> findNext() {
      return Optional.ofNullable(next);
    }
  }
}
