package org.tagwire.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.SourceId;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStore;

/**
 * The page of a source and the list of all: how they fare, for their owner alone. Anybody else
 * finds nothing here, whatever the source. Safe for use by many threads.
 */
public final class SourcePages {
  private final SourceStore sources;

  public SourcePages(SourceStore sources) {
    this.sources = sources;
  }

  /**
   * One source.
   *
   * @param chart what is known of how it fares
   * @param findings what the doctor makes of that, gravest first
   */
  public record SourcePage(Chart chart, List<Finding> findings) {
    public SourcePage {
      findings = List.copyOf(findings);
    }
  }

  /** Finds one source as it is at {@code now}. */
  public Optional<SourcePage> find(SourceId id, Audience audience, Instant now) {
    return audience == Audience.OWNER
        ? sources.findStatus(id, audience).map(status -> page(status, now))
        : Optional.empty();
  }

  private SourcePage page(SourceStatus status, Instant now) {
    SourceId id = status.source().id();
    // Quarantine and hub subscriptions are told here once there are any.
    Chart chart =
        new Chart(status, sources.lastPolls(id), sources.findHealth(id).orElse(null), 0, null);
    return new SourcePage(chart, FeedDoctor.examine(chart, now));
  }

  /** Lists all sources by number; none for anybody but the owner. */
  public List<SourceStatus> list(Audience audience) {
    return audience == Audience.OWNER ? sources.list(audience) : List.of();
  }
}
