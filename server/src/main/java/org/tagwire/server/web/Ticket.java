package org.tagwire.server.web;

/**
 * What the address of a picture says, before anything of it is believed.
 *
 * @param signature who wrote it
 * @param width how wide
 * @param address which picture, as {@link Addresses#picture} writes it
 */
public record Ticket(String signature, String width, String address) {
  /** Where pictures are, behind the prefix. */
  public static final String PATH = "/picture/{signature}/{width}/{address}";
}
