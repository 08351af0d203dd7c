package org.tagwire.server.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.server.words.Edition;

/**
 * Where every request comes in and every answer goes out: admission, security headers, freshness,
 * compression. The only class that touches an HTTP request or response. Safe for use by many
 * threads.
 *
 * <p>A page is fresh as long as the news (the change number) and the wording of its times (the
 * minute) stay the same, so one validator serves all of them and an unchanged page costs no
 * question at all.
 */
public final class Door {
  private static final int WORTH_COMPRESSING = 1400;
  private static final List<String> PROXY_HEADERS =
      List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto");
  private static final int PICTURES_AT_ONCE = 300;
  private static final int PICTURES_A_SECOND = 20;
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final SiteContext context;
  private final Admission admission;
  private final String policy;
  private final String build;
  private final Budget pictures = new Budget(PICTURES_AT_ONCE, PICTURES_A_SECOND, System::nanoTime);

  /**
   * @param build changes whenever the same news would look different: style, templates, options
   */
  public Door(SiteContext context, String build) {
    this.context = context;
    this.admission = new Admission(context.options(), context.password());
    this.policy = policy(context.pictures());
    this.build = build;
  }

  /** Answers a request with what {@code handler} makes of the visit. */
  public void open(
      Context http, Edition edition, Function<Visit, Reply> handler, Refusals refusals) {
    dress(http);
    switch (admission.judge(knock(http))) {
      case Admission.Admitted admitted -> answer(http, edition, admitted.audience(), handler);
      case Admission.UnknownHost unknown -> send(http, refusals.of(421, edition, ""));
      case Admission.ForeignWrite foreign -> send(http, refusals.of(403, edition, ""));
      case Admission.PasswordNeeded needed -> {
        http.header("WWW-Authenticate", "Basic realm=\"Tagwire\", charset=\"UTF-8\"");
        send(http, refusals.of(401, edition, ""));
      }
    }
  }

  /**
   * Refuses a request for which nothing is there, or which broke; who may not come in learns only
   * that.
   */
  public void refuse(Context http, int status, Edition edition, String number, Refusals refusals) {
    open(http, edition, visit -> refusals.of(status, edition, number), refusals);
  }

  /** Sends what never changes under its name; it is the same for everybody. */
  public void sendAsset(Context http, Reply reply) {
    dress(http);
    http.header("Cache-Control", FOREVER);
    send(http, reply);
  }

  /**
   * Shows a picture to whom the site is open. It has no rights at all on its page, and anonymous
   * readers have a budget.
   */
  public void show(Context http, Function<Ticket, Exhibit> handler) {
    dress(http);
    http.header("Content-Security-Policy", "default-src 'none'; sandbox");
    http.header("Cross-Origin-Resource-Policy", "same-origin");
    boolean admitted = admission.judge(knock(http)) instanceof Admission.Admitted;
    send(http, admitted ? affordable(http, handler) : Exhibit.none());
  }

  private Exhibit affordable(Context http, Function<Ticket, Exhibit> handler) {
    boolean free = context.options().isPrivate() || pictures.spend(client(http));
    return free ? handler.apply(ticket(http)) : Exhibit.tooOften();
  }

  private static Ticket ticket(Context http) {
    return new Ticket(
        http.pathParam("signature"), http.pathParam("width"), http.pathParam("address"));
  }

  /** A proxy writes behind the others from where it was asked. */
  private static String client(Context http) {
    String forwarded = http.header("X-Forwarded-For");
    return forwarded == null
        ? http.ip()
        : http.ip() + " " + forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  private static void send(Context http, Exhibit exhibit) {
    boolean shown = exhibit.reply().status() == 200;
    String tag = '"' + exhibit.version() + '"';
    http.header(
        "Cache-Control", shown ? "private, max-age=" + exhibit.fresh().toSeconds() : "no-store");
    if (shown) {
      http.header("ETag", tag);
      http.header("Accept-Ranges", "none");
    }
    if (shown && tag.equals(http.header("If-None-Match"))) {
      http.status(304);
      return;
    }
    http.status(exhibit.reply().status());
    http.contentType(exhibit.reply().type());
    http.result(exhibit.reply().body());
  }

  /**
   * Takes in what a hub sends. It needs no password, since nobody else knows the path; nothing of
   * the answer may be kept.
   */
  public void receive(Context http, Function<Letter, Reply> handler) {
    dress(http);
    http.header("Cache-Control", "no-store");
    if (!admission.isMeant(knock(http))) {
      send(http, Reply.text(421, "This is another site."));
    } else {
      send(http, handler.apply(letter(http)));
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
    return policy;
  }

  private void answer(
      Context http, Edition edition, Audience audience, Function<Visit, Reply> handler) {
    Instant now = context.clock().instant();
    String tag = validator(audience, now);
    http.header("Cache-Control", audience == Audience.OWNER ? "private, no-cache" : "no-cache");
    http.header("Vary", "Accept-Encoding, Authorization");
    if (tag.equals(http.header("If-None-Match"))) {
      http.header("ETag", tag);
      http.status(304);
      return;
    }
    Reply reply = handler.apply(visit(http, edition, audience, now));
    if (reply.status() == 200) {
      http.header("ETag", tag);
    }
    send(http, reply);
  }

  private String validator(Audience audience, Instant now) {
    return "W/\""
        + context.change().getAsLong()
        + "-"
        + now.getEpochSecond() / 60
        + "-"
        + build
        + (audience == Audience.OWNER ? "o\"" : "p\"");
  }

  private Visit visit(Context http, Edition edition, Audience audience, Instant now) {
    return new Visit(edition, audience, now, origin(http), http.pathParamMap(), query(http));
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

  private static Knock knock(Context http) {
    return new Knock(
        http.req().getMethod(),
        http.header("Host"),
        PROXY_HEADERS.stream().anyMatch(h -> http.header(h) != null),
        http.header("Origin"),
        http.header("Sec-Fetch-Site"),
        http.header("Authorization"));
  }

  private void dress(Context http) {
    http.header("Content-Security-Policy", policy);
    http.header("X-Content-Type-Options", "nosniff");
    http.header("Referrer-Policy", "no-referrer");
    http.header("Cross-Origin-Opener-Policy", "same-origin");
    if (context.options().isPrivate()) {
      http.header("X-Robots-Tag", "noindex, nofollow");
    }
  }

  /** Only where the owner wants it so do browsers load pictures from their publishers. */
  private static String policy(PictureWay pictures) {
    return "default-src 'none'; style-src 'self'; img-src 'self'"
        + (pictures instanceof PictureWay.Direct ? " https: http:" : "")
        + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  }

  private static void send(Context http, Reply reply) {
    http.status(reply.status());
    http.contentType(reply.type());
    reply.findLocation().ifPresent(place -> http.header("Location", place));
    boolean zip =
        reply.body().length >= WORTH_COMPRESSING && asksForGzip(http.header("Accept-Encoding"));
    if (zip) {
      http.header("Content-Encoding", "gzip");
    }
    byte[] body = zip ? gzip(reply.body()) : reply.body();
    http.header("Content-Length", Integer.toString(body.length));
    http.result(body);
  }

  private static boolean asksForGzip(@Nullable String accepted) {
    if (accepted == null) {
      return false;
    }
    String lower = accepted.toLowerCase(Locale.ROOT);
    int gzip = lower.indexOf("gzip");
    return gzip >= 0 && !lower.substring(gzip).replace(" ", "").matches("gzip;q=0(\\.0*)?(,.*)?");
  }

  private static byte[] gzip(byte[] body) {
    var bytes = new ByteArrayOutputStream(body.length / 3);
    try (var out = new Gzip(bytes)) {
      out.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  /** Text shrinks to a third at the lowest level already, at a fraction of the time. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
