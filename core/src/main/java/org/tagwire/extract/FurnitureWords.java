package org.tagwire.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the names that pages give their parts tell of them.
 *
 * <p>Class and id are cut into words at signs and at changes of case ({@code article__relatedLinks}
 * → article, related, links); whole words are looked up, so that {@code advert} is not found in
 * {@code adventure}. The words are those of page builders in general: of English and of the
 * languages whose builders write their own.
 */
final class FurnitureWords {
  private static final int LONGEST = 400;

  private static final Set<String> FURNITURE =
      Set.of(
          // links elsewhere
          "related",
          "relatedposts",
          "recommended",
          "recommendation",
          "recommendations",
          "recirc",
          "recirculation",
          "readmore",
          "readnext",
          "seealso",
          "alsoread",
          "teaser",
          "teasers",
          "trending",
          "popular",
          "mostread",
          "mostpopular",
          "promo",
          "promos",
          "promobox",
          "promoted",
          "breadcrumb",
          "breadcrumbs",
          "pagination",
          "pager",
          "nav",
          "navbar",
          "navi",
          "navigation",
          "menu",
          "submenu",
          "sidebar",
          "sidenav",
          "toc",
          "tags",
          "taglist",
          "hashtags",
          "keywords",
          "topics",
          "crosslink",
          "linkbox",
          "linklist",
          "carousel",
          "upnext",
          "onward",
          "crosslinks",
          "morefrom",
          "morestories",
          "nextpost",
          "prevpost",
          "partners",
          "backlink",
          "jumplink",
          // what readers may do
          "share",
          "shares",
          "sharing",
          "sharebar",
          "sharebuttons",
          "sharedaddy",
          "sociallinks",
          "social",
          "socials",
          "socialmedia",
          "addthis",
          "addtoany",
          "newsletter",
          "newsletters",
          "subscribe",
          "subscription",
          "signup",
          "signin",
          "login",
          "register",
          "registration",
          "donate",
          "donation",
          "rating",
          "ratings",
          "vote",
          "poll",
          "feedback",
          "toolbar",
          "tools",
          "follow",
          "followus",
          "bookmark",
          "print",
          "noprint",
          "dontprint",
          "cta",
          "download",
          "shop",
          "survey",
          "quiz",
          "petition",
          // what readers wrote
          "comment",
          "comments",
          "commentlist",
          "commentform",
          "respond",
          "disqus",
          "kommentar",
          "kommentare",
          "commentaires",
          "comentarios",
          "komentarze",
          "discussion",
          "replies",
          // who and when
          "byline",
          "bylines",
          "author",
          "authors",
          "authorbox",
          "authorinfo",
          "autor",
          "autoren",
          "auteur",
          "bio",
          "dateline",
          "timestamp",
          "pubdate",
          "postmeta",
          "entrymeta",
          "articlemeta",
          "metadata",
          "postinfo",
          "postedon",
          "vcard",
          "contributors",
          "readtime",
          "readingtime",
          // pictures
          "caption",
          "captions",
          "credit",
          "credits",
          "wpcaption",
          "bildunterschrift",
          "imagecaption",
          "photocredit",
          "copyright",
          "lightbox",
          "slideshow",
          "player",
          "videoplayer",
          // business
          "ad",
          "ads",
          "adv",
          "advert",
          "adverts",
          "advertisement",
          "advertising",
          "advertorial",
          "adslot",
          "adbox",
          "sponsor",
          "sponsored",
          "sponsors",
          "taboola",
          "outbrain",
          "plista",
          "werbung",
          "anzeige",
          "anzeigen",
          "reklama",
          "pub",
          "publicite",
          "affiliate",
          "commercial",
          "paywall",
          // the house
          "footer",
          "masthead",
          "banner",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "popup",
          "modal",
          "overlay",
          "dialog",
          "tooltip",
          "popover",
          "hovercard",
          "flyout",
          "skip",
          "skiplink",
          "widget",
          "widgets",
          "disclaimer",
          "legal",
          "imprint",
          "impressum",
          "srscreen",
          "hidden",
          "invisible",
          "visuallyhidden",
          "screenreader");

  /** Two words in a row that mean more than each alone. */
  private static final Set<String> PAIRS =
      Set.of(
          "read more",
          "read next",
          "read also",
          "see also",
          "also read",
          "also like",
          "more from",
          "more stories",
          "more news",
          "more articles",
          "more on",
          "most read",
          "most popular",
          "most viewed",
          "up next",
          "next post",
          "previous post",
          "post nav",
          "sr only",
          "screen reader",
          "visually hidden",
          "post meta",
          "entry meta",
          "article meta",
          "meta data",
          "post info",
          "article info",
          "posted on",
          "entry date",
          "post date",
          "publish date",
          "published date",
          "article date",
          "reading time",
          "read time",
          "entry footer",
          "post footer",
          "article footer",
          "link list",
          "link box",
          "sign up",
          "sign in",
          "log in",
          "about author",
          "user bio",
          "tag list",
          "tag links",
          "cat links",
          "jp relatedposts",
          "key words",
          "wp caption",
          "image source",
          "photo by",
          "img credit",
          "article tags",
          "post tags",
          "entry tags",
          "article tools",
          "latest news",
          "latest posts",
          "latest articles",
          "recent posts",
          "teaser list",
          "article list",
          "post list",
          "news list");

  /** What opens over a text when a name in it is pointed at. */
  private static final Set<String> CARDS = Set.of("block", "box", "card", "panel", "content");

  /** Parts that every page of a site has. */
  private static final Set<String> FIRM =
      Set.of(
          "footer",
          "nav",
          "navbar",
          "navigation",
          "menu",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "newsletter",
          "newsletters",
          "disclaimer",
          "legal",
          "imprint",
          "impressum");

  private static final Set<String> READERS_WROTE =
      Set.of(
          "comment",
          "comments",
          "commentlist",
          "respond",
          "disqus",
          "kommentar",
          "kommentare",
          "commentaires",
          "comentarios",
          "komentarze",
          "replies",
          "discussion");

  private FurnitureWords() {}

  /** Returns what sort of furniture the element calls itself, or null. */
  static @Nullable String find(Element element) {
    String found = search(element.className());
    return found != null ? found : search(element.id());
  }

  static boolean areReaders(String reason) {
    return READERS_WROTE.contains(reason);
  }

  /** Says whether no article is ever in a part of that name, however much text it holds. */
  static boolean areFirm(String reason) {
    return READERS_WROTE.contains(reason) || FIRM.contains(reason);
  }

  private static @Nullable String search(String names) {
    int end = Math.min(names.length(), LONGEST);
    String before = "";
    boolean hovers = false;
    int i = 0;
    while (i < end) {
      int stop = i;
      while (stop < end && !isBreak(names, i, stop)) {
        stop++;
      }
      if (stop > i) {
        String word = names.substring(i, stop).toLowerCase(Locale.ROOT);
        if (isLabel(names, i, stop, word)) {
          stop = endOfName(names, stop, end);
          before = "";
        } else {
          if (FURNITURE.contains(word)) {
            return word;
          }
          if (!before.isEmpty() && PAIRS.contains(before + ' ' + word)) {
            return before + ' ' + word;
          }
          if (hovers && CARDS.contains(word)) {
            return "hover card";
          }
          hovers |= word.equals("rollover") || word.equals("hover");
          before = word;
        }
      }
      i = stop < end && Character.isLetter(names.charAt(stop)) && stop > i ? stop : stop + 1;
      if (stop < end && names.charAt(stop) == ' ') {
        before = "";
        hovers = false;
      }
    }
    return null;
  }

  /**
   * Blog software files an article under its tags by class names; these are about the subject, not
   * about the part.
   */
  private static boolean isLabel(String names, int start, int stop, String word) {
    boolean first = start == 0 || names.charAt(start - 1) == ' ';
    boolean more = stop < names.length() && names.charAt(stop) == '-';
    return first
        && more
        && switch (word) {
          case "tag", "category", "has", "no", "with", "is", "not", "without", "format", "js" ->
              true;
          default -> false;
        };
  }

  private static int endOfName(String names, int from, int end) {
    int space = names.indexOf(' ', from);
    return space < 0 || space > end ? end : space;
  }

  private static boolean isBreak(String names, int start, int i) {
    char c = names.charAt(i);
    return !Character.isLetter(c)
        || (i > start && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1)));
  }
}
