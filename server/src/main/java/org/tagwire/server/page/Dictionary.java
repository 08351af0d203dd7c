package org.tagwire.server.site;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/** The words of every edition. Immutable. */
final class Dictionary {
  private final Map<Edition, Words> words = new EnumMap<>(Edition.class);

  private final ZoneId zone;

  Dictionary(SiteOptions options) {
    zone = options.zone();
    for (Edition edition : Edition.values()) {
      words.put(edition, Words.of(edition, options.digits(), options.zone()));
    }
  }

  /** Returns the zone in which days begin. */
  ZoneId zone() {
    return zone;
  }

  Words in(Edition edition) {
    Words found = words.get(edition);
    if (found == null) {
      throw new IllegalStateException("no words were read for the edition " + edition);
    }
    return found;
  }
}
