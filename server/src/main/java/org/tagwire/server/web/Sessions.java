package org.tagwire.server.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the owner is signed in. Safe for use by many threads.
 *
 * <p>A session is 256 random bits in a cookie; only their SHA-256 is kept, so neither the store nor
 * a backup can sign anybody in. It ends when it is closed, after {@link #IDLE} without use, and
 * when more than {@link #MOST} are open, the one longest unused first. Every sign-in gives a new
 * one, never one that came with the request.
 */
public final class Sessions {
  /** How long a session lasts unused. */
  public static final Duration IDLE = Duration.ofDays(30);

  /** How many may be open at once. */
  public static final int MOST = 20;

  /** What is kept need not follow every request. */
  private static final Duration NOTED = Duration.ofHours(1);

  private final SecureRandom random;
  private final Consumer<String> shelf;
  private volatile List<Session> open;

  private record Session(String id, Instant opened, Instant seen) {
    static Optional<Session> parse(String line) {
      String[] part = line.split(" ", -1);
      boolean whole =
          part.length == 3 && part[0].matches("[0-9a-f]{64}") && part[1].matches("\\d{1,11}");
      return whole && part[2].matches("\\d{1,11}")
          ? Optional.of(new Session(part[0], second(part[1]), second(part[2])))
          : Optional.empty();
    }

    private static Instant second(String written) {
      return Instant.ofEpochSecond(Long.parseLong(written));
    }

    String line() {
      return id + " " + opened.getEpochSecond() + " " + seen.getEpochSecond();
    }

    boolean isOver(Instant now) {
      return now.isAfter(seen.plus(IDLE));
    }
  }

  /**
   * @param kept what was last given to {@code shelf}; empty for nothing
   * @param shelf keeps what it is given over a restart
   */
  public Sessions(SecureRandom random, String kept, Consumer<String> shelf) {
    this.random = random;
    this.shelf = shelf;
    this.open = kept.lines().map(Session::parse).flatMap(Optional::stream).limit(MOST).toList();
  }

  /** Returns sessions that end with the process. */
  public static Sessions inMemory() {
    return new Sessions(new SecureRandom(), "", kept -> {});
  }

  /** Opens a session and returns the value of its cookie. */
  public synchronized String open(Instant now) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    List<Session> next = new ArrayList<>();
    next.add(new Session(id(value), now, now));
    open.stream()
        .filter(s -> !s.isOver(now))
        .sorted((a, b) -> b.seen().compareTo(a.seen()))
        .limit(MOST - 1)
        .forEach(next::add);
    keep(next);
    return value;
  }

  /** Finds the id of the session whose cookie this is, and notes that it is in use. */
  public Optional<String> find(@Nullable String cookie, Instant now) {
    List<Session> all = open;
    if (cookie == null || cookie.length() != 43 || all.isEmpty()) {
      return Optional.empty();
    }
    byte[] id = id(cookie).getBytes(StandardCharsets.US_ASCII);
    for (Session session : all) {
      byte[] known = session.id().getBytes(StandardCharsets.US_ASCII);
      if (MessageDigest.isEqual(id, known) && !session.isOver(now)) {
        note(session, now);
        return Optional.of(session.id());
      }
    }
    return Optional.empty();
  }

  /** Returns whether a session still is open, for what outlasts a request. */
  public boolean isOpen(String id) {
    return open.stream().anyMatch(s -> s.id().equals(id));
  }

  /** Returns how many are open. */
  public int count(Instant now) {
    return (int) open.stream().filter(s -> !s.isOver(now)).count();
  }

  private void note(Session session, Instant now) {
    if (now.isAfter(session.seen().plus(NOTED))) {
      renew(session, now);
    }
  }

  private synchronized void renew(Session session, Instant now) {
    keep(
        open.stream()
            .map(s -> s.id().equals(session.id()) ? new Session(s.id(), s.opened(), now) : s)
            .toList());
  }

  /** Ends a session; the next request with its cookie is a stranger's. */
  public synchronized void close(String id) {
    keep(open.stream().filter(s -> !s.id().equals(id)).toList());
  }

  /** Ends all sessions. */
  public synchronized void closeAll() {
    keep(List.of());
  }

  private void keep(List<Session> next) {
    open = List.copyOf(next);
    shelf.accept(next.stream().map(Session::line).collect(Collectors.joining("\n")));
  }

  private static String id(String cookie) {
    try {
      byte[] bytes = cookie.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
