package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tagwire.html.HtmlText;
import org.tagwire.html.SafeMarkup;

/**
 * Hostile bodies as they would be shown, in a real browser that may run scripts and has no policy
 * to protect it: stricter than the site, where the policy forbids what the markup does not have.
 */
@ExtendWith(Staged.class)
class HostileMarkupTest {
  private static final List<String> HOSTILE =
      List.of(
          "<script>window.harmed=1</script>",
          "<scr<script>ipt>window.harmed=1</scr</script>ipt>",
          "<img src=x onerror=window.harmed=1>",
          "<details open ontoggle=window.harmed=1>x",
          "<a autofocus onfocusin=window.harmed=1 tabindex=1>x</a>",
          "<svg></p><style><a id=\"</style><img src=1 onerror=window.harmed=1>\">",
          "<svg><title><style><!--</style></title><img src=x onerror=window.harmed=1>-->",
          "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.harmed=1&gt;\">",
          "<noscript><p title=\"</noscript><img src=x onerror=window.harmed=1>\"></noscript>",
          "<!--><img src=x onerror=window.harmed=1>-->",
          "<?x ><img src=x onerror=window.harmed=1> ?>",
          "<iframe srcdoc='<script>parent.harmed=1</script>'></iframe>",
          "<style>@import 'https://stranger.example/a.css';</style>",
          "<p style=\"background:url(https://stranger.example/t)\">x</p>",
          "<link rel=stylesheet href=https://stranger.example/a.css>",
          "<meta http-equiv=refresh content='0;url=https://stranger.example'>",
          "<base href='https://stranger.example/'><a href='login'>x</a>",
          "<video poster='https://stranger.example/x' src='https://stranger.example/y'></video>",
          "<picture><source srcset='https://stranger.example/x'><img src=a.jpg></picture>",
          "<a href='https://a.example/\"onmouseover=window.harmed=1'>x</a>",
          "<abbr title='\"><script>window.harmed=1</script>'>x</abbr>",
          "<img src='https://stranger.example/?",
          "<textarea>",
          "<plaintext>",
          "</div></div></main><h1>Admin</h1>");

  @Test
  void nothingFiresAndNobodyIsAsked(Stage stage) {
    String bodies =
        HOSTILE.stream()
            .map(html -> SafeMarkup.of(HtmlText.paragraphs(html, "https://gazette.example/")))
            .map(SafeMarkup::html)
            .collect(Collectors.joining("</div><div class=body>"));
    List<String> asked = new ArrayList<>();
    try (Page page = stage.scripted()) {
      page.onRequest(request -> asked.add(request.url()));
      page.setContent("<div class=body>" + bodies + "</div><p id=end>the end</p>");
      page.locator("body").hover();
      page.keyboard().press("Tab");

      assertThat(page.evaluate("typeof window.harmed")).isEqualTo("undefined");
      assertThat(page.locator("body > #end").innerText()).isEqualTo("the end");
      assertThat(page.locator("body > .body").count()).isEqualTo(HOSTILE.size());
    }
    assertThat(asked).isEmpty();
  }

  /** The same bodies as they came do fire, or the page above would prove nothing. */
  @Test
  void theSameFiresWhereNobodySanitises(Stage stage) {
    try (Page page = stage.scripted()) {
      page.setContent(HOSTILE.get(2));
      page.waitForFunction("window.harmed === 1");
      assertThat(page.evaluate("window.harmed")).isEqualTo(1);
    }
  }
}
