package org.tagwire.server.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer, ready to be sent. The array is handed over and never changed afterwards.
 *
 * @param status the HTTP status
 * @param type the media type, with its charset
 * @param body what is sent
 * @param location where to go instead, for a redirect
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the writer to the socket
public record Reply(int status, String type, byte[] body, @Nullable String location) {
  public static final String HTML = "text/html; charset=utf-8";
  public static final String TEXT = "text/plain; charset=utf-8";
  public static final String JSON = "application/json";
  public static final String PROBLEM = "application/problem+json";

  public static Reply of(String type, byte[] body) {
    return new Reply(200, type, body, null);
  }

  public static Reply of(int status, String type, byte[] body) {
    return new Reply(status, type, body, null);
  }

  /** Answers in one line of plain text. */
  public static Reply text(int status, String line) {
    return new Reply(status, TEXT, (line + "\n").getBytes(StandardCharsets.UTF_8), null);
  }

  /** Answers that the thing asked for stands at {@code path} for good. */
  public static Reply movedTo(String path) {
    return new Reply(301, TEXT, (path + "\n").getBytes(StandardCharsets.UTF_8), path);
  }

  public Optional<String> findLocation() {
    return Optional.ofNullable(location);
  }
}
