package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.ingest.Announcements.News;
import org.tagwire.model.Announcement;
import org.tagwire.model.Audience;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Publisher;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;
import org.tagwire.model.StageVersions;
import org.tagwire.model.Timing;
import org.tagwire.model.Understanding;
import org.tagwire.model.Visibility;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.NewSource;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

class AnnouncementsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  @TempDir Path directory;
  private Store store;
  private Announcements announcements;
  private Source source;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOW));
    announcements = new Announcements(store.articles());
    source = source("https://herald.example/feed");
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void takesEveryItemOfTheFirstPoll() {
    List<Fresh> fresh =
        fresh(
            item("g1", "https://herald.example/a", "One"),
            item("g2", "https://herald.example/b", "Two"));

    assertThat(fresh).extracting(Fresh::news).containsOnly(News.NEW);
    assertThat(fresh)
        .extracting(Fresh::url)
        .containsExactly("https://herald.example/a", "https://herald.example/b");
  }

  @Test
  void leavesOutWhatItKnows() {
    FeedItem item = item("g1", "https://herald.example/a", "One");
    accept(fresh(item));

    assertThat(fresh(item)).isEmpty();
  }

  @Test
  void takesAnEditedHeadlineForACorrectionOfTheSameArticle() {
    List<Fresh> first = fresh(item("g1", "https://herald.example/a", "One"));
    accept(first);

    List<Fresh> second = fresh(item("g1", "https://herald.example/a", "One, corrected"));

    assertThat(second).extracting(Fresh::news).containsExactly(News.CORRECTION);
    assertThat(second.getFirst().id()).isEqualTo(first.getFirst().id());
  }

  @Test
  void recognisesAnArticleWhoseGuidChangesWithEveryPoll() {
    List<Fresh> first = fresh(item("g1", "https://herald.example/a", "One"));
    accept(first);

    List<Fresh> second = fresh(item("g2", "https://herald.example/a", "One"));

    assertThat(second).extracting(Fresh::news).containsExactly(News.ALSO);
    assertThat(second.getFirst().id()).isEqualTo(first.getFirst().id());
  }

  @Test
  void recognisesAnArticleThatMovesToHttpsAndGainsTrackingParameters() {
    accept(fresh(item("g1", "http://herald.example/a", "One")));

    assertThat(fresh(item("g1", "https://herald.example/a?utm_source=rss", "One"))).isEmpty();
  }

  @Test
  void takesAGuidThatIsUsedAgainForAnotherArticle() {
    List<Fresh> first = fresh(item("daily", "https://herald.example/monday", "Monday"));
    accept(first);

    List<Fresh> second = fresh(item("daily", "https://herald.example/tuesday", "Tuesday"));

    assertThat(second).extracting(Fresh::news).containsExactly(News.NEW);
    assertThat(second.getFirst().id()).isNotEqualTo(first.getFirst().id());
  }

  @Test
  void recognisesAnArticleWhoseAddressIsRewritten() {
    List<Fresh> first = fresh(item("g1", "https://herald.example/a-first-slug", "One"));
    accept(first);

    List<Fresh> second = fresh(item("g1", "https://herald.example/a-better-slug", "One"));

    assertThat(second.getFirst().id()).isEqualTo(first.getFirst().id());
  }

  @Test
  void countsAnItemThatAFeedRepeatsOnce() {
    FeedItem item = item("g1", "https://herald.example/a", "One");

    assertThat(fresh(item, item)).hasSize(1);
  }

  @Test
  void knowsAnItemWithNeitherGuidNorLinkByWhatItSays() {
    FeedItem item = item(null, null, "A note without an address");
    accept(fresh(item));

    assertThat(fresh(item)).isEmpty();
    assertThat(fresh(item(null, null, "Another note"))).hasSize(1);
  }

  private List<Fresh> fresh(FeedItem... items) {
    return announcements.fresh(source, List.of(items), NOW);
  }

  private void accept(List<Fresh> fresh) {
    store.articles().accept(fresh.stream().map(this::accepted).toList(), Optional.empty());
  }

  private Accepted accepted(Fresh fresh) {
    Announcement announcement =
        new Announcement(
            source.id(),
            fresh.marked().key(),
            fresh.marked().contentHash(),
            NOW,
            Visibility.PUBLIC);
    Reading reading =
        new Reading(
            fresh.id(),
            fresh.url(),
            announcement,
            new Credit(Publisher.of(new Domain("herald.example")), null),
            new Timing(null, null, NOW),
            FeedText.of(fresh.item()),
            Understanding.NONE,
            ShowLimits.NONE,
            new StageVersions(1, 0, 0));
    return new Accepted(
        reading,
        Optional.of(new Raw(fresh.item(), null, null)),
        List.of(fresh.marked().urlKey()),
        false);
  }

  private Source source(String url) {
    NewSource added =
        new NewSource(
            url,
            Source.Kind.FEED,
            "Herald",
            new Domain("herald.example"),
            "",
            Visibility.PUBLIC,
            Source.PageFetching.AUTO);
    return store
        .sources()
        .find(store.sources().add(List.of(added), NOW).getFirst(), Audience.OWNER)
        .orElseThrow();
  }

  private static FeedItem item(@Nullable String guid, @Nullable String link, String title) {
    return new FeedItem(
        guid,
        link,
        title,
        "Summary of " + title,
        null,
        null,
        null,
        List.of(),
        List.of(),
        FeedItem.Media.NONE,
        null,
        "en");
  }
}
