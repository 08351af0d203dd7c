package org.tagwire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

/** A live story: its members and their sum. Owned by one thread. */
final class Story {
  private final StoryId id;
  private final List<Member> members = new ArrayList<>();
  private final Map<Integer, Double> sum = new HashMap<>();
  private final Map<TagKey, Integer> names = new HashMap<>();
  private final Set<Integer> keys = new HashSet<>();
  private double square;

  Story(StoryId id) {
    this.id = id;
  }

  StoryId id() {
    return id;
  }

  List<Member> members() {
    return members;
  }

  /** Returns the terms under which the window finds it. */
  Set<Integer> keys() {
    return keys;
  }

  void add(Member member) {
    members.add(member);
    weigh(member, 1);
  }

  void remove(Member member) {
    if (members.remove(member)) {
      weigh(member, -1);
    }
  }

  private void weigh(Member member, int sign) {
    for (int i = 0; i < member.text().size(); i++) {
      double weight = sign * member.text().weight(i);
      double before = sum.getOrDefault(member.text().term(i), 0.0);
      square += 2 * before * weight + weight * weight;
      sum.put(member.text().term(i), before + weight);
    }
    member.names().forEach(name -> names.merge(name, sign, Integer::sum));
  }

  /** Returns the cosine of {@code words} and the mean of all members. */
  double likeness(Words words) {
    double dot = 0;
    for (int i = 0; i < words.size(); i++) {
      dot += words.weight(i) * sum.getOrDefault(words.term(i), 0.0);
    }
    return square <= 0 ? 0 : Math.min(1, dot / Math.sqrt(square));
  }

  /** Returns in what share of the members {@code name} is a subject. */
  double share(TagKey name) {
    return members.isEmpty() ? 0 : names.getOrDefault(name, 0) / (double) members.size();
  }

  Optional<Instant> findLatest() {
    return members.stream()
        .flatMap(m -> Optional.ofNullable(m.time()).stream())
        .max(Instant::compareTo);
  }

  Optional<Instant> findEarliest() {
    return members.stream()
        .flatMap(m -> Optional.ofNullable(m.time()).stream())
        .min(Instant::compareTo);
  }
}
