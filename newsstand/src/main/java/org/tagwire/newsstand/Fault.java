package org.tagwire.newsstand;

import java.time.Duration;

/** A way in which a publisher misbehaves on purpose. */
public sealed interface Fault {

  /** Every request is answered 304, also unconditional ones. */
  record AlwaysNotModified() implements Fault {}

  /** 429 with Retry-After in seconds. */
  record TooManyRequests(Duration retryAfter) implements Fault {}

  /** An error status, such as 500 or 503. */
  record ServerError(int status) implements Fault {
    public ServerError {
      if (status < 500 || status > 599) {
        throw new IllegalArgumentException("a server error is 500–599, was " + status);
      }
    }
  }

  /** Faults that spoil the answer's body and leave alone what has none. */
  sealed interface OfBody extends Fault {}

  /** The right bytes, one at a time, with a pause of real time after each. */
  record SlowDrip(Duration pause) implements OfBody {}

  /** Two addresses that redirect to each other. */
  record RedirectLoop() implements Fault {}

  /** The connection is reset before a byte is sent. */
  record ConnectionReset() implements Fault {}

  /** Gzip that breaks off in the middle, with a Content-Length that fits the part. */
  record TruncatedGzip() implements OfBody {}

  /** The right bytes under another charset in Content-Type. */
  record WrongCharset(String charset) implements OfBody {}

  /** The right bytes, followed by spaces up to this many bytes. */
  record HugeBody(long bytes) implements OfBody {}
}
