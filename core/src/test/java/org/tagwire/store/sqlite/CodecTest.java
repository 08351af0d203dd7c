package org.tagwire.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Announcement;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.CopyPrint;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Grade;
import org.tagwire.model.Image;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Language;
import org.tagwire.model.Mark;
import org.tagwire.model.Mention;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Person;
import org.tagwire.model.Publisher;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.SourceId;
import org.tagwire.model.StageVersions;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Timing;
import org.tagwire.model.Understanding;
import org.tagwire.model.Vector;
import org.tagwire.model.Visibility;

/**
 * Whatever is encoded comes back equal; whatever is damaged is refused. The seed of a failure is in
 * its message.
 */
final class CodecTest {
  private static final String LETTERS = "ab cé ßж世界🙂\n\"<>&ـ0";
  private static final int ROUNDS = 300;

  private final long seed = Long.getLong("seed", 20_251_120L);
  private final Random random = new Random(seed);

  @Test
  void readsBackEveryReading() {
    for (int round = 0; round < ROUNDS; round++) {
      Reading reading = reading();
      Announcement announced = reading.announcement();
      ReadingCodec.Row row =
          new ReadingCodec.Row(
              reading.id(),
              reading.url(),
              reading.timing().order(),
              announced.firstSeen(),
              announced.visibility());
      assertThat(ReadingCodec.decode(ReadingCodec.encode(reading), row))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(reading);
    }
  }

  /** Written before paragraphs had marks. */
  @Test
  void readsTheFirstLayout() {
    byte[] payload =
        Base64.getDecoder()
            .decode(
                "AQEEDPkDeAOXFTYKAAAAB3sH4BQB9gHTAfwSAf/////lmEFQAAAAADy23NQPbGFudGVybi5leGFtcGxl"
                    + "EADyJgAAA3VuZAABgIv4kQ0AAAEAEkhhcmJvdXIgZmFpciBvcGVucw5CeSBNaXJhIE9rb25qbxRBHA"
                    + "D8BmJ5IHRoZSB3YXRlci4BADVUaGUgaD0A+yhlZCBvbiBUdWVzZGF5IHVuZGVyIGEgY2xlYXIgc2t5"
                    + "LgVMb2NhbAEFRmFpcnMBIGh0dHBzOi8vtgDwEC9mYWlyLmpwZwAAAAACZW4SAP////8HAQEBAQABAA"
                    + "E=");
    Reading expected = Samples.article("https://a.example/1").reading();
    ReadingCodec.Row row =
        new ReadingCodec.Row(
            expected.id(),
            expected.url(),
            expected.timing().order(),
            expected.announcement().firstSeen(),
            expected.announcement().visibility());

    assertThat(ReadingCodec.decode(payload, row).text()).isEqualTo(expected.text());
  }

  @Test
  void leavesOutCopyPrintsOfBefore() {
    Reading reading = Samples.article("https://a.example/2").reading();
    ReadingCodec.Row row =
        new ReadingCodec.Row(
            reading.id(),
            reading.url(),
            reading.timing().order(),
            reading.announcement().firstSeen(),
            reading.announcement().visibility());
    byte[] hashes = {0, 0, 0, 1, 0, 0, 0, 2};
    byte[] now = ReadingCodec.encode(withoutPrint(reading));
    byte[] before = new byte[now.length + hashes.length];
    before[0] = 3;
    before[2] = 2;
    System.arraycopy(hashes, 0, before, 3, hashes.length);
    System.arraycopy(now, 3, before, 3 + hashes.length, now.length - 3);

    assertThat(ReadingCodec.decode(before, row)).isEqualTo(withoutPrint(reading));
  }

  private static Reading withoutPrint(Reading reading) {
    Understanding known = reading.understanding();
    return new Reading(
        reading.id(),
        reading.url(),
        reading.announcement(),
        reading.credit(),
        reading.timing(),
        reading.text(),
        new Understanding(known.language(), known.category(), known.tags(), null, CopyPrint.NONE),
        reading.limits(),
        reading.versions());
  }

  @Test
  void readsBackEveryCard() {
    for (int round = 0; round < ROUNDS; round++) {
      Card card = card();
      assertThat(CardCodec.decode(CardCodec.encode(card), card.id(), card.group()))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(card);
      assertThat(CardCodec.headline(CardCodec.encode(card))).isEqualTo(card.headline());
    }
  }

  @Test
  void readsBackEveryItemAndPage() {
    for (int round = 0; round < ROUNDS; round++) {
      FeedItem item = item();
      assertThat(RawCodec.decode(RawCodec.encode(item)))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(item);
      byte[] page = text(4_000).getBytes(StandardCharsets.UTF_8);
      assertThat(RawCodec.decodePage(RawCodec.encodePage(page))).isEqualTo(page);
    }
  }

  @Test
  void refusesDamagedValuesWithoutHanging() {
    byte[] sound =
        RawCodec.encode(Samples.raw(Samples.article("https://a.example/1").reading()).item());
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] damaged = sound.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
      byte[] cut = Arrays.copyOf(damaged, random.nextInt(damaged.length));
      assertThatThrownBy(() -> RawCodec.decode(cut))
          .as("seed %d, round %d", seed, round)
          .isInstanceOfAny(TagwireException.class, IllegalArgumentException.class);
      refused++;
    }
    assertThat(refused).isEqualTo(ROUNDS);
  }

  @Test
  void refusesALayoutFromTheFuture() {
    byte[] payload = RawCodec.encode(item());
    payload[0] = 9;
    assertThatThrownBy(() -> RawCodec.decode(payload)).hasMessageContaining("layout is number 9");
  }

  /**
   * Stored as ordinals: a red line here means that a constant was moved, which would change what
   * old rows say.
   */
  @Test
  void keepsTheOrdinalsThatAreStored() {
    assertThat(names(Category.values()))
        .startsWith(
            "ENTERTAINMENT BUSINESS POLITICS SPORT HEALTH SCIENCE TECHNOLOGY CRIME CONFLICT"
                + " DISASTER EDUCATION ENVIRONMENT HUMAN_INTEREST WORK LIFESTYLE RELIGION SOCIETY"
                + " WEATHER GENERAL");
    assertThat(names(TagKind.values())).startsWith("PERSON ORGANISATION PLACE WORK EVENT TOPIC");
    assertThat(names(Grade.values())).startsWith("ABOUT MENTIONS");
    assertThat(names(Visibility.values())).startsWith("PUBLIC PRIVATE");
    assertThat(names(Paragraph.Kind.values()))
        .startsWith("TEXT HEADING QUOTE LIST_ITEM TABLE_ROW PREFORMATTED LINK");
    assertThat(names(Mark.Kind.values()))
        .startsWith(
            "LINK EMPHASIS STRONG BOLD ITALIC CODE QUOTATION SUBSCRIPT SUPERSCRIPT HIGHLIGHT"
                + " ABBREVIATION ISOLATE LANGUAGE");
    assertThat(names(ArticleText.BodySource.values())).startsWith("FEED PAGE SUMMARY GIVEN");
    assertThat(names(Moment.Precision.values())).startsWith("DAY MINUTE");
  }

  private static String names(Enum<?>[] values) {
    return String.join(" ", Arrays.stream(values).map(Enum::name).toList());
  }

  private Reading reading() {
    Announcement announcement =
        new Announcement(
            new SourceId(1 + random.nextInt(1_000_000)),
            new ItemKey(random.nextLong()),
            random.nextLong(),
            instant(),
            any(Visibility.values()));
    Understanding understanding =
        new Understanding(
            any(Language.ENGLISH, Language.ARABIC, new Language("cy")),
            any(Category.values()),
            some(this::tagging),
            maybe(() -> Vector.of(text(40).getBytes(StandardCharsets.UTF_8))),
            CopyPrint.of(random.ints(random.nextInt(40)).toArray()));
    return new Reading(
        id(),
        text(80),
        announcement,
        new Credit(publisher(), maybe(this::origin)),
        new Timing(maybe(this::moment), maybe(this::moment), instant()),
        articleText(),
        understanding,
        new ShowLimits(
            random.nextInt(Integer.MAX_VALUE),
            flag(),
            flag(),
            flag(),
            flag(),
            flag(),
            flag(),
            maybe(this::instant)),
        new StageVersions(random.nextInt(9), random.nextInt(9), random.nextInt(9)));
  }

  private ArticleText articleText() {
    return new ArticleText(
        text(90),
        text(20),
        text(300),
        some(this::paragraph),
        text(9),
        some(() -> text(12)),
        maybe(this::image),
        any(ArticleText.BodySource.values()));
  }

  private Paragraph paragraph() {
    String text = "pp" + text(900);
    int to = 2 + random.nextInt(text.length() - 1);
    Mark outer = new Mark(Mark.Kind.LINK, 0, to, "https://ferry.example/" + random.nextInt(99));
    Mark inner = new Mark(any(Mark.Kind.STRONG, Mark.Kind.CODE), to - 1, to, "");
    return new Paragraph(
        any(Paragraph.Kind.values()),
        text,
        any(List.<Mark>of(), List.of(outer), List.of(outer, inner)));
  }

  private Tagging tagging() {
    return new Tagging(
        any(TagKey.of("Ada Quill"), TagKey.of("جائزة نوبل"), TagKey.of("C++")),
        text(20),
        any(TagKind.values()),
        any(Grade.values()),
        random.nextDouble(),
        some(() -> new Mention(text(200), text(9), random.nextDouble())));
  }

  private Card card() {
    return new Card(
        id(),
        text(80),
        text(90),
        new Domain("lantern.example"),
        text(9),
        maybe(() -> text(9)),
        maybe(this::moment),
        instant(),
        any(Category.values()),
        Language.ENGLISH,
        maybe(this::image),
        text(600),
        text(200),
        flag(),
        some(() -> new Card.Chip(text(9), text(9), any(TagKind.values()))),
        new Card.Group(new StoryId(id()), id()));
  }

  private FeedItem item() {
    return new FeedItem(
        maybe(() -> text(40)),
        maybe(() -> text(40)),
        maybe(() -> text(40)),
        maybe(() -> text(400)),
        maybe(() -> text(4_000)),
        maybe(this::moment),
        maybe(this::moment),
        some(() -> new Person(text(9), maybe(() -> text(9)), maybe(() -> text(9)))),
        some(() -> text(9)),
        new FeedItem.Media(
            maybe(() -> text(40)),
            maybe(() -> text(40)),
            some(() -> new Enclosure(text(40), maybe(() -> text(9)), maybe(random::nextLong)))),
        maybe(this::origin),
        maybe(() -> "en-GB"));
  }

  private Publisher publisher() {
    return new Publisher(
        new Domain("lantern.example"),
        text(20),
        maybe(() -> text(30)),
        maybe(() -> "GB"),
        Language.UNDETERMINED);
  }

  private Origin origin() {
    return new Origin(
        "o" + text(9), maybe(() -> new Domain("ferry.example")), maybe(() -> text(30)));
  }

  private Image image() {
    return new Image(
        text(40), text(20), maybe(random::nextInt), maybe(random::nextInt), random.nextBoolean());
  }

  private Moment moment() {
    return new Moment(
        instant(),
        ZoneOffset.ofTotalSeconds(random.nextInt(36_000) - 18_000),
        any(Moment.Precision.values()));
  }

  private Instant instant() {
    return Samples.NOON
        .plus(Duration.ofSeconds(random.nextInt()))
        .plusNanos(random.nextInt(1_000_000_000));
  }

  private ArticleId id() {
    return ArticleId.mint(Long.toString(random.nextLong()));
  }

  private boolean flag() {
    return random.nextBoolean();
  }

  private String text(int most) {
    int[] points = LETTERS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(most);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return flag() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> values = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      values.add(value.get());
    }
    return values;
  }

  @SafeVarargs
  private <T> T any(T... values) {
    return values[random.nextInt(values.length)];
  }
}
