package org.tagwire.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.tagwire.index.Clipping;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKind;
import org.tagwire.model.TagwireException;

class CardCodecTest {
  private static final Card FULL =
      new Card(
          Clipping.idOf("full"),
          "https://quay.example/ä?b=ć",
          "Überraschung am Kai 🚢",
          new Domain("quay.example"),
          "The Quay",
          "وكالة",
          Moment.ofDay(LocalDate.of(1969, 7, 20), ZoneOffset.ofHoursMinutes(5, 45)),
          Instant.ofEpochSecond(-14_182_940, 999_999_999),
          Category.HUMAN_INTEREST,
          Language.ARABIC,
          new Image("https://quay.example/p.png", "a ship", -7, null, true),
          "x".repeat(Card.OPENING_LENGTH),
          "",
          true,
          List.of(
              new Card.Chip("Quay", "Quay", TagKind.PLACE),
              new Card.Chip("ميناء", "ميناء", TagKind.TOPIC),
              new Card.Chip("PiaLund", "Pia Lund", TagKind.PERSON, true)),
          new Card.Group(new StoryId(Clipping.idOf("story")), Clipping.idOf("first")));

  @Test
  void givesBackAFullCard() {
    assertThat(CardCodec.decode(CardCodec.encode(FULL))).isEqualTo(FULL);
    assertThat(CardCodec.copyGroup(CardCodec.encode(FULL))).isEqualTo(Clipping.idOf("first"));
  }

  @Test
  void givesBackABareCard() {
    ArticleId id = Clipping.idOf("bare");
    Card bare =
        new Card(
            id,
            "",
            "",
            Domain.UNKNOWN,
            "",
            null,
            null,
            Instant.EPOCH,
            Category.GENERAL,
            Language.UNDETERMINED,
            null,
            "",
            "",
            false,
            List.of(),
            new Card.Group(new StoryId(id), id));
    assertThat(CardCodec.decode(CardCodec.encode(bare))).isEqualTo(bare);
    assertThat(CardCodec.copyGroup(CardCodec.encode(bare))).isEqualTo(id);
  }

  @Test
  void refusesWhatIsCutShortOrOfAnotherVersion() {
    BytesRef packed = CardCodec.encode(FULL);
    byte[] bytes = Arrays.copyOfRange(packed.bytes, packed.offset, packed.offset + packed.length);
    for (int length = 0; length < bytes.length; length++) {
      BytesRef cut = new BytesRef(bytes, 0, length);
      assertThatThrownBy(() -> CardCodec.decode(cut)).isInstanceOf(TagwireException.class);
    }
    bytes[0]++;
    assertThatThrownBy(() -> CardCodec.decode(new BytesRef(bytes)))
        .isInstanceOf(TagwireException.class);
  }

  @Test
  void neverFailsOtherwiseOnRandomDamage() {
    long seed = new Random().nextLong();
    System.out.println("neverFailsOtherwiseOnRandomDamage: seed " + seed);
    Random random = new Random(seed);
    byte[] sound = CardCodec.encode(FULL).bytes;
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = sound.clone();
      bytes[random.nextInt(120)] = (byte) random.nextInt();
      try {
        assertThat(CardCodec.decode(new BytesRef(bytes))).isNotNull();
      } catch (TagwireException e) {
        assertThat(e).hasMessageContaining("rebuild");
      }
    }
  }

  /**
   * Enums are written by position: whoever reorders them must raise the codec's version, then this
   * list.
   */
  @Test
  void writesTheEnumsInTheOrderOfItsVersion() {
    assertThat(CardCodec.VERSION).isEqualTo((byte) 1);
    assertThat(Category.values()).hasSize(19).startsWith(Category.ENTERTAINMENT, Category.BUSINESS);
    assertThat(Category.values()[18]).isEqualTo(Category.GENERAL);
    assertThat(TagKind.values())
        .containsExactly(
            TagKind.PERSON,
            TagKind.ORGANISATION,
            TagKind.PLACE,
            TagKind.WORK,
            TagKind.EVENT,
            TagKind.TOPIC);
  }
}
