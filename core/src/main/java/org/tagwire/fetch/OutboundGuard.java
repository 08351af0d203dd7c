package org.tagwire.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tagwire.url.IpAddress;
import org.tagwire.url.WebAddress;

/**
 * Decides which servers may be asked at all, so that no address a stranger wrote leads into the
 * operator's own network.
 *
 * <p>A name is resolved once per admission; if any of its addresses is neither public nor
 * allow-listed, the host is refused as a whole; and the connection is made to one of the addresses
 * judged here, with no second look-up in between (DNS rebinding). Ports: 80, 443 and from 1024 on,
 * without those the WHATWG fetch standard calls bad.
 *
 * <p>Safe for any number of threads. Look-ups run on a few platform threads of their own, because
 * the machine's resolver blocks in native code and cannot be interrupted.
 */
public final class OutboundGuard implements AutoCloseable {
  private static final int MAX_LENGTH = 2048;
  private static final int MAX_ADDRESSES = 16;
  private static final int RESOLVERS = 16;
  private static final Set<Integer> BAD_PORTS =
      Set.of(
          1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667,
          6668, 6669, 6679, 6697, 10080, 11211);
  private static final List<String> LOCAL_SUFFIXES =
      List.of(
          ".localhost",
          ".localdomain",
          ".local",
          ".internal",
          ".intranet",
          ".lan",
          ".home",
          ".corp",
          ".home.arpa",
          ".onion",
          ".alt");

  private final Reach reach;
  private final Names names;
  private final long timeoutMillis;
  private final ExecutorService resolvers;

  OutboundGuard(FetchSettings settings) {
    this.reach = settings.reach();
    this.names = settings.surroundings().names();
    this.timeoutMillis = settings.limits().connect().toMillis();
    this.resolvers =
        Executors.newFixedThreadPool(
            RESOLVERS, Thread.ofPlatform().daemon().name("names-", 0).factory());
  }

  /** What the guard says. */
  sealed interface Admission {}

  /**
   * May be asked, at these addresses only.
   *
   * @param addresses judged addresses, best first
   * @param allowListed whether the operator opened every one of them
   */
  record Admitted(List<IpAddress> addresses, boolean allowListed) implements Admission {
    Admitted {
      addresses = List.copyOf(addresses);
    }
  }

  /** May not be asked, or cannot. */
  record Barred(FetchResult result) implements Admission {}

  /**
   * Judges who an address leads to. Waits for the name server, at most as long as for a connection.
   */
  Admission admit(WebAddress url) {
    int length = url.href().length();
    if (length > MAX_LENGTH) {
      return barred(
          FetchResult.Reason.ADDRESS_TOO_LONG,
          "an address of "
              + length
              + " characters at "
              + url.host()
              + "; "
              + MAX_LENGTH
              + " is the most");
    }
    if (reach.ownHosts().contains(url.host())) {
      return barred(
          FetchResult.Reason.ADDRESS_BLOCKED,
          url.host() + " is this Tagwire itself; remove the source");
    }
    boolean localName = isLocalName(url.host());
    List<IpAddress> addresses;
    try {
      if (localName && reach.allowed().isEmpty()) {
        return blocked(url, "a name of the local network");
      }
      addresses = addressesOf(url.host());
    } catch (UnknownHostException | TimeoutException failure) {
      return unresolved(url, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new Barred(
          new FetchResult.Failed(FetchResult.Kind.INTERRUPTED, "stopped while resolving"));
    }
    return judge(url, addresses, localName);
  }

  private Admission judge(WebAddress url, List<IpAddress> addresses, boolean localName) {
    boolean allOpened = true;
    for (IpAddress address : addresses) {
      boolean opened = reach.opens(address, url.port());
      allOpened &= opened;
      if (!opened && (localName || !SpecialAddresses.isPublic(address))) {
        return blocked(url, "the address " + address);
      }
    }
    if (addresses.isEmpty()) {
      return new Barred(
          new FetchResult.Failed(
              FetchResult.Kind.NAME_WITHOUT_ADDRESS, url.host() + " has no address"));
    }
    if (!allOpened && !isWebPort(url.port())) {
      return barred(
          FetchResult.Reason.PORT_BLOCKED,
          "port "
              + url.port()
              + " of "
              + url.host()
              + " is not one of the web; allow-list it if it is yours");
    }
    // Every address was judged, but nobody is tried at a thousand of them.
    return new Admitted(addresses.subList(0, Math.min(MAX_ADDRESSES, addresses.size())), allOpened);
  }

  private List<IpAddress> addressesOf(String host)
      throws UnknownHostException, TimeoutException, InterruptedException {
    IpAddress literal = IpAddress.ofHost(host).orElse(reach.hostNames().get(host));
    if (literal != null) {
      return List.of(literal);
    }
    Future<List<InetAddress>> answer = resolvers.submit(() -> names.resolve(host));
    try {
      List<IpAddress> addresses = new ArrayList<>();
      for (InetAddress address : answer.get(timeoutMillis, TimeUnit.MILLISECONDS)) {
        addresses.add(IpAddress.of(address.getAddress()));
      }
      return addresses;
    } catch (ExecutionException failure) {
      UnknownHostException unknown = new UnknownHostException(String.valueOf(failure.getCause()));
      unknown.initCause(failure.getCause());
      throw unknown;
    } finally {
      answer.cancel(true);
    }
  }

  /**
   * The machine's resolver has no types for its failures, only the C library's words: EAI_AGAIN and
   * EAI_FAIL are the name server's trouble and say nothing about the name, EAI_NODATA says that it
   * exists.
   */
  private static Admission unresolved(WebAddress url, Exception failure) {
    String words = String.valueOf(failure.getMessage());
    if (failure instanceof TimeoutException) {
      return unresolved(
          FetchResult.Kind.NAME_SERVER_SILENT,
          "no name server answered for " + url.host() + "; nothing is wrong with the source");
    }
    if (words.contains("Temporary failure") || words.contains("Non-recoverable failure")) {
      return unresolved(
          FetchResult.Kind.NAME_SERVER_FAILED,
          "the name server could not look up " + url.host() + "; nothing is wrong with the source");
    }
    return words.contains("No address associated")
        ? unresolved(FetchResult.Kind.NAME_WITHOUT_ADDRESS, url.host() + " has no address")
        : unresolved(FetchResult.Kind.NAME_UNKNOWN, "the name " + url.host() + " does not exist");
  }

  private static Admission unresolved(FetchResult.Kind kind, String message) {
    return new Barred(new FetchResult.Failed(kind, message));
  }

  private static Admission blocked(WebAddress url, String what) {
    return barred(
        FetchResult.Reason.ADDRESS_BLOCKED,
        url.host() + " is not on the public web (" + what + "); allow-list it if it is yours");
  }

  private static Admission barred(FetchResult.Reason reason, String message) {
    return new Barred(new FetchResult.Refused(reason, message));
  }

  static boolean isWebPort(int port) {
    return port == 80 || port == 443 || (port >= 1024 && !BAD_PORTS.contains(port));
  }

  /**
   * Names that by RFC 6761 and custom never mean a public server; they count only where the
   * operator opened the address.
   */
  private boolean isLocalName(String host) {
    if (reach.hostNames().containsKey(host) || IpAddress.ofHost(host).isPresent()) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return bare.indexOf('.') < 0 || LOCAL_SUFFIXES.stream().anyMatch(bare::endsWith);
  }

  @Override
  public void close() {
    resolvers.shutdownNow();
  }
}
