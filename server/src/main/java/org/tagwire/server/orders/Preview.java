package org.tagwire.server.orders;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.discovery.Discovery;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.url.WebAddress;

/**
 * What a source would bring, seen before it is added.
 *
 * @param url its address
 * @param kind a feed or a sitemap
 * @param title what it calls itself, its address if nothing
 * @param language what its items are written in
 * @param newest its newest items, five at most
 * @param items how many it carries
 * @param whole how many of them carry their whole text
 * @param allowed whether robots.txt lets it be read
 * @param mined false where its publisher reserves text mining
 * @param known its number, where it has been added already
 * @param others what else was found at the address that was given
 */
public record Preview(
    WebAddress url,
    Source.Kind kind,
    String title,
    Language language,
    List<Item> newest,
    int items,
    int whole,
    boolean allowed,
    boolean mined,
    @Nullable SourceId known,
    List<Discovery.Found> others) {
  /** How many of the newest items are shown. */
  static final int NEWEST = 5;

  public Preview {
    newest = List.copyOf(newest);
    others = List.copyOf(others);
  }

  /**
   * One of its items.
   *
   * @param title its headline
   * @param published when it was published
   */
  public record Item(String title, @Nullable Moment published) {}

  /** Returns the number of the source, if it has been added already. */
  public Optional<SourceId> findKnown() {
    return Optional.ofNullable(known);
  }

  /** Returns whether only the owner would see its articles. */
  public boolean isPrivate() {
    return url.carriesSecret() || !allowed;
  }
}
