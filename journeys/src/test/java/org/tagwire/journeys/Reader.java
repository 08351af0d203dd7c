package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A reader at a screen, who notices what should not happen and says so when leaving. */
final class Reader implements AutoCloseable {
  /** Without scripts a browser waits with no picture until it is in sight. */
  private static final String ALL_PICTURES =
      "() => [...document.images].every(image => image.complete && image.naturalWidth > 0)";

  private final Program site;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private int arrivals;

  Reader(Program site, BrowserContext context) {
    this.site = site;
    this.context = context;
    this.page = context.newPage();
    page.onPageError(error -> complaints.add("a script failed: " + error));
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add("the console says: " + message.text());
          }
        });
    page.onRequest(request -> watch(request.url(), request.resourceType()));
    page.onFrameNavigated(frame -> arrivals += frame.parentFrame() == null ? 1 : 0);
  }

  private void watch(String address, String kind) {
    boolean own = site.at("/").getAuthority().equals(URI.create(address).getAuthority());
    if (!own) {
      complaints.add("a " + kind + " was asked of a stranger: " + address);
    }
  }

  /** Opens a page of the site that must be there. */
  Page open(String path) {
    assertThat(go(path)).as(path).isEqualTo(200);
    return page;
  }

  /**
   * Opens a page of the site that must not be there; that the console says so too is no complaint.
   */
  Page openMissing(String path) {
    assertThat(go(path)).as(path).isEqualTo(404);
    page.waitForCondition(
        () -> complaints.removeIf(c -> c.contains("the server responded with a status of 404")));
    return page;
  }

  private int go(String path) {
    Response response = page.navigate(site.at(path).toString());
    return response.status();
  }

  Page page() {
    return page;
  }

  /** Returns what the elements say, in order. */
  List<String> texts(String selector) {
    return page.locator(selector).allInnerTexts().stream().map(String::strip).toList();
  }

  /** Returns where the elements lead, in order. */
  List<String> values(String selector, String attribute) {
    return page.locator(selector).all().stream()
        .map(element -> element.getAttribute(attribute))
        .toList();
  }

  /** Returns the path of the page that is open, with its query. */
  String here() {
    URI here = URI.create(page.url());
    return here.getRawPath() + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery());
  }

  /** Follows a link and waits for the page behind it. */
  void follow(Locator link) {
    String target = link.getAttribute("href");
    link.click();
    page.waitForURL(site.at(target).toString());
  }

  /**
   * Presses the button that says so, by the keyboard, and waits for the page that answers. Of
   * several the first.
   */
  void press(String name) {
    Locator button =
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
            .first();
    pressAt(button);
  }

  /** Presses a button by the keyboard and waits for the page that answers. */
  void pressAt(Locator button) {
    int before = arrivals;
    button.press("Enter");
    page.waitForCondition(() -> arrivals > before);
    page.waitForLoadState();
  }

  /**
   * Opens a page and has it loaded anew until there is something on it: opened again it would come
   * out of the browser's own store for half a minute.
   */
  Page awaitAt(String path, String selector) {
    open(path);
    await(60, () -> page.locator(selector).count() > 0 || isReloaded(path, selector));
    return page;
  }

  private boolean isReloaded(String path, String selector) {
    assertThat(page.reload().status()).as(path).isIn(200, 304);
    return page.locator(selector).count() > 0;
  }

  /** Waits until it is so, for half a minute at most. */
  void await(BooleanSupplier so) {
    await(30, so);
  }

  /** Waits until it is so, for so many seconds at most. */
  void await(int seconds, BooleanSupplier so) {
    page.waitForCondition(
        new Glance(so), new Page.WaitForConditionOptions().setTimeout(1_000.0 * seconds));
  }

  /**
   * Looks five times a second. The driver would look a hundred times, and be in the way of what is
   * waited for.
   */
  private static final class Glance implements BooleanSupplier {
    private static final long APART = Duration.ofMillis(200).toNanos();

    private final BooleanSupplier so;
    private long next = System.nanoTime();

    Glance(BooleanSupplier so) {
      this.so = so;
    }

    @Override
    public boolean getAsBoolean() {
      if (System.nanoTime() - next < 0) {
        return false;
      }
      boolean is = so.getAsBoolean();
      next = System.nanoTime() + APART;
      return is;
    }
  }

  /** Takes a picture of the page once all its own pictures are there: the window, or all of it. */
  void photograph(String name, boolean whole) {
    await(() -> (Boolean) page.evaluate(ALL_PICTURES));
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(whole));
  }

  /** Returns how many pixels of the page stand out of the window at its side. */
  int overhang() {
    return ((Number)
            page.evaluate(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
