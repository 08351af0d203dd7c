package org.tagwire.server.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Carries answers out: in the headers that all of them wear, compressed where that is worth it, and
 * for as long as they go on. Safe for use by many threads.
 */
final class Messenger {
  private static final int WORTH_COMPRESSING = 1400;
  private static final long HEARD_OUT = 256 * 1024;
  private static final long HEARD_AFTERWARDS = 16 << 20;

  private final String policy;
  private final boolean isPrivate;
  private final Proxies proxies;
  private final Seats seats = new Seats();

  Messenger(SiteContext context) {
    this.policy = policy(context.pictures());
    this.isPrivate = context.options().isPrivate();
    this.proxies = context.limits().proxies();
  }

  /** Returns the content security policy of every answer. */
  String policy() {
    return policy;
  }

  /** Puts on what every answer wears. */
  void dress(Context http) {
    http.header("Content-Security-Policy", policy);
    http.header("X-Content-Type-Options", "nosniff");
    // with no-referrer browsers say of our own forms, too, that they come from nowhere (Fetch 4.6)
    http.header("Referrer-Policy", "same-origin");
    http.header("Cross-Origin-Opener-Policy", "same-origin");
    if (isPrivate) {
      http.header("X-Robots-Tag", "noindex, nofollow");
    }
  }

  /** Only where the owner wants it so do browsers load pictures from their publishers. */
  private static String policy(PictureWay pictures) {
    return "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
        + " manifest-src 'self'; require-trusted-types-for 'script'; trusted-types 'none';"
        + " img-src 'self'"
        + (pictures instanceof PictureWay.Direct ? " https: http:" : "")
        + "; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
  }

  /** Sends a picture, unless it is known already. */
  void send(Context http, Exhibit exhibit) {
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

  /** Sends an answer, whole or for as long as it goes on. */
  void send(Context http, Reply reply) {
    boolean unheard = !http.req().getMethod().equals("GET") && !hearsOut(http);
    if (unheard) {
      http.header("Connection", "close");
    }
    http.status(reply.status());
    http.contentType(reply.type());
    reply.findLocation().ifPresent(place -> http.header("Location", place));
    reply.headers().forEach(http::header);
    if (reply.findTicker().isPresent()) {
      tick(http, reply.findTicker().get());
      return;
    }
    boolean zip =
        reply.body().length >= WORTH_COMPRESSING && asksForGzip(http.header("Accept-Encoding"));
    if (zip) {
      http.header("Content-Encoding", "gzip");
    }
    write(http, zip ? gzip(reply.body()) : reply.body());
    if (unheard) {
      hearOn(http);
    }
  }

  /**
   * Hears the rest of what is refused, so that the answer is not lost with the connection (RFC 9112
   * section 9.6). Returns whether that was all; what is announced longer is answered first, since
   * it may never come.
   */
  private static boolean hearsOut(Context http) {
    try {
      return http.req().getContentLengthLong() <= HEARD_OUT
          && http.req().getInputStream().skip(HEARD_OUT) < HEARD_OUT;
    } catch (IOException cut) {
      return false;
    }
  }

  /** Hears on after the answer, for as long as a body that anybody means may be. */
  private static void hearOn(Context http) {
    try {
      http.res().flushBuffer();
      http.req().getInputStream().skip(HEARD_AFTERWARDS);
    } catch (IOException gone) {
      // Whoever spoke has the answer and has left.
    }
  }

  /** Straight to the server, which sends a whole body at once and copies nothing. */
  private static void write(Context http, byte[] body) {
    http.res().setContentLength(body.length);
    try {
      http.res().getOutputStream().write(body);
    } catch (IOException gone) {
      // The reader has left.
    }
  }

  /** Goes on until the reader leaves or the ticker ends. No proxy may gather what it says. */
  private void tick(Context http, Ticker ticker) {
    String caller = Caller.of(http.req(), proxies).address();
    if (!seats.take(caller)) {
      http.status(503);
      http.header("Retry-After", Long.toString(Seats.COME_BACK.toSeconds()));
      http.header("Content-Length", "0");
      return;
    }
    try {
      http.header("Cache-Control", "no-store");
      http.header("X-Accel-Buffering", "no");
      http.res().flushBuffer();
      if (!http.req().getMethod().equals("HEAD")) {
        ticker.run(http.res().getOutputStream());
      }
    } catch (IOException gone) {
      // The reader has left, which is how most tickers end.
    } finally {
      seats.leave(caller);
    }
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
