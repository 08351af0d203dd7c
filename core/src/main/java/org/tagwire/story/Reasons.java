package org.tagwire.story;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

/** Says in one line why an article is where it is. */
final class Reasons {
  /** How many of a story's articles are asked for what they are about. */
  private static final int ASKED = 20;

  private Reasons() {}

  /** Why an article was taken into a story. */
  static String joined(Member member, Story story, double[] features) {
    return String.format(
        Locale.ROOT,
        "words %.0f %% and meaning %.0f %% like the story's %d articles%s%s",
        100 * features[Linker.TEXT],
        100 * features[Linker.MEANING],
        story.size(),
        days(features[Linker.DAYS], features[Linker.UNDATED]),
        names(member, story));
  }

  private static String days(double logGap, double undated) {
    return undated > 0 ? "" : String.format(Locale.ROOT, ", %.1f days apart", Math.expm1(logGap));
  }

  /** Why an article was placed anew. */
  static String regrouped(Member member, Story story) {
    return story.id().equals(new StoryId(member.id()))
        ? "seen with what came later, it begins a story of its own"
        : "seen with what came later, it belongs to this story" + names(member, story);
  }

  private static String names(Member member, Story story) {
    Set<TagKey> others = new HashSet<>();
    story.members().stream()
        .filter(other -> other != member)
        .limit(ASKED)
        .forEach(other -> others.addAll(other.about()));
    List<TagKey> shared = member.about().stream().filter(others::contains).sorted().toList();
    return shared.isEmpty()
        ? ""
        : shared.stream()
            .limit(3)
            .map(TagKey::value)
            .collect(Collectors.joining(", ", "; both about ", ""));
  }
}
