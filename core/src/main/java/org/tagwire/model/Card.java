package org.tagwire.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An article as lists show it: everything a card needs, so that a page of thirty is one look-up.
 *
 * @param id the article
 * @param url the publisher's address of it
 * @param headline its title
 * @param carrier the domain of the publisher whose page it is
 * @param carrierName that publisher's name
 * @param originName whose text it is, when another's
 * @param published as stated, absent when undated
 * @param order what the list sorts by
 * @param category its field
 * @param language what it is written in
 * @param image the address of its picture
 * @param opening the beginning of its text, at most {@link #OPENING_LENGTH} characters, for the
 *     owner
 * @param excerpt the one passage that may be shown in public, at most 200 characters, empty for
 *     headline and link only
 * @param whole whether {@code opening} is the whole text
 * @param chips the names of the tags it is about, best first, at most {@link #MAX_CHIPS}
 * @param group story and copies
 */
public record Card(
    ArticleId id,
    String url,
    String headline,
    Domain carrier,
    String carrierName,
    @Nullable String originName,
    @Nullable Moment published,
    Instant order,
    Category category,
    Language language,
    @Nullable Image image,
    String opening,
    String excerpt,
    boolean whole,
    List<Chip> chips,
    Group group) {
  /** The greatest length of {@code opening} in characters. */
  public static final int OPENING_LENGTH = 600;

  /** The greatest number of chips. */
  public static final int MAX_CHIPS = 6;

  public Card {
    chips = List.copyOf(chips);
  }

  /** Returns the same card with other chips. */
  public Card with(List<Chip> others) {
    return new Card(
        id,
        url,
        headline,
        carrier,
        carrierName,
        originName,
        published,
        order,
        category,
        language,
        image,
        opening,
        excerpt,
        whole,
        others,
        group);
  }

  public Optional<Moment> findPublished() {
    return Optional.ofNullable(published);
  }

  public Optional<String> findOriginName() {
    return Optional.ofNullable(originName);
  }

  /** Returns under which name it counts as an origin. */
  public String origin() {
    return originName == null ? carrierName : originName;
  }

  public Optional<Image> findImage() {
    return Optional.ofNullable(image);
  }

  /**
   * A tag on a card.
   *
   * @param form its spelling in addresses
   * @param name its name with spaces
   * @param kind what it stands for
   * @param shielded whether this article calls the person a child or a victim, so that strangers
   *     are not led from it to the name
   */
  public record Chip(String form, String name, TagKind kind, boolean shielded) {
    /** A tag that nothing speaks against. */
    public Chip(String form, String name, TagKind kind) {
      this(form, name, kind, false);
    }
  }

  /**
   * What an article shares with others.
   *
   * @param story its story
   * @param copies the first article of its copy group, itself when it is alone or first
   */
  public record Group(StoryId story, ArticleId copies) {}
}
