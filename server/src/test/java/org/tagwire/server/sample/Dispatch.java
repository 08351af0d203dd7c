package org.tagwire.server.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Announcement;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.CopyPrint;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.Grade;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.Image;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Placement;
import org.tagwire.model.Publisher;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.SourceId;
import org.tagwire.model.StageVersions;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.Timing;
import org.tagwire.model.Understanding;
import org.tagwire.model.Visibility;

/** An article being written for a test: what a test does not say is ordinary. */
public final class Dispatch {
  private final String title;
  private final ArticleId id;
  private String url;
  private Publisher carrier =
      new Publisher(new Domain("orrery.example"), "The Daily Orrery", null, null, Language.ENGLISH);
  private @Nullable Origin origin;
  private @Nullable Moment published;
  private @Nullable Moment updated;
  private Category category = Category.ENTERTAINMENT;
  private Language language = Language.ENGLISH;
  private List<Paragraph> paragraphs = List.of();
  private @Nullable Image image;
  private String excerpt = "";
  private String byline = "";
  private Visibility visibility = Visibility.PUBLIC;
  private final List<Tagging> tags = new ArrayList<>();
  private @Nullable ArticleId copyOf;
  private StoryId story;
  private final Instant firstSeen;

  private Dispatch(String title, Instant firstSeen) {
    this.title = title;
    this.url = "https://orrery.example/" + Integer.toHexString(title.hashCode());
    this.id = ArticleId.mint(url);
    this.story = new StoryId(id);
    this.firstSeen = firstSeen;
  }

  /** Begins an undated article that is first seen at {@code firstSeen}. */
  public static Dispatch of(String title, Instant firstSeen) {
    return new Dispatch(title, firstSeen);
  }

  public Dispatch from(String domain, String name) {
    carrier = new Publisher(new Domain(domain), name, null, null, language);
    return this;
  }

  public Dispatch by(String byline) {
    this.byline = byline;
    return this;
  }

  public Dispatch ofOrigin(String name) {
    origin = new Origin(name, null, null);
    return this;
  }

  public Dispatch at(String instant) {
    published = Moment.of(Instant.parse(instant));
    return this;
  }

  public Dispatch at(Moment moment) {
    published = moment;
    return this;
  }

  public Dispatch changed(String instant) {
    updated = Moment.of(Instant.parse(instant));
    return this;
  }

  public Dispatch in(Category category) {
    this.category = category;
    return this;
  }

  public Dispatch in(Language language) {
    this.language = language;
    return this;
  }

  public Dispatch saying(String... paragraphs) {
    this.paragraphs = List.of(paragraphs).stream().map(Paragraph::of).toList();
    return this;
  }

  public Dispatch telling(List<Paragraph> paragraphs) {
    this.paragraphs = List.copyOf(paragraphs);
    return this;
  }

  public Dispatch url(String url) {
    this.url = url;
    return this;
  }

  public Dispatch picture(String url) {
    image = Image.of(url).asOffered();
    return this;
  }

  public Dispatch excerpt(String excerpt) {
    this.excerpt = excerpt;
    return this;
  }

  public Dispatch visibility(Visibility visibility) {
    this.visibility = visibility;
    return this;
  }

  public Dispatch copyOf(ArticleId first) {
    copyOf = first;
    return this;
  }

  public Dispatch story(ArticleId founder) {
    story = new StoryId(founder);
    return this;
  }

  public Dispatch about(String name, TagKind kind) {
    return tag(name, kind, Grade.ABOUT);
  }

  public Dispatch mentions(String name, TagKind kind) {
    return tag(name, kind, Grade.MENTIONS);
  }

  private Dispatch tag(String name, TagKind kind, Grade grade) {
    Mention mention = new Mention(name + " is named in this sentence.", name, 1);
    tags.add(new Tagging(TagKey.of(name), name, kind, grade, 0.5, List.of(mention)));
    return this;
  }

  /** Prints it, and returns its id. */
  public ArticleId print(Newsroom newsroom) {
    newsroom.print(article(), card());
    return id;
  }

  private Article article() {
    ArticleText text =
        new ArticleText(
            title,
            byline,
            "",
            paragraphs,
            "Culture",
            List.of(),
            image,
            ArticleText.BodySource.PAGE);
    Reading reading =
        new Reading(
            id,
            url,
            new Announcement(
                new SourceId(1), new ItemKey(title.hashCode()), 1, firstSeen, visibility),
            new Credit(carrier, origin),
            new Timing(published, updated, order()),
            text,
            new Understanding(language, category, tags, null, CopyPrint.NONE),
            ShowLimits.NONE,
            new StageVersions(1, 1, 1));
    return new Article(reading, new Placement(copyOf, story, "sample"), 1);
  }

  private Card card() {
    String plain = String.join("\n\n", paragraphs.stream().map(Paragraph::text).toList());
    boolean whole = plain.length() <= Card.OPENING_LENGTH;
    return new Card(
        id,
        url,
        title,
        carrier.domain(),
        carrier.name(),
        origin == null ? null : origin.name(),
        published,
        order(),
        category,
        language,
        image,
        whole ? plain : plain.substring(0, Card.OPENING_LENGTH - 1) + "…",
        excerpt,
        whole,
        tags.stream()
            .filter(t -> t.grade() == Grade.ABOUT)
            .limit(Card.MAX_CHIPS)
            .map(
                t -> new Card.Chip(HashtagGrammar.form(t.name()).orElseThrow(), t.name(), t.kind()))
            .toList(),
        new Card.Group(story, copyOf == null ? id : copyOf));
  }

  private Instant order() {
    return published == null ? firstSeen : published.instant();
  }
}
