package org.tagwire.server.orders;

import java.util.Locale;
import org.tagwire.hashtag.Explanation;
import org.tagwire.hashtag.Explanation.Reason;
import org.tagwire.hashtag.Piece;
import org.tagwire.hashtag.Tagger;
import org.tagwire.model.Article;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Knowledge;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Report;

/** Says feature by feature why an article has a tag, with what is known now. */
final class TagReport {
  private final Knowledge knowledge;

  TagReport(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  void write(Article article, String written, Report report) {
    TagKey key =
        TagKey.parse(written)
            .orElseThrow(() -> Arguments.bad("no hashtag can be made of '" + written + "'"));
    Piece piece = Piece.of(article.text(), article.understanding().language(), article.credit());
    Explanation explanation =
        new Tagger()
            .explain(piece, knowledge, key)
            .orElseThrow(
                () ->
                    new TagwireException(
                        ErrorCode.NOT_FOUND,
                        "the article does not name #"
                            + written
                            + "; 'tagwire explain article' lists what it names"));
    report.line("#" + explanation.name() + " in: " + article.text().title());
    report.line(row("", "value", "weight", "adds"));
    for (Reason reason : explanation.reasons()) {
      report.line(
          row(
              reason.feature(),
              number(reason.value()),
              number(reason.weight()),
              number(reason.contribution())));
    }
    report.line(row("score", "", "", number(explanation.score())));
  }

  private static String row(String feature, String value, String weight, String adds) {
    return String.format(Locale.ROOT, "  %-44s %8s %8s %8s", feature, value, weight, adds)
        .stripTrailing();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
