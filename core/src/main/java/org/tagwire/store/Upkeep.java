package org.tagwire.store;

import java.nio.file.Path;
import java.util.List;

/** Care for the store as a whole. Safe for use by many threads. */
public interface Upkeep extends AutoCloseable {
  /**
   * Under what key an instance keeps the secrets by which hidden names are hashed, in hexadecimal,
   * a comma between two, that of new names first.
   */
  String SUPPRESSION_SECRET = "suppression-secret";

  /** Under what key an instance keeps who is signed in. */
  String SESSIONS = "owner-sessions";

  /**
   * Writes a consistent copy to {@code file}, which must not exist, while reads and writes go on.
   */
  void backup(Path file);

  /** Returns what is wrong, for people; empty when all is well. Reads everything. */
  List<String> check();

  /** Returns bytes by part ({@code articles}, {@code raw}, {@code tags} …), measured. */
  java.util.Map<String, Long> sizes();

  /**
   * Returns the value kept under {@code key} for this instance (its secret, the owner's password
   * hash), if any.
   */
  java.util.Optional<String> findProperty(String key);

  /** Keeps a value for this instance. */
  void putProperty(String key, String value);

  @Override
  void close();
}
