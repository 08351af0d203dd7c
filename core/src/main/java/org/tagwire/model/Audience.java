package org.tagwire.model;

/**
 * For whom something is read: anybody, or the owner of this instance. Every read of store, index
 * and query names one.
 */
public enum Audience {
  PUBLIC,
  OWNER
}
