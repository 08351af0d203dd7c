package org.tagwire.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Invented articles for tests: small builders with sensible defaults, all times in whole
 * milliseconds.
 */
public final class Samples {
  /** The noon at which the sample world stands still. */
  public static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");

  private Samples() {}

  /** Returns an English article of a public source, about nothing yet. */
  public static Draft article(String url) {
    return new Draft(url);
  }

  /** Returns the shard that articles are in unless they say otherwise. */
  public static Shard shard() {
    return new Shard(Language.ENGLISH);
  }

  public static Tagging about(String name) {
    return tagging(name, TagKind.PERSON, Grade.ABOUT);
  }

  public static Tagging mentions(String name) {
    return tagging(name, TagKind.PERSON, Grade.MENTIONS);
  }

  public static Tagging tagging(String name, TagKind kind, Grade grade) {
    Mention mention = new Mention(name + " opened the harbour fair on Tuesday.", name, 0.75);
    return new Tagging(TagKey.of(name), name, kind, grade, 0.5, List.of(mention));
  }

  /** Returns what an answer was like of which the parser said {@code repair}. */
  public static SourceHealth health(String repair) {
    return new SourceHealth(
        new SourceHealth.Answer(
            NOON,
            repair.length() * 1_000,
            repair.hashCode(),
            "RSS",
            Duration.ofMinutes(30),
            null,
            "https://lantern.example/elsewhere",
            NOON.minusSeconds(60),
            true,
            "https://hub.example/"),
        new SourceHealth.Items(30, 1, 2, 3, 4, 5, 6, NOON.minusSeconds(5)),
        SourceHealth.Habits.NONE
            .with(new SourceHealth.Event(true, true, true, false, false, true))
            .with(new SourceHealth.Event(true, false, false, true, true, false)),
        Map.of(SourceHealth.PageState.READ, 7, SourceHealth.PageState.ROBOTS, 1),
        List.of(repair),
        List.of(new SourceHealth.Mark(1, -2, repair.hashCode())),
        true);
  }

  /** Returns a card as {@code ingest} would make it, near enough for a store. */
  public static Card card(Reading reading, Placement placement) {
    String plain = reading.text().plain();
    boolean whole = plain.length() <= Card.OPENING_LENGTH;
    return new Card(
        reading.id(),
        reading.url(),
        reading.text().title(),
        reading.credit().carrier().domain(),
        reading.credit().carrier().name(),
        reading.credit().findOrigin().map(Origin::name).orElse(null),
        reading.timing().published(),
        reading.timing().order(),
        reading.understanding().category(),
        reading.understanding().language(),
        reading.text().image(),
        whole ? plain : plain.substring(0, Card.OPENING_LENGTH),
        plain.substring(0, Math.min(120, plain.length())),
        whole,
        chips(reading.understanding()),
        new Card.Group(placement.story(), placement.copyGroup(reading.id())));
  }

  private static List<Card.Chip> chips(Understanding understanding) {
    return understanding.about().stream()
        .limit(Card.MAX_CHIPS)
        .map(t -> new Card.Chip(HashtagGrammar.form(t.name()).orElseThrow(), t.name(), t.kind()))
        .toList();
  }

  /** Returns the placement of an article that is alone. */
  public static Placement alone(Reading reading) {
    return new Placement(null, new StoryId(reading.id()), "nothing like it");
  }

  /** Returns a feed item that announces a reading. */
  public static Raw raw(Reading reading) {
    FeedItem item =
        new FeedItem(
            "guid " + reading.url(),
            reading.url(),
            reading.text().title(),
            reading.text().summary(),
            "<p>" + reading.text().plain() + "</p>",
            reading.timing().published(),
            null,
            List.of(new Person("Mira Okonjo (mira@lantern.example)", "Mira Okonjo", null)),
            List.of("harbour", "fair"),
            new FeedItem.Media(
                null, null, List.of(new Enclosure("https://lantern.example/a.mp3", null, 12L))),
            null,
            "en-GB");
    return new Raw(item, null, null);
  }

  /** An article in the making. */
  public static final class Draft {
    private final String url;
    private long source = 1;
    private Visibility visibility = Visibility.PUBLIC;
    private Instant order = NOON;
    private String title = "Harbour fair opens";
    private String body = "The harbour fair opened on Tuesday under a clear sky.";
    private Domain carrier = new Domain("lantern.example");
    private Language language = Language.ENGLISH;
    private Category category = Category.GENERAL;
    private ShowLimits limits = ShowLimits.NONE;
    private List<Tagging> tags = List.of();
    private Optional<ArticleId> id = Optional.empty();

    private Draft(String url) {
      this.url = url;
    }

    public Draft id(ArticleId given) {
      id = Optional.of(given);
      return this;
    }

    public Draft source(SourceId announcedBy) {
      source = announcedBy.value();
      return this;
    }

    public Draft isPrivate() {
      visibility = Visibility.PRIVATE;
      return this;
    }

    public Draft limits(ShowLimits given) {
      limits = given;
      return this;
    }

    public Draft endsAt(Instant end) {
      limits = limits.until(end);
      return this;
    }

    public Draft unlisted() {
      limits = limits.and(new ShowLimits(ShowLimits.UNLIMITED, false, true, true, true, false));
      return this;
    }

    /** Sets the sort time, in minutes before {@link Samples#NOON}. */
    public Draft minutesAgo(long minutes) {
      order = NOON.minus(Duration.ofMinutes(minutes));
      return this;
    }

    public Draft order(Instant time) {
      order = time;
      return this;
    }

    public Draft title(String text) {
      title = text;
      return this;
    }

    public Draft body(String text) {
      body = text;
      return this;
    }

    public Draft carrier(String domain) {
      carrier = new Domain(domain);
      return this;
    }

    public Draft in(Language spoken) {
      language = spoken;
      return this;
    }

    public Draft category(Category field) {
      category = field;
      return this;
    }

    public Draft tags(Tagging... given) {
      tags = List.of(given);
      return this;
    }

    public Reading reading() {
      long content = (title + '\n' + body).hashCode();
      return new Reading(
          id.orElseGet(() -> ArticleId.mint(url)),
          url,
          new Announcement(
              new SourceId(source), new ItemKey(url.hashCode()), content, order, visibility),
          new Credit(Publisher.of(carrier), null),
          new Timing(Moment.of(order), null, order),
          text(),
          new Understanding(
              language,
              category,
              tags,
              Vector.of(new byte[] {12, -7, 3, 120}),
              CopyPrint.of(new int[] {title.hashCode(), body.hashCode(), 7})),
          limits,
          new StageVersions(1, 0, 1));
    }

    private ArticleText text() {
      List<Paragraph> paragraphs = new ArrayList<>();
      for (String block : body.split("\n")) {
        paragraphs.add(Paragraph.of(block));
      }
      return new ArticleText(
          title,
          "By Mira Okonjo",
          "A fair by the water.",
          paragraphs,
          "Local",
          List.of("Fairs"),
          Image.of("https://lantern.example/fair.jpg"),
          ArticleText.BodySource.FEED);
    }
  }
}
