package org.tagwire.server.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.store.ReaderStore;

/** The owner's reading in memory. */
final class ReadingSample implements ReaderStore {
  private final Map<TagKey, Followed> followed = new TreeMap<>();
  private final List<Mute> mutes = new ArrayList<>();

  @Override
  public List<Followed> followed() {
    return List.copyOf(followed.values());
  }

  @Override
  public Optional<Followed> findFollowed(TagKey tag) {
    return Optional.ofNullable(followed.get(tag));
  }

  @Override
  public boolean follow(TagKey tag, String folder, Instant now) {
    followed.put(tag, new Followed(tag, folder, now, now));
    return true;
  }

  @Override
  public boolean unfollow(TagKey tag) {
    return followed.remove(tag) != null;
  }

  @Override
  public void see(TagKey tag, Instant until) {
    followed.computeIfPresent(
        tag, (key, old) -> new Followed(key, old.folder(), old.since(), until));
  }

  @Override
  public List<Mute> mutes() {
    return List.copyOf(mutes);
  }

  @Override
  public boolean mute(Mute mute, Instant now) {
    return mutes.add(mute);
  }

  @Override
  public boolean unmute(Mute mute) {
    return mutes.remove(mute);
  }
}
