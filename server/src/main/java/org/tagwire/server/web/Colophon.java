package org.tagwire.server.web;

/**
 * What a site says of itself beside the news.
 *
 * @param imprint who answers for it, as text or a web address; empty for nothing
 * @param privacy what the owner adds about readers' data, likewise
 * @param version which Tagwire it is
 * @param vectors whether sentence vectors are made, so that stories are found by meaning too
 */
public record Colophon(String imprint, String privacy, String version, boolean vectors) {
  /** A site of which nothing was said. */
  public static final Colophon PLAIN = new Colophon("", "", "dev", false);
}
