package org.tagwire.newsstand.site;

import java.util.List;
import java.util.stream.Stream;

/** A set of publishers that can be played by a newsstand: the newsroom, real pages, a stream. */
@FunctionalInterface
public interface World {

  /**
   * Makes the sites of this world for one stand, in a stable order.
   *
   * @param dateline the start and the port of the stand, needed for dates and absolute links
   */
  List<Site> sites(Dateline dateline);

  /** Both worlds in one; sites of the same host are joined, the first world's pages before. */
  default World and(World other) {
    return dateline ->
        JointSite.byHost(
            Stream.concat(sites(dateline).stream(), other.sites(dateline).stream()).toList());
  }
}
