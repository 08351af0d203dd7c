package org.tagwire.server.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer, ready to be sent. The array is handed over and never changed afterwards.
 *
 * @param status the HTTP status
 * @param type the media type, with its charset
 * @param body what is sent
 * @param location where to go instead, for a redirect
 * @param headers what else the answer says, by header
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the writer to the socket
public record Reply(
    int status, String type, byte[] body, @Nullable String location, Map<String, String> headers) {
  public static final String HTML = "text/html; charset=utf-8";
  public static final String TEXT = "text/plain; charset=utf-8";
  public static final String JSON = "application/json";
  public static final String PROBLEM = "application/problem+json";

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply of(String type, byte[] body) {
    return new Reply(200, type, body, null, Map.of());
  }

  public static Reply of(int status, String type, byte[] body) {
    return new Reply(status, type, body, null, Map.of());
  }

  /** Answers in one line of plain text. */
  public static Reply text(int status, String line) {
    return new Reply(status, TEXT, (line + "\n").getBytes(StandardCharsets.UTF_8), null, Map.of());
  }

  /** Answers that the thing asked for stands at {@code path} for good. */
  public static Reply movedTo(String path) {
    return new Reply(301, TEXT, (path + "\n").getBytes(StandardCharsets.UTF_8), path, Map.of());
  }

  /** Answers that what was asked for stands at {@code path} just now (302). */
  public static Reply foundAt(String path) {
    byte[] body = (path + "\n").getBytes(StandardCharsets.UTF_8);
    return new Reply(302, TEXT, body, path, Map.of());
  }

  /** Answers that it is done, and that the page at {@code path} shows it (303). */
  public static Reply seeOther(String path) {
    byte[] body = (path + "\n").getBytes(StandardCharsets.UTF_8);
    return new Reply(303, TEXT, body, path, Map.of());
  }

  /** Returns the same answer with one more header. */
  public Reply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, body, location, more);
  }

  public Optional<String> findLocation() {
    return Optional.ofNullable(location);
  }
}
