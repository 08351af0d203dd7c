package org.tagwire.server.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.store.Upkeep;

/**
 * All that opens the site to its owner: the password, the sessions, the marks of the forms, and the
 * proof by which the first password is set. Safe for use by many threads.
 *
 * <p>Guessing is slowed down for each {@link Household} and for all together. One from which the
 * owner has signed in before has its own measure only, and a session that is open needs none, so
 * strangers who guess do not lock the owner out.
 */
public final class Keys {
  /** Under what the hash of the password is kept. */
  public static final String PASSWORD = "owner-password";

  /** Under what the sessions are kept. */
  public static final String SESSIONS = Upkeep.SESSIONS;

  private static final int MOST_KNOWN = 8;
  private static final String ALL = "";

  private final OwnerPassword password;
  private final Sessions sessions;
  private final Safe safe;
  private final @Nullable String proof;
  private final SecureRandom random = new SecureRandom();
  private final FormTokens tokens = new FormTokens(random);
  private final Turnstile ofClient = new Turnstile(8, Duration.ofSeconds(15));
  private final Turnstile ofAll = new Turnstile(60, Duration.ofSeconds(1));
  private final Set<Household> known = new LinkedHashSet<>();

  /** Where what must outlast a restart is kept. */
  public interface Safe {
    /** Returns what was kept last under a name. */
    Optional<String> find(String name);

    void keep(String name, String value);
  }

  private Keys(OwnerPassword password, Sessions sessions, Safe safe, @Nullable String proof) {
    this.password = password;
    this.sessions = sessions;
    this.safe = safe;
    this.proof = proof;
  }

  /** Returns keys that are kept in memory only. */
  public static Keys of(OwnerPassword password) {
    return new Keys(password, Sessions.inMemory(), new Forgetful(), null);
  }

  /**
   * Returns the keys kept in a safe.
   *
   * @param proof what shows that somebody may set the first password; empty where nobody may
   */
  public static Keys of(Safe safe, Optional<String> proof) {
    OwnerPassword password =
        safe.find(PASSWORD).map(OwnerPassword::of).orElseGet(OwnerPassword::unset);
    Sessions sessions =
        new Sessions(
            new SecureRandom(),
            safe.find(SESSIONS).orElse(""),
            lines -> safe.keep(SESSIONS, lines));
    return new Keys(password, sessions, safe, proof.orElse(null));
  }

  public Sessions sessions() {
    return sessions;
  }

  /** Returns whether a password is set. */
  public boolean isSet() {
    return password.isSet();
  }

  /** Returns whether the first password is still to be set by who has the proof. */
  public boolean isFirstAwaited() {
    return proof != null && !password.isSet();
  }

  /**
   * Opens a session for who knows the password; not while it is being changed, so that none is
   * opened with the old one that outlasts it.
   */
  public synchronized Entry signIn(String written, String client, Instant now) {
    Duration wait = tryOnce(client, now);
    if (!wait.isZero()) {
      return new Later(wait);
    }
    return password.isRight(written) ? open(client, now) : new Wrong();
  }

  /**
   * Sets the first password and opens a session; of several who try at once, one does.
   *
   * @param password of a length that is {@linkplain OwnerPassword#isFit fit}
   */
  public synchronized Entry setFirst(String given, String password, String client, Instant now) {
    Duration wait = tryOnce(client, now);
    if (!wait.isZero()) {
      return new Later(wait);
    }
    if (proof == null || isSet() || !same(given.strip(), proof)) {
      return new Wrong();
    }
    change(password);
    return open(client, now);
  }

  /**
   * Changes the password; who is signed in elsewhere is so no longer, and who changes it goes on in
   * a session of another id.
   *
   * @param old the present one; it does not matter where none is set
   * @param fresh the new one, of a length that is {@linkplain OwnerPassword#isFit fit}
   */
  public synchronized Entry change(String old, String fresh, String client, Instant now) {
    Duration wait = tryOnce(client, now);
    if (!wait.isZero()) {
      return new Later(wait);
    }
    if (password.isSet() && !password.isRight(old)) {
      return new Wrong();
    }
    change(fresh);
    return open(client, now);
  }

  private void change(String fresh) {
    String hash =
        OwnerPassword.hash(fresh, random)
            .orElseThrow(() -> new IllegalArgumentException("a password of no fit length"));
    safe.keep(PASSWORD, hash);
    password.change(hash);
    sessions.closeAll();
  }

  private Entry open(String client, Instant now) {
    ofClient.forgive(client);
    Household household = Household.of(client);
    synchronized (known) {
      known.remove(household);
      known.add(household);
      if (known.size() > MOST_KNOWN) {
        known.remove(known.iterator().next());
      }
    }
    return new Opened(sessions.open(now));
  }

  /** Takes one attempt; zero, or how long to wait when there is none. */
  private Duration tryOnce(String client, Instant now) {
    Duration wait = ofClient.pass(client, now);
    return wait.isZero() && !isKnown(client) ? ofAll.pass(ALL, now) : wait;
  }

  private boolean isKnown(String client) {
    synchronized (known) {
      return known.contains(Household.of(client));
    }
  }

  /** Returns whether an Authorization header carries the password. */
  boolean opens(@Nullable String authorization, Instant now) {
    return authorization != null
        && password.isOffered(authorization)
        && (password.remembers(authorization)
            || (ofAll.pass(ALL, now).isZero() && password.opens(authorization)));
  }

  /** Returns the mark of the forms of who comes in like this. */
  String mark(Admission.Admitted admitted, Instant now) {
    return tokens.of(admitted.holder(), now);
  }

  /** Returns whether a form that carries {@code token} was written for who comes in like this. */
  boolean wrote(String token, Admission.Admitted admitted, Instant now) {
    return tokens.accepts(token, admitted.holder(), now);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** What came of trying to come in. */
  public sealed interface Entry {}

  /**
   * A session is open.
   *
   * @param cookie the value of its cookie
   */
  public record Opened(String cookie) implements Entry {
    @Override
    public String toString() {
      return "Opened[]";
    }
  }

  /** What was given is not right. */
  public record Wrong() implements Entry {}

  /**
   * There were too many attempts.
   *
   * @param pause how long to wait
   */
  public record Later(Duration pause) implements Entry {}

  private static final class Forgetful implements Safe {
    @Override
    public Optional<String> find(String name) {
      return Optional.empty();
    }

    @Override
    public void keep(String name, String value) {
      // a site of which nothing is kept
    }
  }
}
