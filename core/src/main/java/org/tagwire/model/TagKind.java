package org.tagwire.model;

/** What a hashtag stands for. */
public enum TagKind {
  PERSON,
  ORGANISATION,
  PLACE,
  WORK,
  EVENT,
  TOPIC
}
