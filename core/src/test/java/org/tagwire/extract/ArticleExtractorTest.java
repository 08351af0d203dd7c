package org.tagwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.extract.ExtractedPage.Kind;
import org.tagwire.extract.ExtractedPage.RightsSignal;
import org.tagwire.model.ArticleText.BodySource;
import org.tagwire.model.Moment;

class ArticleExtractorTest {
  private static final String URL = "https://gazette.example/2025/05/25/mill";
  private final ArticleExtractor extractor = new ArticleExtractor();

  @Test
  void givesThePublishersOwnDayToATimeInUtc() {
    String page =
        page("<meta property='article:published_time' content='2025-05-24T23:10:00Z'>", "");

    assertThat(extract(page).findPublished().map(Moment::iso))
        .contains("2025-05-25T00:10:00+01:00");
  }

  @Test
  void readsADayFromTheAddressWhenThePageSaysNothing() {
    assertThat(extract(page("", "")).findPublished().map(Moment::iso)).contains("2025-05-25");
  }

  @Test
  void handsOnWhatThePageSaysAboutItsUse() {
    String head =
        "<meta name=robots content='noarchive, max-snippet:50'><meta name=TDM-Reservation content=1>";

    assertThat(extract(page(head, "")).rights())
        .containsExactly(
            new RightsSignal("robots", "noarchive, max-snippet:50"),
            new RightsSignal("tdm-reservation", "1"));
  }

  @Test
  void doesNotBelieveACanonicalAddressElsewhere() {
    ExtractedPage page =
        extract(page("<link rel=canonical href='https://other.example/story'>", ""));

    assertThat(page.shelf().canonicalUrl()).isNull();
    assertThat(page.origins())
        .singleElement()
        .satisfies(o -> assertThat(o.url()).isEqualTo("https://other.example/story"));
  }

  @Test
  void keepsAddressesThatAreNoneOut() {
    String head =
        "<link rel=canonical href='javascript:1'><meta property=og:image content='file:///etc/passwd'>"
            + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"image\":\"data:image/png,x\"}</script>";

    ExtractedPage page = extract(page(head, ""));

    assertThat(page.findImage()).isEmpty();
    assertThat(page.shelf().canonicalUrl()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE"})
  void decodesWhatIsDeclared(String charset) {
    String page =
        page(
            "",
            "<p>Crème brûlée was served on the quay, and nobody asked for the recipe twice.</p>");
    byte[] bytes =
        (charset.startsWith("UTF-16") ? "\ufeff" + page : page).getBytes(Charset.forName(charset));

    assertThat(
            extractor
                .extract(PageInput.of(bytes, "text/html; charset=" + charset, URL))
                .toArticleText()
                .plain())
        .contains("Crème brûlée");
  }

  @Test
  void fallsBackToTheSummaryWhereThereIsNoBody() {
    ExtractedPage page =
        extract(
            "<html><head><meta name=description content='In short.'></head><body></body></html>");

    assertThat(page.kind()).isEqualTo(Kind.EMPTY);
    assertThat(page.toArticleText().source()).isEqualTo(BodySource.SUMMARY);
    assertThat(page.toArticleText().plain()).isEqualTo("In short.");
  }

  @Test
  void explainsEveryBlock() {
    ExtractedPage page =
        extract(page("<meta name=date content='2025-05-24'>", "<p>Share this</p>"));

    assertThat(page.report().finds().frame()).isEqualTo("article");
    assertThat(page.report().verdicts().get(page.report().finds().headline()).paragraph().text())
        .isEqualTo("The mill turns");
    assertThat(page.report().finds().date()).isEqualTo("the address");

    assertThat(page.report().verdicts())
        .anySatisfy(v -> assertThat(v.reason()).isEqualTo("a call, not a text"));
    assertThat(page.report().verdicts()).filteredOn(v -> v.kept()).hasSameSizeAs(page.paragraphs());
  }

  @Test
  void leavesOutThePagesOwnHeadAboveTheHeadline() {
    String story =
        "The ferry was late again on Monday, and the harbour master said nobody had told him why. ";
    ExtractedPage page =
        extract(
            "<title>Ferry late again</title><div><div><a href='/'>The Quillmark Ledger</a> <i>Since 1902</i> <a href='/in'>Sign in</a></div>"
                + "<h1>Ferry late again</h1><p>"
                + story.repeat(4)
                + "</p><p>"
                + story.repeat(3)
                + "</p></div>");

    assertThat(page.toArticleText().plain())
        .contains("The ferry was")
        .doesNotContain("1902", "Sign in");
  }

  @Test
  void readsPagesThatWereTornApartWithoutThrowing() {
    String whole =
        page(
            "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"A\"}]}</script>",
            "<table><tr><td>1</table>");
    long seed = 20_260_302;
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      byte[] torn = whole.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 30; i++) {
        torn[random.nextInt(torn.length)] =
            (byte) (i % 3 == 0 ? "<>\"'&/{}[]".charAt(random.nextInt(10)) : random.nextInt(256));
      }
      byte[] cut = java.util.Arrays.copyOf(torn, random.nextInt(torn.length));

      ExtractedPage page = extractWithin(Duration.ofSeconds(2), PageInput.of(cut, null, URL));

      assertThat(page.paragraphs()).as("seed " + seed + ", round " + round).doesNotContainNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<p>x",
        "<li><a href=x>y</a>",
        "a. ",
        "<table><tr><td>",
        "&",
        "((((",
        "<blockquote>",
        "© "
      })
  void staysQuickOnEndlessPages(String unit) {
    byte[] endless = unit.repeat(1_500_000 / unit.length()).getBytes(StandardCharsets.UTF_8);

    ExtractedPage page =
        extractWithin(Duration.ofSeconds(2), PageInput.of(endless, "text/html", URL));

    assertThat(page.kind()).isNotNull();
  }

  /** Measures the thread's own time, which does not depend on what else the machine does. */
  private ExtractedPage extractWithin(Duration longest, PageInput input) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = threads.getCurrentThreadCpuTime();
    ExtractedPage page = extractor.extract(input);
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - begun)).isLessThan(longest);
    return page;
  }

  private ExtractedPage extract(String page) {
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    return extractor.extract(PageInput.of(bytes, "text/html; charset=utf-8", URL));
  }

  private static String page(String head, String more) {
    return "<html lang=en><head><title>The mill turns</title>"
        + head
        + "</head><body><nav><a href=/>Home</a></nav><article><h1>The mill turns</h1>"
        + "<p>The tidal mill at Corran Quay ground its first sack of flour in ninety years on Tuesday, watched by a crowd.</p>"
        + more
        + "<p>Volunteers had spent eleven winters clearing silt from the pond, and another two persuading the wheel to turn.</p>"
        + "</article></body></html>";
  }
}
