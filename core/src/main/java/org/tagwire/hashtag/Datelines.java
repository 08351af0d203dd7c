package org.tagwire.hashtag;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.text.Normalise;

/**
 * Cuts off what says where and by whom a report was filed: {@code WASHINGTON (AP) —}, {@code
 * MADRID.-}, {@code القاهرة - رويترز:}, {@code 新华社北京5月3日电}. The place is where the reporter sat,
 * not what the piece is about.
 */
final class Datelines {
  private static final int READ = 160;

  /** {@code (ANSA) - ROMA, 03 MAG -} is cut in two. */
  private static final int MOST = 3;

  private static final String CAPITALS =
      "\\p{Lu}[\\p{Lu}\\p{M}.'\u2019-]{1,24}(?:[ ,/]{1,2}\\p{Lu}[\\p{L}.'\u2019-]{1,24}){0,5}";
  private static final String WORDS =
      "[\\p{L}\\p{M}.'\u2019-]{2,24}(?:[ ,/]{1,2}[\\p{L}\\p{M}.'\u2019-]{2,24}){0,3}";
  private static final String DAY =
      "(?:[,.]? (?:le )?\\d{1,4}[.\u00BA]?(?: (?:de )?[\\p{L}\\p{M}]{2,12}[.,]?)?(?: \\d{4})?"
          + "|,? \\p{Lu}\\p{L}{2,8}\\.? \\d{1,2})?";
  private static final String AGENCY = " ?[(/][^()/]{1,40}[)/]";
  private static final String DASH = "\\s{0,2}(?:\\.?--?|\\.?\u2013|\\.?\u2014)\\s{0,2}";
  private static final String CLOSE = "(?:" + DASH + "|\\s?[:=\u0964.]\\s{1,2})";

  private static final List<Pattern> PATTERNS =
      List.of(
          // WASHINGTON —, LONDON, Aug 3 -, NEW YORK (Reuters) -, МОСКВА, 3 мая —
          pattern(
              CAPITALS + DAY + "(?:" + AGENCY + "[.,]?)?(?:" + DASH + "(?<=[\\s\u2013\u2014-]))"),
          // Paris (AFP) –, Madrid, 3 may (EFE).-, नई दिल्ली, 3 मई (भाषा)।, القاهرة (رويترز) -
          pattern(WORDS + DAY + AGENCY + CLOSE),
          // MADRID.-
          pattern("\\p{Lu}[\\p{Lu}\\p{M} ]{2,24}\\.[-\u2013\u2014]\\s?"),
          // Berlin – Die Polizei: what follows has a capital
          pattern("\\p{Lu}\\p{L}{2,20}(?:[ /]\\p{L}{2,15}){0,2} [-\u2013\u2014] (?=\\p{Lu})"),
          // (ANSA) -, МОСКВА, 3 мая. /ТАСС/.
          pattern("[(/][\\p{L} .-]{2,24}[)/]\\.?" + DASH),
          pattern(CAPITALS + "[.,] \\d{1,2} \\p{L}{3,10}[.,] ?/?[\\p{L}.]{2,20}/?[.] "),
          // القاهرة - رويترز:, بيروت – «الشرق الأوسط», رام الله /سوا/
          pattern(
              "\\p{IsArabic}{2,15}(?: \\p{IsArabic}{2,15}){0,3}\\s?[-\u2013\u2014/]\\s?"
                  + "(?:[\u00AB\"(]?\\p{IsArabic}{2,15}(?:[ .]\\p{IsArabic}{1,15}){0,3}[\u00BB\")]?\\s?[:/\u2013\u2014-]\\s?)?"),
          // 【北京】, ［東京　３日　ロイター］, (서울=연합뉴스) 홍길동 기자 =
          pattern(
              "[\u3010\uFF3B\\[\u3014][^\u3011\uFF3D\\]\u3015]{1,40}[\u3011\uFF3D\\]\u3015]\\s?"
                  + "(?:[\uAC00-\uD7A3]{2,4} (?:기자|특파원)\\s?=\\s?)?"),
          pattern(
              "[(\uFF08][^)\uFF09]{0,30}(?:=|\uFF1D|[电電訊讯社])[^)\uFF09]{0,20}[)\uFF09]\\s?"
                  + "(?:[\uAC00-\uD7A3]{2,4} (?:기자|특파원)\\s?=\\s?)?"),
          // 新华社北京5月3日电
          pattern(
              "\\p{IsHan}{1,4}[社网網][^\uFF0C\u3002,]{0,25}?[电電訊讯](?:\\s|[\uFF08(][^)\uFF09]{1,30}[)\uFF09])?"));

  private Datelines() {}

  private static Pattern pattern(String start) {
    return Pattern.compile("^(?:" + start + ")");
  }

  /** Returns {@code paragraph}, which opens a piece, without its dateline. */
  static String cut(String paragraph) {
    String rest = paragraph;
    for (int i = 0; i < MOST; i++) {
      int end = end(Normalise.head(rest, READ));
      if (end == 0) {
        return rest;
      }
      rest = rest.substring(end);
    }
    return rest;
  }

  private static int end(String head) {
    for (Pattern pattern : PATTERNS) {
      Matcher dateline = pattern.matcher(head);
      if (dateline.find() && dateline.end() < head.length()) {
        return dateline.end();
      }
    }
    return 0;
  }
}
