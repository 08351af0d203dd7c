package org.tagwire.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Mark;
import org.tagwire.model.Paragraph;
import org.tagwire.url.WebAddress;

/**
 * What a page shows in a frame of another service, as a video or a post: kept as a link, since
 * readers are not sent anywhere before they ask.
 *
 * <p>Only services that are there to be embedded are known; any other frame is an advertisement or
 * furniture until proven otherwise. Stateless and safe for use by many threads.
 */
public final class Embed {
  private static final int LONGEST_TITLE = 150;

  /** Registrable domain to name. */
  private static final Map<String, String> SERVICES =
      Map.ofEntries(
          Map.entry("youtube.com", "YouTube"),
          Map.entry("youtube-nocookie.com", "YouTube"),
          Map.entry("vimeo.com", "Vimeo"),
          Map.entry("dailymotion.com", "Dailymotion"),
          Map.entry("twitter.com", "X"),
          Map.entry("x.com", "X"),
          Map.entry("instagram.com", "Instagram"),
          Map.entry("facebook.com", "Facebook"),
          Map.entry("tiktok.com", "TikTok"),
          Map.entry("bsky.app", "Bluesky"),
          Map.entry("spotify.com", "Spotify"),
          Map.entry("soundcloud.com", "SoundCloud"),
          Map.entry("dwcdn.net", "Datawrapper"),
          Map.entry("flourish.studio", "Flourish"),
          Map.entry("documentcloud.org", "DocumentCloud"));

  private Embed() {}

  /**
   * Returns the link that stands for a frame; empty if the frame is nothing for readers.
   *
   * @param source where the frame's content comes from, as written
   * @param title the frame's title, empty if none
   */
  public static Optional<Paragraph> find(String source, String title) {
    String plain = source.strip();
    return WebAddress.parse(plain.startsWith("//") ? "https:" + plain : plain)
        .map(WebAddress::withoutCredentials)
        .filter(PublicHosts::contain)
        .flatMap(address -> link(address, HtmlText.line(title)));
  }

  private static Optional<Paragraph> link(WebAddress address, String title) {
    String service = SERVICES.get(address.domain().name());
    String href = page(address);
    if (service == null || !Mark.isAllowed(Mark.Kind.LINK, href)) {
      return Optional.empty();
    }
    boolean named = title.toLowerCase(Locale.ROOT).contains(service.toLowerCase(Locale.ROOT));
    boolean telling = !title.isEmpty() && !named && title.length() <= LONGEST_TITLE;
    String text = telling ? service + ": " + title : service;
    Mark mark = new Mark(Mark.Kind.LINK, 0, text.length(), href);
    return Optional.of(new Paragraph(Paragraph.Kind.LINK, text, List.of(mark)));
  }

  /** A player's address plays in a bare window; the page of the video is what a reader wants. */
  private static String page(WebAddress address) {
    String path = address.path();
    String last = path.substring(path.lastIndexOf('/') + 1);
    boolean video =
        !last.isEmpty() && last.chars().allMatch(c -> c == '-' || c == '_' || isWord(c));
    if (video && path.startsWith("/embed/") && address.domain().name().startsWith("youtube")) {
      return "https://www.youtube.com/watch?v=" + last;
    }
    return address.href();
  }

  private static boolean isWord(int c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }
}
