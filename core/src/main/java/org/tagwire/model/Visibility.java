package org.tagwire.model;

/**
 * Who may see a source and its articles, decided at ingest: private where the feed needs
 * credentials or carries a token.
 */
public enum Visibility {
  PUBLIC,
  PRIVATE;

  public boolean visibleTo(Audience audience) {
    return this == PUBLIC || audience == Audience.OWNER;
  }
}
