package org.tagwire.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns bytes into text: byte order mark, then the HTTP header, then the XML declaration, then what the bytes look like
 * (RFC 7303 §3; labels as the WHATWG Encoding standard reads them).
 *
 * <p>A declaration is believed only if the bytes decode by it without error; a single-byte declaration over bytes that are
 * valid UTF-8 with characters beyond ASCII is taken for the common mistake it is. Unknown names are passed over, and UTF-7 is
 * never used.
 */
final class Decoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int PROLOG = 400;
  private static final Pattern HTTP_CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML_ENCODING =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)");

  /** Where the web's labels mean something else than Java's charset of that name. */
  private static final Map<String, String> WEB_LABELS =
      Map.ofEntries(
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("gb_2312-80", "gb18030"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("cp932", "windows-31j"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
          Map.entry("utf8", "utf-8"));

  private Decoder() {}

  /**
   * A text and how it was found.
   *
   * @param text the document
   * @param repairs what had to be assumed, for people
   */
  record Decoded(String text, List<String> repairs) {
    private Decoded mended(String instead, String repair) {
      List<String> all = new ArrayList<>(repairs);
      all.add(repair);
      return new Decoded(instead, all);
    }
  }

  static Decoded decode(FeedInput input) {
    Decoded decoded = once(input);
    return Misreadings.undoSecondEncoding(decoded.text())
        .map(text -> decoded.mended(text, "the text had been encoded twice"))
        .orElse(decoded);
  }

  private static Decoded once(FeedInput input) {
    byte[] bytes = input.body();
    Optional<Decoded> marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    List<String> repairs = new ArrayList<>();
    for (String label : declared(input)) {
      Optional<String> text = charset(label).flatMap(charset -> believe(bytes, charset));
      if (text.isPresent()) {
        return new Decoded(text.get(), repairs);
      }
      repairs.add("the declared encoding '" + label + "' does not fit the bytes");
    }
    return new Decoded(guess(bytes), repairs);
  }

  private static Optional<Decoded> byMark(byte[] b) {
    int b0 = at(b, 0);
    int b1 = at(b, 1);
    int b2 = at(b, 2);
    int b3 = at(b, 3);
    if (b0 == 0xEF && b1 == 0xBB && b2 == 0xBF) {
      return Optional.of(new Decoded(lenient(b, 3, StandardCharsets.UTF_8), List.of()));
    }
    if ((b0 == 0 && b1 == 0 && b2 == 0xFE && b3 == 0xFF) || (b0 == 0 && b1 == 0 && b2 == 0 && b3 == '<')) {
      return Optional.of(new Decoded(lenient(b, b3 == '<' ? 0 : 4, Charset.forName("UTF-32BE")), List.of()));
    }
    if ((b0 == 0xFF && b1 == 0xFE && b2 == 0 && b3 == 0) || (b0 == '<' && b1 == 0 && b2 == 0 && b3 == 0)) {
      return Optional.of(new Decoded(lenient(b, b0 == '<' ? 0 : 4, Charset.forName("UTF-32LE")), List.of()));
    }
    if ((b0 == 0xFE && b1 == 0xFF) || (b0 == 0 && b1 == '<')) {
      return Optional.of(new Decoded(lenient(b, b0 == 0 ? 0 : 2, StandardCharsets.UTF_16BE), List.of()));
    }
    if ((b0 == 0xFF && b1 == 0xFE) || (b0 == '<' && b1 == 0)) {
      return Optional.of(new Decoded(lenient(b, b0 == '<' ? 0 : 2, StandardCharsets.UTF_16LE), List.of()));
    }
    boolean ebcdic = b0 == 0x4C && b1 == 0x6F && b2 == 0xA7 && b3 == 0x94;
    return ebcdic
        ? Optional.of(new Decoded(lenient(b, 0, ebcdic(b)), List.of()))
        : Optional.empty();
  }

  private static Charset ebcdic(byte[] bytes) {
    Charset invariant = Charset.forName("IBM037");
    String prolog = new String(bytes, 0, Math.min(bytes.length, PROLOG), invariant);
    return label(XML_ENCODING, prolog).flatMap(Decoder::charset).orElse(invariant);
  }

  private static List<String> declared(FeedInput input) {
    List<String> labels = new ArrayList<>();
    input.findContentType().flatMap(type -> label(HTTP_CHARSET, type)).ifPresent(labels::add);
    byte[] body = input.body();
    String prolog = new String(body, 0, Math.min(body.length, PROLOG), StandardCharsets.ISO_8859_1);
    label(XML_ENCODING, prolog).ifPresent(labels::add);
    return labels;
  }

  private static Optional<String> label(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static Optional<Charset> charset(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    if (lower.contains("utf-7") || lower.startsWith("utf-16") || lower.startsWith("utf-32") || lower.startsWith("ucs-")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(WEB_LABELS.getOrDefault(lower, lower)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> believe(byte[] bytes, Charset charset) {
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    if (!utf8 && charset.newEncoder().maxBytesPerChar() <= 1 && !isAscii(bytes)) {
      Optional<String> mistaken = strictly(bytes, StandardCharsets.UTF_8);
      if (mistaken.isPresent()) {
        return mistaken;
      }
    }
    return charset.equals(WINDOWS_1252) ? Optional.of(lenient(bytes, 0, charset)) : strictly(bytes, charset);
  }

  private static String guess(byte[] bytes) {
    return strictly(bytes, StandardCharsets.UTF_8)
        .orElseGet(() -> lenient(bytes, 0, mostlyUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS_1252));
  }

  /** A few broken bytes in a UTF-8 feed are no reason to spoil all its other characters. */
  private static boolean mostlyUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    long beyondAscii = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
    return beyondAscii > 4 * broken;
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      // The intrinsic decoder is several times faster, and says by a sign when it met an error.
      String text = new String(bytes, StandardCharsets.UTF_8);
      if (text.indexOf('\uFFFD') < 0) {
        return Optional.of(text);
      }
    }
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String lenient(byte[] bytes, int from, Charset charset) {
    return new String(bytes, from, bytes.length - from, charset);
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static int at(byte[] bytes, int i) {
    return i < bytes.length ? bytes[i] & 0xFF : -1;
  }
}
