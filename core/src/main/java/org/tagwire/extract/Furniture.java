package org.tagwire.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Knowledge.Scope;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;

/**
 * The texts that repeat across the pages of one publisher: an author's note, a call for
 * subscribers.
 *
 * <p>A text is counted once for the page it is on, under one of {@value #DRAWERS} drawers that the
 * page's address chooses. Furniture is what was seen {@value #SEEN} times and in {@value
 * #DIFFERENT} drawers; a page that is read again and again uses one drawer only, so a text that
 * stands on one page is never taken for furniture.
 */
final class Furniture {
  private static final String TOPIC = "extract:furniture";
  private static final int DRAWERS = 8;
  private static final int DIFFERENT = 3;
  private static final double SEEN = 3;
  private static final int LONGEST = 600;
  private static final int MOST = 60;

  private final Knowledge knowledge;
  private final Scope scope;
  private final int drawer;

  Furniture(Knowledge knowledge, String publisher, String url) {
    this.knowledge = knowledge;
    this.scope = new Scope(TOPIC, publisher);
    this.drawer = Math.floorMod(url.hashCode(), DRAWERS);
  }

  boolean isKnown(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String key = key(text);
    if (knowledge.count(scope, key) < SEEN) {
      return false;
    }
    int drawers = 0;
    for (int i = 0; i < DRAWERS; i++) {
      drawers += knowledge.count(scope, key + '/' + i) > 0 ? 1 : 0;
    }
    return drawers >= DIFFERENT;
  }

  /** Returns what a page with these texts adds. */
  Observation observe(List<String> texts) {
    List<Sighting> sightings = new ArrayList<>();
    for (String text : texts) {
      if (text.length() <= LONGEST && sightings.size() < 2 * MOST) {
        String key = key(text);
        sightings.add(new Sighting(scope, key, 1));
        sightings.add(new Sighting(scope, key + '/' + drawer, 1));
      }
    }
    return new Observation(sightings);
  }

  private static String key(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ Character.toLowerCase(text.charAt(i))) * 0x100000001b3L;
    }
    String start =
        text.substring(
            0, text.offsetByCodePoints(0, Math.min(24, text.codePointCount(0, text.length()))));
    return Long.toHexString(hash) + ' ' + start.toLowerCase(Locale.ROOT);
  }
}
