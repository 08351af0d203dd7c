package org.tagwire.server.site;

/**
 * One line of the table of routes. All of them are GET; nothing here changes anything.
 *
 * @param path the path as Javalin writes it, prefix included
 * @param what what stands there
 */
public record Route(String path, String what) {}
