package org.tagwire.newsstand;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tagwire.newsstand.http.LoopbackServer;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.press.Press;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.Subscription;
import org.tagwire.newsstand.site.World;

/**
 * An open stand: many publishers, each on its own loopback address, all on one port. Safe for use
 * by many threads; {@link #close()} ends open connections at once.
 */
public final class Newsstand implements AutoCloseable {

  private final LoopbackServer server;
  private final FrontDesk desk;
  private final RequestLog log;
  private final Dateline dateline;
  private final Map<String, InetAddress> hosts;
  private final List<Subscription> subscriptions;

  private Newsstand(
      LoopbackServer server, FrontDesk desk, RequestLog log, Dateline dateline, List<Site> sites) {
    this.server = server;
    this.desk = desk;
    this.log = log;
    this.dateline = dateline;
    this.hosts = Collections.unmodifiableMap(addresses(sites));
    this.subscriptions = sites.stream().flatMap(site -> site.subscriptions().stream()).toList();
  }

  /**
   * Opens a stand with the publishers of a newsroom.
   *
   * @throws IOException when the addresses cannot be bound
   */
  public static Newsstand open(Newsroom newsroom, Options options) throws IOException {
    return open(new Press(newsroom), options);
  }

  /**
   * Opens a stand with the publishers of any world.
   *
   * @throws IOException when the addresses cannot be bound
   */
  public static Newsstand open(World world, Options options) throws IOException {
    // Links carry the port, so the sites can only be made for good once it is bound; how many
    // addresses to bind is known before.
    int count = world.sites(new Dateline(options.start(), 1)).size();
    List<InetAddress> addresses =
        IntStream.range(0, count).mapToObj(LoopbackAddresses::nth).toList();
    LoopbackServer server = LoopbackServer.bind(addresses, options.port());
    var dateline = new Dateline(options.start(), server.port());
    List<Site> sites = world.sites(dateline);
    Map<InetAddress, Site> places = new HashMap<>();
    for (int i = 0; i < count; i++) {
      places.put(addresses.get(i), sites.get(i));
    }
    var log = new RequestLog(options.logged());
    var desk = new FrontDesk(options.clock(), places, log);
    server.serve(desk);
    return new Newsstand(server, desk, log, dateline, sites);
  }

  /** The port of all publishers. */
  public int port() {
    return dateline.port();
  }

  /** Start and port, by which {@link Press#address} finds an account's page. */
  public Dateline dateline() {
    return dateline;
  }

  /** Every host name with its address, for the resolver of whoever polls; in a stable order. */
  public Map<String, InetAddress> hosts() {
    return hosts;
  }

  /** What a reader would subscribe to, in the order of the publishers. */
  public List<Subscription> subscriptions() {
    return subscriptions;
  }

  /** The addresses of the home pages, from which feeds can be discovered. */
  public List<URI> homePages() {
    return hosts.keySet().stream().map(host -> URI.create(dateline.origin(host) + "/")).toList();
  }

  /** The requests so far. */
  public RequestLog log() {
    return log;
  }

  /** Makes a publisher misbehave at all addresses until it is healed. */
  public void fault(String host, Fault fault) {
    fault(host, "/", fault);
  }

  /** Makes a publisher misbehave where the path begins so; the longest beginning decides. */
  public void fault(String host, String pathPrefix, Fault fault) {
    desk.fault(requireHost(host), pathPrefix, fault);
  }

  /** Ends all faults of a publisher. */
  public void heal(String host) {
    desk.heal(requireHost(host));
  }

  @Override
  public void close() {
    server.close();
  }

  private String requireHost(String host) {
    if (!hosts.containsKey(host)) {
      throw new IllegalArgumentException("no publisher " + host + " on this stand");
    }
    return host;
  }

  private static Map<String, InetAddress> addresses(List<Site> sites) {
    Map<String, InetAddress> addresses = new LinkedHashMap<>();
    for (Site site : sites) {
      addresses.put(site.host(), LoopbackAddresses.nth(addresses.size()));
    }
    return addresses;
  }
}
