package org.tagwire.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * What a reader looks at.
 *
 * @param width of the window, in CSS pixels
 * @param height of the window
 * @param dark whether the reader's system asks for dark pages
 * @param scripts whether scripts run; nothing of the site needs them
 */
record Screen(int width, int height, boolean dark, boolean scripts) {
  static final Screen DESK = new Screen(1280, 900, false, false);
  static final Screen PHONE = new Screen(360, 740, false, false);

  Screen inTheDark() {
    return new Screen(width, height, true, scripts);
  }

  Screen withScripts() {
    return new Screen(width, height, dark, true);
  }

  Browser.NewContextOptions context() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setJavaScriptEnabled(scripts)
        .setLocale("en-GB")
        .setTimezoneId("UTC");
  }
}
