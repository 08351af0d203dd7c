package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Category;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Label;
import org.tagwire.newsstand.newsroom.StoryFile;

/**
 * Measures the whole pipeline, page reading and all, against the labels of the newsroom, and prints
 * what it finds. The floors lie a little under what was reached when they were set: they catch a
 * fall, they are no goals. Raise them with the pipeline.
 */
final class TruthTest {
  private static Newsday day;
  private static Map<Account, Article> articles;

  @BeforeAll
  static void readTheNews(@TempDir Path directory) throws IOException {
    day = new Newsday(directory, Map.of());
    day.subscribe();
    day.poll();
    Map<ArticleId, Article> stored = day.stored();
    articles =
        day.published().stream()
            .collect(Collectors.toMap(Function.identity(), a -> stored.get(day.id(a))));
  }

  @AfterAll
  static void close() {
    day.close();
  }

  /** How many were right, of how many found and how many there are. */
  private record Score(int right, int found, int there) {
    static final Score NONE = new Score(0, 0, 0);

    Score plus(Score other) {
      return new Score(right + other.right, found + other.found, there + other.there);
    }

    double precision() {
      return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
      return there == 0 ? 1 : (double) right / there;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "precision %.3f, recall %.3f (%d right, %d found, %d there)",
          precision(),
          recall(),
          right,
          found,
          there);
    }
  }

  @Test
  void findsTheNamesThatArticlesCarry() {
    Score all = score(a -> labels(a.truth().about(), a.truth().mentions()), TruthTest::tags);
    print("names", all, a -> labels(a.truth().about(), a.truth().mentions()), TruthTest::tags);
    assertThat(all.precision()).isGreaterThan(0.59);
    assertThat(all.recall()).isGreaterThan(0.63);
  }

  @Test
  void findsWhatArticlesAreAbout() {
    Function<Article, Set<TagKey>> about =
        article ->
            article.understanding().about().stream().map(Tagging::key).collect(Collectors.toSet());
    Score all = score(a -> labels(a.truth().about()), about);
    print("about", all, a -> labels(a.truth().about()), about);
    // rather few chips that readers want than many: what else is named stands under mentions
    assertThat(all.precision()).isGreaterThan(0.48);
    assertThat(all.recall()).isGreaterThan(0.27);
  }

  @Test
  void findsTheField() {
    Map<String, List<Account>> byLanguage = byLanguage();
    long right = articles.keySet().stream().filter(TruthTest::isFieldRight).count();
    long general =
        articles.values().stream()
            .filter(a -> a.understanding().category() == Category.GENERAL)
            .count();
    double accuracy = (double) right / articles.size();
    System.out.printf(
        Locale.ROOT,
        "truth: category accuracy %.3f of %d, %d left General%n",
        accuracy,
        articles.size(),
        general);
    byLanguage.forEach(
        (language, accounts) ->
            System.out.printf(
                Locale.ROOT,
                "truth:   %s %d of %d%n",
                language,
                accounts.stream().filter(TruthTest::isFieldRight).count(),
                accounts.size()));
    assertThat(accuracy).isGreaterThan(0.67);
  }

  private static boolean isFieldRight(Account account) {
    return Category.parse(account.truth().category())
        .filter(c -> c == of(articles, account).understanding().category())
        .isPresent();
  }

  /**
   * Every account of an event in one language belongs together (languages are placed apart), and
   * nothing else does.
   */
  @Test
  void groupsAccountsOfAnEvent() {
    Map<Account, String> truth = new HashMap<>();
    for (StoryFile file : day.newsroom.files()) {
      for (Account account : file.accounts()) {
        if (articles.containsKey(account)) {
          truth.put(
              account,
              file.event() == null
                  ? account.reference().toString()
                  : file.name() + " " + language(account));
        }
      }
    }
    Map<Account, StoryId> found = new HashMap<>();
    articles.forEach((account, article) -> found.put(account, article.placement().story()));
    double precision = bCubed(found, truth);
    double recall = bCubed(truth, found);
    double f = 2 * precision * recall / (precision + recall);
    System.out.printf(
        Locale.ROOT,
        "truth: stories B-cubed precision %.3f, recall %.3f, F %.3f, %d stories found, %d there%n",
        precision,
        recall,
        f,
        new HashSet<>(found.values()).size(),
        new HashSet<>(truth.values()).size());
    assertThat(f).isGreaterThan(0.88);
  }

  @Test
  void readsEveryLanguage() {
    List<String> wrong =
        articles.entrySet().stream()
            .filter(
                e -> !e.getValue().understanding().language().code().equals(language(e.getKey())))
            .map(e -> e.getKey().slug() + " " + e.getValue().understanding().language())
            .toList();
    System.out.println("truth: languages wrong " + wrong);
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }

  /**
   * Of each element's group in {@code grouping}, the share that {@code other} has in its group,
   * too.
   */
  private static <G, H> double bCubed(Map<Account, G> grouping, Map<Account, H> other) {
    Map<G, List<Account>> groups =
        grouping.keySet().stream().collect(Collectors.groupingBy(grouping::get));
    return grouping.keySet().stream()
        .mapToDouble(
            a -> {
              List<Account> group = of(groups, of(grouping, a));
              long same = group.stream().filter(b -> of(other, b).equals(of(other, a))).count();
              return (double) same / group.size();
            })
        .average()
        .orElseThrow();
  }

  private static Score score(
      Function<Account, Set<TagKey>> truth, Function<Article, Set<TagKey>> found) {
    return articles.keySet().stream()
        .map(a -> score(a, truth, found))
        .reduce(Score.NONE, Score::plus);
  }

  private static Score score(
      Account account, Function<Account, Set<TagKey>> truth, Function<Article, Set<TagKey>> found) {
    Set<TagKey> wanted = truth.apply(account);
    Set<TagKey> given = found.apply(of(articles, account));
    Set<TagKey> right = new HashSet<>(given);
    right.retainAll(wanted);
    return new Score(right.size(), given.size(), wanted.size());
  }

  private static void print(
      String what,
      Score all,
      Function<Account, Set<TagKey>> truth,
      Function<Article, Set<TagKey>> found) {
    System.out.println("truth: tags, " + what + ": " + all);
    byLanguage()
        .forEach(
            (language, accounts) ->
                System.out.println(
                    "truth:   "
                        + language
                        + " "
                        + accounts.stream()
                            .map(a -> score(a, truth, found))
                            .reduce(Score.NONE, Score::plus)));
  }

  private static <K, V> V of(Map<K, V> map, K key) {
    return Objects.requireNonNull(map.get(key));
  }

  private static Map<String, List<Account>> byLanguage() {
    return articles.keySet().stream().collect(Collectors.groupingBy(TruthTest::language));
  }

  private static String language(Account account) {
    return day.newsroom.findPublisher(account.publisher()).orElseThrow().language();
  }

  private static Set<TagKey> tags(Article article) {
    return article.understanding().tags().stream().map(Tagging::key).collect(Collectors.toSet());
  }

  @SafeVarargs
  private static Set<TagKey> labels(List<Label>... labels) {
    return Stream.of(labels)
        .flatMap(List::stream)
        .map(Label::name)
        .map(TagKey::parse)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
