package org.tagwire.url;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Query parameters that say where a reader came from, or whose session it was, and never which page
 * is meant.
 *
 * <p>Only names that no site is known to address pages by; {@code ref}, {@code cid} or {@code id}
 * stay.
 */
final class TrackingParameters {
  private static final List<String> PREFIXES =
      List.of(
          "utm_",
          "at_",
          "ns_",
          "pk_",
          "piwik_",
          "mtm_",
          "matomo_",
          "fb_",
          "_hs",
          "hsa_",
          "guce_",
          "wt.",
          "wt_",
          "itm_",
          "aspsessionid");

  private static final Set<String> NAMES =
      Set.of(
          "fbclid",
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "msclkid",
          "yclid",
          "ysclid",
          "twclid",
          "ttclid",
          "li_fat_id",
          "rdt_cid",
          "epik",
          "srsltid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "ml_subscriber",
          "ml_subscriber_hash",
          "ck_subscriber_id",
          "vero_id",
          "vero_conv",
          "oly_anon_id",
          "oly_enc_id",
          "wickedid",
          "_ga",
          "_gl",
          "__s",
          "_openstat",
          "ito",
          "ocid",
          "xtor",
          "cmp",
          "cmpid",
          "icid",
          "ncid",
          "smid",
          "smtyp",
          "soc_src",
          "soc_trk",
          "guccounter",
          "ftag",
          "spm",
          "sref",
          "sr_share",
          "ref_src",
          "ref_url",
          "rss_id",
          "__twitter_impression",
          "twitter_impression",
          "_branch_match_id",
          "trk",
          "trkcampaign",
          "dm_i",
          "emci",
          "emdi",
          "ceid",
          "mbid",
          "hss_channel",
          "hsctatracking",
          "traffic_source",
          "taid",
          "echobox",
          "gad_source",
          "gad_campaignid",
          "irclickid",
          "irgwc",
          "vgo_ee",
          "s_kwcid",
          "ef_id",
          "tblci",
          "dicbo",
          "outbrainclickid",
          "__hstc",
          "__hssc",
          "__hsfp",
          "wprov",
          "phpsessid",
          "jsessionid",
          "cfid",
          "cftoken");

  private static final Pattern SESSION =
      Pattern.compile("(?i)(?<=[^./]);(?:jsessionid|phpsessid|sid)=[^/;]*");

  private TrackingParameters() {}

  /** Returns a path without the session that servlet containers write into it. */
  static String stripSession(String path) {
    return path.indexOf(';') < 0 ? path : SESSION.matcher(path).replaceAll("");
  }

  /** Returns the query without them, everything else in its place. */
  static String strip(String query) {
    if (!anyIn(query)) {
      return query;
    }
    StringBuilder kept = new StringBuilder(query.length());
    for (int start = 0; start <= query.length(); ) {
      int end = endOf(query, start);
      if (end > start && !isTracking(query, start, end)) {
        kept.append(kept.isEmpty() ? "" : "&").append(query, start, end);
      }
      start = end + 1;
    }
    return kept.toString();
  }

  private static boolean anyIn(String query) {
    for (int start = 0; start < query.length(); ) {
      int end = endOf(query, start);
      if (end == start || isTracking(query, start, end)) {
        return true;
      }
      start = end + 1;
    }
    return query.endsWith("&");
  }

  private static int endOf(String query, int start) {
    int end = query.indexOf('&', start);
    return end < 0 ? query.length() : end;
  }

  private static boolean isTracking(String query, int start, int end) {
    int equals = query.indexOf('=', start);
    int nameEnd = equals < 0 || equals > end ? end : equals;
    String name = query.substring(start, nameEnd).toLowerCase(Locale.ROOT);
    if (NAMES.contains(name)) {
      return true;
    }
    for (String prefix : PREFIXES) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
