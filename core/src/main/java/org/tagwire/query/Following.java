package org.tagwire.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.store.ReaderStore;
import org.tagwire.store.ReaderStore.Followed;
import org.tagwire.store.TagStore;

/**
 * What the owner follows: the tags of each folder with how much is new, and their articles as one
 * list. For anybody else there is nothing here. Safe for use by many threads.
 */
public final class Following {
  private final ReaderStore reader;
  private final TagStore tags;
  private final Lists lists;

  public Following(ReaderStore reader, TagStore tags, Lists lists) {
    this.reader = reader;
    this.tags = tags;
    this.lists = lists;
  }

  /** Returns the folders by name, the tags without one first; empty for anybody but the owner. */
  public Optional<List<Folder>> folders(Audience audience) {
    if (audience != Audience.OWNER) {
      return Optional.empty();
    }
    Map<String, List<Tag>> folders = new TreeMap<>();
    for (Followed followed : reader.followed()) {
      tags.find(followed.tag())
          .ifPresent(
              tag ->
                  folders
                      .computeIfAbsent(followed.folder(), name -> new ArrayList<>())
                      .add(tag(tag, followed)));
    }
    return Optional.of(
        folders.entrySet().stream().map(e -> new Folder(e.getKey(), e.getValue())).toList());
  }

  /** Returns how one tag is followed; empty when it is not, and for anybody but the owner. */
  public Optional<Tag> find(Hashtag tag, Audience audience) {
    return audience == Audience.OWNER
        ? reader.findFollowed(tag.key()).map(followed -> tag(tag, followed))
        : Optional.empty();
  }

  private Tag tag(Hashtag tag, Followed followed) {
    Condition since = new Condition.From(followed.seen().plusMillis(1));
    int fresh = lists.totals(Filter.tag(tag.key()).and(since), Audience.OWNER).articles();
    return new Tag(tag, followed.folder(), followed.seen(), fresh);
  }

  /**
   * Returns what the list of a folder shows; empty for a folder without tags, and for anybody but
   * the owner.
   */
  public Optional<Filter> filter(String folder, Audience audience) {
    if (audience != Audience.OWNER) {
      return Optional.empty();
    }
    List<Condition> any = new ArrayList<>();
    for (Followed followed : reader.followed()) {
      if (followed.folder().equals(folder)) {
        any.add(new Condition.Tagged(followed.tag(), false));
      }
    }
    return any.isEmpty() ? Optional.empty() : Optional.of(Filter.where(new Condition.Any(any)));
  }

  /** Returns the tag somebody means who wants to follow it. */
  public Optional<TagKey> findTag(String spelling) {
    return TagKey.parse(spelling).flatMap(tags::find).map(Hashtag::key);
  }

  /**
   * A folder.
   *
   * @param name empty for what is in none
   * @param tags its tags, by key
   */
  public record Folder(String name, List<Tag> tags) {
    public Folder {
      tags = List.copyOf(tags);
    }
  }

  /**
   * A followed tag.
   *
   * @param tag which
   * @param folder its folder; empty for none
   * @param seen up to which sort time its news have been seen
   * @param fresh how many articles have come since
   */
  public record Tag(Hashtag tag, String folder, Instant seen, int fresh) {}
}
