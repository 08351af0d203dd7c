package org.tagwire.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.tagwire.extract.BlockReader.Cut;
import org.tagwire.extract.ExtractedPage.Kind;
import org.tagwire.extract.ExtractedPage.Verdict;
import org.tagwire.model.Paragraph;

/** Says what sort of page it is, so that walls, lists and errors are not taken for articles. */
final class KindJudge {
  /** A body shorter than this may be a wall's or an error's text. */
  private static final int SHORT = 700;

  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "^(?:error )?(?:404\\b.{0,40}|.{0,30}\\bpage (?:not found|cannot be found|doesn.t exist|no longer exists).{0,30}|not found|.{0,20}seite (?:wurde )?nicht gefunden.{0,20}|.{0,20}page introuvable.{0,20}|.{0,20}página no encontrada.{0,20}|.{0,20}pagina non trovata.{0,20}|الصفحة غير موجودة)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern CONSENT =
      Pattern.compile(
          "\\b(?:(?:use|uses|using|accept|store) (?:of )?cookies|cookie (?:settings|preferences|consent|policy)|before you continue|your privacy choices|we value your privacy|cookies (?:zustimmen|akzeptieren)|accepter les cookies)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern LOGIN =
      Pattern.compile(
          "\\b(?:(?:log|sign) in (?:to|or)|subscribe to (?:read|continue)|subscribers only|already a subscriber|create a free account|register to (?:read|continue)|jetzt anmelden|nur für abonnenten|réservé aux abonnés)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final StructuredData data;
  private final MetaTags meta;
  private final Headline headline;
  private final List<Verdict> verdicts;
  private final Cut cut;

  KindJudge(
      StructuredData data, MetaTags meta, Headline headline, List<Verdict> verdicts, Cut cut) {
    this.data = data;
    this.meta = meta;
    this.headline = headline;
    this.verdicts = verdicts;
    this.cut = cut;
  }

  /**
   * @param live whether the body calls itself a live blog
   */
  Kind kind(boolean live) {
    int length =
        verdicts.stream().filter(Verdict::kept).mapToInt(v -> v.paragraph().text().length()).sum();
    if (length < SHORT && NOT_FOUND.matcher(headline.text()).find()) {
      return Kind.NOT_FOUND;
    }
    if (data.isLiveBlog() || live) {
      return Kind.LIVE_BLOG;
    }
    if (length < SHORT) {
      return shortPage(length);
    }
    return headline.block() < 0 && isIndex() ? Kind.INDEX : Kind.ARTICLE;
  }

  private Kind shortPage(int length) {
    int mass = 0;
    int consent = 0;
    int login = 0;
    for (Verdict verdict : verdicts) {
      if (verdict.kept() || verdict.reason().equals(Phrases.COOKIE_REASON)) {
        String text = verdict.paragraph().text();
        mass += text.length();
        consent += CONSENT.matcher(text).find() ? text.length() : 0;
        login += LOGIN.matcher(text).find() ? text.length() : 0;
      }
    }
    if (consent * 2 > mass && consent > 0) {
      return Kind.CONSENT_WALL;
    }
    if (login * 2 > mass && login > 0) {
      return Kind.LOGIN_WALL;
    }
    boolean video =
        meta.first("og:type").orElse("").startsWith("video")
            || (data.hasType("VideoObject") && !data.isArticle());
    if (video && length < 200) {
      return Kind.VIDEO;
    }
    if (isIndex() && (headline.block() < 0 || length < 250)) {
      return Kind.INDEX;
    }
    return length == 0 ? Kind.EMPTY : Kind.ARTICLE;
  }

  /**
   * A list of headlines: many headings that are links, little text of one's own, and nothing that
   * says article.
   */
  private boolean isIndex() {
    if (data.isArticle() || meta.first("og:type").orElse("").equals("article")) {
      return false;
    }
    long linkedHeadings =
        cut.blocks().stream().filter(b -> b.isHeading() && b.linkShare() > 0.8).count();
    long texts =
        verdicts.stream()
            .filter(
                v ->
                    v.kept()
                        && v.paragraph().kind() == Paragraph.Kind.TEXT
                        && v.paragraph().text().length() > 250)
            .count();
    return linkedHeadings > 8 && texts < 3;
  }
}
