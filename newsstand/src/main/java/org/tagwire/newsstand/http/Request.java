package org.tagwire.newsstand.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The head of one HTTP request.
 *
 * @param method as sent, such as GET
 * @param target path and query, beginning with a slash
 * @param headers by name in lower case; of repeated fields the last
 */
public record Request(String method, String target, Map<String, String> headers) {

  public Request {
    if (!target.startsWith("/")) {
      throw new IllegalArgumentException("a target begins with a slash, was " + target);
    }
    headers = Map.copyOf(headers);
  }

  /** The value of a header, by name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether only the head of the answer is wanted. */
  public boolean wantsHeadOnly() {
    return method.equals("HEAD");
  }

  /** Whether the client takes gzip (RFC 9110, 12.5.3); a weight of nought is a refusal. */
  public boolean acceptsGzip() {
    for (String coding : header("accept-encoding").orElse("").split(",", -1)) {
      String[] parts = coding.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
      if (parts[0].equals("gzip") && !refused) {
        return true;
      }
    }
    return false;
  }
}
