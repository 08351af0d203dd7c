package org.tagwire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.StoryId;

/** Articles taken together, and their sums. Owned by one thread. */
final class Story {
  private static final double DAY = 24 * 60 * 60;

  private final StoryId id;
  private final List<Member> members = new ArrayList<>();
  private Wording wording = Wording.NONE;
  private float @Nullable [] sum;
  private int meanings;
  private final float[] days = new float[Weekdays.DAYS];
  private int dayNamers;
  private double time;
  private int timed;
  private final double[] surroundings = new double[Linker.SURROUNDINGS];

  Story(StoryId id) {
    this.id = id;
  }

  /** Returns a story of this article alone. */
  static Story of(Member member) {
    Story story = new Story(new StoryId(member.id()));
    story.add(member);
    return story;
  }

  StoryId id() {
    return id;
  }

  List<Member> members() {
    return members;
  }

  int size() {
    return members.size();
  }

  void add(Member member) {
    wording = members.isEmpty() ? member.wording() : wording.plus(member.wording());
    members.add(member);
    count(member, 1);
    sumMeanings(member, 1);
  }

  /** Takes in another story whole; {@code this} must have been made for weighing only. */
  void absorb(Story other) {
    wording = wording.plus(other.wording);
    float[] mine = meaning();
    float[] theirs = other.meaning();
    members.addAll(other.members);
    meanings += other.meanings;
    sum = mine == null || theirs == null ? (mine == null ? theirs : mine) : added(mine, theirs);
    for (int i = 0; i < days.length; i++) {
      days[i] += other.days[i];
    }
    dayNamers += other.dayNamers;
    time += other.time;
    timed += other.timed;
    for (int i = 0; i < surroundings.length; i++) {
      surroundings[i] += other.surroundings[i];
    }
  }

  void remove(Member member) {
    if (members.remove(member)) {
      wording = members.isEmpty() ? Wording.NONE : wording.minus(member.wording());
      count(member, -1);
      sumMeanings(member, -1);
    }
  }

  private void count(Member member, int sign) {
    meanings += member.hasMeaning() ? sign : 0;
    float named = 0;
    for (int i = 0; i < days.length; i++) {
      days[i] += sign * member.days()[i];
      named += member.days()[i];
    }
    dayNamers += named > 0 ? sign : 0;
    Instant at = member.time();
    if (at != null) {
      time += sign * (at.toEpochMilli() / 1000.0 / DAY);
      timed += sign;
    }
    double[] near = member.surroundings();
    for (int i = 0; i < surroundings.length; i++) {
      surroundings[i] += sign * near[i];
    }
  }

  /** A story of one article, as most stories are, keeps no sum. */
  private void sumMeanings(Member last, int sign) {
    float[] one = last.meaning();
    if (members.size() < 2) {
      sum = null;
    } else if (sum == null || one == null) {
      sum = one == null ? sum : total();
    } else {
      for (int i = 0; i < one.length; i++) {
        sum[i] += sign * one[i];
      }
    }
  }

  private float @Nullable [] total() {
    float[] all = null;
    for (Member member : members) {
      float[] vector = member.meaning();
      all = all == null ? vector : vector == null ? all : added(all, vector);
    }
    return all;
  }

  private static float[] added(float[] one, float[] other) {
    float[] both = one.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] += other[i];
    }
    return both;
  }

  Wording wording() {
    return wording;
  }

  /** Returns the sum of its articles' vectors; null where none has one. */
  float @Nullable [] meaning() {
    return members.size() == 1 ? members.getFirst().meaning() : sum;
  }

  /** Returns the square of the length of {@link #meaning}, each vector taken from the middle. */
  double span(Meaning middle) {
    float[] all = meaning();
    return all == null ? 0 : middle.dot(all, meanings, all, meanings);
  }

  /** Returns how many of its articles have a vector. */
  int meanings() {
    return meanings;
  }

  /** Returns the sum of the days of the week its articles name. */
  float[] days() {
    return days;
  }

  /** Returns how many of its articles name a day of the week. */
  int dayNamers() {
    return dayNamers;
  }

  /** Returns the middle of its articles' times in days; NaN where none is known. */
  double middle() {
    return timed == 0 ? Double.NaN : time / timed;
  }

  /**
   * Returns one of {@link Member#surroundings}, on average, as they were when the articles came.
   */
  double surrounding(int i) {
    return surroundings[i] / Math.max(1, members.size());
  }

  /** Returns the marks that at least half of its articles have. */
  Set<String> marks() {
    Map<String, Integer> counts = new HashMap<>();
    members.forEach(member -> member.marks().forEach(mark -> counts.merge(mark, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(entry -> 2 * entry.getValue() >= members.size())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  Optional<Instant> findLatest() {
    return members.stream()
        .flatMap(m -> Optional.ofNullable(m.time()).stream())
        .max(Comparator.naturalOrder());
  }
}
