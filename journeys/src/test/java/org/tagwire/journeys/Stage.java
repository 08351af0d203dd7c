package org.tagwire.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The running demo and the browser before it. Used by one thread, as the browser's driver wants it.
 */
final class Stage implements AutoCloseable {
  private final Demo demo;
  private final Playwright playwright;
  private final Browser browser;

  private Stage(Demo demo, Playwright playwright, Browser browser) {
    this.demo = demo;
    this.playwright = playwright;
    this.browser = browser;
  }

  static Stage open() {
    Demo demo = Demo.start();
    boolean opened = false;
    try {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Stage stage = new Stage(demo, playwright, playwright.chromium().launch(options()));
      stage.awaitTheNews();
      opened = true;
      return stage;
    } finally {
      if (!opened) {
        demo.close();
      }
    }
  }

  /**
   * On a slow machine the demo opens before its last feeds are read. What is missing after a
   * minute, the journeys tell.
   */
  private void awaitTheNews() {
    try (Reader early = reader(Screen.DESK)) {
      early.await(60, demo::isSettled);
    } catch (TimeoutError e) {
      System.err.println("the demo has not settled after a minute: " + e.getMessage());
    }
  }

  /**
   * The machine's own Chromium. Its sandbox refuses to run for root, who is who runs tests in a
   * container.
   */
  private static BrowserType.LaunchOptions options() {
    String chromium =
        Optional.ofNullable(System.getenv("TAGWIRE_CHROMIUM")).orElse("/usr/bin/chromium");
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(chromium))
        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
  }

  Demo demo() {
    return demo;
  }

  /** Seats a reader at a screen. */
  Reader reader(Screen screen) {
    return reader(screen, demo.program());
  }

  /** Seats a reader of another instance at a screen. */
  Reader reader(Screen screen, Program site) {
    return new Reader(site, browser.newContext(screen.context()));
  }

  /** Opens an empty page that may run scripts, apart from the site. */
  Page scripted() {
    return browser.newPage();
  }

  /**
   * Opens an empty page that may run what the site's content policy forbids: an examiner's script.
   */
  Page unguarded() {
    return browser.newPage(new Browser.NewPageOptions().setBypassCSP(true));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    demo.close();
  }
}
