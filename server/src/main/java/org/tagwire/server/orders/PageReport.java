package org.tagwire.server.orders;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.ArticleExtractor;
import org.tagwire.extract.ExtractedPage;
import org.tagwire.extract.ExtractedPage.Finds;
import org.tagwire.extract.ExtractedPage.Verdict;
import org.tagwire.extract.PageInput;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Moment;
import org.tagwire.server.control.Report;

/** Says block by block what is kept of a page, and why; {@value #WIDTH} columns wide. */
final class PageReport {
  private static final int WIDTH = 100;
  private static final int LABEL = 12;
  private static final int WHY = 34;
  private static final String BLOCK = "%4d %-4s %-4s  %s  %s";

  private final Knowledge knowledge;

  PageReport(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * A page to be explained.
   *
   * @param bytes as received
   * @param contentType its Content-Type, if any
   * @param url where it is from
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, to the extractor
  record Received(byte[] bytes, @Nullable String contentType, String url) {}

  void write(Received received, Report report) {
    ExtractedPage page =
        new ArticleExtractor()
            .extract(
                new PageInput(
                    received.bytes,
                    received.contentType,
                    received.url,
                    PageInput.Announced.NOTHING,
                    knowledge));
    Finds finds = page.report().finds();
    List<Verdict> verdicts = page.report().verdicts();
    report.line(
        page.title().isEmpty() ? "(no headline was found)" : Columns.fitted(page.title(), WIDTH));
    fact(report, "kind", lower(page.kind()));
    fact(
        report,
        "headline",
        finds.headline() < 0 ? "shown in no block" : "in block " + finds.headline());
    fact(report, "body", finds.frame());
    fact(report, "byline", String.join(", ", page.authors()));
    fact(
        report,
        "published",
        page.findPublished().map(m -> m.iso() + ", from " + finds.date()).orElse("not said"));
    fact(report, "updated", page.findUpdated().map(Moment::iso).orElse("not said"));
    fact(report, "language", page.findLanguage().map(l -> l.code()).orElse("not said"));
    fact(report, "paywall", lower(page.paywall()));
    page.rights().forEach(right -> fact(report, "signal", right.name() + " = " + right.value()));
    page.origins().forEach(hint -> fact(report, "origin", lower(hint.sign()) + ": " + hint.name()));
    fact(report, "learned", count(verdicts.stream().filter(PageReport::isLearned).count()));
    report.line("");
    blocks(verdicts, report);
  }

  private static void blocks(List<Verdict> verdicts, Report report) {
    int why =
        Math.min(WHY, verdicts.stream().mapToInt(v -> Columns.length(v.reason())).max().orElse(0));
    report.line(" no. kept paid  " + Columns.padded("why", why) + "  text");
    for (int i = 0; i < verdicts.size(); i++) {
      Verdict verdict = verdicts.get(i);
      String line =
          String.format(
              Locale.ROOT,
              BLOCK,
              i,
              verdict.kept() ? "kept" : "-",
              verdict.paid() ? "paid" : "",
              Columns.padded(Columns.fitted(verdict.reason(), why), why),
              verdict.paragraph().text());
      report.line(Columns.fitted(line, WIDTH));
    }
  }

  private static boolean isLearned(Verdict verdict) {
    return verdict.reason().equals(ExtractedPage.LEARNED);
  }

  private static String count(long learned) {
    return learned == 0 ? "nothing here is known furniture" : learned + " blocks are furniture";
  }

  private static void fact(Report report, String name, String value) {
    if (!value.isBlank()) {
      report.line(Columns.fitted("  " + Columns.padded(name, LABEL) + value, WIDTH));
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
