package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;

/**
 * Decides, for one question, which article of a copy group is shown and in how many outlets its
 * text stands.
 *
 * <p>Shown is the first, in group order, that matches the question: the group's own first article,
 * then older before newer, then smaller id before greater. A group is worked out once for a
 * question; an article that is no copy and has none costs one look-up in memory for each segment.
 * For one thread.
 */
final class CopyGroups {
  private final Question question;
  private final Map<Long, Group> worked = new HashMap<>();

  /**
   * What was found out about a group: the member to show, if any matches, and how many the audience
   * may see.
   */
  private record Group(@Nullable Member shown, int outlets) {}

  private record Member(Segment segment, int doc, boolean first, long order, long rank)
      implements Comparable<Member> {
    @Override
    public int compareTo(Member other) {
      if (first != other.first) {
        return first ? -1 : 1;
      }
      return order == other.order
          ? Long.compare(rank, other.rank)
          : Long.compare(order, other.order);
    }
  }

  CopyGroups(Question question) {
    this.question = question;
  }

  /**
   * Returns in how many articles the text of this match stands; 0 when {@code folded} and another
   * is shown in its place.
   */
  int outlets(Segment segment, int doc, boolean folded) throws IOException {
    boolean copy = segment.facts().isCopy(doc);
    long key = segment.number(copy ? Schema.COPY_OF : Schema.RANK, doc);
    if (!copy && !hasCopies(key)) {
      return 1;
    }
    Group group = worked.get(key);
    if (group == null) {
      group = workOut(key, copy ? findFirst(segment, doc) : new Snapshot.Spot(segment, doc));
      worked.put(key, group);
    }
    boolean hidden = folded && group.shown != null && !isAt(group.shown, segment, doc);
    return hidden ? 0 : Math.max(1, group.outlets);
  }

  private static boolean isAt(Member member, Segment segment, int doc) {
    return member.doc == doc && member.segment == segment;
  }

  private boolean hasCopies(long key) {
    for (Segment segment : question.snapshot().segments()) {
      if (segment.facts().firstCopy(key) >= 0) {
        return true;
      }
    }
    return false;
  }

  private Snapshot.@Nullable Spot findFirst(Segment segment, int doc) throws IOException {
    ArticleId first = CardCodec.copyGroup(segment.packedCard(doc));
    Snapshot.Spot spot = question.snapshot().find(first).orElse(null);
    // One that has since become a copy itself leads no group any more.
    return spot == null || spot.segment().facts().isCopy(spot.doc()) ? null : spot;
  }

  private Group workOut(long key, Snapshot.@Nullable Spot first) throws IOException {
    List<Member> members = new ArrayList<>();
    if (first != null) {
      add(first.segment(), first.doc(), true, members);
    }
    for (Segment segment : question.snapshot().segments()) {
      SegmentFacts facts = segment.facts();
      int at = facts.firstCopy(key);
      while (at >= 0 && facts.isOfGroup(at, key)) {
        add(segment, facts.doc(at++), false, members);
      }
    }
    members.sort(null);
    return new Group(firstMatch(members), members.size());
  }

  private void add(Segment segment, int doc, boolean first, List<Member> members)
      throws IOException {
    if (segment.isThere(doc, question.audience())) {
      long order = segment.number(Schema.ORDER, doc);
      members.add(new Member(segment, doc, first, order, segment.number(Schema.RANK, doc)));
    }
  }

  private @Nullable Member firstMatch(List<Member> members) throws IOException {
    for (Member member : members) {
      DocIdSetIterator matches = question.matches(member.segment);
      if (matches != null && matches.advance(member.doc) == member.doc) {
        return member;
      }
    }
    return null;
  }
}
