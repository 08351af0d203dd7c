package org.tagwire.model;

/**
 * How much an article has to do with a hashtag: it is about it (a chip, three to six per article),
 * or it names it.
 */
public enum Grade {
  ABOUT,
  MENTIONS
}
