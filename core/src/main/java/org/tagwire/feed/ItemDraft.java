package org.tagwire.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.dates.FeedDates;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Person;

/**
 * An item while it is being read. What is said first stays, unless a better place says it later.
 */
final class ItemDraft {
  final List<Person> authors = new ArrayList<>();
  final List<Person> contributors = new ArrayList<>();
  final Set<String> categories = new LinkedHashSet<>();
  final List<Enclosure> enclosures = new ArrayList<>();
  @Nullable String guid;
  @Nullable String link;
  @Nullable String title;
  @Nullable String summary;
  @Nullable String content;
  @Nullable Moment published;
  @Nullable Moment updated;
  @Nullable String image;
  @Nullable String comments;
  @Nullable Origin origin;
  @Nullable String language;
  @Nullable String subtitle;
  @Nullable String ownLink;
  @Nullable Moment date;
  boolean alternateIsPage;
  private int imageRank;

  /** Whether a date was written, readable or not. */
  boolean saysDate;

  /** Whether the link was written without a host. */
  boolean relative;

  /** Whether an address was written that nobody may be sent to. */
  boolean refused;

  /** Fills what the item leaves unsaid from what the feed says of itself. */
  void inherit(HeadDraft head) {
    language = language == null ? head.language : language;
    if (authors.isEmpty()) {
      authors.addAll(contributors);
    }
    if (authors.isEmpty()) {
      authors.addAll(head.authors);
      if (authors.isEmpty() && head.publisher != null) {
        authors.add(head.publisher);
      }
    }
  }

  /** Reads a date, and remembers that there was one to read. */
  Optional<Moment> date(String written) {
    saysDate = saysDate || !written.isEmpty();
    return FeedDates.parse(written);
  }

  /**
   * Makes an address that a reader may be sent to; empty for one that runs a program or reaches
   * into the reader's machine.
   */
  Optional<String> address(String reference, Optional<String> base) {
    Optional<String> address = Addresses.resolve(reference, base);
    refused = refused || (address.isEmpty() && !reference.isBlank());
    return address;
  }

  /** Makes the address of the article. */
  Optional<String> destination(String reference, Optional<String> base) {
    relative = relative || (!reference.isBlank() && !Addresses.hasScheme(reference.strip()));
    return address(reference, base);
  }

  /** Takes a picture, unless a better one is known. */
  void image(String address, int rank) {
    if (image == null || rank > imageRank) {
      image = address;
      imageRank = rank;
    }
  }

  /** Takes a file; one that is announced in two ways is one file. */
  void enclosure(Enclosure file) {
    for (int i = 0; i < enclosures.size(); i++) {
      Enclosure known = enclosures.get(i);
      if (known.url().equals(file.url())) {
        String type = known.type() == null ? file.type() : known.type();
        Long length = known.length() == null ? file.length() : known.length();
        enclosures.set(i, new Enclosure(known.url(), type, length));
        return;
      }
    }
    if (enclosures.size() < Limits.ENCLOSURES) {
      enclosures.add(file);
    }
  }

  /** A second text beside the description is the longer one, wherever it stands. */
  void shortText(String text) {
    if (summary == null) {
      summary = text.isEmpty() ? null : text;
    } else {
      content = first(content, text);
    }
  }

  private void complete() {
    summary = first(summary, subtitle == null ? "" : subtitle);
    published = published == null ? date : published;
    updated = updated == null ? date : updated;
    link = ownLink == null || ownLink.isEmpty() ? link : ownLink;
    if (title == null || title.isEmpty()) {
      title = Headline.instead(this).orElse(title);
    }
  }

  /** Returns the item; empty when it says nothing at all. */
  Optional<FeedItem> finish() {
    complete();
    boolean silent =
        guid == null
            && link == null
            && title == null
            && summary == null
            && content == null
            && image == null
            && enclosures.isEmpty();
    if (silent
        && published == null
        && updated == null
        && authors.isEmpty()
        && categories.isEmpty()
        && comments == null) {
      return Optional.empty();
    }
    return Optional.of(
        new FeedItem(
            guid,
            link,
            title,
            summary,
            content,
            published,
            updated,
            authors.stream().limit(Limits.NAMES_LISTED).toList(),
            List.copyOf(categories),
            new FeedItem.Media(image, comments, enclosures),
            origin,
            language));
  }

  void category(String name) {
    String stripped = name.strip();
    if (!stripped.isEmpty() && categories.size() < Limits.NAMES_LISTED) {
      categories.add(stripped);
    }
  }

  static @Nullable String first(@Nullable String kept, String offered) {
    return kept != null || offered.isEmpty() ? kept : offered;
  }
}
