package org.tagwire.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.SourceId;
import org.tagwire.store.HubSubscription;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStore;
import org.tagwire.store.Store;

/**
 * The page of a source and the list of all: how they fare, for their owner alone. Anybody else
 * finds nothing here, whatever the source. Safe for use by many threads.
 */
public final class SourcePages {
  private final SourceStore sources;
  private final ToIntFunction<SourceId> quarantined;
  private final Function<SourceId, Optional<HubSubscription>> subscriptions;

  /**
   * @param quarantined how many items of a source lie in quarantine
   * @param subscriptions the subscription of a source at a hub, if it has one
   */
  public SourcePages(
      SourceStore sources,
      ToIntFunction<SourceId> quarantined,
      Function<SourceId, Optional<HubSubscription>> subscriptions) {
    this.sources = sources;
    this.quarantined = quarantined;
    this.subscriptions = subscriptions;
  }

  public static SourcePages of(Store store) {
    return new SourcePages(
        store.sources(), id -> store.quarantine().setApart(id).size(), store.hubs()::findFor);
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
        subscriptions
            .apply(id)
            .filter(subscription -> subscription.isActive(now))
            .map(subscription -> subscription.standing().lease())
            .orElse(null);
    Chart chart =
        new Chart(
            status,
            sources.lastPolls(id),
            sources.findHealth(id).orElse(null),
            quarantined.applyAsInt(id),
            subscribed);
    return new SourcePage(chart, FeedDoctor.examine(chart, now));
  }

  /** Lists all sources by number; none for anybody but the owner. */
  public List<SourceStatus> list(Audience audience) {
    return audience == Audience.OWNER ? sources.list(audience) : List.of();
  }
}
