package org.tagwire.server.page;

/**
 * What every page wears: the paths of style, scripts and pictures, and two colours.
 *
 * @param style the style sheet
 * @param theme the script that runs before the first paint
 * @param script the script of all rooms, which runs when the page is there
 * @param icon the icon
 * @param light the colour of the browser's frame in the light scheme
 * @param dark the same in the dark scheme
 */
public record Livery(
    String style, String theme, String script, String icon, String light, String dark) {}
