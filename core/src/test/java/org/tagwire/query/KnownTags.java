package org.tagwire.query;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.TagRules;
import org.tagwire.store.TagStore;

/** Knows every tag; who has a surname is a person. */
final class KnownTags implements TagStore {
  static final String FERRY = "Skerry Ferry";
  static final String PIA = "Pia Lund";

  private final Instant now;

  KnownTags(Instant now) {
    this.now = now;
  }

  @Override
  public Optional<Hashtag> find(TagKey key) {
    String name = key.equals(TagKey.of(PIA)) ? PIA : FERRY;
    TagKind kind = name.equals(PIA) ? TagKind.PERSON : TagKind.TOPIC;
    return Optional.of(new Hashtag(key, key.value(), name, kind, now));
  }

  @Override
  public Map<TagKey, Hashtag> findAll(Collection<TagKey> keys) {
    Map<TagKey, Hashtag> found = new HashMap<>();
    keys.forEach(key -> found.put(key, find(key).orElseThrow()));
    return found;
  }

  @Override
  public List<Hashtag> nearest(TagKey key, Audience audience, int limit) {
    return List.of();
  }

  @Override
  public List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit) {
    return List.of();
  }

  @Override
  public TagRules rules() {
    return TagRules.NONE;
  }

  @Override
  public long count() {
    return 2;
  }
}
