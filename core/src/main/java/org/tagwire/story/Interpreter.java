package org.tagwire.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tagwire.model.Language;
import org.tagwire.model.StoryId;

/**
 * Links stories of one event in several languages by what is the same in all of them: countries,
 * names in Latin letters, numbers, and the time. Two stories are linked when each is the other's
 * best in its language. Stateless and safe for use by many threads.
 */
public final class Interpreter {
  /** How much of what marks two stories they must share, rare marks counting more. */
  private static final double ENOUGH = 0.3;

  private static final int LEAST_SHARED = 3;
  private static final Duration APART = Duration.ofDays(2);

  /** A mark that so many stories have finds nothing. */
  private static final int COMMON = 400;

  private Interpreter() {}

  /**
   * A story as another language can know it.
   *
   * @param story which
   * @param language what it is written in
   * @param marks what is the same in every language
   * @param latest the time of its latest article
   */
  public record Digest(StoryId story, Language language, Set<String> marks, Instant latest) {
    public Digest {
      marks = Set.copyOf(marks);
    }
  }

  /**
   * Two stories of one event.
   *
   * @param one a story
   * @param other a story in another language, whose id is greater
   * @param reason what they share
   */
  public record Link(StoryId one, StoryId other, String reason) {}

  private record Match(Digest one, Digest other, double score) {}

  /** Returns the links between these stories, in order of their ids. */
  public static List<Link> links(Collection<Digest> stories) {
    Map<String, List<Digest>> byMark = new HashMap<>();
    for (Digest story : stories) {
      story
          .marks()
          .forEach(mark -> byMark.computeIfAbsent(mark, m -> new ArrayList<>()).add(story));
    }
    Map<Digest, Map<Language, Match>> best = new HashMap<>();
    for (Digest story : stories) {
      best.put(story, best(story, byMark, stories.size()));
    }
    List<Link> links = new ArrayList<>();
    for (Map<Language, Match> matches : best.values()) {
      for (Match match : matches.values()) {
        boolean mutual =
            Optional.ofNullable(best.get(match.other))
                .map(back -> back.get(match.one.language()))
                .filter(back -> back.other.equals(match.one))
                .isPresent();
        if (mutual && match.one.story().compareTo(match.other.story()) < 0) {
          links.add(new Link(match.one.story(), match.other.story(), reason(match)));
        }
      }
    }
    links.sort(Comparator.comparing(Link::one).thenComparing(Link::other));
    return links;
  }

  private static Map<Language, Match> best(
      Digest story, Map<String, List<Digest>> byMark, int all) {
    Map<Language, Match> best = new HashMap<>();
    for (Digest other : candidates(story, byMark)) {
      Set<String> shared = shared(story, other);
      boolean named = shared.stream().anyMatch(mark -> !Marks.isNumber(mark));
      double score =
          weight(shared, byMark, all)
              / Math.sqrt(weight(story.marks(), byMark, all) * weight(other.marks(), byMark, all));
      if (named && shared.size() >= LEAST_SHARED && score >= ENOUGH) {
        best.merge(
            other.language(), new Match(story, other, score), (a, b) -> compare(a, b) >= 0 ? a : b);
      }
    }
    return best;
  }

  private static int compare(Match a, Match b) {
    int order = Double.compare(a.score, b.score);
    return order != 0 ? order : b.other.story().compareTo(a.other.story());
  }

  private static Set<Digest> candidates(Digest story, Map<String, List<Digest>> byMark) {
    Set<Digest> candidates = new HashSet<>();
    for (String mark : story.marks()) {
      List<Digest> sharing = byMark.getOrDefault(mark, List.of());
      if (sharing.size() <= COMMON) {
        for (Digest other : sharing) {
          boolean near =
              Duration.between(story.latest(), other.latest()).abs().compareTo(APART) <= 0;
          if (near && !other.language().equals(story.language())) {
            candidates.add(other);
          }
        }
      }
    }
    return candidates;
  }

  private static Set<String> shared(Digest one, Digest other) {
    Set<String> shared = new TreeSet<>(one.marks());
    shared.retainAll(other.marks());
    return shared;
  }

  private static double weight(Set<String> marks, Map<String, List<Digest>> byMark, int all) {
    double sum = 0;
    for (String mark : marks) {
      double rarity = Math.log((all + 1.0) / byMark.getOrDefault(mark, List.of()).size());
      sum += Math.max(0.1, rarity);
    }
    return sum;
  }

  private static String reason(Match match) {
    return "both name "
        + String.join(", ", shared(match.one, match.other).stream().limit(6).toList());
  }
}
