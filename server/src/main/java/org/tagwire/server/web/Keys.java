package org.tagwire.server.web;

import java.security.SecureRandom;
import java.time.Instant;

/**
 * All that opens the site to its owner: the password, the sessions, and the marks of the forms.
 * Safe for use by many threads.
 */
public final class Keys {
  private final OwnerPassword password;
  private final Sessions sessions;
  private final FormTokens tokens = new FormTokens(new SecureRandom());

  public Keys(OwnerPassword password, Sessions sessions) {
    this.password = password;
    this.sessions = sessions;
  }

  /** Returns keys that are kept in memory only. */
  public static Keys of(OwnerPassword password) {
    return new Keys(password, Sessions.inMemory());
  }

  public OwnerPassword password() {
    return password;
  }

  public Sessions sessions() {
    return sessions;
  }

  /** Returns the mark of the forms of who comes in like this. */
  String mark(Admission.Admitted admitted, Instant now) {
    return tokens.of(admitted.holder(), now);
  }

  /** Returns whether a form that carries {@code token} was written for who comes in like this. */
  boolean wrote(String token, Admission.Admitted admitted, Instant now) {
    return tokens.accepts(token, admitted.holder(), now);
  }
}
