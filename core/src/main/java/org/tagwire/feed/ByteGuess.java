package org.tagwire.feed;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Set;
import org.tagwire.html.WebEncodings;

/**
 * What encoding bytes are in of which nothing is known but that they are no UTF-8: the statistics
 * of ICU, where they are sure of a script that is not Latin; else windows-1252.
 */
final class ByteGuess {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int LOOKED_AT = 20_000;
  private static final int SURE = 20;

  /** In Latin script letters beyond ASCII are rare, in all others they are the rule. */
  private static final double RULE = 0.3;

  private static final Set<String> LATIN =
      Set.of("windows-1252", "windows-1250", "windows-1254", "ISO-8859-2", "ISO-8859-9");

  private ByteGuess() {}

  static Charset of(byte[] bytes) {
    byte[] piece = piece(bytes);
    if (!isBeyondLatin(piece)) {
      return WINDOWS_1252;
    }
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    for (CharsetMatch match : detector.setText(piece).detectAll()) {
      Charset found = WebEncodings.find(match.getName()).orElse(WINDOWS_1252);
      boolean latin = LATIN.contains(found.name()) || found.name().startsWith("UTF");
      if (match.getConfidence() >= SURE && !latin) {
        return found;
      }
    }
    return WINDOWS_1252;
  }

  /** The beginning of a feed may be all ASCII. */
  private static byte[] piece(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && bytes[i] >= 0) {
      i++;
    }
    int from = Math.max(0, Math.min(i - 100, bytes.length - LOOKED_AT));
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + LOOKED_AT));
  }

  /** Counted are the letters outside tags. */
  private static boolean isBeyondLatin(byte[] piece) {
    int letters = 0;
    int high = 0;
    boolean tag = false;
    for (byte b : piece) {
      tag = b == '<' || (tag && b != '>');
      boolean letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
      letters += !tag && letter ? 1 : 0;
      high += !tag && b < 0 ? 1 : 0;
    }
    return high > RULE * (letters + high);
  }
}
