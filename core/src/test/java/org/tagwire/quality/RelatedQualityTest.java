package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.category.Categoriser;
import org.tagwire.category.CategoryView;
import org.tagwire.copies.Drafts;
import org.tagwire.index.Clipping;
import org.tagwire.index.lucene.LuceneSearchIndex;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.Category;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Paragraph;
import org.tagwire.sets.SharedSets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Related articles against "newest in the same category", by nDCG at 5. That an article belongs to
 * the same story is the truth, so the index is not told of stories; nor of hashtags, which only
 * help. Times are drawn by lot, since the sets' own would tell stories apart.
 */
class RelatedQualityTest {
  private static final int AT = 5;
  private static final double AHEAD = 0.3;

  private static final Map<String, Double> FLOORS =
      Map.of(
          "5w1h", 0.88, "ecb", 0.90, "neus", 0.69, "roundups", 0.67, "uci", 0.79, "wikinews", 0.74);

  private final Random random = new Random(20_252);
  private final Categoriser categoriser = new Categoriser();

  @TempDir private Path directory;

  /** An article and the story it truly belongs to. */
  private record Account(String set, String name, String story, String title, String text) {
    ArticleId id() {
      return Clipping.idOf(name);
    }

    String truth() {
      return set + " " + story;
    }
  }

  private record Score(double related, double newest) {}

  @Test
  void findsTheOthersOfAStoryAmongMadeUpNews() {
    List<Account> accounts = new ArrayList<>();
    Drafts drafts = new Drafts(3);
    for (int story = 0; story < 60; story++) {
      List<String> subject = drafts.words(24);
      for (int i = 0; i < 4; i++) {
        String title = String.join(" ", drafts.part(subject, 8));
        List<String> text = Drafts.joined(drafts.part(subject, 12), drafts.words(60));
        accounts.add(
            new Account("fiction", story + "-" + i, "" + story, title, String.join(" ", text)));
      }
    }
    Score score = score(accounts, 1).get("fiction");
    assertThat(score.related()).isGreaterThan(score.newest() + AHEAD).isGreaterThan(0.7);
  }

  @Test
  void findsTheOthersOfAStoryAmongRealNews() throws IOException {
    Optional<Path> stories = SharedSets.find("stories/stories.jsonl");
    if (stories.isPresent()) {
      score(read(stories.get()), 4)
          .forEach(
              (set, score) ->
                  assertThat(score.related())
                      .as(set)
                      .isGreaterThan(score.newest() + AHEAD)
                      .isGreaterThan(FLOORS.getOrDefault(set, AHEAD)));
    }
  }

  private Map<String, Score> score(List<Account> accounts, int step) {
    Map<ArticleId, Account> known =
        accounts.stream().collect(Collectors.toMap(Account::id, a -> a));
    Map<String, Integer> sizes =
        accounts.stream().collect(Collectors.toMap(Account::truth, a -> 1, Integer::sum));
    try (var index = LuceneSearchIndex.open(directory, Failpoints.NONE).index()) {
      accounts.forEach(account -> index.apply(List.of(clip(account).put())));
      index.refresh();
      Map<String, List<Score>> scores =
          accounts.stream()
              .filter(a -> Math.floorMod(a.name().hashCode(), step) == 0)
              .filter(a -> sizes.get(a.truth()) > 1)
              .collect(
                  Collectors.groupingBy(
                      Account::set,
                      Collectors.mapping(
                          a -> score(index, a, known, sizes.get(a.truth()) - 1),
                          Collectors.toList())));
      return scores.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, e -> mean(e.getKey(), e.getValue())));
    }
  }

  private Score score(
      LuceneSearchIndex index, Account account, Map<ArticleId, Account> known, int others) {
    List<Page.Listing> related = index.related(account.id(), Audience.PUBLIC, AT);
    Filter field = Filter.category(category(account));
    List<Page.Listing> newest =
        index.list(ListQuery.first(field, Audience.PUBLIC, AT + 1)).listings().stream()
            .filter(l -> !l.card().id().equals(account.id()))
            .limit(AT)
            .toList();
    return new Score(
        gain(related, account, known) / best(others), gain(newest, account, known) / best(others));
  }

  private static double gain(
      List<Page.Listing> listings, Account account, Map<ArticleId, Account> known) {
    double gain = 0;
    for (int i = 0; i < listings.size(); i++) {
      Account found = known.get(listings.get(i).card().id());
      gain += found != null && found.truth().equals(account.truth()) ? discount(i) : 0;
    }
    return gain;
  }

  private static double best(int others) {
    double best = 0;
    for (int i = 0; i < Math.min(AT, others); i++) {
      best += discount(i);
    }
    return best;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }

  private static Score mean(String set, List<Score> scores) {
    double related = scores.stream().mapToDouble(Score::related).average().orElse(0);
    double newest = scores.stream().mapToDouble(Score::newest).average().orElse(0);
    System.out.printf(
        java.util.Locale.ROOT,
        "related %s: nDCG@5 %.3f, newest in the category %.3f, %d articles%n",
        set,
        related,
        newest,
        scores.size());
    return new Score(related, newest);
  }

  private Clipping clip(Account account) {
    Instant time = Clipping.DAWN.plusSeconds(random.nextInt(14 * 86_400));
    return Clipping.of(account.name())
        .at(time)
        .saying(account.title(), account.text())
        .in(category(account));
  }

  private Category category(Account account) {
    List<Paragraph> body =
        account.text().isBlank() ? List.of() : List.of(Paragraph.of(account.text()));
    ArticleText text =
        new ArticleText(
            account.title(), "", "", body, "", List.of(), null, ArticleText.BodySource.PAGE);
    return categoriser
        .categorise(new CategoryView(Language.ENGLISH, "", text, null), Knowledge.NONE)
        .category();
  }

  private static List<Account> read(Path stories) throws IOException {
    JsonMapper json = JsonMapper.shared();
    try (Stream<String> lines = Files.lines(stories)) {
      List<Account> accounts =
          new ArrayList<>(lines.map(line -> account(json.readTree(line))).toList());
      Collections.shuffle(accounts, new Random(1));
      return accounts;
    }
  }

  private static Account account(JsonNode line) {
    return new Account(
        line.get("dataset").asString(),
        line.get("id").asString(),
        line.get("story").asString(),
        line.get("title").asString(),
        line.get("text").asString());
  }
}
