package org.tagwire.server.page;

/**
 * The paths of what every page wears.
 *
 * @param style the style sheet
 * @param theme the script that runs before the first paint
 * @param script the script of all rooms, which runs when the page is there
 * @param icon the icon
 */
public record Livery(String style, String theme, String script, String icon) {}
