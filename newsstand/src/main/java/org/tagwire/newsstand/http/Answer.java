package org.tagwire.newsstand.http;

import java.util.List;

/** What is sent back: an HTTP answer, or nothing but a reset. */
public sealed interface Answer {

  /**
   * An HTTP answer. The server itself adds Content-Length (where the body knows it), Connection and
   * nothing else.
   */
  record Full(int status, List<Header> headers, Body body) implements Answer {
    public Full {
      headers = List.copyOf(headers);
    }
  }

  /** The connection is reset (TCP RST) without a byte. */
  record Reset() implements Answer {}
}
