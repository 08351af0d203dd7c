package org.tagwire.discovery;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Walks over the tags of a list as it was written, well formed or not. Pure; one pass, no
 * recursion.
 *
 * <p>Lists come from programs that forget to escape, to close or to say which encoding they use. So
 * this is no XML parser: tags need not match, a lone ampersand is an ampersand, quotes may be
 * missing. A document type is skipped and no entity of its own is ever known, which leaves nothing
 * to expand and nowhere to go.
 */
final class TagScanner {
  private static final int MAX_ATTRIBUTES = 100;
  private static final int MAX_VALUE = 16 << 10;
  private static final Pattern ENCODING =
      Pattern.compile(
          "^[\\s\\x00]*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9][\\w.:-]{1,40})[\"']");

  private final String text;
  private int at;

  /**
   * A tag.
   *
   * @param name its name in lower case, without prefix
   * @param attributes by name in lower case, since they are written in any; the first of a name
   * @param opens whether it opens an element
   * @param closes whether it closes one; one that does both stands alone
   */
  record Tag(String name, Map<String, String> attributes, boolean opens, boolean closes) {}

  TagScanner(byte[] document) {
    this.text = decode(document);
  }

  /** Returns the next tag; empty at the end, or where the text breaks off within a tag. */
  Optional<Tag> next() {
    while ((at = text.indexOf('<', at)) >= 0) {
      if (text.startsWith("<!--", at)) {
        skipTo("-->");
      } else if (text.startsWith("<![CDATA[", at)) {
        skipTo("]]>");
      } else if (text.startsWith("<!", at)) {
        skipDeclaration();
      } else if (text.startsWith("<?", at)) {
        skipTo(">");
      } else if (at + 1 < text.length() && isNameStart(at + 1)) {
        return tag();
      } else {
        at++;
      }
    }
    at = text.length();
    return Optional.empty();
  }

  /** Returns the line that was reached, from 1 on. */
  int line() {
    return 1
        + (int)
            text.substring(0, Math.min(at, text.length())).chars().filter(c -> c == '\n').count();
  }

  /** Says whether the text ended within a tag. */
  boolean isBrokenOff() {
    int open = text.lastIndexOf('<');
    return open >= 0 && text.indexOf('>', open) < 0;
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? text.length() : found + end.length();
  }

  /** A document type may hold declarations in brackets. */
  private void skipDeclaration() {
    int close = text.indexOf('>', at);
    int bracket = text.indexOf('[', at);
    if (bracket >= 0 && bracket < close) {
      int end = text.indexOf(']', bracket);
      close = end < 0 ? -1 : text.indexOf('>', end);
    }
    at = close < 0 ? text.length() : close + 1;
  }

  private boolean isNameStart(int where) {
    char c = text.charAt(where);
    return c == '/' || c == '_' || Character.isLetter(c);
  }

  private Optional<Tag> tag() {
    at++;
    boolean closes = text.charAt(at) == '/';
    at += closes ? 1 : 0;
    String name = name();
    Map<String, String> attributes = new LinkedHashMap<>();
    boolean alone = false;
    while (true) {
      skipSpace();
      if (at >= text.length()) {
        return Optional.empty();
      }
      char c = text.charAt(at);
      if (c == '>' || c == '<') {
        at += c == '>' ? 1 : 0;
        return Optional.of(new Tag(name, attributes, !closes, closes || alone));
      }
      alone = c == '/';
      if (alone || !isNamePart(c)) {
        at++;
      } else {
        attribute(attributes);
      }
    }
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    String written = text.substring(start, at);
    return written.substring(written.indexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private void attribute(Map<String, String> attributes) {
    String name = name();
    skipSpace();
    if (at >= text.length() || text.charAt(at) != '=') {
      return;
    }
    at++;
    skipSpace();
    String value = value();
    if (attributes.size() < MAX_ATTRIBUTES && value.length() <= MAX_VALUE) {
      attributes.putIfAbsent(name, Parser.unescapeEntities(value, true));
    }
  }

  private String value() {
    char quote = at < text.length() ? text.charAt(at) : ' ';
    int start = at;
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, at + 1);
      at = end < 0 ? text.length() : end + 1;
      return text.substring(start + 1, end < 0 ? text.length() : end);
    }
    while (at < text.length() && text.charAt(at) > ' ' && "<>".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  /**
   * Byte order marks are believed first, then bytes that are UTF-8, then what the prolog says, then
   * windows-1252, which every byte is.
   */
  private static String decode(byte[] document) {
    String start =
        new String(document, 0, Math.min(300, document.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00fe\u00ff") || start.startsWith("\0<")) {
      return new String(document, StandardCharsets.UTF_16BE);
    }
    if (start.startsWith("\u00ff\u00fe") || start.startsWith("<\0")) {
      return new String(document, StandardCharsets.UTF_16LE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    } catch (CharacterCodingException notUtf8) {
      Matcher said = ENCODING.matcher(start);
      return new String(
          document, said.find() ? charset(said.group(1)) : Charset.forName("windows-1252"));
    }
  }

  private static Charset charset(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    boolean western = name.startsWith("utf") || name.matches("iso-?8859-1|latin-?1|us-ascii");
    return western || !Charset.isSupported(name)
        ? Charset.forName("windows-1252")
        : Charset.forName(name);
  }
}
