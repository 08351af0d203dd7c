package org.tagwire.server.works;

import org.jspecify.annotations.Nullable;

/** Which Tagwire this is. */
public final class Version {
  private Version() {}

  /** Returns the version in the jar's manifest, {@code dev} outside a jar. */
  public static String number() {
    @Nullable String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
