package org.tagwire.architecture.broken.stranger;

/** Lives in a package the table does not know. */
public final class Unlisted {}
