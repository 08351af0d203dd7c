package org.tagwire.newsstand.http;

import java.io.IOException;

/** A request head that is not HTTP/1.x, with the reason in words. */
final class MalformedRequest extends IOException {

  private static final long serialVersionUID = 1;

  private final String reason;

  MalformedRequest(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
