package org.tagwire.server.orders;

import java.util.function.UnaryOperator;
import org.tagwire.model.Audience;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.server.works.Works;

/** Changes, pauses and removes sources. Safe for use by many threads. */
public final class SourceCare {
  private final Works works;

  public SourceCare(Works works) {
    this.works = works;
  }

  /** Puts another in its place under the same number; returns false when it is not there. */
  public boolean change(SourceId id, UnaryOperator<Source> change) {
    boolean there =
        works
            .store()
            .sources()
            .find(id, Audience.OWNER)
            .map(
                source -> {
                  works.store().sources().update(change.apply(source));
                  return source;
                })
            .isPresent();
    works.sourcesChanged();
    return there;
  }

  /** Polls it no longer, or again. */
  public void pause(SourceId id, boolean paused) {
    works.store().sources().pause(id, paused, works.clock().instant());
    works.sourcesChanged();
  }

  /** Removes it; its articles stay. */
  public void remove(SourceId id) {
    works.store().sources().remove(id);
    works.sourcesChanged();
  }
}
