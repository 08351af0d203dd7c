package org.tagwire.server.page;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.words.Edition;
import org.tagwire.server.words.Words;

/** The words of every edition. Immutable. */
public final class Dictionary {
  private final Map<Edition, Words> words = new EnumMap<>(Edition.class);

  private final ZoneId zone;

  public Dictionary(SiteOptions options) {
    zone = options.zone();
    for (Edition edition : Edition.values()) {
      words.put(edition, Words.of(edition, options.digits(), options.zone()));
    }
  }

  /** Returns the zone in which days begin. */
  public ZoneId zone() {
    return zone;
  }

  public Words in(Edition edition) {
    Words found = words.get(edition);
    if (found == null) {
      throw new IllegalStateException("no words were read for the edition " + edition);
    }
    return found;
  }
}
