package org.tagwire.newsstand.http;

/** One header field of an answer. */
public record Header(String name, String value) {

  public Header {
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("header " + name + " must be one line, was " + value);
    }
  }
}
