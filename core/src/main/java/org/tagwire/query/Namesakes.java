package org.tagwire.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

/**
 * Tells whether the news under one name looks like news of two people or things.
 *
 * <p>Idea: stories about one subject share companions, the other tags on their cards, whatever
 * field they are in. So stories are grouped by the world of their field (sport and politics are of
 * different worlds, politics and crime of one); when the two greatest groups are each of {@link
 * #STORIES} stories and {@link #PUBLISHERS} publishers, neither is less than a {@link #PART} of
 * both, and hardly any story of one shares a companion with the other, two subjects are likely. It
 * stays a guess, and is worded as one. Pure.
 */
final class Namesakes {
  /** How many of the newest cards are looked at. */
  static final int READ = 80;

  static final int STORIES = 4;
  static final int PUBLISHERS = 2;

  private static final double PART = 0.2;
  private static final double SHARED = 0.2;

  /** What people and things of one kind are told of in; a field of no world tells nothing. */
  private enum World {
    AFFAIRS,
    TRADE,
    SPORT,
    SHOW
  }

  /** A story, as far as cards tell of it. */
  private record Story(World world, Set<Domain> publishers, Set<TagKey> companions) {}

  private Namesakes() {}

  /** Says whether these cards, all about {@code tag}, look like news of two subjects. */
  static boolean among(TagKey tag, List<Card> cards) {
    Map<World, List<Story>> worlds =
        stories(tag, cards).stream()
            .collect(
                Collectors.groupingBy(
                    Story::world, () -> new EnumMap<>(World.class), Collectors.toList()));
    List<List<Story>> groups = new ArrayList<>(worlds.values());
    groups.sort(Comparator.comparingInt((List<Story> g) -> g.size()).reversed());
    return groups.size() >= 2 && areApart(groups.get(0), groups.get(1));
  }

  private static boolean areApart(List<Story> greater, List<Story> lesser) {
    int both = greater.size() + lesser.size();
    int shared = sharing(greater, companions(lesser)) + sharing(lesser, companions(greater));
    return isWide(greater)
        && isWide(lesser)
        && lesser.size() >= PART * both
        && shared <= SHARED * both;
  }

  private static boolean isWide(List<Story> group) {
    return group.size() >= STORIES
        && group.stream().flatMap(story -> story.publishers().stream()).distinct().count()
            >= PUBLISHERS;
  }

  private static int sharing(List<Story> group, Set<TagKey> others) {
    return (int)
        group.stream().filter(s -> s.companions().stream().anyMatch(others::contains)).count();
  }

  private static Set<TagKey> companions(List<Story> group) {
    return group.stream().flatMap(story -> story.companions().stream()).collect(Collectors.toSet());
  }

  /** The stories that say something: of a world, with a companion. */
  private static List<Story> stories(TagKey tag, List<Card> cards) {
    Map<StoryId, Story> stories = new LinkedHashMap<>();
    for (Card card : cards) {
      Optional<World> world = world(card.category());
      if (world.isPresent()) {
        Story story =
            stories.computeIfAbsent(
                card.group().story(),
                id -> new Story(world.get(), new HashSet<>(), new HashSet<>()));
        story.publishers().add(card.carrier());
        card.chips().stream()
            .flatMap(chip -> TagKey.parse(chip.form()).stream())
            .filter(key -> !key.equals(tag))
            .forEach(story.companions()::add);
      }
    }
    return stories.values().stream().filter(story -> !story.companions().isEmpty()).toList();
  }

  private static Optional<World> world(Category category) {
    return switch (category) {
      case POLITICS, CRIME, CONFLICT -> Optional.of(World.AFFAIRS);
      case BUSINESS, TECHNOLOGY, SCIENCE -> Optional.of(World.TRADE);
      case SPORT -> Optional.of(World.SPORT);
      case ENTERTAINMENT -> Optional.of(World.SHOW);
      default -> Optional.empty();
    };
  }
}
