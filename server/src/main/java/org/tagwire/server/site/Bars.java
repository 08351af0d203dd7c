package org.tagwire.server.site;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.query.Lists;
import org.tagwire.server.page.Chart;
import org.tagwire.server.page.Sparkline;
import org.tagwire.server.page.TagLine;
import org.tagwire.server.web.Visit;

/**
 * Draws a small chart beside each tag of a short list: its articles on each of the last days.
 *
 * <p>It asks for the very days the tag's own page shows, so that the index, which remembers what
 * it counted, counts once for both. Safe for use by many threads.
 */
final class Bars {
  private static final int DAYS = 14;
  private static final int HEIGHT = 32;

  private final Lists lists;
  private final ZoneId zone;

  Bars(Lists lists, ZoneId zone) {
    this.lists = lists;
    this.zone = zone;
  }

  /** Draws beside {@code lines}, which are the lines of {@code tags} in the same order. */
  List<TagLine> beside(List<TagLine> lines, List<Hashtag> tags, Visit visit) {
    List<Instant> bounds = Chart.days(visit.now(), zone);
    List<TagLine> drawn = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      TagLine line = lines.get(i);
      Optional<Sparkline> bars = bars(tags.get(i), visit, bounds);
      drawn.add(bars.map(line::with).orElse(line));
    }
    return drawn;
  }

  private Optional<Sparkline> bars(Hashtag tag, Visit visit, List<Instant> bounds) {
    return lists
        .volume(Filter.tag(tag.key()), visit.audience(), bounds)
        .map(counts -> counts.subList(counts.size() - DAYS, counts.size()))
        .filter(counts -> counts.stream().anyMatch(count -> count > 0))
        .map(counts -> Sparkline.of(counts, HEIGHT));
  }
}
