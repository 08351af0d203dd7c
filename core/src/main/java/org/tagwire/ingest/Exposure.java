package org.tagwire.ingest;

import org.tagwire.fetch.Robots;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;
import org.tagwire.store.SourceStore;
import org.tagwire.url.WebAddress;

/**
 * Decides who may see what a source announces: a feed that robots.txt disallows is polled for its
 * subscriber and shown to nobody else, and so is one whose address gives access. Safe for use by
 * many threads.
 */
public final class Exposure {
  private final Robots robots;
  private final SourceStore sources;

  public Exposure(Robots robots, SourceStore sources) {
    this.robots = robots;
    this.sources = sources;
  }

  /** Says whether a source is private because robots.txt forbids it. */
  boolean isForbidden(Source source) {
    WebAddress address = WebAddress.of(source.url());
    return source.visibility() == Visibility.PRIVATE
        && !address.carriesSecret()
        && !robots.verdict(address).allowed();
  }

  /**
   * Returns the source with the visibility it must have; once private, it stays so until its owner
   * says otherwise.
   */
  Source judge(Source source) {
    if (source.visibility() == Visibility.PRIVATE) {
      return source;
    }
    WebAddress address = WebAddress.of(source.url());
    if (!address.carriesSecret() && robots.verdict(address).allowed()) {
      return source;
    }
    Source hidden =
        new Source(
            source.id(),
            source.url(),
            source.kind(),
            source.title(),
            source.publisher(),
            source.folder(),
            Visibility.PRIVATE,
            source.pages());
    sources.update(hidden);
    return hidden;
  }
}
