package org.tagwire.newsstand.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the demo promises about its fiction. */
class ShippedNewsroomTest {

  private static final String ACTOR = "Mara Ellington";

  private final Newsroom newsroom = Newsroom.shipped();
  private final List<Account> accounts = newsroom.accounts();

  @Test
  void hasTwelvePublishersInSixLanguagesAndAllFormats() {
    assertThat(newsroom.publishers()).hasSize(12);
    assertThat(newsroom.publishers()).allMatch(house -> house.domain().endsWith(".example"));
    assertThat(countBy(Publisher::language))
        .isEqualTo(Map.of("en", 6L, "ar", 2L, "de", 1L, "fr", 1L, "es", 1L, "ja", 1L));
    assertThat(countBy(Publisher::feed).keySet()).containsExactlyInAnyOrder(FeedFormat.values());
    assertThat(countBy(Publisher::page).keySet()).containsExactlyInAnyOrder(PageDesign.values());
  }

  @Test
  void looksBackOnSixWeeks() {
    assertThat(accounts.stream().filter(a -> a.schedule().at() instanceof Appearance.DaysBefore))
        .hasSizeGreaterThanOrEqualTo(150);
    Instant start = Instant.parse("2031-05-14T12:00:00Z");
    assertThat(accounts)
        .allMatch(
            account -> account.schedule().at().on(start).isAfter(start.minusSeconds(3_801_600)));
  }

  @Test
  void tellsTwentySixStoriesSeveralTimes() {
    List<StoryFile> stories =
        newsroom.files().stream().filter(file -> file.name().startsWith("stories/")).toList();
    assertThat(stories).hasSize(26).allMatch(story -> story.accounts().size() >= 3);
  }

  @Test
  void changesWhileTheDemoRuns() {
    assertThat(accounts.stream().filter(a -> a.schedule().at() instanceof Appearance.After))
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(accounts.stream().filter(a -> a.schedule().correction() != null)).hasSize(4);
    assertThat(accounts.stream().filter(a -> a.schedule().withdrawn() != null)).hasSize(2);
  }

  @Test
  void sharesTextsBetweenPublishers() {
    assertThat(accounts.stream().filter(a -> a.credits().wire() != null))
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(accounts.stream().filter(a -> a.credits().origin() != null)).isNotEmpty();
  }

  @Test
  void namesTheActorInFiveArticlesOfFourPublishers() {
    List<Account> naming = accounts.stream().filter(ShippedNewsroomTest::namesTheActor).toList();
    assertThat(naming).hasSize(5).allMatch(account -> account.credits().wire() == null);
    assertThat(naming.stream().map(Account::publisher).distinct()).hasSize(4);
    assertThat(naming.stream().filter(account -> has(account.truth().about()))).hasSize(3);
    assertThat(naming.stream().filter(account -> has(account.truth().mentions()))).hasSize(2);
    assertThat(accounts.stream().filter(a -> has(a.truth().about()) || has(a.truth().mentions())))
        .hasSize(5);
    assertThat(
            naming.stream()
                .map(account -> ((Appearance.DaysBefore) account.schedule().at()).days()))
        .containsExactlyInAnyOrder(2, 5, 12, 20, 33);
  }

  private <K> Map<K, Long> countBy(Function<Publisher, K> property) {
    return newsroom.publishers().stream()
        .collect(Collectors.groupingBy(property, Collectors.counting()));
  }

  private static boolean namesTheActor(Account account) {
    return (account.wording().title() + " " + account.wording().plainText()).contains(ACTOR);
  }

  private static boolean has(List<Label> labels) {
    return labels.contains(new Label(ACTOR, "person"));
  }
}
