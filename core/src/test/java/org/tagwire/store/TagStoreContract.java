package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;
import static org.tagwire.model.Samples.mentions;
import static org.tagwire.model.Samples.tagging;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Grade;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;

/** How hashtags come into being and change, whatever the engine. */
public abstract class TagStoreContract extends StoreContract {
  @Test
  void fixesTheFormAtFirstPublicationWhileTheNameFollowsUsage() {
    publish(
        article("https://a.example/1").minutesAgo(9).tags(about("Ada quill")),
        article("https://a.example/2").minutesAgo(8).tags(about("Ada Quill")),
        article("https://a.example/3").minutesAgo(7).tags(about("Ada Quill")));
    Hashtag tag = store.tags().find(TagKey.of("Ada Quill")).orElseThrow();
    assertThat(tag.form()).isEqualTo("AdaQuill");
    assertThat(tag.name()).isEqualTo("Ada Quill");
    assertThat(tag.since()).isEqualTo(NOON.minusSeconds(9 * 60));
  }

  @Test
  void takesTheKindMostArticlesHave() {
    publish(
        article("https://a.example/1").tags(tagging("Mercury", TagKind.PLACE, Grade.ABOUT)),
        article("https://a.example/2").tags(tagging("Mercury", TagKind.WORK, Grade.ABOUT)),
        article("https://a.example/3").tags(tagging("Mercury", TagKind.WORK, Grade.MENTIONS)));
    assertThat(store.tags().find(TagKey.of("Mercury")).orElseThrow().kind())
        .isEqualTo(TagKind.WORK);
  }

  @Test
  void findsATagByItsKeyThenWithoutJoiners() {
    publish(article("https://a.example/1").tags(about("Ada Quill")));
    assertThat(store.tags().find(new TagKey("ada_quill"))).isPresent();
    assertThat(store.tags().find(TagKey.of("Ada"))).isEmpty();
    assertThat(store.tags().findAll(List.of(TagKey.of("Ada Quill"), TagKey.of("Nobody"))))
        .containsOnlyKeys(TagKey.of("Ada Quill"));
  }

  @Test
  void tellsTheFirstTagOfEachLetterThatExists() {
    publish(
        article("https://a.example/1").tags(about("Ada Quill"), about("Adele Quill")),
        article("https://a.example/2").tags(mentions("مرفأ"), about("Zebra Crossing")),
        article("https://a.example/3").isPrivate().tags(about("Quarry")));
    assertThat(store.tags().initials(Audience.PUBLIC))
        .extracting(Hashtag::name)
        .containsExactly("Ada Quill", "Zebra Crossing", "مرفأ");
    assertThat(store.tags().initials(Audience.OWNER)).extracting(Hashtag::name).contains("Quarry");
  }

  @Test
  void suggestsTheNearestTagsFirst() {
    publish(
        article("https://a.example/1").tags(about("Ada Quill"), mentions("Ada Quilting")),
        article("https://a.example/2").tags(about("Zebra Crossing"), about("Ada")));
    assertThat(store.tags().nearest(new TagKey("adaqiull"), Audience.PUBLIC, 5))
        .extracting(Hashtag::form)
        .startsWith("AdaQuill")
        .doesNotContain("ZebraCrossing");
    assertThat(store.tags().nearest(new TagKey("adaqui"), Audience.PUBLIC, 5))
        .extracting(Hashtag::form)
        .containsExactlyInAnyOrder("AdaQuill", "AdaQuilting");
    assertThat(store.tags().nearest(new TagKey("xadaquill"), Audience.PUBLIC, 5))
        .extracting(Hashtag::form)
        .containsExactly("AdaQuill");
  }

  @Test
  void suggestsAndListsNothingThatOnlyPrivateArticlesCarry() {
    publish(article("https://a.example/1").isPrivate().tags(about("Ada Quill")));
    TagKey near = new TagKey("adaquil");
    assertThat(store.tags().nearest(near, Audience.PUBLIC, 5)).isEmpty();
    assertThat(store.tags().nearest(near, Audience.OWNER, 5)).hasSize(1);
    assertThat(store.tags().list(Optional.empty(), Audience.PUBLIC, 5)).isEmpty();
    assertThat(store.tags().list(Optional.empty(), Audience.OWNER, 5)).hasSize(1);
  }

  @Test
  void forgetsToSuggestATagWhoseArticlesAreGone() {
    publish(article("https://a.example/1").tags(about("Ada Quill")));
    store.articles().withdraw(List.of(ArticleId.mint("https://a.example/1")), "gone", NOON);
    assertThat(store.tags().nearest(new TagKey("adaquil"), Audience.OWNER, 5)).isEmpty();
    assertThat(store.tags().list(Optional.empty(), Audience.OWNER, 5)).isEmpty();
  }

  @Test
  void listsTagsByKeyFromAGivenOne() {
    publish(article("https://a.example/1").tags(about("Beta"), about("Alpha"), about("Gamma")));
    assertThat(store.tags().list(Optional.of(TagKey.of("beta")), Audience.PUBLIC, 5))
        .extracting(Hashtag::form)
        .containsExactly("Beta", "Gamma");
    assertThat(store.tags().count()).isEqualTo(3);
  }
}
