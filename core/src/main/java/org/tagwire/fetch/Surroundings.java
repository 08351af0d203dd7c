package org.tagwire.fetch;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What a fetcher takes from the machine it runs on; tests put their own in its place.
 *
 * @param clock the time of day, for what is kept for hours
 * @param ticker nanoseconds that never jump, for gaps and deadlines
 * @param names turns names into addresses
 * @param sockets makes sockets
 * @param trust whose certificates are believed
 */
public record Surroundings(
    InstantSource clock, LongSupplier ticker, Names names, Sockets sockets, Trust trust) {

  /** Returns surroundings that believe whom the machine believes. */
  public Surroundings(InstantSource clock, LongSupplier ticker, Names names, Sockets sockets) {
    this(clock, ticker, names, sockets, Trust.system());
  }

  /** Returns the machine itself, with this clock. */
  public static Surroundings of(InstantSource clock) {
    return new Surroundings(clock, System::nanoTime, Names.system(), Sockets.PLAIN);
  }
}
