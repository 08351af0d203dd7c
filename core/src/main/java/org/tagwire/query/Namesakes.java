package org.tagwire.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

/**
 * Tells whether the news under one name looks like news of two people or things.
 *
 * <p>Idea: stories about one subject share companions, the other tags on their cards, directly or
 * through other stories. When the stories fall into groups without a common companion, and the two
 * greatest are each of {@link #STORIES} stories from {@link #PUBLISHERS} publishers, mostly of one
 * field, and the two fields belong to different worlds (sport and politics, say, not politics and
 * crime), two subjects are likely. It stays a guess, and is worded as one. Pure.
 */
final class Namesakes {
  /** How many of the newest cards are looked at. */
  static final int READ = 80;

  static final int STORIES = 4;
  static final int PUBLISHERS = 2;

  /** The two groups must be most of what is told at all. */
  private static final double MOST = 0.6;

  /** A field is a group's own when so many of its stories are in it. */
  private static final double OWN = 0.65;

  /** What people and things of one kind are told of in; what belongs to no world tells nothing. */
  private enum World {
    AFFAIRS,
    TRADE,
    SPORT,
    SHOW
  }

  /** Stories that share companions. */
  private static final class Circle {
    private final Set<TagKey> companions = new HashSet<>();
    private final Set<Domain> publishers = new HashSet<>();
    private final Map<World, Integer> worlds = new EnumMap<>(World.class);
    private int stories;

    void take(Circle other) {
      companions.addAll(other.companions);
      publishers.addAll(other.publishers);
      other.worlds.forEach((world, count) -> worlds.merge(world, count, Integer::sum));
      stories += other.stories;
    }

    Optional<World> world() {
      return worlds.entrySet().stream()
          .filter(e -> e.getValue() >= OWN * stories)
          .map(Map.Entry::getKey)
          .findFirst();
    }

    boolean isWide() {
      return stories >= STORIES && publishers.size() >= PUBLISHERS;
    }
  }

  private Namesakes() {}

  /** Says whether these cards, all about {@code tag}, look like news of two subjects. */
  static boolean among(TagKey tag, List<Card> cards) {
    List<Circle> circles = circles(stories(tag, cards));
    circles.sort(Comparator.comparingInt((Circle c) -> c.stories).reversed());
    if (circles.size() < 2 || !circles.get(1).isWide() || !circles.get(0).isWide()) {
      return false;
    }
    int all = circles.stream().mapToInt(c -> c.stories).sum();
    Circle first = circles.get(0);
    Circle second = circles.get(1);
    Optional<World> one = first.world();
    Optional<World> other = second.world();
    return first.stories + second.stories >= MOST * all
        && one.isPresent()
        && other.isPresent()
        && one.get() != other.get();
  }

  /** One circle a story; what has no companion tells nothing. */
  private static List<Circle> stories(TagKey tag, List<Card> cards) {
    Map<StoryId, Circle> stories = new LinkedHashMap<>();
    for (Card card : cards) {
      Circle story = stories.computeIfAbsent(card.group().story(), id -> new Circle());
      if (story.stories == 0) {
        story.stories = 1;
        world(card.category()).ifPresent(world -> story.worlds.put(world, 1));
      }
      story.publishers.add(card.carrier());
      for (Card.Chip chip : card.chips()) {
        TagKey.parse(chip.form()).filter(key -> !key.equals(tag)).ifPresent(story.companions::add);
      }
    }
    return stories.values().stream().filter(story -> !story.companions.isEmpty()).toList();
  }

  private static List<Circle> circles(List<Circle> stories) {
    Map<TagKey, Circle> byCompanion = new HashMap<>();
    List<Circle> circles = new ArrayList<>();
    for (Circle story : stories) {
      Set<Circle> met = new HashSet<>();
      for (TagKey companion : story.companions) {
        Optional.ofNullable(byCompanion.get(companion)).ifPresent(met::add);
      }
      Circle joined = new Circle();
      joined.take(story);
      met.forEach(joined::take);
      circles.removeAll(met);
      circles.add(joined);
      joined.companions.forEach(companion -> byCompanion.put(companion, joined));
    }
    return circles;
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
