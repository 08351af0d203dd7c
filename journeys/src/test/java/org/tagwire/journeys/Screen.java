package org.tagwire.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * What a reader looks at.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window
 * @param dark whether the reader's system asks for dark pages
 */
record Screen(int width, int height, boolean dark) {
  static final Screen DESK = new Screen(1280, 900, false);
  static final Screen PHONE = new Screen(360, 740, false);

  Screen inTheDark() {
    return new Screen(width, height, true);
  }

  /** Scripts are off: nothing of the site needs them. */
  Browser.NewContextOptions context() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setJavaScriptEnabled(false)
        .setLocale("en-GB")
        .setTimezoneId("UTC");
  }
}
