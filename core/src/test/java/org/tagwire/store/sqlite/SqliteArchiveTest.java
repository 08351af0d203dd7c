package org.tagwire.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Cursor;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Failpoints.Point;
import org.tagwire.model.Filter;
import org.tagwire.store.ArchiveStore.Stretch;
import org.tagwire.store.ArchiveStoreContract;
import org.tagwire.store.Store;

final class SqliteArchiveTest extends ArchiveStoreContract {
  private static final Stretch ALL =
      new Stretch(
          Optional.empty(),
          Optional.empty(),
          new Cursor(Instant.MAX, new ArticleId("f".repeat(32))));

  @TempDir Path directory;
  private Instant now = NOON;

  @Override
  protected Store open() {
    return open("one", Failpoints.NONE);
  }

  @Override
  protected Store openAnother() {
    return open("other", Failpoints.NONE);
  }

  @Override
  protected void setClock(Instant instant) {
    now = instant;
  }

  private Store open(String name, Failpoints failpoints) {
    InstantSource clock = () -> now;
    return SqliteStore.open(directory.resolve(name), failpoints, clock);
  }

  @Test
  void dropsABatchWholeOrNotAtAllWhenTheProcessEnds() {
    publish(
        article("https://a.example/1").tags(about("Ada Quill")),
        article("https://a.example/2").tags(about("Ada Quill")));
    store.close();
    Failpoints fatal =
        point -> {
          if (point == Point.BEFORE_DB_COMMIT) {
            throw new IllegalStateException("the process ends here");
          }
        };
    Store doomed = open("one", fatal);
    assertThatThrownBy(() -> doomed.archive().drop(ALL, 9)).hasMessageContaining("ends here");
    doomed.close();
    store = open();
    assertThat(store.upkeep().check()).isEmpty();
    assertThat(urls(Filter.ALL, Audience.OWNER)).hasSize(2);
    assertThat(store.archive().drop(ALL, 9).dropped()).isEqualTo(2);
    assertThat(store.archive().drop(ALL, 9).dropped()).isZero();
  }

  @Test
  void freesRoomThatNewArticlesTake() {
    String body = "The ferry was late again and nobody at the pier could say why. ".repeat(400);
    for (int i = 0; i < 40; i++) {
      publish(article("https://a.example/" + i).body(i + body.replace(' ', (char) ('a' + i % 26))));
    }
    long full = store.archive().bytes(Optional.empty());
    long texts = store.archive().bytes(Optional.of(lantern));
    assertThat(store.archive().drop(ALL, 40).bytes()).isEqualTo(texts);
    assertThat(store.archive().bytes(Optional.empty())).isLessThan(full - texts / 2);
    for (int i = 40; i < 70; i++) {
      publish(article("https://a.example/" + i).body(i + body.replace(' ', (char) ('a' + i % 26))));
    }
    assertThat(store.archive().bytes(Optional.empty())).isLessThanOrEqualTo(full);
  }
}
