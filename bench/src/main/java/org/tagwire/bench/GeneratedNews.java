package org.tagwire.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.tagwire.copies.CopyFinder;
import org.tagwire.model.Announcement;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Grade;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Moment;
import org.tagwire.model.Observation;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Placement;
import org.tagwire.model.Publisher;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.StageVersions;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.Timing;
import org.tagwire.model.Understanding;
import org.tagwire.model.Vector;
import org.tagwire.model.Visibility;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.NewSource;
import org.tagwire.store.Placed;

/**
 * Articles made of invented words and names, the same for the same seed: 2.5 KB of text, four tags
 * it is about and eight it mentions out of {@value #NAMES} names, a year of dates. Used by one
 * thread, articles in order of time.
 */
final class GeneratedNews {
  static final int PUBLISHERS = 200;
  private static final int NAMES = 30_000;
  private static final int WORDS = 20_000;
  private static final int LENGTH = 2_500;
  private static final int ABOUT = 4;
  private static final int MENTIONED = 8;
  private static final int DIMENSIONS = 384;
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration KEPT_RAW = Duration.ofDays(14);
  private static final String[] SYLLABLES =
      "ba be bo da de do fa fe ga go ha ka ke la le li lo ma me mi na ne no pa po ra re ri ro sa se so ta te ti to va ve vi wa lan ton ber mar dor vel rin stad"
          .split(" ");
  private static final TagKind[] KINDS = TagKind.values();
  private static final Category[] CATEGORIES = Category.values();

  private final SplittableRandom random = new SplittableRandom(20_251_120);
  private final List<String> words = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Zipf word = new Zipf(WORDS, 0.95);
  private final Zipf name = new Zipf(NAMES, 0.9);
  private final Instant now;
  private final int articles;
  private final List<SourceId> sources;
  private StoryId story = new StoryId(ArticleId.mint("https://paper0.example/none"));

  GeneratedNews(Instant now, int articles, List<SourceId> sources) {
    this.now = now;
    this.articles = articles;
    this.sources = List.copyOf(sources);
    for (int i = 0; i < WORDS; i++) {
      words.add(made(1 + random.nextInt(4)));
    }
    for (int i = 0; i < NAMES; i++) {
      names.add(capital(made(2)) + " " + capital(made(2 + random.nextInt(2))));
    }
  }

  /** Returns the sources whose ids are to be given to the constructor. */
  static List<NewSource> sources() {
    List<NewSource> sources = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      String url = "https://paper" + i + ".example/feed";
      sources.add(
          new NewSource(
              url,
              Source.Kind.FEED,
              "Paper " + i,
              domain(i),
              "",
              Visibility.PUBLIC,
              Source.PageFetching.AUTO));
    }
    return sources;
  }

  /**
   * An article on its two ways into the store.
   *
   * @param accepted what is made durable
   * @param placed the same with its place
   */
  record Made(Accepted accepted, Placed placed) {}

  /** Makes the {@code number}-th article, from 0, oldest first. */
  Made article(int number) {
    Instant order =
        Instant.ofEpochMilli(
            now.minus(YEAR.multipliedBy(articles - number).dividedBy(articles)).toEpochMilli());
    int publisher = random.nextInt(PUBLISHERS);
    String url = "https://paper" + publisher + ".example/news/" + number;
    Map<TagKey, Tagging> tags = tags();
    ArticleText text = text(tags.values().iterator().next().name());
    byte[] vector = new byte[DIMENSIONS];
    random.nextBytes(vector);
    Understanding understanding =
        new Understanding(
            Language.ENGLISH,
            CATEGORIES[random.nextInt(CATEGORIES.length)],
            List.copyOf(tags.values()),
            Vector.of(vector),
            CopyFinder.print(text.plain()));
    SourceId source = sources.get(publisher);
    Reading reading =
        new Reading(
            ArticleId.mint(url),
            url,
            new Announcement(
                source,
                new ItemKey(random.nextLong()),
                random.nextLong(),
                order,
                Visibility.PUBLIC),
            new Credit(
                new Publisher(
                    domain(publisher), "Paper " + publisher, null, null, Language.ENGLISH),
                null),
            new Timing(Moment.of(order), null, order),
            text,
            understanding,
            ShowLimits.NONE,
            new StageVersions(1, 1, 1));
    boolean fresh = order.isAfter(now.minus(KEPT_RAW));
    Accepted accepted =
        new Accepted(
            reading, fresh ? Optional.of(raw(reading)) : Optional.empty(), List.of(), false);
    Placement placement = placement(reading);
    return new Made(
        accepted, new Placed(reading, placement, card(reading, placement), Observation.NONE));
  }

  /** Of three articles one founds a story, which the next two may join. */
  private Placement placement(Reading reading) {
    if (random.nextInt(3) == 0) {
      story = new StoryId(reading.id());
    }
    boolean joins = random.nextInt(2) == 0;
    return new Placement(null, joins ? story : new StoryId(reading.id()), "made up");
  }

  private Map<TagKey, Tagging> tags() {
    Map<TagKey, Tagging> tags = new LinkedHashMap<>();
    while (tags.size() < ABOUT + MENTIONED) {
      int which = name.draw(random);
      String tag = names.get(which);
      Grade grade = tags.size() < ABOUT ? Grade.ABOUT : Grade.MENTIONS;
      Mention mention = new Mention(tag + " " + sentence(), tag, 0.5);
      double score = 1 - tags.size() / (double) (ABOUT + MENTIONED);
      tags.putIfAbsent(
          TagKey.of(tag),
          new Tagging(
              TagKey.of(tag), tag, KINDS[which % KINDS.length], grade, score, List.of(mention)));
    }
    return tags;
  }

  private ArticleText text(String subject) {
    List<Paragraph> paragraphs = new ArrayList<>();
    int length = 0;
    while (length < LENGTH) {
      String paragraph = subject + " " + sentence() + " " + sentence() + " " + sentence();
      paragraphs.add(Paragraph.of(paragraph));
      length += paragraph.length();
    }
    String title = subject + " " + sentence();
    return new ArticleText(
        title,
        "Ada Paper",
        sentence(),
        paragraphs,
        "News",
        List.of(),
        null,
        ArticleText.BodySource.FEED);
  }

  private static Card card(Reading reading, Placement placement) {
    String plain = reading.text().plain();
    List<Card.Chip> chips =
        reading.understanding().about().stream()
            .map(
                t -> new Card.Chip(HashtagGrammar.form(t.name()).orElseThrow(), t.name(), t.kind()))
            .toList();
    return new Card(
        reading.id(),
        reading.url(),
        reading.text().title(),
        reading.credit().carrier().domain(),
        reading.credit().carrier().name(),
        null,
        reading.timing().published(),
        reading.timing().order(),
        reading.understanding().category(),
        Language.ENGLISH,
        null,
        plain.substring(0, Card.OPENING_LENGTH - 1) + "…",
        plain.substring(0, 160),
        false,
        chips,
        new Card.Group(placement.story(), reading.id()));
  }

  private static Raw raw(Reading reading) {
    String html =
        reading.text().paragraphs().stream()
            .map(p -> "<p>" + p.text() + "</p>")
            .collect(Collectors.joining());
    FeedItem item =
        new FeedItem(
            reading.url(),
            reading.url(),
            reading.text().title(),
            null,
            html,
            reading.timing().published(),
            null,
            List.of(),
            List.of(),
            FeedItem.Media.NONE,
            null,
            "en");
    return new Raw(item, null, null);
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder();
    int count = 8 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      sentence.append(i == 0 ? "" : " ").append(words.get(word.draw(random)));
    }
    return sentence.append('.').toString();
  }

  private String made(int syllables) {
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      made.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return made.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Domain domain(int publisher) {
    return new Domain("paper" + publisher + ".example");
  }
}
