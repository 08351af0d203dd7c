package org.tagwire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Finds the articles of the window that share an article's telling terms. Of each term only the
 * last {@value #MOST} articles are known, so that a search takes the same time however many are
 * live. Owned by one thread.
 */
final class Postings {
  private static final int MOST = 128;

  private static final Comparator<Member> NEAREST_LAST =
      Comparator.comparingDouble(Member::hits).thenComparing(Member::id, Comparator.reverseOrder());

  private final Map<Integer, Posting> byTerm = new HashMap<>();
  private long search;

  /** The last articles with one term and how much it weighs in each; a ring. */
  private static final class Posting {
    private Member[] members = new Member[1];
    private float[] weights = new float[1];
    private int size;
    private int oldest;

    void add(Member member, float weight) {
      if (size == members.length && size < MOST) {
        members = Arrays.copyOf(members, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      int at = size < members.length ? size++ : oldest;
      oldest = size == MOST && at == oldest ? (oldest + 1) % MOST : oldest;
      members[at] = member;
      weights[at] = weight;
    }

    void remove(Member member) {
      for (int i = 0; i < size; i++) {
        if (members[i] == member) {
          size--;
          members[i] = members[size];
          weights[i] = weights[size];
          oldest = 0;
          return;
        }
      }
    }
  }

  void add(Member member) {
    for (int term : member.keys()) {
      byTerm
          .computeIfAbsent(term, t -> new Posting())
          .add(member, member.wording().lead().weightOf(term));
    }
  }

  void remove(Member member) {
    for (int term : member.keys()) {
      Posting posting = byTerm.get(term);
      if (posting != null) {
        posting.remove(member);
        if (posting.size == 0) {
          byTerm.remove(term);
        }
      }
    }
  }

  /** Returns the {@code most} that share the most telling terms, the nearest first. */
  List<Member> near(Member member, int most) {
    search++;
    List<Member> met = new ArrayList<>();
    for (int term : member.keys()) {
      Posting posting = byTerm.get(term);
      float weight =
          member.wording().lead().weightOf(term) + member.wording().title().weightOf(term);
      for (int i = 0; posting != null && i < posting.size; i++) {
        if (posting.members[i].hit(search, weight * posting.weights[i])) {
          met.add(posting.members[i]);
        }
      }
    }
    return nearest(met, most);
  }

  private static List<Member> nearest(List<Member> met, int most) {
    PriorityQueue<Member> nearest = new PriorityQueue<>(most + 1, NEAREST_LAST);
    for (Member other : met) {
      if (nearest.size() < most || NEAREST_LAST.compare(other, nearest.element()) > 0) {
        nearest.add(other);
        if (nearest.size() > most) {
          nearest.remove();
        }
      }
    }
    List<Member> ordered = new ArrayList<>(nearest);
    ordered.sort(NEAREST_LAST.reversed());
    return ordered;
  }
}
