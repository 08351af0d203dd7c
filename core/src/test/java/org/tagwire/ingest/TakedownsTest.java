package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagwire.model.Samples.NOON;
import static org.tagwire.model.Samples.article;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Image;
import org.tagwire.model.Observation;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.TagwireException;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

final class TakedownsTest {
  private static final String SITE = "https://lantern.example/";

  @TempDir Path directory;
  private Store store;
  private Takedowns takedowns;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOON));
    takedowns = new Takedowns(store, InstantSource.fixed(NOON), new SecureRandom(), () -> {});
  }

  @AfterEach
  void close() {
    store.close();
  }

  private ArticleId publish(String name, String picture) {
    Reading plain = article(SITE + name).title(name).reading();
    ArticleText text = plain.text();
    Reading pictured =
        new Reading(
            plain.id(),
            plain.url(),
            plain.announcement(),
            plain.credit(),
            plain.timing(),
            new ArticleText(
                text.title(),
                text.byline(),
                text.summary(),
                text.paragraphs(),
                text.section(),
                text.publisherTags(),
                Image.of(picture),
                text.source()),
            plain.understanding(),
            plain.limits(),
            plain.versions());
    store
        .articles()
        .accept(
            List.of(new Accepted(pictured, Optional.empty(), List.of(), false)), Optional.empty());
    Placement alone = Samples.alone(pictured);
    Card card = Samples.card(pictured, alone);
    store.articles().place(List.of(new Placed(pictured, alone, card, Observation.NONE)));
    return plain.id();
  }

  private boolean isGone(ArticleId id) {
    return store.articles().find(id, Audience.OWNER) instanceof Lookup.Withdrawn;
  }

  @Test
  void takesAnArticleDownWithItsPictureAndNoOther() {
    ArticleId doomed = publish("doomed", SITE + "picture?id=1");
    ArticleId other = publish("other", SITE + "picture?id=12");

    assertThat(takedowns.article(doomed, "asked for")).isEqualTo("doomed");

    assertThat(isGone(doomed)).isTrue();
    assertThat(isGone(other)).isFalse();
    assertThat(store.tombstones().covers(SITE + "picture?id=1")).isTrue();
    assertThat(store.tombstones().covers(SITE + "picture?id=12")).isFalse();
  }

  @Test
  void leavesASiteAloneWhoseArticleGivesItsFrontPageForAPicture() {
    ArticleId doomed = publish("doomed", SITE);
    ArticleId other = publish("other", SITE + "fair.jpg");

    takedowns.article(doomed, "asked for");

    assertThat(isGone(doomed)).isTrue();
    assertThat(isGone(other)).isFalse();
    assertThat(store.tombstones().covers(SITE + "tomorrow")).isFalse();
  }

  @Test
  void saysThatThereIsNoSuchArticle() {
    assertThatThrownBy(() -> takedowns.article(ArticleId.mint(SITE), "asked for"))
        .isInstanceOf(TagwireException.class)
        .hasMessageContaining("there is no article");
  }
}
