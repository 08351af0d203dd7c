package org.tagwire.rights;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns names that asked to be forgotten into keyed hashes, so that the list of them can be kept
 * without naming anybody.
 *
 * <p>Names are compared by a coarser form than hashtags: case, accents, separators and look-alike
 * letters of other scripts do not matter, nor does the order of up to four words. Inflected forms
 * are names of their own and need their own entries. HMAC-SHA-256 with the instance's secret.
 * Immutable and safe for threads.
 */
public final class Suppressions {
  private static final int MAX_ORDERED = 4;
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCInstance();
  private static final Normalizer2 APART = Normalizer2.getNFDInstance();
  private static final SpoofChecker LOOK_ALIKES = new SpoofChecker.Builder().build();
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern LATIN_LETTERS = Pattern.compile("[A-Za-z]+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final SecretKeySpec key;

  /**
   * @param secret the instance's secret, 16 bytes or more
   */
  public Suppressions(byte[] secret) {
    if (secret.length < 16) {
      throw new IllegalArgumentException(
          "a secret has 16 bytes or more, but this has " + secret.length);
    }
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** Returns the hash a name, hashtag or tag key is looked up by. */
  public String hash(String name) {
    return hashed(bare(name));
  }

  /**
   * Returns the hashes to keep for a name that is to be hidden: one for each order of its words.
   */
  public Set<String> hashesToKeep(String name) {
    List<String> words = new ArrayList<>();
    for (String word : name.strip().split("[\\s_]+")) {
      String bare = bare(word);
      if (!bare.isEmpty()) {
        words.add(bare);
      }
    }
    Set<String> orders = new HashSet<>();
    if (words.size() > MAX_ORDERED) {
      orders.add(String.join("", words));
    } else {
      order(words, "", orders);
    }
    orders.remove("");
    if (orders.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + name + "' holds no letter or digit, so there is no name to hide");
    }
    Set<String> hashes = new HashSet<>();
    orders.forEach(text -> hashes.add(hashed(text)));
    return Set.copyOf(hashes);
  }

  private static void order(List<String> left, String before, Set<String> into) {
    if (left.isEmpty()) {
      into.add(before);
    }
    for (int i = 0; i < left.size(); i++) {
      List<String> others = new ArrayList<>(left);
      String next = others.remove(i);
      order(others, before + next, into);
    }
  }

  /**
   * Takes accents off, gives look-alikes of other scripts their Latin letter while capitals are
   * still capitals (a Cyrillic М looks like M, but м does not look like m), then folds case and
   * keeps letters and digits only.
   */
  private static String bare(String name) {
    String plain = MARKS.matcher(APART.normalize(COMPATIBLE.normalize(name))).replaceAll("");
    StringBuilder latin = new StringBuilder(plain.length());
    plain.codePoints().forEach(c -> latin.append(lookAlike(c)));
    return CASEFOLD.normalize(NO_LETTERS.matcher(CASEFOLD.normalize(latin)).replaceAll(""));
  }

  private static String lookAlike(int c) {
    String letter = Character.toString(c);
    if (c < 0x80 || Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
      return letter;
    }
    String skeleton = LOOK_ALIKES.getSkeleton(letter);
    return LATIN_LETTERS.matcher(skeleton).matches() ? skeleton : letter;
  }

  private String hashed(String bare) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(bare.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
