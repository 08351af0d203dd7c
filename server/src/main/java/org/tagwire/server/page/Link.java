package org.tagwire.server.page;

/**
 * A link as a template places it.
 *
 * @param name what it says
 * @param href where it leads
 * @param kind what else the place needs: a language code, a media type, or nothing
 * @param current whether it leads to the page it stands on
 */
public record Link(String name, String href, String kind, boolean current) {
  public static Link of(String name, String href) {
    return new Link(name, href, "", false);
  }
}
