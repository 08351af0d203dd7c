package org.tagwire.server.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Category;
import org.tagwire.model.Domain;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.server.words.Edition;

/**
 * Makes the paths of the site, prefix and edition included, percent-encoded (RFC 3986). Immutable.
 */
public final class Addresses {
  private static final boolean[] UNRESERVED = table("-._~");
  private static final boolean[] IN_URLS = table("-._~:/?#[]@!$&'()*+,;=%");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final String prefix;
  private final Map<String, String> hostNames;

  /**
   * @param prefix what begins every path; empty, or with a slash before it and none behind
   * @param hostNames names that only this process can resolve, and the addresses readers' browsers
   *     reach instead
   */
  public Addresses(String prefix, Map<String, String> hostNames) {
    this.prefix = prefix;
    this.hostNames = Map.copyOf(hostNames);
  }

  public String prefix() {
    return prefix;
  }

  public String front(Edition edition) {
    return prefix + "/" + edition.code() + "/";
  }

  public String news(Edition edition) {
    return in(edition, "news");
  }

  public String search(Edition edition) {
    return in(edition, "search");
  }

  /** Returns the path of a search. */
  public String search(Edition edition, String words) {
    return search(edition) + "?q=" + encode(words);
  }

  public String trends(Edition edition) {
    return in(edition, "trends");
  }

  public String hashtags(Edition edition) {
    return in(edition, "hashtags");
  }

  public String hashtag(Edition edition, String form) {
    return in(edition, "hashtag/") + encode(form);
  }

  /**
   * Returns the path of several hashtags joined by {@code +} and {@code -}, which stay as they are.
   */
  public String hashtags(Edition edition, String joined) {
    return in(edition, "hashtag/") + encode(joined).replace("%2B", "+");
  }

  public String article(Edition edition, ArticleId id) {
    return in(edition, "article/") + id.hex();
  }

  public String story(Edition edition, StoryId id) {
    return in(edition, "story/") + id.hex();
  }

  public String publisher(Edition edition, Domain domain) {
    return in(edition, "publisher/") + encode(domain.name());
  }

  public String category(Edition edition, Category category) {
    return in(edition, "category/") + category.slug();
  }

  public String sources(Edition edition) {
    return in(edition, "sources");
  }

  public String watch(Edition edition) {
    return in(edition, "watch");
  }

  /** Returns where readers tell the owner what should be corrected or taken down. */
  public String notice(Edition edition) {
    return in(edition, "notice");
  }

  /** Returns where readers tell the owner so about an article. */
  public String notice(Edition edition, ArticleId about) {
    return notice(edition) + "?about=" + encode(article(edition, about));
  }

  /** Returns where the site says who answers for it. */
  public String about(Edition edition) {
    return in(edition, "about");
  }

  /** Returns where the owner answers notices. */
  public String officeNotices(Edition edition) {
    return in(edition, "office/notices");
  }

  /** Returns where the owner sees what is followed and muted, and where its form goes. */
  public String following(Edition edition) {
    return in(edition, "following");
  }

  /** Returns where a form goes that mutes something, or ends it. */
  public String mutes(Edition edition) {
    return in(edition, "following/mutes");
  }

  /** Returns where a form goes that moves the mark of a followed tag. */
  public String seen(Edition edition) {
    return in(edition, "following/seen");
  }

  /** Returns the list of the followed tags of a folder; of those without one when it is empty. */
  public String followed(Edition edition, String folder) {
    return in(edition, "followed/") + (folder.isEmpty() ? "-" : encode(folder));
  }

  public String source(Edition edition, SourceId id) {
    return in(edition, "source/") + id.value();
  }

  public String signIn(Edition edition) {
    return in(edition, "sign-in");
  }

  public String signOut(Edition edition) {
    return in(edition, "sign-out");
  }

  /** Returns where an owner begins: the first password, the first sources. */
  public String start(Edition edition) {
    return in(edition, "start");
  }

  public String office(Edition edition) {
    return in(edition, "office");
  }

  /** Returns the path of one of the owner's rooms, as in {@code sources/add}. */
  public String office(Edition edition, String room) {
    return in(edition, "office/") + room;
  }

  /** Returns where the owner says something about a hashtag. */
  public String officeTag(Edition edition, String form) {
    return in(edition, "office/tags/") + encode(form);
  }

  /** Returns the path of a folder; its slashes stay slashes. */
  public String folder(Edition edition, String name) {
    return in(edition, "folder/") + encode(name).replace("%2F", "/");
  }

  public String manifest() {
    return prefix + "/manifest.webmanifest";
  }

  public String asset(String file) {
    return prefix + "/assets/" + file;
  }

  /** Returns the path of a publisher's picture, made so wide here. */
  public String picture(String signature, int width, String address) {
    return prefix + "/picture/" + signature + "/" + width + "/" + coded(address);
  }

  /** Writes an address with letters, digits, {@code -} and {@code _}, as one segment of a path. */
  private static String coded(String address) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(address.getBytes(StandardCharsets.UTF_8));
  }

  public String api(String what) {
    return prefix + "/api/v1/" + what;
  }

  /** Percent-encodes one segment or parameter, UTF-8, everything but unreserved characters. */
  public static String encode(String text) {
    return encode(text, UNRESERVED);
  }

  /**
   * Returns a publisher's address fit for an attribute or a feed: http or https only, and what may
   * not stand in a URL percent-encoded; empty for anything else.
   */
  public Optional<String> outward(String url) {
    boolean web =
        url.regionMatches(true, 0, "https://", 0, 8) || url.regionMatches(true, 0, "http://", 0, 7);
    return web ? Optional.of(encode(reachable(url), IN_URLS)) : Optional.empty();
  }

  private String reachable(String url) {
    if (hostNames.isEmpty()) {
      return url;
    }
    int start = url.indexOf("//") + 2;
    int end = start;
    while (end < url.length() && ":/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String address = hostNames.get(url.substring(start, end));
    return address == null ? url : url.substring(0, start) + address + url.substring(end);
  }

  private String in(Edition edition, String rest) {
    return prefix + "/" + edition.code() + "/" + rest;
  }

  private static String encode(String text, boolean[] kept) {
    return isPlain(text, kept) ? text : percent(text, kept);
  }

  private static String percent(String text, boolean[] kept) {
    StringBuilder encoded = new StringBuilder(text.length() * 3);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b >= 0 && kept[b]) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.toHexDigits(b));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(String text, boolean[] kept) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= kept.length || !kept[c]) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] table(String marks) {
    boolean[] kept = new boolean[0x80];
    for (char c = 0; c < kept.length; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      kept[c] = letter || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
    }
    return kept;
  }
}
