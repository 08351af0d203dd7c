package org.tagwire.websub;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.url.WebAddress;

/**
 * What a feed offers to subscribers (WebSub §4): its own address, and the hubs that tell of it.
 *
 * @param topic the address it gives itself
 * @param hubs who may be asked, best first: https before http, then in the feed's order
 */
public record Offer(String topic, List<String> hubs) {
  private static final int MOST_HUBS = 4;
  private static final int LONGEST = 2_048;

  public Offer {
    hubs = List.copyOf(hubs);
    if (hubs.isEmpty()) {
      throw new IllegalArgumentException("an offer names a hub");
    }
  }

  /**
   * Reads the offer of a feed, from the headers or else from the document; empty when it does not
   * name both itself and a hub that may be asked.
   *
   * @param hubs the hubs that the document names
   * @param self the address that the document gives itself
   */
  public static Optional<Offer> of(Fetched fetched, List<String> hubs, @Nullable String self) {
    LinkHeader header = LinkHeader.read(fetched.headers().all("link"), fetched.url());
    Stream<String> named = header.all("hub").isEmpty() ? hubs.stream() : header.all("hub").stream();
    Optional<String> topic =
        header.all("self").stream().findFirst().or(() -> Optional.ofNullable(self));
    List<String> asked =
        named
            .flatMap(hub -> hub(hub).stream())
            .distinct()
            .sorted(Comparator.comparing(hub -> hub.startsWith("https:") ? 0 : 1))
            .limit(MOST_HUBS)
            .toList();
    return topic
        .filter(t -> !asked.isEmpty() && t.length() <= LONGEST)
        .filter(t -> WebAddress.parse(t).filter(url -> !url.carriesSecret()).isPresent())
        .map(t -> new Offer(t, asked));
  }

  private static Optional<String> hub(String written) {
    return WebAddress.parse(written)
        .filter(url -> url.findUserInfo().isEmpty())
        .map(WebAddress::href)
        .filter(href -> href.length() <= LONGEST);
  }

  /** Returns the hub to be asked after one that failed; the first again after the last. */
  String hubAfter(String failed) {
    int at = hubs.indexOf(failed);
    return hubs.get((at + 1) % hubs.size());
  }
}
