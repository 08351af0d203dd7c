package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Grade;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.TagwireException;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.ListView;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.web.Questions;
import org.tagwire.server.works.Works;
import org.tagwire.store.ArticleStore.Accepted;

/**
 * Random rules over random articles, given, taken back, with news in between: store, index, pages
 * and cards say what a plain reading of the rules says. The seed is printed; {@code -Dtagwire.seed}
 * repeats a run.
 */
final class RandomRulesTest {
  private static final List<String> NAMES =
      List.of("Ada", "Bram", "Cleo", "Dara", "Edda", "Finn", "Gita", "Hugo");
  private static final int ARTICLES = 40;
  private static final int STEPS = Boolean.getBoolean("tagwire.deep") ? 200 : 25;

  private final long seed = Long.getLong("tagwire.seed", new Random().nextLong());
  private final Random random = new Random(seed);
  private final SettableClock clock = new SettableClock(Samples.NOON);
  private final Map<ArticleId, Reading> read = new LinkedHashMap<>();
  private final TreeMap<Long, Said> rules = new TreeMap<>();
  private Works works;

  @TempDir private Path directory;

  /** A rule in plain words: what kind, of which name, and the rest. */
  private record Said(String kind, String of, String into, String with, ArticleId article) {}

  @Test
  void showsEverywhereWhatAPlainReadingOfTheRulesSays() {
    System.out.println("random rules with seed " + seed);
    works = opened();
    for (int i = 0; i < ARTICLES; i++) {
      publish(i);
    }
    int given = 0;
    for (int step = 0; step < STEPS; step++) {
      given += ruled() ? 1 : 0;
      publish(ARTICLES + step);
      if (step % 5 == 4) {
        works.settleRules((done, total) -> {});
        works.settle((done, total) -> {});
        agree(step);
      }
      if (step % 10 == 9) {
        works.close();
        works = opened();
        works.settle((done, total) -> {});
        agree(step);
      }
    }
    assertThat(given).as("rules that made sense, seed %d", seed).isGreaterThan(STEPS / 3);
    assertThat(works.store().upkeep().check()).isEmpty();
    works.close();
  }

  /** Says something at random. Returns whether it made sense. */
  private boolean ruled() {
    String of = name();
    String into = name();
    try {
      switch (random.nextInt(5)) {
        case 0 -> note(works.rulebook().merge(of, into).number(), "move", of, into);
        case 1 -> {
          String with = name();
          long number = works.rulebook().split(of, into + " Two", List.of(with)).number();
          rules.put(number, new Said("split", lead(of), lead(into + " Two"), with, null));
        }
        case 2 -> {
          String other = of + " " + random.nextInt(9);
          note(works.rulebook().rename(of, other).number(), "move", of, other);
        }
        case 3 -> {
          Article article = any();
          boolean mentioned = random.nextBoolean();
          long number = works.rulebook().notAbout(article, of, mentioned).number();
          rules.put(number, new Said(mentioned ? "named" : "off", lead(of), "", "", article.id()));
        }
        default -> {
          if (rules.isEmpty()) {
            return false;
          }
          List<Long> numbers = List.copyOf(rules.keySet());
          long number = numbers.get(random.nextInt(numbers.size()));
          works.rulebook().undo(number);
          rules.remove(number);
        }
      }
      return true;
    } catch (TagwireException e) {
      return false;
    }
  }

  private void note(long number, String kind, String of, String into) {
    String from = lead(of);
    rules.put(
        number,
        new Said(kind, from, kind.equals("move") && known(into) ? lead(into) : into, "", null));
  }

  private boolean known(String name) {
    return NAMES.contains(name);
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private Article any() {
    works.settle((done, total) -> {});
    List<ArticleId> ids = List.copyOf(read.keySet());
    ArticleId id = ids.get(random.nextInt(ids.size()));
    return works.store().articles().findAll(List.of(id), Audience.OWNER).getFirst();
  }

  /** Follows the moves by hand, the first said of a name first, no circles. */
  private String lead(String name) {
    Map<String, String> moves = new LinkedHashMap<>();
    for (Said said : rules.values()) {
      if (said.kind().equals("move") && !end(moves, key(said.into())).equals(key(said.of()))) {
        moves.putIfAbsent(key(said.of()), key(said.into()));
      }
    }
    return end(moves, key(name));
  }

  private static String end(Map<String, String> moves, String name) {
    String now = name;
    while (moves.containsKey(now)) {
      now = moves.get(now);
    }
    return now;
  }

  private static String key(String name) {
    return TagKey.of(name).value();
  }

  /** Works out by hand which tags an article has, and whether it is about them. */
  private Map<String, Boolean> tags(Reading article) {
    Set<String> companions =
        article.understanding().tags().stream()
            .map(tag -> lead(tag.name()))
            .collect(Collectors.toSet());
    Map<String, Boolean> tags = new TreeMap<>();
    for (Tagging tag : article.understanding().tags()) {
      String key = told(lead(tag.name()), companions);
      Optional<Said> refused = refused(article.id(), key);
      if (refused.filter(said -> said.kind().equals("off")).isEmpty()) {
        tags.merge(key, refused.isEmpty() && tag.grade() == Grade.ABOUT, Boolean::logicalOr);
      }
    }
    return tags;
  }

  private String told(String key, Set<String> companions) {
    Set<String> seen = new HashSet<>();
    String now = key;
    Optional<String> next = second(now, companions);
    while (next.isPresent() && seen.add(now)) {
      now = lead(next.get());
      next = second(now, companions);
    }
    return now;
  }

  private Optional<String> second(String key, Set<String> companions) {
    return rules.values().stream()
        .filter(said -> said.kind().equals("split") && lead(said.of()).equals(key))
        .filter(said -> companions.contains(lead(said.with())))
        .map(Said::into)
        .findFirst();
  }

  private Optional<Said> refused(ArticleId article, String key) {
    return rules.values().stream()
        .filter(said -> article.equals(said.article()) && lead(said.of()).equals(key))
        .reduce((first, last) -> last);
  }

  private void agree(int step) {
    Map<String, Set<ArticleId>> all = new TreeMap<>();
    Map<String, Set<ArticleId>> about = new TreeMap<>();
    for (Reading article : read.values()) {
      Map<String, Boolean> tags = tags(article);
      tags.keySet()
          .forEach(key -> all.computeIfAbsent(key, k -> new TreeSet<>()).add(article.id()));
      tags.forEach(
          (key, is) -> {
            if (is) {
              about.computeIfAbsent(key, k -> new TreeSet<>()).add(article.id());
            }
          });
      assertThat(found(article.id())).as("article, step %d, seed %d", step, seed).isEqualTo(tags);
      assertThat(chips(article.id()))
          .as("card, step %d, seed %d", step, seed)
          .isSubsetOf(
              tags.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList());
    }
    all.forEach(
        (key, ids) -> {
          Filter filter = Filter.tag(new TagKey(key));
          assertThat(stored(filter))
              .as("store %s, step %d, seed %d", key, step, seed)
              .isEqualTo(ids);
          assertThat(indexed(filter))
              .as("index %s, step %d, seed %d", key, step, seed)
              .isEqualTo(ids);
          assertThat(indexed(filter.about()))
              .as("about %s, step %d, seed %d", key, step, seed)
              .isEqualTo(about.getOrDefault(key, Set.of()));
          assertThat(paged(key)).as("page %s, step %d, seed %d", key, step, seed).isEqualTo(ids);
        });
    List<String> listed =
        works.store().tags().list(Optional.empty(), Audience.OWNER, 200).stream()
            .map(tag -> tag.key().value())
            .toList();
    assertThat(listed)
        .as("directory, step %d, seed %d", step, seed)
        .containsExactlyElementsOf(all.keySet());
  }

  private Map<String, Boolean> found(ArticleId id) {
    Map<String, Boolean> tags = new TreeMap<>();
    works
        .store()
        .articles()
        .findAll(List.of(id), Audience.OWNER)
        .getFirst()
        .understanding()
        .tags()
        .forEach(tag -> tags.put(tag.key().value(), tag.grade() == Grade.ABOUT));
    return tags;
  }

  private List<String> chips(ArticleId id) {
    var found =
        (org.tagwire.store.ArticleStore.Lookup.Found)
            works.store().articles().find(id, Audience.OWNER);
    return found.card().chips().stream().map(Card.Chip::form).map(RandomRulesTest::key).toList();
  }

  private Set<ArticleId> stored(Filter filter) {
    return ids(
        works.store().articles().list(ListQuery.first(filter, Audience.OWNER, 200)).listings());
  }

  private Set<ArticleId> indexed(Filter filter) {
    return ids(
        works.index().orElseThrow().list(ListQuery.first(filter, Audience.OWNER, 200)).listings());
  }

  private Set<ArticleId> paged(String key) {
    ListView view =
        new ListView(
            Audience.OWNER, Language.ENGLISH, null, false, org.tagwire.query.ListPlace.START, 200);
    HashtagPages pages = Questions.of(works.store(), works::index).hashtags();
    HashtagPages.Answer answer = pages.open(key, view);
    String form = answer instanceof HashtagPages.Spelled spelled ? spelled.form() : key;
    return ids(((HashtagPages.Found) pages.open(form, view)).page().list().listings());
  }

  private static Set<ArticleId> ids(List<org.tagwire.model.Page.Listing> listings) {
    return listings.stream().map(l -> l.card().id()).collect(Collectors.toCollection(TreeSet::new));
  }

  private void publish(int number) {
    List<String> names = new ArrayList<>(NAMES);
    java.util.Collections.shuffle(names, random);
    List<Tagging> tags = new ArrayList<>();
    for (String name : names.subList(0, 1 + random.nextInt(4))) {
      Grade grade = random.nextInt(3) > 0 ? Grade.ABOUT : Grade.MENTIONS;
      tags.add(Samples.tagging(name, TagKind.TOPIC, grade));
    }
    tags.sort(Comparator.comparing(Tagging::grade));
    Reading reading =
        Samples.article("https://lantern.example/" + number)
            .minutesAgo(1_000 - number)
            .title("Number " + number)
            .body("Nothing but number " + number + ".")
            .tags(tags.toArray(Tagging[]::new))
            .reading();
    read.put(reading.id(), reading);
    works
        .store()
        .articles()
        .accept(
            List.of(new Accepted(reading, Optional.empty(), List.of(), false)), Optional.empty());
    works.readingsWait();
  }

  private Works opened() {
    return Works.open(
        new Works.Surroundings(
            directory.resolve("data"),
            SettingsReader.of(Map.of("embedding", "off")),
            clock,
            Failpoints.NONE));
  }
}
