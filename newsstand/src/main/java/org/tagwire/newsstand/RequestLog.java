package org.tagwire.newsstand;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.newsstand.http.Answer;
import org.tagwire.newsstand.http.Request;

/** The newest requests of a stand, oldest of them first. Safe for use by many threads. */
public final class RequestLog {

  /**
   * One request and its outcome.
   *
   * @param time when, by the stand's clock
   * @param host the publisher that was asked
   * @param method GET or HEAD
   * @param target path and query
   * @param userAgent who asked
   * @param ifNoneMatch the conditional header, if sent
   * @param ifModifiedSince the conditional header, if sent
   * @param status the answer's status; 0 where the connection was reset instead
   */
  public record Entry(
      Instant time,
      String host,
      String method,
      String target,
      @Nullable String userAgent,
      @Nullable String ifNoneMatch,
      @Nullable String ifModifiedSince,
      int status) {

    /** The target without its query. */
    public String path() {
      int query = target.indexOf('?');
      return query < 0 ? target : target.substring(0, query);
    }

    /** Whether the request carried a conditional header. */
    public boolean conditional() {
      return ifNoneMatch != null || ifModifiedSince != null;
    }
  }

  private final int capacity;
  private final Deque<Entry> entries = new ArrayDeque<>();

  RequestLog(int capacity) {
    this.capacity = capacity;
  }

  /** All requests that are kept. */
  public synchronized List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The requests that are kept for one host. */
  public List<Entry> entries(String host) {
    return entries().stream().filter(entry -> entry.host().equals(host)).toList();
  }

  /** The newest request, if any. */
  public synchronized Optional<Entry> findLast() {
    return Optional.ofNullable(entries.peekLast());
  }

  /** Forgets all requests. */
  public synchronized void clear() {
    entries.clear();
  }

  synchronized void add(Instant time, String host, Request request, Answer answer) {
    if (entries.size() == capacity) {
      entries.removeFirst();
    }
    entries.addLast(
        new Entry(
            time,
            host,
            request.method(),
            request.target(),
            request.header("user-agent").orElse(null),
            request.header("if-none-match").orElse(null),
            request.header("if-modified-since").orElse(null),
            answer instanceof Answer.Full full ? full.status() : 0));
  }
}
