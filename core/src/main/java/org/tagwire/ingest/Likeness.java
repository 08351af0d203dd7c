package org.tagwire.ingest;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tagwire.model.Article;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.url.WebAddress;

/**
 * Weighs whether an item and a stored article are the same, where neither headline nor text is what
 * it was and only guid or link speaks for it. Pure.
 *
 * <p>An edit leaves something as it was: most of the headline, the minute of publication, or the
 * end of the path. Where all of that is another, guid or link are used again.
 */
final class Likeness {
  /** Half of the letter pairs in common: an edited headline, not another on the same subject. */
  static final double EDITED = 0.5;

  private static final Pattern LASTING_GUID = Pattern.compile("(?s).*(?:\\d{5}|\\p{XDigit}{8}-).*");
  private static final Pattern NAMES_ONE =
      Pattern.compile(".*(?:\\d{4}|[^-_]+[-_][^-_]+[-_]).*|.{20,}");

  private Likeness() {}

  /** Judges an item whose guid is known and whose link is not. */
  static boolean isSameByGuid(Marked item, Article known) {
    if (samePath(item, known) || sameMinute(item.item(), known)) {
      return true;
    }
    String guid = item.item().guid();
    boolean lasting = guid != null && LASTING_GUID.matcher(guid).matches();
    return lasting && isEdited(item.item(), known);
  }

  /** Judges an item whose link is known under another guid. */
  static boolean isSameByLink(Marked item, Article known) {
    if (item.resembles(known.reading().announcement().contentHash())
        || isEdited(item.item(), known)
        || sameMinute(item.item(), known)) {
      return true;
    }
    WebAddress link = item.link();
    boolean homePage = link != null && link.canonical().target().equals("/");
    boolean otherTime =
        item.item().guid() != null
            && item.item().published() != null
            && known.timing().findPublished().isPresent();
    return !homePage && !otherTime;
  }

  private static boolean samePath(Marked item, Article known) {
    Optional<WebAddress> before = WebAddress.parse(known.reading().url());
    WebAddress now = item.link();
    if (now == null || before.isEmpty()) {
      return false;
    }
    String path = bare(now.path());
    String last = path.substring(path.lastIndexOf('/') + 1);
    return path.equals(bare(before.get().path())) && NAMES_ONE.matcher(last).matches();
  }

  private static String bare(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean sameMinute(FeedItem item, Article known) {
    Moment published = item.published();
    return published != null
        && published.precision() == Moment.Precision.MINUTE
        && known.timing().findPublished().filter(m -> m.compareTo(published) == 0).isPresent();
  }

  private static boolean isEdited(FeedItem item, Article known) {
    return item.title() != null && alike(item.title(), known.text().title()) >= EDITED;
  }

  /** Dice's coefficient over pairs of neighbouring letters, which needs no words of a language. */
  static double alike(String one, String other) {
    Map<Integer, Integer> pairs = pairs(one);
    Map<Integer, Integer> others = pairs(other);
    int all = count(pairs) + count(others);
    int common = 0;
    for (Map.Entry<Integer, Integer> pair : pairs.entrySet()) {
      common += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
    }
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int count(Map<Integer, Integer> pairs) {
    return pairs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<Integer, Integer> pairs(String text) {
    Map<Integer, Integer> pairs = new HashMap<>();
    int before = -1;
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        if (before >= 0) {
          pairs.merge(before << 16 | c, 1, Integer::sum);
        }
        before = c;
      }
    }
    return pairs;
  }
}
