package org.tagwire.server.words;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tagwire.model.Category;
import org.tagwire.model.Language;
import org.tagwire.model.TagKind;

/**
 * All that one edition says. Immutable to its readers and safe for use by many threads.
 *
 * <p>Four kinds of messages: plain ones; those with one gap ({@link Phrase}); those that depend on
 * a number, whose keys begin with {@code count.} and whose values are ICU plural messages; and
 * those with any number of gaps: what is said of sources ({@code finding.}) and what is refused
 * ({@code refusal.}).
 */
public final class Words {
  private static final String COUNTED = "count.";
  private static final String FINDING = "finding.";
  private static final String REFUSAL = "refusal.";

  private final Edition edition;
  private final Map<String, Phrase> phrases = new HashMap<>();
  private final Map<String, Counted> counted = new HashMap<>();
  private final Map<String, String> findings = new HashMap<>();
  private final Map<String, String> refusals = new HashMap<>();
  private final Ages ages;
  private final Measures measures;
  private final Locale locale;
  private final String likelyLocale;

  /** The names of languages: a page tells a dozen, and the JDK looks each up in its bundles. */
  private final ConcurrentMap<Language, String> languages = new ConcurrentHashMap<>();

  private Words(Edition edition, Digits digits, ZoneId zone) {
    this.edition = edition;
    this.locale = Locale.forLanguageTag(edition.code());
    ULocale likely = ULocale.addLikelySubtags(ULocale.forLanguageTag(edition.code()));
    this.likelyLocale = likely.getLanguage() + "_" + likely.getCountry();
    Properties messages = read(edition);
    for (String key : messages.stringPropertyNames()) {
      String message = digits.in(edition, messages.getProperty(key));
      if (key.startsWith(COUNTED)) {
        counted.put(key, new Counted(message, digits.locale(edition)));
      } else if (key.startsWith(FINDING)) {
        findings.put(key.substring(FINDING.length()), message);
      } else if (key.startsWith(REFUSAL)) {
        refusals.put(key.substring(REFUSAL.length()), message);
      } else {
        phrases.put(key, Phrase.parse(message));
      }
    }
    this.measures = new Measures(digits.locale(edition));
    this.ages = new Ages(edition, digits, zone, text("time.now"), text("time.today"));
  }

  /** Reads an edition's messages; its digits and the zone of its dates are the instance's. */
  public static Words of(Edition edition, Digits digits, ZoneId zone) {
    return new Words(edition, digits, zone);
  }

  public Edition edition() {
    return edition;
  }

  /** Returns the edition's language with its likeliest country by CLDR, as in {@code en_US}. */
  public String likelyLocale() {
    return likelyLocale;
  }

  /** Returns how this edition says when something was. */
  public Ages ages() {
    return ages;
  }

  /** Returns how this edition writes numbers, sizes and lengths of time. */
  public Measures measures() {
    return measures;
  }

  /** Finds a plain message that not every thing of its kind has. */
  public Optional<String> find(String key) {
    return Optional.ofNullable(phrases.get(key)).map(Phrase::before);
  }

  /**
   * Finds a sentence about a source, with its gaps; {@code what} is its key without {@code
   * finding.}.
   */
  Optional<String> findFinding(String what) {
    return Optional.ofNullable(findings.get(what));
  }

  /** Returns a sentence that refuses, with its gaps; {@code what} is its key without its room. */
  String requireRefusal(String what) {
    String sentence = refusals.get(what);
    if (sentence == null) {
      throw missing(REFUSAL + what);
    }
    return sentence;
  }

  /** Returns a plain message. */
  public String text(String key) {
    return phrase(key).before();
  }

  /** Returns a message with a gap. */
  public Phrase phrase(String key) {
    Phrase phrase = phrases.get(key);
    if (phrase == null) {
      throw missing(key);
    }
    return phrase;
  }

  /** Returns a message about a number; {@code what} is its key without {@code count.}. */
  public String count(String what, int number) {
    Counted message = counted.get(COUNTED + what);
    if (message == null) {
      throw missing(COUNTED + what);
    }
    return message.of(number);
  }

  public String category(Category category) {
    return text("category." + category.slug());
  }

  public String kind(TagKind kind) {
    return text("kind." + kind.name().toLowerCase(Locale.ROOT));
  }

  /** Returns a language's name in this edition's own. */
  public String language(Language language) {
    return language.isKnown()
        ? languages.computeIfAbsent(language, this::named)
        : text("language.unknown");
  }

  private String named(Language language) {
    return Locale.forLanguageTag(language.code()).getDisplayLanguage(locale);
  }

  /** Returns all keys, in order. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>(phrases.keySet());
    keys.addAll(counted.keySet());
    findings.keySet().forEach(key -> keys.add(FINDING + key));
    refusals.keySet().forEach(key -> keys.add(REFUSAL + key));
    return keys;
  }

  private IllegalStateException missing(String key) {
    return new IllegalStateException(
        "the messages of edition '"
            + edition.code()
            + "' have no key '"
            + key
            + "'; add it to each file");
  }

  private static Properties read(Edition edition) {
    String file = "/messages/" + edition.code() + ".properties";
    Properties messages = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the resource '" + file + "' is not in the jar; build it again");
      }
      messages.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the resource '" + file + "' cannot be read", e);
    }
    return messages;
  }
}
