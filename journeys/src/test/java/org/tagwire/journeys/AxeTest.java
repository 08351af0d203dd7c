package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page of the site, examined by axe-core in both directions, by day and by night, wide and
 * narrow.
 *
 * <p>Of the night only the colours are examined again: nothing else depends on them.
 */
@ExtendWith(Staged.class)
class AxeTest {
  private static final String EXAMINE =
      """
      async ([only]) => {
        const options = only
            ? { runOnly: { type: 'rule', values: [only] } }
            : { runOnly: { type: 'tag', values:
                ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } };
        // No rule of these looks into the style sheet itself; reading it in costs a tenth of a run.
        const found = await axe.run(document,
            { ...options, resultTypes: ['violations'], preload: { assets: ['media'] } });
        return found.violations.map(violation => violation.id + ' (' + violation.help + '): '
            + violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160)
                + ' [' + node.any.concat(node.all, node.none).map(c => c.message).join('; ') + ']')
                .join(' | '));
      }
      """;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void noPageHasAViolation(String edition, Stage stage, @TempDir Path empty) {
    Map<String, String> samples = SiteMap.samples(stage.demo().program(), furnish(stage));
    SiteMap map = SiteMap.of(edition, samples, empty);
    List<String> violations = new ArrayList<>();
    try (Page page = stage.unguarded()) {
      for (String path : map.pages()) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
        int status = page.navigate(stage.demo().at(path).toString()).status();
        assertThat(status).as(path).isEqualTo(200);
        page.evaluate(axe());
        examine(page, path, violations);
      }
    }
    assertThat(violations).isEmpty();
    assertThat(map.unknown())
        .as("routes of which nobody has said how to visit them; say so in SiteMap")
        .isEmpty();
  }

  /** Puts something where there is nothing in a fresh demo; returns the number of a notice. */
  private static String furnish(Stage stage) {
    try (Reader owner = stage.reader(Screen.DESK)) {
      Page page = owner.open("/en/following");
      page.locator("input[name=tag]:not([type=hidden])").fill("#MaraEllington");
      page.locator("input[name=folder]").fill(SiteMap.FOLDER);
      owner.press("Follow");
      owner.open("/en/office/source/1").locator("input[name=folder]").fill(SiteMap.FOLDER);
      owner.press("Save");
      owner.open("/en/notice");
      page.getByLabel("Something else").check();
      page.locator("textarea[name=text]").fill("The tide table is upside down.");
      owner.press("Send");
      return owner.here().substring("/en/notice/".length());
    }
  }

  private static void examine(Page page, String path, List<String> violations) {
    examine(page, path + " at 1280", "", violations);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    examine(page, path + " at 1280 by night", "color-contrast", violations);
    page.setViewportSize(360, 740);
    examine(page, path + " at 360 by night", "color-contrast", violations);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    examine(page, path + " at 360", "", violations);
  }

  private static void examine(Page page, String what, String only, List<String> violations) {
    for (Object violation : (List<?>) page.evaluate(EXAMINE, List.of(only))) {
      violations.add(what + ": " + violation);
    }
  }

  private static String axe() {
    try (InputStream in =
        Objects.requireNonNull(AxeTest.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
