package org.tagwire.fetch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.WebAddress;

/**
 * What came of one fetch. Every outcome that the web can bring is one of these; only bugs throw.
 */
public sealed interface FetchResult {

  /**
   * A body came.
   *
   * @param body decoded bytes, owned by the receiver
   * @param url where they came from, after redirects
   * @param headers what the answer said
   * @param validators for the next request; none when the body was cut short
   * @param trail how it was reached
   */
  @SuppressWarnings(
      "ArrayRecordComponent") // handed over once; copying 16 MiB would double the memory
  record Fetched(
      byte[] body, WebAddress url, ResponseHeaders headers, Validators validators, Trail trail)
      implements FetchResult {
    public Optional<String> findContentType() {
      return headers.find("content-type");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Fetched that
          && url.equals(that.url)
          && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
      return url.hashCode();
    }

    @Override
    public String toString() {
      return "Fetched[" + url + ", " + body.length + " bytes]";
    }
  }

  /**
   * Nothing changed since the validators were given.
   *
   * @param headers what the answer said; caching headers may differ from the last
   * @param trail how it was reached
   */
  record NotModified(ResponseHeaders headers, Trail trail) implements FetchResult {}

  /**
   * The answer lies elsewhere and was not followed, because credentials would have travelled in the
   * clear.
   *
   * @param to where it points
   * @param permanent whether it says for good
   */
  record Moved(WebAddress to, boolean permanent) implements FetchResult {}

  /**
   * The server asks us to come later (429, 503 with Retry-After), or the host is still being left
   * alone for such an answer.
   *
   * @param delay how long, at most 24 hours; absent when it did not say
   * @param wholeHost whether it concerns all of the host (429) or this address (503)
   * @param asked whether it was asked at all; else the host is still left alone for what it
   *     answered before
   */
  record RateLimited(@Nullable Duration delay, boolean wholeHost, boolean asked)
      implements FetchResult {
    /** The server answered so. */
    public RateLimited(@Nullable Duration delay, boolean wholeHost) {
      this(delay, wholeHost, true);
    }

    public Optional<Duration> findDelay() {
      return Optional.ofNullable(delay);
    }
  }

  /**
   * We did not ask, or did not read on, by our own rules.
   *
   * @param reason which rule
   * @param message for people: what was refused and what to do
   */
  record Refused(Reason reason, String message) implements FetchResult {}

  /** It is gone for good (410). */
  record Gone() implements FetchResult {}

  /**
   * It did not work.
   *
   * @param kind what sort of failure
   * @param message for people: what happened
   */
  record Failed(Kind kind, String message) implements FetchResult {}

  /**
   * How an answer was reached.
   *
   * @param movedTo where a chain of permanent redirects led, never from https down to http
   * @param downgraded whether some redirect led from https to http
   * @param partial whether the body was cut short; what could be kept is kept
   */
  record Trail(@Nullable WebAddress movedTo, boolean downgraded, boolean partial) {
    /** Straight there, and whole. */
    public static final Trail DIRECT = new Trail(null, false, false);

    public Optional<WebAddress> findMovedTo() {
      return Optional.ofNullable(movedTo);
    }
  }

  /** Our rules. */
  enum Reason {
    ROBOTS,
    ADDRESS_BLOCKED,
    PORT_BLOCKED,
    NOT_HTTP,
    ADDRESS_TOO_LONG,
    TOO_LARGE,
    HEADERS_TOO_LARGE,
    ENCODING_LAYERS;

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Sorts of failure, and whose fault they are. */
  enum Kind {
    /** Our own network, or the proxy it is left through; says nothing about the source. */
    NETWORK_DOWN,
    /** Our proxy answers and does not let us through. */
    PROXY,
    /** Our name server answered that it cannot answer. */
    NAME_SERVER_FAILED,
    /** Our name server did not answer in time. */
    NAME_SERVER_SILENT,
    NAME_UNKNOWN,
    /** The name exists but leads nowhere. */
    NAME_WITHOUT_ADDRESS,
    CONNECT_FAILED,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_SELF_SIGNED,
    CERTIFICATE_UNTRUSTED,
    CERTIFICATE_WRONG_HOST,
    /** The server speaks TLS only in versions nobody should. */
    TLS_OUTDATED,
    TLS_STALLED,
    TLS_CLOSED,
    TLS_TOO_LARGE,
    /** No TLS for any other reason. */
    TLS,
    TIMEOUT,
    TOO_SLOW,
    CONNECTION_LOST,
    PROTOCOL,
    ENCODING,
    REDIRECT_LOOP,
    TOO_MANY_REDIRECTS,
    BAD_REDIRECT,
    UNEXPECTED_304,
    /** 401 and 403. */
    FORBIDDEN,
    /** 404. */
    NOT_FOUND,
    /** 402 and 451: payment or law. */
    RESTRICTED,
    /** Any other status from 400 to 499. */
    CLIENT_ERROR,
    /** A status from 500 on. */
    SERVER_ERROR,
    /** Tagwire is being stopped. */
    INTERRUPTED;

    /** Returns whether it says nothing about the source: our network, our proxy, our shutdown. */
    public boolean isOurs() {
      return switch (this) {
        case NETWORK_DOWN, PROXY, NAME_SERVER_FAILED, NAME_SERVER_SILENT, INTERRUPTED -> true;
        default -> false;
      };
    }

    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
