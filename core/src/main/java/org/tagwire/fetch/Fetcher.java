package org.tagwire.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.WebAddress;

/**
 * Fetches: the one door through which Tagwire asks other people's servers for anything, and sends
 * them the few forms it sends.
 *
 * <p>A request is judged by the {@link OutboundGuard}, checked against robots.txt where it must be,
 * waits for its turn at the {@link HostGate}, and is exchanged within the limits; a redirect begins
 * all of that anew for where it points. Whatever the web does is a {@link FetchResult}.
 *
 * <p>Safe for any number of threads; blocks, so call it from virtual threads. Interrupting the
 * thread ends the wait for a turn.
 */
public final class Fetcher implements AutoCloseable {
  private final FetchSettings settings;
  private final OutboundGuard guard;
  private final HostGate gate;
  private final Transport transport;
  private final Exchange exchange;
  private final Lines lines;
  private final Robots robots;
  private final Reservations reservations;
  private final Licences licences;

  public Fetcher(FetchSettings settings) {
    this.settings = settings;
    this.guard = new OutboundGuard(settings);
    this.gate = new HostGate(settings.surroundings().ticker());
    this.lines = new Lines(settings.reach());
    this.transport = new Transport(settings, guard);
    this.exchange = new Exchange(transport, settings);
    this.robots = new Robots(this, settings.productToken(), settings.surroundings().clock());
    this.reservations = new Reservations(this, settings.surroundings().clock());
    this.licences = new Licences(this, settings.surroundings().clock());
  }

  /** Returns what robots.txt says, as seen through this fetcher. */
  public Robots robots() {
    return robots;
  }

  /** Returns what sites reserve against text mining, as seen through this fetcher. */
  public Reservations reservations() {
    return reservations;
  }

  /**
   * Returns the names of the lines in which a request to an address waits for its turn, as far as
   * they are known: its host, its domain and, once it was asked, its address. None for the
   * operator's own hosts, where nobody has to wait.
   */
  public Set<String> lines(WebAddress url) {
    return lines.of(url);
  }

  /** Returns the licence documents of publishers, as seen through this fetcher. */
  public Licences licences() {
    return licences;
  }

  /** Fetches, following at most as many redirects as the limits allow. */
  public FetchResult fetch(FetchRequest request) {
    Journey journey = new Journey(request);
    while (true) {
      FetchResult result = journey.hop();
      if (result != null) {
        return result;
      }
    }
  }

  @Override
  public void close() {
    transport.close();
    guard.close();
  }

  /** One request on its way from hop to hop; used by one thread. */
  private final class Journey {
    private final FetchRequest request;
    private final Set<String> seen = new HashSet<>(2);
    private WebAddress at;
    private @Nullable WebAddress movedTo;
    private boolean permanentSoFar = true;
    private boolean downgraded;
    private long spent;

    Journey(FetchRequest request) {
      this.request = request;
      this.at = request.url();
    }

    /** Goes one hop; returns the result, or null when a redirect is to be followed. */
    private @Nullable FetchResult hop() {
      seen.add(at.href());
      return switch (guard.admit(at)) {
        case OutboundGuard.Barred barred -> barred.result();
        case OutboundGuard.Admitted admitted -> admitted(admitted);
      };
    }

    private @Nullable FetchResult admitted(OutboundGuard.Admitted admitted) {
      Optional<FetchResult> forbidden = forbidden();
      if (forbidden.isPresent()) {
        return forbidden.get();
      }
      Optional<Duration> held = gate.findHold(at.host());
      if (held.isPresent()) {
        return new FetchResult.RateLimited(held.get(), true, false);
      }
      return switch (exchanged(admitted)) {
        case Exchange.Stopped stopped -> stopped.result();
        case Exchange.Answer answer -> judge(answer);
      };
    }

    private Optional<FetchResult> forbidden() {
      if (!request.kind().obeysRobots()) {
        return Optional.empty();
      }
      Robots.Verdict verdict = robots.verdict(at);
      return verdict.allowed()
          ? Optional.empty()
          : Optional.of(new FetchResult.Refused(FetchResult.Reason.ROBOTS, verdict.reason()));
    }

    private Exchange.Outcome exchanged(OutboundGuard.Admitted admitted) {
      Set<String> keys =
          Set.of(
              "host " + at.host(),
              "address " + admitted.addresses().getFirst(),
              "domain " + at.domain().name());
      lines.learn(at.host(), admitted.allowListed() ? Set.of() : keys);
      Duration gap = admitted.allowListed() ? settings.gaps().allowListed() : settings.gaps().web();
      Duration asked = robots.crawlDelay(at);
      try (HostGate.Turn turn = gate.enter(keys, asked.compareTo(gap) > 0 ? asked : gap)) {
        Optional<Duration> held = gate.findHold(at.host());
        if (held.isPresent()) {
          return new Exchange.Stopped(new FetchResult.RateLimited(held.get(), true, false));
        }
        long start = settings.surroundings().ticker().getAsLong();
        long deadline = start + settings.limits().total().toNanos() - spent;
        Exchange.Outcome outcome =
            exchange.perform(new Exchange.Hop(at, admitted.addresses(), request, deadline));
        spent += settings.surroundings().ticker().getAsLong() - start;
        return outcome;
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new Exchange.Stopped(
            new FetchResult.Failed(
                FetchResult.Kind.INTERRUPTED, "stopped while waiting for " + at.host()));
      }
    }

    private @Nullable FetchResult judge(Exchange.Answer answer) {
      int status = answer.status();
      if (status >= 200 && status <= 299) {
        return new FetchResult.Fetched(
            answer.body(), at, answer.headers(), answer.validators(), trail(answer.partial()));
      }
      return switch (status) {
        case 301, 302, 303, 307, 308 -> redirect(answer);
        case 304 ->
            request.validators().isEmpty()
                ? failed(
                    FetchResult.Kind.UNEXPECTED_304,
                    "says 'not modified' though nothing was compared")
                : new FetchResult.NotModified(answer.headers(), trail(false));
        case 410 -> new FetchResult.Gone();
        case 429 -> limited(answer, true);
        case 503 ->
            answer.headers().find("retry-after").isPresent()
                ? limited(answer, false)
                : broken(status);
        default -> broken(status);
      };
    }

    private FetchResult limited(Exchange.Answer answer, boolean wholeHost) {
      Optional<Duration> asked =
          RetryAfter.parse(
              answer.headers().all("retry-after"), settings.surroundings().clock().instant());
      if (wholeHost) {
        gate.hold(at.host(), asked);
      }
      return new FetchResult.RateLimited(asked.orElse(null), wholeHost);
    }

    private FetchResult broken(int status) {
      FetchResult.Kind kind =
          switch (status) {
            case 401, 403 -> FetchResult.Kind.FORBIDDEN;
            case 402, 451 -> FetchResult.Kind.RESTRICTED;
            case 404 -> FetchResult.Kind.NOT_FOUND;
            default ->
                status >= 500
                    ? FetchResult.Kind.SERVER_ERROR
                    : status >= 400 ? FetchResult.Kind.CLIENT_ERROR : FetchResult.Kind.PROTOCOL;
          };
      return failed(kind, "answered " + status);
    }

    /** Sets out for where the redirect points, or says why not. */
    private @Nullable FetchResult redirect(Exchange.Answer answer) {
      Optional<String> location = answer.findLocation().map(Journey::decoded);
      if (location.isEmpty() || location.get().isBlank()) {
        return failed(FetchResult.Kind.BAD_REDIRECT, "redirects to nowhere");
      }
      Optional<WebAddress> target = at.resolve(location.get());
      if (target.isEmpty()) {
        return new FetchResult.Refused(
            FetchResult.Reason.NOT_HTTP,
            at.host() + " redirects to what is no http or https address; not followed");
      }
      boolean permanent = answer.status() == 301 || answer.status() == 308;
      boolean down = at.isSecure() && !target.get().isSecure();
      WebAddress next = withRightfulCredentials(target.get());
      if (request.kind() == FetchRequest.Kind.FORM && answer.status() < 307) {
        return failed(
            FetchResult.Kind.BAD_REDIRECT,
            "redirects a form with " + answer.status() + ", which would turn it into a GET");
      }
      if (down && carriesSecret()) {
        return new FetchResult.Moved(next.withoutCredentials(), permanent);
      }
      if (seen.contains(next.href())) {
        return failed(FetchResult.Kind.REDIRECT_LOOP, "redirects in a circle");
      }
      if (seen.size() > settings.limits().redirects()) {
        return failed(
            FetchResult.Kind.TOO_MANY_REDIRECTS,
            "redirects more than " + settings.limits().redirects() + " times");
      }
      downgraded |= down;
      permanentSoFar &= permanent && !downgraded;
      movedTo = permanentSoFar ? next : movedTo;
      at = next;
      return null;
    }

    private boolean carriesSecret() {
      return request.findForm().isPresent() || request.url().carriesSecret();
    }

    /**
     * Credentials stay with the origin they were given for; those a server writes into a redirect
     * are not ours to send.
     */
    private WebAddress withRightfulCredentials(WebAddress target) {
      WebAddress bare = target.withoutCredentials();
      boolean ours = bare.origin().equals(request.url().origin());
      return ours ? request.url().findUserInfo().map(bare::withCredentials).orElse(bare) : bare;
    }

    /** Header bytes arrive as Latin-1; servers that do not escape their addresses mean UTF-8. */
    private static String decoded(String location) {
      byte[] bytes = location.getBytes(StandardCharsets.ISO_8859_1);
      return new String(bytes, StandardCharsets.UTF_8);
    }

    private FetchResult.Trail trail(boolean partial) {
      return movedTo == null && !downgraded && !partial
          ? FetchResult.Trail.DIRECT
          : new FetchResult.Trail(movedTo, downgraded, partial);
    }

    private FetchResult failed(FetchResult.Kind kind, String what) {
      return new FetchResult.Failed(kind, at.host() + " " + what);
    }
  }
}
