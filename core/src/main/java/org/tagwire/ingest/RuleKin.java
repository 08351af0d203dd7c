package org.tagwire.ingest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRule;
import org.tagwire.store.RuleStore.Given;

/**
 * Which keys rules have ever tied together, and so under which of them articles may stand that a
 * rule concerns. Pure.
 */
final class RuleKin {
  private final Map<TagKey, Set<TagKey>> ties = new HashMap<>();
  private final Set<TagKey> split = new HashSet<>();

  RuleKin(List<Given> rules) {
    for (Given given : rules) {
      TagKey tag = given.rule().tag();
      into(given.rule())
          .ifPresent(
              into -> {
                ties.computeIfAbsent(tag, key -> new LinkedHashSet<>()).add(into);
                ties.computeIfAbsent(into, key -> new LinkedHashSet<>()).add(tag);
              });
      if (given.rule() instanceof TagRule.Split) {
        split.add(tag);
      }
    }
  }

  private static Optional<TagKey> into(TagRule rule) {
    return switch (rule) {
      case TagRule.Merge merge -> Optional.of(merge.into());
      case TagRule.Rename rename -> Optional.of(rename.into());
      case TagRule.Split two -> Optional.of(two.into());
      case TagRule.NotAbout not -> Optional.empty();
    };
  }

  /**
   * Returns the keys to look under for what a rule concerns: those of its own articles where it
   * only moves them on, all that are tied to it where they may stand anywhere among them.
   */
  Set<TagKey> standing(Given given) {
    TagRule rule = given.rule();
    if (rule instanceof TagRule.NotAbout) {
      return Set.of();
    }
    Set<TagKey> kin = kin(rule.tag());
    boolean movesOn = given.holds() && kin.stream().noneMatch(split::contains);
    if (!movesOn) {
      return kin;
    }
    Set<TagKey> own = new LinkedHashSet<>(Set.of(rule.tag()));
    if (rule instanceof TagRule.Rename rename) {
      own.add(rename.into());
    }
    return own;
  }

  private Set<TagKey> kin(TagKey tag) {
    Set<TagKey> kin = new LinkedHashSet<>();
    Deque<TagKey> waiting = new ArrayDeque<>(List.of(tag));
    while (!waiting.isEmpty()) {
      TagKey key = waiting.remove();
      if (kin.add(key)) {
        waiting.addAll(ties.getOrDefault(key, Set.of()));
      }
    }
    return kin;
  }
}
