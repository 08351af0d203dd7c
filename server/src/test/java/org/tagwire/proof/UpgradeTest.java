package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.WatchedName;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.RuleStore;

/** A data directory of an earlier version opens under this one, with everything there. */
final class UpgradeTest {
  private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");

  @TempDir private Path directory;

  /** Writes the database as schema 12 had it; the file is a dump, and no index lies beside it. */
  @BeforeEach
  void layOutWhatSchemaTwelveLeft() throws IOException, SQLException {
    try (InputStream dump = UpgradeTest.class.getResourceAsStream("schema-12.sql");
        Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("tagwire.db"));
        Statement statement = database.createStatement()) {
      String sql = new String(Objects.requireNonNull(dump).readAllBytes(), StandardCharsets.UTF_8);
      statement.executeUpdate(sql);
    }
  }

  private Works opened() {
    return Works.open(
        new Works.Surroundings(
            directory,
            SettingsReader.read(directory, Map.of(), Map.of()),
            () -> NOW,
            Failpoints.NONE));
  }

  @Test
  void findsArticlesSourcesTagsRulesAndWatchedNamesAgain() {
    try (Works works = opened()) {
      works.settle((done, total) -> {});
      var store = works.store();

      assertThat(store.upkeep().check()).isEmpty();
      assertThat(store.articles().count()).isEqualTo(4);
      assertThat(store.sources().findByUrl("https://quay.example/feed.xml", Audience.OWNER))
          .hasValueSatisfying(s -> assertThat(s.folder()).isEqualTo("Harbours"));
      assertThat(store.watch().list()).extracting(WatchedName::name).containsExactly("Odalys Wren");
      assertThat(store.rules().list()).filteredOn(RuleStore.Given::holds).hasSize(1);
      assertThat(store.tags().find(TagKey.of("PortEllery"))).map(Hashtag::form).isPresent();
      new Oracle(store, works.index().orElseThrow()).agree();
    }
  }

  @Test
  void readsEveryArticleAsItWas() {
    try (Works works = opened()) {
      works.settle((done, total) -> {});
      var articles = works.store().articles();

      List<ArticleId> ids = articles.walk(Optional.empty(), 10);

      assertThat(ids).hasSize(4);
      assertThat(articles.findAll(ids, Audience.OWNER))
          .allSatisfy(a -> assertThat(a.text().paragraphs()).isNotEmpty())
          .extracting(a -> a.text().title())
          .contains("Harbour bridge opens after nine years", "Ferries run until spring");
      ArticleId bridge =
          articles.findByUrls(List.of("https://quay.example/bridge")).values().iterator().next();
      assertThat(articles.find(bridge, Audience.OWNER)).isInstanceOf(Lookup.Found.class);
    }
  }

  @Test
  void opensASecondTimeAsIfNothingHadBeen() {
    opened().close();
    try (Works works = opened()) {
      works.settle((done, total) -> {});

      assertThat(works.store().articles().count()).isEqualTo(4);
      assertThat(Files.exists(directory.resolve("index"))).isTrue();
    }
  }
}
