package org.tagwire.story;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.StoryId;

/**
 * Gives groups of articles the ids of the stories they were: a group with a story's founder keeps
 * its id, of several the oldest; where the founder has left the window, the group with most of the
 * story does; any other group is named after its earliest article. Used once.
 */
final class Naming {
  private static final Comparator<Member> EARLIEST =
      Comparator.comparing(Naming::time).thenComparing(Member::id);

  private final Map<ArticleId, StoryId> home;
  private final Map<ArticleId, Member> window;
  private final Predicate<StoryId> takenElsewhere;
  private final Map<StoryId, Story> heirs = new HashMap<>();
  private final Set<StoryId> given = new HashSet<>();

  /**
   * @param home where the articles were
   * @param window all live articles
   * @param takenElsewhere which ids belong to stories that are not regrouped
   */
  Naming(
      Map<ArticleId, StoryId> home,
      Map<ArticleId, Member> window,
      Predicate<StoryId> takenElsewhere) {
    this.home = home;
    this.window = window;
    this.takenElsewhere = takenElsewhere;
  }

  /**
   * The id of a group.
   *
   * @param group the group
   * @param id its id from now on
   * @param merged ids of other stories that are in it now
   */
  record Named(Story group, StoryId id, List<StoryId> merged) {}

  List<Named> name(List<Story> groups) {
    findHeirs(groups);
    Map<Story, List<StoryId>> claims = new IdentityHashMap<>();
    heirs.keySet().stream()
        .sorted(Comparator.comparing(this::founded).thenComparing(Comparator.naturalOrder()))
        .forEach(
            id -> {
              Story heir = heirs.get(id);
              if (heir != null) {
                claims.computeIfAbsent(heir, h -> new java.util.ArrayList<>()).add(id);
              }
            });
    claims.values().forEach(ids -> given.add(ids.getFirst()));
    return groups.stream()
        .map(group -> name(group, claims.getOrDefault(group, List.of())))
        .toList();
  }

  private Named name(Story group, List<StoryId> claims) {
    if (!claims.isEmpty()) {
      return new Named(group, claims.getFirst(), claims.subList(1, claims.size()));
    }
    StoryId id =
        group.members().stream()
            .sorted(EARLIEST)
            .map(member -> new StoryId(member.id()))
            .filter(free -> !given.contains(free) && !takenElsewhere.test(free))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("all ids of a story's articles are taken"));
    given.add(id);
    return new Named(group, id, List.of());
  }

  private void findHeirs(List<Story> groups) {
    Map<StoryId, Integer> most = new HashMap<>();
    for (Story group : groups) {
      Map<StoryId, Integer> parts = new TreeMap<>();
      for (Member member : group.members()) {
        StoryId id = home.get(member.id());
        if (id != null) {
          parts.merge(
              id, id.founder().equals(member.id()) ? Integer.MAX_VALUE / 2 : 1, Integer::sum);
        }
      }
      parts.forEach(
          (id, size) -> {
            if (size > most.getOrDefault(id, 0)) {
              most.put(id, size);
              heirs.put(id, group);
            }
          });
    }
  }

  /** A founder that has left the window is older than all that are in it. */
  private Instant founded(StoryId id) {
    Member founder = window.get(id.founder());
    return founder == null ? Instant.MIN : time(founder);
  }

  private static Instant time(Member member) {
    @Nullable Instant time = member.time();
    return time == null ? Instant.MAX : time;
  }
}
