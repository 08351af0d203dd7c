package org.tagwire.server.look;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the owner dresses the site.
 *
 * @param colour the colour of links and marks; absent for ours
 * @param logo what stands before the name; absent for ours
 */
public record Look(@Nullable Colour colour, @Nullable Logo logo) {
  /** Our own. */
  public static final Look PLAIN = new Look(null, null);

  public Optional<Logo> findLogo() {
    return Optional.ofNullable(logo);
  }
}
