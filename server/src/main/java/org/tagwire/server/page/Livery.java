package org.tagwire.server.page;

import org.jspecify.annotations.Nullable;

/**
 * What every page wears: paths of style, scripts and pictures, and two colours.
 *
 * @param style the style sheet
 * @param theme the script that runs before the first paint
 * @param script the script of all rooms, which runs when the page is there
 * @param icon the icon
 * @param iconType what kind of picture the icon is
 * @param touch the icon for home screens
 * @param manifest what an installed site is called and how it looks
 * @param logo what stands before the name; absent for our mark
 * @param light the colour of the browser's frame in the light scheme
 * @param dark the same in the dark scheme
 */
public record Livery(
    String style,
    String theme,
    String script,
    String icon,
    String iconType,
    String touch,
    String manifest,
    @Nullable Picture logo,
    String light,
    String dark) {

  /**
   * A picture and the room it needs.
   *
   * @param src its path
   * @param width how wide it is beside {@code height}
   * @param height how high
   */
  public record Picture(String src, int width, int height) {}
}
