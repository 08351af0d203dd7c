package org.tagwire.newsstand.site;

/** What a site says to a target, before HTTP dresses it. */
public sealed interface Reply {

  /** The resource is here. */
  record Found(Resource resource) implements Reply {}

  /** The resource lives at another address, for good (301). */
  record Moved(String location) implements Reply {}

  /** The resource was here and was taken away (410); the resource is the page that says so. */
  record Gone(Resource notice) implements Reply {}

  /** Nothing is here (404). */
  record Missing() implements Reply {}
}
