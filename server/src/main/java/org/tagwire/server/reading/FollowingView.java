package org.tagwire.server.reading;

import java.util.List;
import org.tagwire.server.page.CardView;
import org.tagwire.server.page.Frame;

/**
 * The page of what the owner follows and mutes, as its template places it.
 *
 * @param frame what stands around it
 * @param token what the forms must carry
 * @param said what became of the form sent last; empty for nothing
 * @param typed what that form said, to be mended
 * @param follow where the form goes that follows or ends it
 * @param mute where the form goes that mutes or ends it
 * @param folders the folders
 * @param mutes what is muted
 */
public record FollowingView(
    Frame frame,
    String token,
    String said,
    Typed typed,
    String follow,
    String mute,
    List<Folder> folders,
    List<Muted> mutes) {
  public FollowingView {
    folders = List.copyOf(folders);
    mutes = List.copyOf(mutes);
  }

  /**
   * What stood in the forms.
   *
   * @param tag the tag that was to be followed
   * @param folder its folder
   * @param kind what was to be muted
   * @param value the word, tag or publisher
   */
  public record Typed(String tag, String folder, String kind, String value) {
    static final Typed NOTHING = new Typed("", "", "word", "");
  }

  /**
   * A folder.
   *
   * @param heading what it is called on the page
   * @param href its list
   * @param tags its tags
   */
  public record Folder(String heading, String href, List<Tag> tags) {
    public Folder {
      tags = List.copyOf(tags);
    }
  }

  /**
   * A followed tag.
   *
   * @param tag which
   * @param fresh what is new, in words; empty for nothing
   */
  public record Tag(CardView.Tag tag, String fresh) {}

  /**
   * Something muted.
   *
   * @param kind what it is, as the form says it
   * @param name what it is, in words
   * @param value the word, the tag or the publisher
   */
  public record Muted(String kind, String name, String value) {}
}
