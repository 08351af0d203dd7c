package org.tagwire.newsstand;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tagwire.newsstand.http.Answer;
import org.tagwire.newsstand.http.Handler;
import org.tagwire.newsstand.http.Request;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Site;

/** Takes every request of a stand to its site, spoils the answer where told, and logs. */
final class FrontDesk implements Handler {

  private record Place(String host, String pathPrefix) {}

  private final InstantSource clock;
  private final Map<InetAddress, Site> sites;
  private final RequestLog log;
  private final Map<Place, Fault> faults = new ConcurrentHashMap<>();

  FrontDesk(InstantSource clock, Map<InetAddress, Site> sites, RequestLog log) {
    this.clock = clock;
    this.sites = Map.copyOf(sites);
    this.log = log;
  }

  void fault(String host, String pathPrefix, Fault fault) {
    faults.put(new Place(host, pathPrefix), fault);
  }

  void heal(String host) {
    faults.keySet().removeIf(place -> place.host().equals(host));
  }

  @Override
  public Answer answer(InetAddress local, Request request) {
    Site site = sites.get(local);
    if (site == null) {
      throw new IllegalStateException("nobody lives at " + local);
    }
    Instant now = clock.instant();
    Answer answer = answer(site, local, request, now);
    log.add(now, site.host(), request, answer);
    return answer;
  }

  private Answer answer(Site site, InetAddress local, Request request, Instant now) {
    if (!isMeant(request, site, local)) {
      String host = request.header("host").orElse("");
      return Presentation.text(421, host + " is not served here, only " + site.host(), now);
    }
    Reply reply = site.answer(request.target(), now);
    return findFault(site.host(), request.target())
        .map(fault -> Mischief.answer(fault, request, reply, now))
        .orElseGet(() -> Presentation.answer(request, reply, now));
  }

  /** A wrong name at the right address is a mistake of the client's resolver and must show. */
  private static boolean isMeant(Request request, Site site, InetAddress local) {
    String host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
    String name = host.replaceFirst(":\\d+$", "");
    return name.isEmpty() || name.equals(site.host()) || name.equals(local.getHostAddress());
  }

  private Optional<Fault> findFault(String host, String target) {
    return faults.entrySet().stream()
        .filter(entry -> entry.getKey().host().equals(host))
        .filter(entry -> target.startsWith(entry.getKey().pathPrefix()))
        .max(
            (one, two) ->
                Integer.compare(
                    one.getKey().pathPrefix().length(), two.getKey().pathPrefix().length()))
        .map(Map.Entry::getValue);
  }
}
