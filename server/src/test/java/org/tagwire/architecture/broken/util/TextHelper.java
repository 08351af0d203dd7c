package org.tagwire.architecture.broken.util;

/** Named after nothing, in a package without a guide. */
public final class TextHelper {}
