package org.tagwire.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.tagwire.model.Source;

/** Tells by its beginning whether a document is a source, whatever its server calls it. Pure. */
final class SourceSniffer {
  private static final int LOOKED_AT = 4096;
  private static final Pattern ROOT =
      Pattern.compile(
          "\\A[\\s\\p{Cntrl}\uFEFF]*(?:<\\?[^>]*>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^>\\[]*(?:\\[[^\\]]*\\]\\s*)?>\\s*)*<(?:\\w+:)?(rss|feed|RDF|channel|urlset|sitemapindex)\\b",
          Pattern.DOTALL);
  private static final Pattern JSON_FEED =
      Pattern.compile(
          "\\A[\\s\uFEFF]*\\{.*\"version\"\\s*:\\s*\"https?:\\\\?/\\\\?/jsonfeed\\.org",
          Pattern.DOTALL);

  private SourceSniffer() {}

  static Optional<Source.Kind> kindOf(byte[] given) {
    byte[] document = start(given);
    String start = new String(document, 0, Math.min(LOOKED_AT, document.length), charset(document));
    Matcher root = ROOT.matcher(start);
    if (root.find()) {
      boolean sitemap = root.group(1).equals("urlset") || root.group(1).equals("sitemapindex");
      return Optional.of(sitemap ? Source.Kind.SITEMAP : Source.Kind.FEED);
    }
    return JSON_FEED.matcher(start).find() ? Optional.of(Source.Kind.FEED) : Optional.empty();
  }

  /** Sitemaps are kept as gzip files, too. */
  private static byte[] start(byte[] document) {
    if (!SitemapParser.isZipped(document)) {
      return document;
    }
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(document))) {
      return plain.readNBytes(LOOKED_AT);
    } catch (IOException notGzip) {
      return document;
    }
  }

  /** The names looked for are ASCII; only UTF-16 hides them. */
  private static Charset charset(byte[] document) {
    if (document.length >= 2 && (document[0] == 0 || (document[0] & 0xff) == 0xfe)) {
      return StandardCharsets.UTF_16BE;
    }
    boolean little =
        document.length >= 2
            && (document[1] == 0 || ((document[0] & 0xff) == 0xff && (document[1] & 0xff) == 0xfe));
    return little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }
}
