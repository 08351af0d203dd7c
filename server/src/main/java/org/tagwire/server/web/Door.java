package org.tagwire.server.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.server.words.Edition;

/**
 * Where every request comes in, and is answered for whom it is let in: admission, limits, forms,
 * freshness. With its {@link Messenger}, who carries the answers out, the only one that touches
 * what the site is asked and answers over HTTP. Safe for use by many threads.
 *
 * <p>A page is fresh as long as the news (the change number) and the wording of its times stay the
 * same ({@link Freshness}), which its validator tells by itself, so that an unchanged page costs no
 * question at all. Who is not the owner may ask only so often ({@link Turnstile}).
 */
public final class Door {
  private static final List<String> PROXY_HEADERS =
      List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String VARY = "Accept-Encoding, Authorization, Cookie";
  private static final int PICTURES_A_SECOND = 20;
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final SiteContext context;
  private final Admission admission;
  private final SessionCookie cookie;
  private final AtomicLong deeds = new AtomicLong();
  private final Messenger messenger;
  private final Freshness freshness;
  private final Turnstile turnstile;
  private final Turnstile pictures = Turnstile.perSecond(PICTURES_A_SECOND);

  /**
   * @param build changes whenever the same news would look different: style, templates, options
   */
  public Door(SiteContext context, String build) {
    this.context = context;
    this.admission = new Admission(context.options(), context.keys());
    this.cookie = new SessionCookie(context.options());
    this.messenger = new Messenger(context);
    this.freshness = new Freshness(build, context.options().zone());
    this.turnstile = Turnstile.perSecond(context.limits().perSecond());
  }

  /** Answers a request with what {@code handler} makes of the visit. */
  public void open(Context http, Guard guard, Edition edition, Function<Visit, Reply> handler) {
    admit(
        http,
        guard,
        edition,
        in -> {
          if (guard.who() == Who.OWNER) {
            sendOnce(http, handler.apply(visit(http, edition, in)));
          } else {
            answer(http, edition, in, handler);
          }
        });
  }

  /**
   * Takes in a form. Here, and nowhere else, stands what keeps another site's page from sending one
   * in a visitor's name: the request must come from our own pages, as far as the browser says, and
   * carry the mark that only our own page could give it.
   */
  public void take(Context http, Guard guard, Edition edition, Action action) {
    admit(
        http,
        guard,
        edition,
        in -> {
          Visit visit = visit(http, edition, in);
          sendOnce(http, take(http, guard, visit, in, action));
        });
  }

  private Reply take(Context http, Guard guard, Visit visit, Admission.Admitted in, Action action) {
    // the router believes X-HTTP-Method-Override, so a GET may come this far
    if (!http.req().getMethod().equals("POST")) {
      return guard.refusals().of(405, visit.edition(), "").with("Allow", "POST");
    }
    String type = http.header("Content-Type");
    boolean parcel = guard.files() && Parcel.isNamedBy(type);
    if (!parcel && !isForm(type)) {
      return guard.refusals().of(415, visit.edition(), "");
    }
    Optional<byte[]> body;
    try {
      body = body(http, guard.most());
    } catch (IOException cut) {
      return guard.refusals().of(400, visit.edition(), "");
    }
    if (body.isEmpty()) {
      return guard.refusals().of(413, visit.edition(), "");
    }
    Optional<Form> form =
        type != null && parcel ? Parcel.open(type, body.get()) : Form.parse(body.get());
    if (form.isEmpty()) {
      return guard.refusals().of(400, visit.edition(), "");
    }
    if (!context.keys().wrote(form.get().raw(Form.TOKEN), in, visit.now())) {
      return guard.refusals().of(403, visit.edition(), "");
    }
    try {
      return action.take(visit, form.get());
    } finally {
      deeds.incrementAndGet();
    }
  }

  private static boolean isForm(@Nullable String type) {
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT).replace(" ", "");
    return lower.equals(FORM) || lower.equals(FORM + ";charset=utf-8");
  }

  private void admit(
      Context http, Guard guard, Edition edition, Consumer<Admission.Admitted> inside) {
    messenger.dress(http);
    Instant now = context.clock().instant();
    Admission.Verdict verdict = admission.judge(knock(http), now);
    Duration wait = isOwner(verdict) ? Duration.ZERO : turnstile.pass(caller(http), now);
    if (!wait.isZero()) {
      http.header("Retry-After", Long.toString(wait.toSeconds() + 1));
      messenger.send(http, guard.refusals().of(429, edition, ""));
      return;
    }
    switch (verdict) {
      case Admission.Admitted in -> {
        if (guard.who() == Who.OWNER && in.audience() != Audience.OWNER) {
          lock(http, guard, edition);
        } else {
          inside.accept(in);
        }
      }
      case Admission.UnknownHost unknown ->
          messenger.send(http, guard.refusals().of(421, edition, ""));
      case Admission.ForeignWrite foreign ->
          messenger.send(http, guard.refusals().of(403, edition, ""));
      case Admission.PasswordNeeded needed -> {
        if (guard.who() == Who.STRANGERS) {
          inside.accept(Admission.STRANGER);
        } else {
          lock(http, guard, edition);
        }
      }
    }
  }

  private static boolean isOwner(Admission.Verdict verdict) {
    return verdict instanceof Admission.Admitted in && in.audience() == Audience.OWNER;
  }

  private String caller(Context http) {
    return Caller.of(http.req(), context.limits().proxies()).address();
  }

  /**
   * Asks for the password: browsers by the page that is sent, other clients by HTTP. A browser that
   * is offered Basic authentication shows a dialog of its own, so it is told the scheme of
   * draft-broyer-http-cookie-auth instead.
   */
  private void lock(Context http, Guard guard, Edition edition) {
    String accept = http.header("Accept");
    boolean browser = accept != null && accept.contains("text/html");
    http.header(
        "WWW-Authenticate",
        (browser ? "Cookie realm=\"Tagwire\"" : "Basic realm=\"Tagwire\", charset=\"UTF-8\""));
    sendOnce(http, guard.refusals().locked(visit(http, edition, Admission.STRANGER)));
  }

  /** Sends what is for this visitor and this moment only. */
  private void sendOnce(Context http, Reply reply) {
    http.header("Cache-Control", "no-store");
    http.header("Vary", VARY);
    messenger.send(http, reply);
  }

  /**
   * Refuses a request for which nothing is there, or which broke; who may not come in learns only
   * that.
   */
  public void refuse(Context http, int status, Edition edition, String number, Refusals refusals) {
    open(http, Guard.of(refusals), edition, visit -> refusals.of(status, edition, number));
  }

  /** Sends what never changes under its name; it is the same for everybody. */
  public void sendAsset(Context http, Reply reply) {
    messenger.dress(http);
    http.header("Cache-Control", FOREVER);
    messenger.send(http, reply);
  }

  /**
   * Shows a picture to whom the site is open. It has no rights at all on its page, and anonymous
   * readers have a budget.
   */
  public void show(Context http, Function<Ticket, Exhibit> handler) {
    messenger.dress(http);
    http.header("Content-Security-Policy", "default-src 'none'; sandbox");
    http.header("Cross-Origin-Resource-Policy", "same-origin");
    Instant now = context.clock().instant();
    Admission.Verdict verdict = admission.judge(knock(http), now);
    if (!(verdict instanceof Admission.Admitted)) {
      messenger.send(http, Exhibit.none());
    } else if (isOwner(verdict) || pictures.pass(caller(http), now).isZero()) {
      messenger.send(http, handler.apply(ticket(http)));
    } else {
      messenger.send(http, Exhibit.tooOften());
    }
  }

  private static Ticket ticket(Context http) {
    return new Ticket(
        http.pathParam("signature"), http.pathParam("width"), http.pathParam("address"));
  }

  /**
   * Takes in what a hub sends. It needs no password, since nobody else knows the path; nothing of
   * the answer may be kept.
   */
  public void receive(Context http, Function<Letter, Reply> handler) {
    messenger.dress(http);
    http.header("Cache-Control", "no-store");
    if (!admission.isMeant(knock(http))) {
      messenger.send(http, Reply.text(421, "This is another site."));
    } else {
      messenger.send(http, handler.apply(letter(http)));
    }
  }

  private static Letter letter(Context http) {
    return new Letter(
        http.pathParam(Letter.ID),
        query(http),
        http.header("X-Hub-Signature"),
        most -> body(http, most));
  }

  private static Optional<byte[]> body(Context http, int most) throws IOException {
    if (http.req().getContentLengthLong() > most) {
      return Optional.empty();
    }
    byte[] body = http.req().getInputStream().readNBytes(most + 1);
    return body.length > most ? Optional.empty() : Optional.of(body);
  }

  /** Returns the content security policy of every answer. */
  public String policy() {
    return messenger.policy();
  }

  private void answer(
      Context http, Edition edition, Admission.Admitted in, Function<Visit, Reply> handler) {
    Visit visit = visit(http, edition, in);
    String stamp = stamp(visit);
    http.header("Vary", VARY);
    Optional<Instant> held = Freshness.findUntil(http.header("If-None-Match"), stamp, visit.now());
    if (held.isPresent()) {
      validate(http, visit, stamp, held.get());
      http.status(304);
      return;
    }
    Reply reply = handler.apply(visit);
    if (reply.status() == 200 && reply.isWhole()) {
      validate(http, visit, stamp, freshness.until(reply.findUntil(), visit.now()));
    } else {
      http.header("Cache-Control", visit.isOwner() ? "private, no-cache" : "no-cache");
    }
    messenger.send(http, reply);
  }

  private static void validate(Context http, Visit visit, String stamp, Instant until) {
    http.header("ETag", Freshness.validator(stamp, until));
    http.header("Cache-Control", Freshness.keeping(visit.audience(), until, visit.now()));
  }

  /** The owner's pages carry marked forms, so no two sessions have a page in common. */
  private String stamp(Visit visit) {
    long number = context.change().getAsLong() + deeds.get();
    return freshness.stamp(number, visit.isOwner() ? "o" + visit.token().substring(0, 6) : "p");
  }

  private Visit visit(Context http, Edition edition, Admission.Admitted in) {
    Instant now = context.clock().instant();
    Badge badge =
        new Badge(
            caller(http), in.findSession().orElse(null), context.keys().mark(in, now), place(http));
    return new Visit(
        edition, in.audience(), now, origin(http), http.pathParamMap(), query(http), badge);
  }

  private static String place(Context http) {
    String query = http.queryString();
    return http.req().getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static Map<String, String> query(Context http) {
    Map<String, String> query = new HashMap<>();
    if (http.queryString() != null) {
      http.queryParamMap().forEach((name, values) -> query.put(name, values.getFirst()));
    }
    return query;
  }

  private String origin(Context http) {
    return context
        .options()
        .findBaseUrl()
        .map(base -> base.getScheme() + "://" + base.getRawAuthority())
        .orElseGet(() -> "http://" + http.header("Host"));
  }

  private Knock knock(Context http) {
    return new Knock(
        http.req().getMethod(),
        http.header("Host"),
        PROXY_HEADERS.stream().anyMatch(h -> http.header(h) != null),
        http.header("Origin"),
        http.header("Sec-Fetch-Site"),
        http.header("Authorization"),
        http.cookie(cookie.name()));
  }
}
