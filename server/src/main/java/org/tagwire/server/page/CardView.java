package org.tagwire.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as a template places it.
 *
 * @param headline the title
 * @param href where the title leads: to our page in private, to the publisher's in public
 * @param details where our page is; absent where the title leads there already
 * @param carrier whose page it is
 * @param time when it was published
 * @param category its category
 * @param origin carrier and origin, when the text is another's
 * @param language what it is written in
 * @param text the beginning of its text
 * @param cut whether there is more of it
 * @param image its picture
 * @param tags its hashtags
 * @param outlets in how many outlets the same text stands, in words; absent when only here
 * @param report where readers tell the owner what is wrong with it
 * @param first whether it is the first of the other languages
 */
public record CardView(
    String headline,
    String href,
    @Nullable String details,
    Nameplate carrier,
    Time time,
    Link category,
    @Nullable String origin,
    String language,
    String text,
    boolean cut,
    @Nullable Picture image,
    List<Tag> tags,
    @Nullable String outlets,
    String report,
    boolean first) {
  public CardView {
    tags = List.copyOf(tags);
  }

  /**
   * A time.
   *
   * @param text for people
   * @param machine for machines; absent when there is none
   */
  public record Time(String text, @Nullable String machine) {}

  /**
   * A picture.
   *
   * @param address where it is, as small as it comes
   * @param sources where it is in other widths, as {@code srcset} has it; empty for nowhere
   * @param width the width of its shape
   * @param height the height of its shape
   * @param alt what it shows; empty if not said
   */
  public record Picture(String address, String sources, int width, int height, String alt) {}

  /**
   * A hashtag.
   *
   * @param form its spelling, without {@code #}
   * @param name its name with spaces
   * @param href its page
   * @param why where the article says why it has the tag; absent where no article is shown
   */
  public record Tag(String form, String name, String href, @Nullable Link why) {
    /** A tag that stands for itself. */
    public Tag(String form, String name, String href) {
      this(form, name, href, null);
    }
  }
}
