package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.store.ReaderStore.Followed;

/** How the owner's reading is kept, whatever the engine. */
public abstract class ReaderStoreContract extends StoreContract {
  private static final TagKey FERRY = TagKey.of("Ferry");
  private static final TagKey HARBOUR = TagKey.of("Harbour");
  private static final Mute FOOTBALL = new Mute(Mute.Kind.WORD, "football");

  private ReaderStore reader() {
    return store.reader();
  }

  @Test
  void followsTagsInFolders() {
    assertThat(reader().follow(HARBOUR, "", NOON)).isTrue();
    assertThat(reader().follow(FERRY, "Work", NOON)).isTrue();

    assertThat(reader().followed())
        .containsExactly(
            new Followed(HARBOUR, "", NOON, NOON), new Followed(FERRY, "Work", NOON, NOON));
  }

  @Test
  void movesAFollowedTagAndKeepsItsMark() {
    reader().follow(FERRY, "", NOON);
    reader().see(FERRY, NOON.plusSeconds(60));
    reader().follow(FERRY, "Work", NOON.plusSeconds(90));

    assertThat(reader().findFollowed(FERRY))
        .contains(new Followed(FERRY, "Work", NOON, NOON.plusSeconds(60)));
  }

  @Test
  void aMarkNeverGoesBack() {
    reader().follow(FERRY, "", NOON);
    reader().see(FERRY, NOON.minusSeconds(60));

    assertThat(reader().findFollowed(FERRY).orElseThrow().seen()).isEqualTo(NOON);
  }

  @Test
  void whatIsNotFollowedHasNoMark() {
    reader().see(FERRY, NOON);

    assertThat(reader().findFollowed(FERRY)).isEmpty();
    assertThat(reader().unfollow(FERRY)).isFalse();
  }

  @Test
  void endsFollowing() {
    reader().follow(FERRY, "", NOON);

    assertThat(reader().unfollow(FERRY)).isTrue();
    assertThat(reader().followed()).isEmpty();
  }

  @Test
  void aFolderTakesNoMoreThanOneListCanShow() {
    for (int i = 0; i < ReaderStore.MOST_IN_FOLDER; i++) {
      assertThat(reader().follow(TagKey.of("Tag" + i), "Full", NOON)).isTrue();
    }

    assertThat(reader().follow(FERRY, "Full", NOON)).isFalse();
    assertThat(reader().follow(TagKey.of("Tag0"), "Full", NOON)).isTrue();
    assertThat(reader().follow(FERRY, "Another", NOON)).isTrue();
  }

  @Test
  void keepsMutes() {
    Mute publisher = new Mute(Mute.Kind.PUBLISHER, "a.example");
    assertThat(reader().mute(FOOTBALL, NOON)).isTrue();
    assertThat(reader().mute(FOOTBALL, NOON)).isTrue();
    assertThat(reader().mute(publisher, NOON)).isTrue();

    assertThat(reader().mutes()).containsExactly(publisher, FOOTBALL);
    assertThat(reader().unmute(FOOTBALL)).isTrue();
    assertThat(reader().unmute(FOOTBALL)).isFalse();
    assertThat(reader().mutes()).containsExactly(publisher);
  }

  @Test
  void mutesNoMoreWordsThanAListCanLookFor() {
    for (int i = 0; i < ReaderStore.MOST_WORDS; i++) {
      assertThat(reader().mute(new Mute(Mute.Kind.WORD, "word" + i), NOON)).isTrue();
    }

    assertThat(reader().mute(FOOTBALL, NOON)).isFalse();
    assertThat(reader().mute(new Mute(Mute.Kind.TAG, "ferry"), NOON)).isTrue();
  }
}
