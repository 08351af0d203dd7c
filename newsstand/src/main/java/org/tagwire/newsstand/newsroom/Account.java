package org.tagwire.newsstand.newsroom;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One publisher's article about an event.
 *
 * @param publisher the domain of the carrier
 * @param slug the last part of the address, unique for the publisher
 * @param schedule when it appears, changes and goes
 * @param wording title and text as first published
 * @param imprint what stands around the text
 * @param credits whose text it is, where another's
 * @param truth the labels measurements compare with; never served
 */
public record Account(
    String publisher,
    String slug,
    Schedule schedule,
    Wording wording,
    Imprint imprint,
    Credits credits,
    Truth truth) {

  /** This account as others refer to it. */
  public Reference reference() {
    return new Reference(publisher, slug);
  }

  /**
   * What stands around the text.
   *
   * @param byline the writer, where one is named
   * @param section one of the publisher's sections
   * @param tags the publisher's own tags, good or bad
   * @param image whether there is a picture
   */
  public record Imprint(@Nullable String byline, String section, List<String> tags, boolean image) {
    public Imprint {
      tags = List.copyOf(tags);
    }
  }

  /**
   * Whose text it is.
   *
   * @param wire the agency's article this is a copy of, credited in the byline
   * @param origin another publisher's article carried in full, named by the canonical link
   */
  public record Credits(@Nullable Reference wire, @Nullable Reference origin) {}

  /**
   * The right answers.
   *
   * @param category Tagwire's short category name
   * @param about what the article is about, best first
   * @param mentions what else it names
   */
  public record Truth(String category, List<Label> about, List<Label> mentions) {
    public Truth {
      about = List.copyOf(about);
      mentions = List.copyOf(mentions);
    }
  }
}
