package org.tagwire.query;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.TagRules;
import org.tagwire.model.Withheld;
import org.tagwire.store.TagStore;

/** A few hashtags in memory, whose articles are elsewhere. */
public final class SmallTags implements TagStore {
  private int asked;
  private final TreeMap<TagKey, Hashtag> tags = new TreeMap<>();
  private TagRules rules = TagRules.NONE;
  private Withheld withheld = Withheld.NONE;

  SmallTags know(TagKind kind, String... names) {
    for (String name : names) {
      TagKey key = TagKey.of(name);
      String form = HashtagGrammar.form(name).orElseThrow();
      know(new Hashtag(key, form, name, kind, Instant.EPOCH));
    }
    return this;
  }

  /** Takes in a tag; one that is known stays as it is. */
  public void know(Hashtag tag) {
    tags.putIfAbsent(tag.key(), tag);
  }

  /** Returns how often a tag was looked up. */
  public int asked() {
    return asked;
  }

  void rule(TagRules now) {
    rules = now;
  }

  void withhold(Withheld now) {
    withheld = now;
  }

  @Override
  public Optional<Hashtag> find(TagKey key) {
    asked++;
    return known(key);
  }

  @Override
  public Map<TagKey, Hashtag> findAll(Collection<TagKey> keys) {
    Map<TagKey, Hashtag> found = new LinkedHashMap<>();
    keys.forEach(key -> known(key).ifPresent(tag -> found.put(key, tag)));
    return found;
  }

  private Optional<Hashtag> known(TagKey key) {
    return Optional.ofNullable(tags.get(rules.resolve(key)))
        .or(() -> TagKey.parse(key.withoutJoiners()).map(tags::get));
  }

  @Override
  public List<Hashtag> beginning(String typed, Audience audience, int limit) {
    String begun = typed.toLowerCase(Locale.ROOT);
    return tags.values().stream()
        .filter(tag -> (" " + tag.name().toLowerCase(Locale.ROOT)).contains(" " + begun))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Hashtag> nearest(TagKey key, Audience audience, int limit) {
    String beginning = key.value().substring(0, Math.min(3, key.value().length()));
    return tags.values().stream()
        .filter(tag -> tag.key().value().startsWith(beginning))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit) {
    return from.map(key -> tags.tailMap(key, true)).orElse(tags).values().stream()
        .limit(limit)
        .toList();
  }

  @Override
  public List<Hashtag> initials(Audience audience) {
    Map<Integer, Hashtag> firsts = new LinkedHashMap<>();
    tags.values().forEach(tag -> firsts.putIfAbsent(tag.key().value().codePointAt(0), tag));
    return List.copyOf(firsts.values());
  }

  @Override
  public TagRules rules() {
    return rules;
  }

  @Override
  public Withheld withheld() {
    return withheld;
  }

  @Override
  public long count() {
    return tags.size();
  }
}
