package org.tagwire.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Groups articles anew, all at once: each begins alone, and the two groups for which most speaks
 * become one, until nothing speaks for any two. What comes out depends on the articles, not on the
 * order in which they came. Used once, by one thread.
 *
 * <p>Only groups with neighbouring articles are weighed. Cost: for n articles with k neighbours
 * each about n·k weighings and their logarithm.
 */
final class Regrouping {
  private final Linker linker;
  private final Meaning middle;
  private final Map<Story, Map<Story, Tie>> ties = new IdentityHashMap<>();
  private final Map<Story, Integer> ranks = new IdentityHashMap<>();
  private final PriorityQueue<Pair> pairs =
      new PriorityQueue<>(
          Comparator.comparingDouble((Pair p) -> -p.score)
              .thenComparingInt(Pair::least)
              .thenComparingInt(Pair::most));
  private int next;

  private Regrouping(Linker linker, Meaning middle) {
    this.linker = linker;
    this.middle = middle;
  }

  private record Pair(double score, Story one, Story other, int least, int most) {}

  /** Returns the groups of {@code articles}; their ids are those of any of their articles. */
  static List<Story> of(Collection<Member> articles, Linker linker, Meaning middle) {
    Regrouping regrouping = new Regrouping(linker, middle);
    regrouping.begin(articles);
    regrouping.unite();
    return regrouping.ties.keySet().stream().sorted(Comparator.comparing(Story::id)).toList();
  }

  private void begin(Collection<Member> articles) {
    Map<Member, Story> alone = new IdentityHashMap<>();
    articles.stream()
        .sorted(Comparator.comparing(Member::id))
        .forEach(
            article -> {
              Story story = Story.of(article);
              alone.put(article, story);
              enter(story);
            });
    for (Map.Entry<Member, Story> entry : List.copyOf(alone.entrySet())) {
      for (Member neighbour : entry.getKey().neighbours()) {
        Story other = alone.get(neighbour);
        if (other != null && other != entry.getValue() && !tied(entry.getValue(), other)) {
          tie(entry.getValue(), other, Tie.between(entry.getValue(), other, middle));
        }
      }
    }
  }

  private void enter(Story story) {
    ties.put(story, new IdentityHashMap<>());
    ranks.put(story, next++);
  }

  private Map<Story, Tie> ties(Story story) {
    return Optional.ofNullable(ties.get(story)).orElseGet(Map::of);
  }

  private boolean tied(Story one, Story other) {
    return ties(one).containsKey(other);
  }

  private void tie(Story one, Story other, Tie tie) {
    ties(one).put(other, tie);
    ties(other).put(one, tie);
    double score = linker.score(one, other, tie, middle);
    if (score > 0) {
      int a = ranks.getOrDefault(one, 0);
      int b = ranks.getOrDefault(other, 0);
      pairs.add(new Pair(score, one, other, Math.min(a, b), Math.max(a, b)));
    }
  }

  private void unite() {
    while (!pairs.isEmpty()) {
      Pair best = pairs.remove();
      if (ties.containsKey(best.one) && ties.containsKey(best.other)) {
        unite(best.one, best.other);
      }
    }
  }

  private void unite(Story one, Story other) {
    Map<Story, Tie> mine = leave(one);
    Map<Story, Tie> theirs = leave(other);
    Story both = new Story(one.id());
    both.absorb(one);
    both.absorb(other);
    enter(both);
    Set<Story> near = new HashSet<>(mine.keySet());
    near.addAll(theirs.keySet());
    near.remove(one);
    near.remove(other);
    List<Story> ordered = new ArrayList<>(near);
    ordered.sort(Comparator.comparingInt(story -> ranks.getOrDefault(story, 0)));
    for (Story third : ordered) {
      tie(both, third, known(mine, one, third).plus(known(theirs, other, third)));
    }
  }

  private Tie known(Map<Story, Tie> known, Story story, Story third) {
    Tie tie = known.get(third);
    return tie == null ? Tie.between(story, third, middle) : tie;
  }

  private Map<Story, Tie> leave(Story story) {
    Map<Story, Tie> gone = ties(story);
    ties.remove(story);
    gone.keySet().forEach(third -> ties(third).remove(story));
    return gone;
  }
}
