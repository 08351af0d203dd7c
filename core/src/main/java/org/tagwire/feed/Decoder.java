package org.tagwire.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.feed.Repair.Kind;
import org.tagwire.html.WebEncodings;

/**
 * Turns bytes into text: byte order mark, then the HTTP header, then the XML declaration, then what
 * the bytes look like (RFC 7303 §3; labels as the WHATWG Encoding standard reads them).
 *
 * <p>A declaration is believed as far as the bytes bear it out: one of another encoding over bytes
 * that are valid UTF-8 with characters beyond ASCII is taken for the common mistake it is, and one
 * by which the bytes do not decode is passed over, unless only few of them do not. Unknown names
 * are passed over, and UTF-7 is never used.
 */
final class Decoder {
  private static final int PROLOG = 400;

  /** So far a declaration is looked for where something else stands before it. */
  private static final int JUNK = 4_096;

  private static final Pattern HTTP_CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML_ENCODING =
      Pattern.compile(
          "<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([A-Za-z0-9._:-]+)");

  private static final Optional<String> NONE = Optional.empty();

  private final byte[] bytes;
  private final Repairs repairs;

  private Decoder(byte[] bytes, Repairs repairs) {
    this.bytes = bytes;
    this.repairs = repairs;
  }

  /** Returns the text of a document, and notes what had to be assumed. */
  static String decode(FeedInput input, Repairs repairs) {
    Decoder decoder = new Decoder(input.body(), repairs);
    Optional<String> marked = ByteMarks.decode(input.body());
    String text = marked.isPresent() ? marked.get() : decoder.unmarked(input);
    Optional<String> once = Misreadings.undoSecondEncoding(text);
    once.ifPresent(t -> repairs.add(Kind.ENCODED_TWICE, "the text had been encoded twice"));
    return once.orElse(text);
  }

  private String unmarked(FeedInput input) {
    List<Charset> declared = declared(input);
    MixedBytes.Share utf8 = MixedBytes.share(bytes);
    return utf8.isValid() ? inUtf8(utf8, declared) : notInUtf8(utf8, declared);
  }

  private List<Charset> declared(FeedInput input) {
    List<Charset> known = new ArrayList<>(2);
    for (String label : labels(input)) {
      Optional<Charset> charset = WebEncodings.find(label);
      charset.ifPresentOrElse(known::add, () -> unknown(label));
    }
    return known;
  }

  private void unknown(String label) {
    String quoted = Repairs.quoted(label);
    repairs.add(
        Kind.ENCODING_UNKNOWN, "the declared encoding " + quoted + " does not name one of the web");
  }

  private List<String> labels(FeedInput input) {
    List<String> labels = new ArrayList<>(2);
    input.findContentType().flatMap(type -> label(HTTP_CHARSET, type)).ifPresent(labels::add);
    boolean begins = bytes.length > 1 && bytes[0] == '<' && bytes[1] == '?';
    int length = Math.min(bytes.length, begins ? PROLOG : JUNK);
    label(XML_ENCODING, new String(bytes, 0, length, StandardCharsets.ISO_8859_1))
        .ifPresent(labels::add);
    return labels;
  }

  static Optional<String> label(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  static Optional<String> declaredInProlog(String prolog) {
    return label(XML_ENCODING, prolog);
  }

  /** The bytes are valid UTF-8; another declaration may still be right, if rarely. */
  private String inUtf8(MixedBytes.Share utf8, List<Charset> declared) {
    if (!declared.isEmpty() && !declared.getFirst().equals(StandardCharsets.UTF_8)) {
      Charset charset = declared.getFirst();
      boolean ascii = utf8.beyondAscii() == 0;
      boolean credible = ascii ? usesEscapes(charset) : isCredible(charset, utf8);
      Optional<String> text = credible ? strictly(charset).filter(Decoder::hasMarkup) : NONE;
      if (text.isPresent()) {
        return text.get();
      }
      if (!ascii) {
        wrong(charset, "UTF-8");
      }
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static boolean usesEscapes(Charset charset) {
    return charset.name().startsWith("ISO-2022");
  }

  /**
   * In a single-byte encoding a sequence that is valid in UTF-8 is gibberish; in an East Asian one
   * a few in a row may happen.
   */
  private static boolean isCredible(Charset charset, MixedBytes.Share utf8) {
    return charset.newEncoder().maxBytesPerChar() > 1 && utf8.beyondAscii() < 4;
  }

  private String notInUtf8(MixedBytes.Share utf8, List<Charset> declared) {
    for (Charset charset : declared) {
      Optional<String> text = strictly(charset).filter(Decoder::hasMarkup);
      if (text.isPresent()) {
        return text.get();
      }
    }
    for (Charset charset : declared) {
      if (charset.equals(StandardCharsets.UTF_8)) {
        continue;
      }
      String text = new String(bytes, charset);
      if (isMostlyRight(text) && hasMarkup(text)) {
        return broken(text, charset.name());
      }
    }
    return utf8.isMostlyRight()
        ? broken(MixedBytes.decode(bytes), "UTF-8")
        : guessed(declared, ByteGuess.of(bytes));
  }

  private String guessed(List<Charset> declared, Charset guess) {
    if (declared.isEmpty()) {
      repairs.add(
          Kind.ENCODING_GUESSED,
          "no encoding is declared and the bytes are not UTF-8: read as " + guess.name());
    } else {
      wrong(declared.getFirst(), guess.name());
    }
    return new String(bytes, guess);
  }

  private void wrong(Charset declared, String found) {
    repairs.add(Kind.ENCODING_WRONG, declared.name() + " is declared, but the bytes are " + found);
  }

  private String broken(String text, String charset) {
    repairs.add(Kind.BYTES_BROKEN, "some bytes are no " + charset);
    return text;
  }

  /** A few broken bytes are no reason to spoil all other characters. */
  private static boolean isMostlyRight(String text) {
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    long beyondAscii = text.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
    return beyondAscii > 4 * broken;
  }

  /** What decodes to no sign of markup was not in that encoding. */
  private static boolean hasMarkup(String text) {
    return text.indexOf('<') >= 0 || text.indexOf('{') >= 0;
  }

  private Optional<String> strictly(Charset charset) {
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
}
