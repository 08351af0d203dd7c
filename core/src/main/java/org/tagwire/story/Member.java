package org.tagwire.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.TagKey;
import org.tagwire.model.Vector;

/** An article of the window as stories compare it, and what lies near it. Owned by one thread. */
final class Member {
  private static final int KEYS = 14;
  private static final int MOST_NEIGHBOURS = 80;

  /** How alike articles are that have nothing to do with each other, where there are too few. */
  private static final float FAR_MEANING = 0.25f;

  private static final float FAR_WORDING = 0.08f;

  private final ArticleId id;
  private final List<TagKey> about;
  private final @Nullable Vector vector;
  private final @Nullable Instant time;
  private final Wording wording;
  private final float[] days;
  private final double brevity;
  private final Set<String> marks;
  private final Nearest meanings = new Nearest(10, FAR_MEANING);
  private final Nearest wordings = new Nearest(10, FAR_WORDING);
  private final List<Member> neighbours = new ArrayList<>();
  private final int[] keys;
  private long search;
  private double hits;

  /** Counts an article's terms and takes it in. */
  Member(StoryView view, Vocabulary vocabulary, Weekdays weekdays, Marks marks) {
    Wording.Terms terms = Wording.Terms.of(view);
    id = view.id();
    about = view.about();
    vector = view.vector();
    time = view.time();
    wording = Wording.of(terms, view, vocabulary);
    keys = wording.lead().heaviest(KEYS);
    days = weekdays.in(terms.lead());
    brevity = 1 / Math.sqrt(1.0 + terms.size());
    this.marks = marks.of(view);
  }

  ArticleId id() {
    return id;
  }

  /** Returns what of it is the same in every language. */
  Set<String> marks() {
    return marks;
  }

  Wording wording() {
    return wording;
  }

  List<TagKey> about() {
    return about;
  }

  float @Nullable [] meaning() {
    return Meaning.numbers(vector);
  }

  boolean hasMeaning() {
    return vector != null;
  }

  @Nullable Instant time() {
    return time;
  }

  /** Returns a direction for the days of the week that its lead names; zeros for none. */
  float[] days() {
    return days;
  }

  /** Returns the terms under which it is found. */
  int[] keys() {
    return keys;
  }

  Collection<Member> neighbours() {
    return neighbours;
  }

  /** Counts a term shared in a search; returns whether it is this article's first there. */
  boolean hit(long number, float weight) {
    boolean first = search != number;
    hits = first ? weight : hits + weight;
    search = number;
    return first;
  }

  /** Returns what it shares with the article last searched for. */
  double hits() {
    return hits;
  }

  /** Notes on both sides how alike this and another article are. */
  void meet(Member other, Meaning middle) {
    double words = wording.lead().dot(other.wording.lead());
    wordings.note(words);
    other.wordings.note(words);
    float[] mine = meaning();
    float[] theirs = other.meaning();
    if (mine != null && theirs != null) {
      double meaning = middle.cosine(mine, theirs);
      meanings.note(meaning);
      other.meanings.note(meaning);
    }
    befriend(other);
    other.befriend(this);
  }

  private void befriend(Member other) {
    if (neighbours.size() == MOST_NEIGHBOURS) {
      neighbours.removeFirst();
    }
    neighbours.add(other);
  }

  /** Forgets its neighbours, and lets them forget it. */
  void leave() {
    neighbours.forEach(other -> other.neighbours.remove(this));
    neighbours.clear();
  }

  /** Returns how near its surroundings are and how little it says: see {@link Linker#FEATURES}. */
  double[] surroundings() {
    return new double[] {
      vector == null ? 0 : meanings.mean(3),
      vector == null ? 0 : meanings.mean(10),
      wordings.mean(3),
      wordings.mean(10),
      brevity
    };
  }
}
