package org.tagwire.html;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a page into text: byte order mark, Content-Type header, {@code meta} prescan,
 * then what the bytes look like (WHATWG HTML, 13.2.3.2; labels as the Encoding standard reads
 * them).
 *
 * <p>Stateless and safe for use by many threads. A declaration of another encoding over bytes that
 * are valid UTF-8 beyond ASCII is taken for the common mistake it is; one of UTF-8 over bytes that
 * are not, too. UTF-7 is never used. Never throws.
 */
public final class HtmlDecoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int PRESCAN = 4096;
  private static final int DETECTED = 20_000;

  /**
   * More than this share of characters that do not decode, and a text is not in the encoding it was
   * said to be in.
   */
  private static final double BROKEN = 0.002;

  private static final Pattern LABEL =
      Pattern.compile(
          "charset\\s{0,8}=\\s{0,8}[\"']?\\s{0,8}([A-Za-z0-9._:-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private HtmlDecoder() {}

  /**
   * Decodes a page.
   *
   * @param contentType the header the page came with, if any
   */
  public static String decode(byte[] bytes, @Nullable String contentType) {
    Optional<String> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<Charset> declared =
        label(contentType == null ? "" : contentType).or(() -> prescan(bytes));
    String unicode = new String(bytes, StandardCharsets.UTF_8);
    boolean wellFormed = unicode.indexOf('\ufffd') < 0;
    boolean ascii = wellFormed && unicode.length() == bytes.length;
    if (wellFormed && !(ascii && declared.map(HtmlDecoder::usesEscapes).orElse(false))) {
      return unicode;
    }
    boolean saysUnicode = declared.map(StandardCharsets.UTF_8::equals).orElse(false);
    if (saysUnicode && share(unicode) < BROKEN) {
      return unicode;
    }
    Charset charset = declared.filter(c -> !saysUnicode).orElseGet(() -> detect(bytes));
    return new String(bytes, charset);
  }

  private static Optional<String> byMark(byte[] b) {
    if (b.length >= 3 && (b[0] & 255) == 0xEF && (b[1] & 255) == 0xBB && (b[2] & 255) == 0xBF) {
      return Optional.of(new String(b, 3, b.length - 3, StandardCharsets.UTF_8));
    }
    if (b.length >= 2 && (b[0] & 255) == 0xFE && (b[1] & 255) == 0xFF) {
      return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE));
    }
    if (b.length >= 2 && (b[0] & 255) == 0xFF && (b[1] & 255) == 0xFE) {
      return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE));
    }
    return Optional.empty();
  }

  private static Optional<Charset> prescan(byte[] bytes) {
    return label(
        new String(bytes, 0, Math.min(bytes.length, PRESCAN), StandardCharsets.ISO_8859_1));
  }

  private static Optional<Charset> label(String text) {
    Matcher matcher = LABEL.matcher(text);
    return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
  }

  /** A page that could be read as far as its own declaration is not in UTF-16. */
  private static Optional<Charset> charset(String written) {
    String label = written.toLowerCase(Locale.ROOT);
    boolean wide = label.startsWith("utf-16") || label.equals("unicode");
    return wide ? Optional.of(StandardCharsets.UTF_8) : WebEncodings.find(label);
  }

  private static boolean usesEscapes(Charset charset) {
    return charset.name().startsWith("ISO-2022");
  }

  private static double share(String text) {
    long broken = text.chars().filter(c -> c == '\ufffd').count();
    return (double) broken / text.length();
  }

  private static Charset detect(byte[] bytes) {
    CharsetMatch match =
        new CharsetDetector()
            .setText(Arrays.copyOf(bytes, Math.min(bytes.length, DETECTED)))
            .detect();
    return Optional.ofNullable(match).flatMap(m -> charset(m.getName())).orElse(WINDOWS_1252);
  }
}
