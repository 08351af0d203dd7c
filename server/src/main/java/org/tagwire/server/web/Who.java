package org.tagwire.server.web;

/** Who may use a route. */
public enum Who {
  /**
   * Even who has not been let in: signing in, setting the first password. What stands there shows
   * nothing of the news.
   */
  STRANGERS,

  /** Whoever may read the site: anybody at a public one, its owner at a private one. */
  ANYBODY,

  /** The owner, whatever the mode; others are asked for the password. */
  OWNER
}
