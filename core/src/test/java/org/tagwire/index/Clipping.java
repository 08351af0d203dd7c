package org.tagwire.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.Grade;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.model.Visibility;

/**
 * An article for tests of the index, put together piece by piece; what is not said has a plain
 * value.
 */
public final class Clipping {
  /** The time from which tests count minutes. */
  public static final Instant DAWN = Instant.parse("2025-06-01T06:00:00Z");

  private final ArticleId id;
  private Instant order = DAWN;
  private String title = "Harbour bridge opens";
  private String body = "The bridge opened this morning.";
  private String carrier = "harbour-post.example";
  private @Nullable String origin;
  private Category category = Category.GENERAL;
  private Language language = Language.ENGLISH;
  private final List<Tagging> tags = new ArrayList<>();
  private List<SourceId> sources = List.of(new SourceId(1));
  private Visibility visibility = Visibility.PUBLIC;
  private boolean listed = true;
  private Set<TagKey> shielded = Set.of();
  private @Nullable ArticleId story;
  private @Nullable ArticleId copyOf;

  private Clipping(ArticleId id) {
    this.id = id;
  }

  public static Clipping of(String name) {
    return new Clipping(idOf(name));
  }

  public static ArticleId idOf(String name) {
    return ArticleId.mint("https://example.com/" + name);
  }

  public Clipping minute(long minute) {
    return at(DAWN.plusSeconds(60 * minute));
  }

  public Clipping at(Instant time) {
    order = time;
    return this;
  }

  public Clipping saying(String headline, String text) {
    title = headline;
    body = text;
    return this;
  }

  public Clipping about(String... names) {
    return tagged(Grade.ABOUT, names);
  }

  public Clipping naming(String... names) {
    return tagged(Grade.MENTIONS, names);
  }

  private Clipping tagged(Grade grade, String... names) {
    for (String name : names) {
      tags.add(new Tagging(TagKey.of(name), name, TagKind.PERSON, grade, 0.5, List.of()));
    }
    return this;
  }

  public Clipping by(String domain) {
    carrier = domain;
    return this;
  }

  public Clipping from(String originName) {
    origin = originName;
    return this;
  }

  public Clipping in(Category field) {
    category = field;
    return this;
  }

  public Clipping in(Language written) {
    language = written;
    return this;
  }

  public Clipping source(long... numbers) {
    sources = java.util.Arrays.stream(numbers).mapToObj(SourceId::new).toList();
    return this;
  }

  public Clipping secret() {
    visibility = Visibility.PRIVATE;
    return this;
  }

  public Clipping unlisted() {
    listed = false;
    return this;
  }

  /** Says of whom it speaks as of a child. */
  public Clipping sparing(String name) {
    shielded = Set.of(TagKey.of(name));
    return this;
  }

  public Clipping story(String founder) {
    story = idOf(founder);
    return this;
  }

  public Clipping copyOf(String first) {
    copyOf = idOf(first);
    return this;
  }

  public Clipping copyOf(ArticleId first) {
    copyOf = first;
    return this;
  }

  public Card card() {
    String opening = body.substring(0, Math.min(body.length(), Card.OPENING_LENGTH));
    List<Card.Chip> chips =
        tags.stream()
            .filter(t -> t.grade() == Grade.ABOUT)
            .limit(Card.MAX_CHIPS)
            .map(
                t -> new Card.Chip(t.key().value(), t.name(), t.kind(), shielded.contains(t.key())))
            .toList();
    Card.Group group =
        new Card.Group(new StoryId(story == null ? id : story), copyOf == null ? id : copyOf);
    return new Card(
        id,
        "https://" + carrier + "/" + id.hex(),
        title,
        new Domain(carrier),
        carrier,
        origin,
        Moment.of(order),
        order,
        category,
        language,
        Image.of("https://" + carrier + "/picture.jpg"),
        opening,
        opening.substring(0, Math.min(opening.length(), 90)),
        body.length() <= Card.OPENING_LENGTH,
        chips,
        group);
  }

  public IndexChange.Put put() {
    return new IndexChange.Put(card(), tags, sources, body, visibility, listed, shielded);
  }
}
