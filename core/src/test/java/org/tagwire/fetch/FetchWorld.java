package org.tagwire.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tagwire.url.WebAddress;

/**
 * Surroundings for a fetcher under test: scripted names, and sockets that write down where they
 * were told to go and go to a loopback server instead, so that no test can ever reach a real
 * address.
 */
final class FetchWorld {
  static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final Map<String, List<List<String>>> names = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> connected = new CopyOnWriteArrayList<>();
  private final Map<Integer, Integer> detours = new ConcurrentHashMap<>();
  private final int port;

  /** All connections, wherever they were meant to go, end at this loopback port. */
  FetchWorld(int port) {
    this.port = port;
  }

  /**
   * Scripts the answers for a name: each argument one answer of addresses separated by blanks, the
   * last repeated.
   */
  FetchWorld name(String name, String... answers) {
    List<List<String>> scripted = new ArrayList<>();
    for (String answer : answers) {
      scripted.add(List.of(answer.split(" ")));
    }
    names.put(name, scripted);
    return this;
  }

  List<String> asked() {
    return asked;
  }

  List<String> connected() {
    return connected;
  }

  FetchSettings settings() {
    return settings(FetchLimits.DEFAULT);
  }

  FetchSettings settings(FetchLimits limits) {
    return new FetchSettings(
        "Tagwire/1.0 (+https://contact.example/)",
        limits,
        Reach.PUBLIC,
        FetchSettings.Gaps.DEFAULT,
        new Surroundings(
            InstantSource.fixed(NOW), new LeapingTicker(), this::resolve, this::socket));
  }

  /** As {@link #settings(FetchLimits)}, believing others, and sending one port somewhere else. */
  FetchSettings settings(FetchLimits limits, Trust trust, int meant, int instead) {
    detours.put(meant, instead);
    FetchSettings base = settings(limits);
    Surroundings around = base.surroundings();
    return new FetchSettings(
        base.userAgent(),
        limits,
        base.reach(),
        base.gaps(),
        new Surroundings(around.clock(), around.ticker(), around.names(), around.sockets(), trust));
  }

  /** Settings for fetching straight from loopback, as an operator's allow-list permits it. */
  static FetchSettings loopback(FetchLimits limits) {
    return new FetchSettings(
        "Tagwire/1.0 (+https://contact.example/)",
        limits,
        new Reach(
            List.of(Reach.Range.parse("127.0.0.0/8").orElseThrow()),
            Map.of(),
            Set.of("own.example")),
        new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
        Surroundings.of(InstantSource.fixed(NOW)));
  }

  static FetchResult get(FetchSettings settings, String url) {
    try (Fetcher fetcher = new Fetcher(settings)) {
      return fetcher.fetch(FetchRequest.feed(WebAddress.of(url), Validators.NONE));
    }
  }

  private List<InetAddress> resolve(String name) throws UnknownHostException {
    asked.add(name);
    List<List<String>> answers = names.get(name);
    if (answers == null) {
      throw new UnknownHostException(name + ": Name or service not known");
    }
    List<String> answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : answer) {
      addresses.add(InetAddress.ofLiteral(literal));
    }
    return addresses;
  }

  private Socket socket() {
    return new Socket(Proxy.NO_PROXY) {
      @Override
      public void connect(SocketAddress endpoint, int timeout) throws IOException {
        InetSocketAddress meant = (InetSocketAddress) endpoint;
        connected.add(meant.getAddress().getHostAddress() + ":" + meant.getPort());
        int instead = detours.getOrDefault(meant.getPort(), port);
        super.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), instead), timeout);
      }
    };
  }

  /** Time that leaps a second whenever somebody looks, so that no gap is ever really waited for. */
  private static final class LeapingTicker implements java.util.function.LongSupplier {
    private final java.util.concurrent.atomic.AtomicLong now =
        new java.util.concurrent.atomic.AtomicLong();

    @Override
    public long getAsLong() {
      return now.addAndGet(1_000_000_000L);
    }
  }
}
