package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Article;
import org.tagwire.sets.HostileCase;

/**
 * The cases of the hostile set that concern who is who from poll to poll, through the real ingest.
 * {@link IdentityTest} proves the same with inputs of our own where the set is absent.
 */
final class HostilePollsTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");

  private static final Map<String, Consumer<PollSeries>> EXPECTED =
      Map.of(
          "F015", series -> assertThat(series.headlines()).contains("A", "B"),
          "F032", series -> assertThat(series.headlines()).containsExactlyInAnyOrder("A", "B"),
          "F033", series -> assertThat(series.headlines()).containsExactly("A"),
          "F034", series -> assertThat(series.headlines()).containsExactly("A"),
          "F035", HostilePollsTest::isUpdatedInPlace,
          "F072", series -> assertThat(series.articles()).hasSize(1));

  private static void isUpdatedInPlace(PollSeries series) {
    List<Article> articles = series.articles();
    assertThat(articles).hasSize(1);
    assertThat(articles.getFirst().text().title()).isNotEqualTo("A1");
    assertThat(articles.getFirst().timing().findUpdated()).isPresent();
    assertThat(articles.getFirst().timing().order()).isBefore(updated(articles.getFirst()));
  }

  private static Instant updated(Article article) {
    return article.timing().findUpdated().orElseThrow().instant();
  }

  @Test
  void giveEachArticleOnce(@TempDir Path directory) throws IOException {
    List<HostileCase> cases =
        HostileCase.listArea("feed").stream().filter(c -> EXPECTED.containsKey(c.id())).toList();
    Assumptions.assumeFalse(cases.isEmpty(), "the hostile set is not here");
    Set<String> ids = cases.stream().map(HostileCase::id).collect(Collectors.toSet());
    assertThat(ids).isEqualTo(EXPECTED.keySet());

    try (PollSeries series = new PollSeries(directory, NOW)) {
      for (HostileCase hostile : cases) {
        series.begin();
        for (int poll = 1; poll <= polls(hostile); poll++) {
          series.poll(own(body(hostile, poll), hostile));
        }
        Optional.ofNullable(EXPECTED.get(hostile.id())).orElseThrow().accept(series);
        int known = series.articles().size();
        series.poll(own(body(hostile, polls(hostile)), hostile));
        assertThat(series.articles()).as("%s, polled once more", hostile).hasSize(known);
      }
    }
  }

  private static int polls(HostileCase hostile) {
    return Math.max(1, hostile.recipe().path("polls").asInt(1));
  }

  private static String body(HostileCase hostile, int poll) {
    String body =
        hostile.recipe().has("body")
            ? hostile.recipe().path("body").asString()
            : new String(hostile.payloads().getFirst(), StandardCharsets.UTF_8);
    return body.replace("%POLL%", Integer.toString(poll));
  }

  /** All cases speak of one host; here each has its own, since they share a store. */
  private static String own(String body, HostileCase hostile) {
    return body.replace("site.test", hostile.id().toLowerCase(java.util.Locale.ROOT) + ".test");
  }
}
