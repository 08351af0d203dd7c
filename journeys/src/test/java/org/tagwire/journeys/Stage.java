package org.tagwire.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.newsroom.Publisher;

/** The running demo and the browser before it. Used by one thread, as the browser's driver wants it. */
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
          Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Stage stage = new Stage(demo, playwright, playwright.chromium().launch(options()));
      opened = true;
      return stage;
    } finally {
      if (!opened) {
        demo.close();
      }
    }
  }

  /** The machine's own Chromium. Its sandbox refuses to run for root, who is who runs tests in a container. */
  private static BrowserType.LaunchOptions options() {
    String chromium = Optional.ofNullable(System.getenv("TAGWIRE_CHROMIUM")).orElse("/usr/bin/chromium");
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(chromium))
        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--host-resolver-rules=" + names()));
  }

  /** The names of the newsstand's publishers, whose addresses it numbers in their order, so that pictures load. */
  private static String names() {
    List<Publisher> publishers = Newsroom.shipped().publishers();
    return IntStream.range(0, publishers.size())
        .mapToObj(i -> "MAP " + publishers.get(i).domain() + " 127.64.0." + (i + 1))
        .collect(Collectors.joining(","));
  }

  Demo demo() {
    return demo;
  }

  /** Seats a reader at a screen. */
  Reader reader(Screen screen) {
    return new Reader(demo, browser.newContext(screen.context()));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    demo.close();
  }
}
