package org.tagwire.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;

/** A small world of few articles, tags and times, so that everything collides with everything. */
final class RandomWire {
  private static final int NAMES = 150;
  private static final List<String> TAGS = List.of("Ash", "Birch", "Cedar", "Dogwood");
  private static final List<String> WORDS = List.of("river", "tower", "storm", "market", "choir");

  private final Random random;

  /** Articles that lead groups are never copies themselves, as the contract of placement says. */
  RandomWire(Random random) {
    this.random = random;
  }

  List<IndexChange> changes(int size) {
    List<IndexChange> changes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int name = random.nextInt(NAMES);
      ArticleId id = Clipping.idOf("n" + name);
      changes.add(random.nextInt(8) == 0 ? new IndexChange.Remove(id) : clipping(name).put());
    }
    return changes;
  }

  private Clipping clipping(int name) {
    Clipping clipping =
        Clipping.of("n" + name)
            .at(time())
            .saying(pick(WORDS), pick(WORDS) + " " + pick(WORDS))
            .by("p" + random.nextInt(6) + ".example")
            .in(Category.values()[random.nextInt(3)])
            .in(random.nextBoolean() ? Language.ENGLISH : Language.ARABIC)
            .source(1 + random.nextInt(4), 5)
            .story("n" + random.nextInt(20));
    if (random.nextBoolean()) {
      clipping.about(pick(TAGS));
    } else {
      clipping.naming(pick(TAGS));
    }
    if (random.nextInt(5) == 0) {
      clipping.sparing(pick(TAGS));
    }
    if (random.nextInt(4) == 0) {
      clipping.from("Agency " + random.nextInt(2));
    }
    if (name >= 20 && random.nextInt(2) == 0) {
      clipping.copyOf("n" + random.nextInt(20));
    }
    return switch (random.nextInt(10)) {
      case 0 -> clipping.secret();
      case 1 -> clipping.unlisted();
      default -> clipping;
    };
  }

  Instant time() {
    return Clipping.DAWN.plusSeconds(random.nextInt(40) * 60L);
  }

  Audience audience() {
    return random.nextBoolean() ? Audience.PUBLIC : Audience.OWNER;
  }

  Filter filter() {
    Filter filter =
        switch (random.nextInt(7)) {
          case 0 -> Filter.tag(TagKey.of(pick(TAGS)));
          case 1 -> Filter.tag(TagKey.of(pick(TAGS))).about();
          case 2 -> Filter.publisher(new Domain("p" + random.nextInt(6) + ".example"));
          case 3 -> Filter.where(new Condition.All(List.of(word(), word())));
          case 4 -> Filter.sources(List.of(new SourceId(1 + random.nextInt(5)), new SourceId(9)));
          case 5 -> Filter.story(new StoryId(Clipping.idOf("n" + random.nextInt(20))));
          default -> Filter.category(Category.values()[random.nextInt(3)]);
        };
    return switch (random.nextInt(6)) {
      case 4 -> filter.and(condition(3));
      case 5 -> Filter.where(condition(4)).notIn(Language.ARABIC);
      case 0 -> filter.in(Language.ARABIC);
      case 1 -> filter.notIn(Language.ARABIC);
      case 2 -> Filter.ALL;
      default -> filter;
    };
  }

  private Condition condition(int levels) {
    int kind = levels == 1 ? 3 + random.nextInt(9) : random.nextInt(12);
    return switch (kind) {
      case 0 -> new Condition.All(conditions(levels - 1));
      case 1 -> new Condition.Any(conditions(levels - 1));
      case 2 -> new Condition.Not(condition(levels - 1));
      case 3 -> word();
      case 4 -> new Condition.Word(pick(WORDS).substring(0, 3), true);
      case 5 -> new Condition.Phrase(pick(WORDS) + " " + pick(WORDS));
      case 6 -> new Condition.Tagged(TagKey.of(pick(TAGS)), random.nextBoolean());
      case 7 ->
          new Condition.Tagged(
              TagKey.of(pick(TAGS)),
              random.nextBoolean(),
              Set.of(TagKey.of(pick(TAGS))),
              Set.of(Clipping.idOf("n" + random.nextInt(NAMES))));
      case 8 -> new Condition.By(new Domain("p" + random.nextInt(6) + ".example"));
      case 9 -> new Condition.In(Category.values()[random.nextInt(3)]);
      case 10 -> random.nextBoolean() ? new Condition.Before(time()) : new Condition.From(time());
      default -> new Condition.Written(random.nextBoolean() ? Language.ARABIC : Language.ENGLISH);
    };
  }

  private Condition word() {
    return new Condition.Word(pick(WORDS), false);
  }

  private List<Condition> conditions(int levels) {
    return Stream.generate(() -> condition(levels)).limit(random.nextInt(4)).toList();
  }

  ListQuery query(Filter filter, Audience audience) {
    ListQuery first =
        new ListQuery(filter, audience, null, 1 + random.nextInt(12), random.nextInt(4) > 0);
    return random.nextInt(3) > 0
        ? first
        : first.from(
            new org.tagwire.model.Cursor(time(), Clipping.idOf("n" + random.nextInt(NAMES))));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
