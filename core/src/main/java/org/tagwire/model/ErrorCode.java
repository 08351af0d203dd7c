package org.tagwire.model;

import java.util.Locale;

/**
 * What went wrong and who must act, the one list that status codes, problem documents and exit
 * codes are made from.
 */
public enum ErrorCode {
  /** A request or an argument that makes no sense. */
  BAD_REQUEST(Blame.CALLER),
  /** Nothing is there. */
  NOT_FOUND(Blame.CALLER),
  /** A question that takes longer than anybody may be kept waiting. */
  TOO_SLOW(Blame.CALLER),
  /** The store was written by a newer Tagwire. */
  NEWER_SCHEMA(Blame.CALLER),
  /** Another server uses the data directory. */
  DIRECTORY_IN_USE(Blame.CALLER),
  /** The settings file or a flag is wrong. */
  BAD_SETTING(Blame.CALLER),
  /** A publisher's site did not answer as it should. */
  REMOTE_FAILED(Blame.REMOTE_SITE),
  /** The database refused or is damaged. */
  STORE_FAILED(Blame.ENGINE),
  /** The search index refused or is damaged; it can be rebuilt. */
  INDEX_FAILED(Blame.ENGINE),
  /** The disk is full or may not be written. */
  DISK(Blame.RESOURCE),
  /** A thread was asked to stop. */
  INTERRUPTED(Blame.RESOURCE);

  private final Blame blame;

  ErrorCode(Blame blame) {
    this.blame = blame;
  }

  public Blame blame() {
    return blame;
  }

  /** Returns the name used outside, as in {@code not-found}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Who must act. */
  public enum Blame {
    CALLER,
    REMOTE_SITE,
    ENGINE,
    RESOURCE
  }
}
