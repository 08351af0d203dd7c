package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.article;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.Observation;
import org.tagwire.model.Placement;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.StoryId;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

class StoryDeskTest {
  private static final String FIRST =
      "Twelve members of the council voted to keep the night ferry running through winter.";
  private static final String SECOND =
      "The night ferry keeps running through winter after twelve council members voted for it.";
  private static final String THIRD =
      "Running the night ferry through the winter was backed by twelve of the council's members,"
          + " who voted late.";

  /** Longer than an excerpt, which begins with the text here. */
  private static final String WEATHER =
      "It rained on the harbour all morning, and the gulls sat in rows on the roof of the old fish"
          + " hall as if something were about to begin there. ";

  @TempDir Path directory;
  private Store store;
  private StoryDesk desk;
  private Reading founder;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(Samples.NOON));
    desk = new StoryDesk(store.articles());
    founder = said("herald", FIRST, 60);
    place(founder);
    place(said("courier", SECOND, 40));
    place(said("trumpet", THIRD, 20));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Reading said(String outlet, String text, int minutesAgo) {
    return draft(outlet, text, minutesAgo).reading();
  }

  private static Samples.Draft draft(String outlet, String text, int minutesAgo) {
    return article("https://" + outlet + ".example/1")
        .carrier(outlet + ".example")
        .title("As the " + outlet + " has it")
        .body(outlet.equals("courier") ? text : WEATHER + text)
        .minutesAgo(minutesAgo);
  }

  private void place(Reading reading) {
    Placement placement = new Placement(null, new StoryId(founder.id()), "the same event");
    Optional<Raw> raw = Optional.empty();
    store
        .articles()
        .accept(List.of(new Accepted(reading, raw, List.of(), false)), Optional.empty());
    store
        .articles()
        .place(
            List.of(
                new Placed(
                    reading, placement, Samples.card(reading, placement), Observation.NONE)));
  }

  private StoryDigest read(Audience audience) {
    return desk.read(new StoryId(founder.id()), audience).orElseThrow();
  }

  @Test
  void readsTheAccountsTogetherOldestFirst() {
    StoryDigest digest = read(Audience.OWNER);
    assertThat(digest.accounts())
        .extracting(Account::carrierName)
        .containsExactly("herald.example", "courier.example", "trumpet.example");
    assertThat(digest.first().id()).isEqualTo(founder.id());
    assertThat(digest.origins()).isEqualTo(3);
    assertThat(digest.agreed()).hasSize(1);
    assertThat(digest.earlier()).isZero();
  }

  @Test
  void readsAgainOnlyWhenTheStoryHasChanged() {
    StoryDigest before = read(Audience.OWNER);
    Reading elsewhere = article("https://elsewhere.example/1").reading();
    store
        .articles()
        .accept(
            List.of(new Accepted(elsewhere, Optional.empty(), List.of(), false)), Optional.empty());
    assertThat(read(Audience.OWNER)).isSameAs(before);
    place(said("star", "Something else was also decided by nobody in particular.", 10));
    assertThat(read(Audience.OWNER).accounts()).hasSize(4);
  }

  @Test
  void forgetsWhatIsWithdrawnAtOnce() {
    assertThat(read(Audience.OWNER).agreed()).isNotEmpty();
    store.articles().withdraw(List.of(founder.id()), "taken down", Samples.NOON);
    StoryDigest after = read(Audience.OWNER);
    assertThat(after.agreed()).isEmpty();
    assertThat(after.accounts()).hasSize(2);
    assertThat(after.first().carrierName()).isEqualTo("courier.example");
    assertThat(after.toString()).doesNotContain(FIRST);
  }

  @Test
  void noticesThatAHeadlineWasChanged() {
    assertThat(read(Audience.OWNER).changes()).isEmpty();
    place(draft("courier", SECOND, 40).title("Otherwise put").reading());
    assertThat(read(Audience.OWNER).changes())
        .extracting(HeadlineChange::before)
        .containsExactly("As the courier has it");
    assertThat(read(Audience.PUBLIC).changes())
        .extracting(HeadlineChange::before)
        .containsExactly("");
  }

  @Test
  void quotesNobodyInPublicBeyondTheExcerpts() {
    assertThat(read(Audience.PUBLIC).agreed())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.said().sentence()).isEqualTo(SECOND);
              assertThat(claim.others()).hasSize(2);
            });
    assertThat(read(Audience.PUBLIC).toString()).doesNotContain(FIRST, THIRD);
  }

  @Test
  void readsWhatStandsInAPrivateAccountForTheOwnerOnly() {
    place(draft("secret", "Only subscribers know about the other ferry.", 5).isPrivate().reading());
    assertThat(read(Audience.OWNER).accounts()).hasSize(4);
    assertThat(read(Audience.PUBLIC).accounts()).hasSize(3);
  }

  @Test
  void knowsNoStoryThatHasNoAccounts() {
    StoryId nothing = new StoryId(article("https://nobody.example/1").reading().id());
    assertThat(desk.read(nothing, Audience.OWNER)).isEmpty();
  }
}
