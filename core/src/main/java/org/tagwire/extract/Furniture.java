package org.tagwire.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Domain;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Knowledge.Scope;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.model.Paragraph;

/**
 * The texts that repeat across the pages of one publisher: an author's note, a call for
 * subscribers.
 *
 * <p>Only the edges of a body are counted, its first {@value #HEAD} and last {@value #TAIL}
 * paragraphs, where furniture stands that no markup gives away. A page puts each into two of
 * {@value #DRAWERS} drawers: one chosen by the page's article, one by the longest other paragraph
 * of its body. A text is furniture once it lies in {@value #PAGES} drawers of both kinds. A page
 * that is read again, corrected or announced by others stays one article; a mobile or AMP edition
 * that was taken for another article has the same paragraphs; so a text that stands on one page
 * only never gets that far, and neither does one that two or three articles quote.
 *
 * <p>What is known as furniture is cut before it is counted, fades and is counted anew when it
 * comes back: a drawer is empty again after two half-lives without a new sighting. Immutable, safe
 * for use by many threads.
 */
public final class Furniture {
  /** Under which all of this is counted. */
  public static final String TOPIC = "extract:furniture";

  /** On so many different pages a text has to be seen. */
  public static final int PAGES = 4;

  private static final int DRAWERS = 16;
  private static final double FADED = 0.25;
  private static final int LONGEST = 600;
  private static final int HEAD = 2;
  private static final int TAIL = 4;
  private static final int START = 60;
  private static final String BY_PAGE = "/p";
  private static final String BY_TEXT = "/t";

  private final Knowledge knowledge;
  private final Scope scope;

  Furniture(Knowledge knowledge, String publisher) {
    this.knowledge = knowledge;
    this.scope = new Scope(TOPIC, publisher);
  }

  /** Returns where the counts of a publisher are kept. */
  public static Scope scope(Domain publisher) {
    return new Scope(TOPIC, publisher.name());
  }

  boolean isKnown(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String hash = hash(text);
    return knowledge.count(scope, named(hash, text)) >= FADED
        && drawers(hash + BY_PAGE) >= PAGES
        && drawers(hash + BY_TEXT) >= PAGES;
  }

  private int drawers(String kind) {
    int used = 0;
    for (int i = 0; i < DRAWERS; i++) {
      used += knowledge.count(scope, kind + i) >= FADED ? 1 : 0;
    }
    return used;
  }

  /**
   * Returns what a page teaches of its publisher.
   *
   * @param publisher whose page it is
   * @param page what the page keeps through corrections and further addresses
   * @param body the paragraphs that were kept, in order
   */
  public static Observation lesson(Domain publisher, String page, List<Paragraph> body) {
    List<String> texts = body.stream().map(Paragraph::text).distinct().toList();
    if (texts.size() < 2) {
      return Observation.NONE;
    }
    List<String> byLength =
        texts.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    List<Sighting> sightings = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if ((i < HEAD || i >= texts.size() - TAIL) && text.length() <= LONGEST) {
        String other = byLength.get(text.equals(byLength.getFirst()) ? 1 : 0);
        String hash = hash(text);
        sightings.add(new Sighting(scope(publisher), named(hash, text), 1));
        sightings.add(new Sighting(scope(publisher), hash + BY_PAGE + drawer(page), 1));
        sightings.add(new Sighting(scope(publisher), hash + BY_TEXT + drawer(other), 1));
      }
    }
    return new Observation(sightings);
  }

  /**
   * A text that was counted.
   *
   * @param start how it begins
   * @param seen how often it was seen, faded
   * @param pages on how many different pages at least
   * @param known whether it is taken for furniture
   */
  public record Learned(String start, double seen, int pages, boolean known) {}

  /**
   * Returns the texts that were counted, those on most pages first.
   *
   * @param counts the faded counts of one publisher
   */
  public static List<Learned> learned(Map<String, Double> counts) {
    Comparator<Learned> most = Comparator.comparingInt(Learned::pages);
    return texts(counts, FADED).values().stream()
        .flatMap(text -> text.learned().stream())
        .sorted(most.thenComparingDouble(Learned::seen).reversed().thenComparing(Learned::start))
        .toList();
  }

  /**
   * Returns the counts of one publisher without those of the texts that are least likely to be
   * furniture: on few pages, and long ago.
   *
   * @param counts the counts as stored, grown by time
   * @param most how many are to be left at most
   * @param growth what one sighting counts now
   */
  public static Map<String, Double> trimmed(Map<String, Double> counts, int most, double growth) {
    Map<String, Double> kept = new HashMap<>();
    List<Text> best =
        texts(counts, FADED * growth).values().stream()
            .sorted(
                Comparator.comparingInt(Text::pages).thenComparingDouble(Text::weight).reversed())
            .toList();
    for (Text text : best) {
      if (kept.size() + text.counts.size() > most) {
        return kept;
      }
      kept.putAll(text.counts);
    }
    return kept;
  }

  private static Map<String, Text> texts(Map<String, Double> counts, double faded) {
    Map<String, Text> texts = new HashMap<>();
    counts.forEach(
        (what, count) -> {
          int end = Math.max(0, Math.min(16, what.length()));
          texts.computeIfAbsent(what.substring(0, end), h -> new Text(faded)).add(what, count);
        });
    return texts;
  }

  /** All counts of one text; one thread. */
  private static final class Text {
    private final double faded;
    private final Map<String, Double> counts = new HashMap<>();
    private String start = "";
    private double weight;
    private int byPage;
    private int byText;

    Text(double faded) {
      this.faded = faded;
    }

    void add(String what, double count) {
      counts.put(what, count);
      int fresh = count >= faded ? 1 : 0;
      if (what.startsWith(BY_PAGE, 16)) {
        byPage += fresh;
      } else if (what.startsWith(BY_TEXT, 16)) {
        byText += fresh;
      } else {
        start = what.substring(Math.min(17, what.length()));
        weight = count;
      }
    }

    int pages() {
      return Math.min(byPage, byText);
    }

    double weight() {
      return weight;
    }

    Optional<Learned> learned() {
      boolean whole = !start.isEmpty() && weight >= faded;
      return whole
          ? Optional.of(new Learned(start, weight, pages(), pages() >= PAGES))
          : Optional.empty();
    }
  }

  private static String named(String hash, String text) {
    int characters = Math.min(START, text.codePointCount(0, text.length()));
    return hash + ' ' + text.substring(0, text.offsetByCodePoints(0, characters));
  }

  private static int drawer(String mark) {
    return (int) Long.remainderUnsigned(mixed(mark), DRAWERS);
  }

  private static String hash(String text) {
    String hex = Long.toHexString(mixed(text));
    return "0".repeat(16 - hex.length()) + hex;
  }

  /** FNV-1a, with its bits mixed once more so that the low ones can choose a drawer. */
  private static long mixed(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    long folded = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return folded ^ (folded >>> 29);
  }
}
