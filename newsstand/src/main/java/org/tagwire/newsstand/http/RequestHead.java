package org.tagwire.newsstand.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the head of a request (RFC 9112, 2–5), at most 32 KiB of it. */
final class RequestHead {

  private static final int MOST_BYTES = 32 * 1024;

  private final InputStream in;
  private int read;

  private RequestHead(InputStream in) {
    this.in = in;
  }

  /** The next request, or empty when the client ended the connection instead. */
  static Optional<Request> read(InputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return Optional.empty();
    }
    in.reset();
    return Optional.of(new RequestHead(in).request());
  }

  private Request request() throws IOException {
    String[] start = line().split(" ", -1);
    if (start.length != 3 || !start[2].startsWith("HTTP/1.")) {
      throw new MalformedRequest("not an HTTP/1.1 request line");
    }
    if (!start[1].startsWith("/")) {
      throw new MalformedRequest("the target must begin with a slash, was " + start[1]);
    }
    return new Request(start[0], start[1], headers());
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new MalformedRequest("not a header field: " + line);
      }
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  private String line() throws IOException {
    var bytes = new ByteArrayOutputStream(80);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the client left in the middle of a request");
      }
      if (++read > MOST_BYTES) {
        throw new MalformedRequest("the head of the request is over " + MOST_BYTES + " bytes");
      }
      if (b != '\r') {
        bytes.write(b);
      }
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
