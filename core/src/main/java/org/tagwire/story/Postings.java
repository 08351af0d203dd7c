package org.tagwire.story;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the articles of the window that share an article's telling terms. Of each term only the
 * last {@value #MOST} articles are known, so that a search takes the same time however many are
 * live. Owned by one thread.
 */
final class Postings {
  private static final int MOST = 256;

  private final Map<Integer, Deque<Member>> byTerm = new HashMap<>();

  void add(Member member) {
    for (int term : member.keys()) {
      Deque<Member> sharing = byTerm.computeIfAbsent(term, t -> new ArrayDeque<>(2));
      sharing.addLast(member);
      if (sharing.size() > MOST) {
        sharing.removeFirst();
      }
    }
  }

  void remove(Member member) {
    for (int term : member.keys()) {
      Deque<Member> sharing = byTerm.get(term);
      if (sharing != null && sharing.remove(member) && sharing.isEmpty()) {
        byTerm.remove(term);
      }
    }
  }

  /** Returns the {@code most} that share the most telling terms, the nearest first. */
  List<Member> near(Member member, int most) {
    Map<Member, Double> shared = new IdentityHashMap<>();
    Words lead = member.wording().lead();
    for (int term : member.keys()) {
      double weight = lead.weightOf(term) + member.wording().title().weightOf(term);
      Deque<Member> sharing = byTerm.get(term);
      if (sharing != null) {
        sharing.forEach(
            other ->
                shared.merge(other, weight * other.wording().lead().weightOf(term), Double::sum));
      }
    }
    shared.remove(member);
    return shared.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Member, Double> e) -> -e.getValue())
                .thenComparing(e -> e.getKey().id()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
