package org.tagwire.query;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.SourceId;
import org.tagwire.store.HubStore;
import org.tagwire.store.QuarantineStore;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStore;
import org.tagwire.store.Store;

/**
 * The page of a source and the list of all: how they fare, for their owner alone. Anybody else
 * finds nothing here, whatever the source. Safe for use by many threads.
 */
public final class SourcePages {
  private final SourceStore sources;
  private final QuarantineStore quarantine;
  private final HubStore hubs;

  private SourcePages(SourceStore sources, QuarantineStore quarantine, HubStore hubs) {
    this.sources = sources;
    this.quarantine = quarantine;
    this.hubs = hubs;
  }

  public static SourcePages of(Store store) {
    return new SourcePages(store.sources(), store.quarantine(), store.hubs());
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
    @Nullable Instant subscribed =
        hubs.findFor(id)
            .filter(subscription -> subscription.isActive(now))
            .map(subscription -> subscription.standing().lease())
            .orElse(null);
    Chart chart =
        new Chart(
            status,
            sources.lastPolls(id),
            sources.findHealth(id).orElse(null),
            quarantine.setApart(id).size(),
            subscribed);
    return new SourcePage(chart, FeedDoctor.examine(chart, now));
  }

  /** Lists all sources by number; none for anybody but the owner. */
  public List<SourceStatus> list(Audience audience) {
    return audience == Audience.OWNER ? sources.list(audience) : List.of();
  }
}
