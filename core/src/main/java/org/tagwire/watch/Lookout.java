package org.tagwire.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Grade;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Tagging;
import org.tagwire.model.WatchedName;
import org.tagwire.text.Sentences;
import org.tagwire.watch.Endings.Form;

/**
 * Watched names, made ready, and found in articles. Immutable and safe for use by many threads.
 *
 * <p>The first words of all spellings in all their forms stand in one trie (as in Aho and Corasick,
 * CACM 1975, without its links back: a name begins where a word begins). From there the few that
 * agree are compared to their end. The cost is that of reading the text once, however many names
 * there are.
 */
public final class Lookout {
  private static final Endings ENDINGS = Endings.load();
  private static final int MOST_MENTIONS = 3;
  private static final double SCORE = 0.3;

  private final List<Watched> names = new ArrayList<>();
  private final Map<String, Integer> contexts = new HashMap<>();
  private final Trie<Entry> trie = new Trie<>();

  /** A name with the numbers of the words around it. */
  private record Watched(WatchedName name, List<List<Integer>> needed, List<Integer> excluded) {}

  /**
   * What may begin with a stem.
   *
   * @param phrase which phrase
   * @param form the form of its first word
   * @param target the number of its name, or of its context
   * @param context whether it is a word of a context
   */
  private record Entry(Phrase phrase, Form form, int target, boolean context) {}

  private Lookout(Collection<WatchedName> watched) {
    for (WatchedName name : watched) {
      int number = names.size();
      name.spellings().forEach(spelling -> put(spelling, name.exact(), number, false));
      names.add(
          new Watched(
              name,
              name.needed().stream().map(e -> e.stream().map(this::context).toList()).toList(),
              name.excluded().stream().map(this::context).toList()));
    }
  }

  /** Makes names ready to be found; five thousand take about a second. */
  public static Lookout of(Collection<WatchedName> names) {
    return new Lookout(names);
  }

  private int context(String word) {
    Integer known = contexts.get(word);
    if (known == null) {
      known = contexts.size();
      contexts.put(word, known);
      put(word, false, known, true);
    }
    return known;
  }

  private void put(String spelling, boolean exact, int target, boolean context) {
    for (Phrase phrase : Phrase.of(spelling, exact, ENDINGS)) {
      if (!phrase.words().isEmpty()) {
        for (Form form : phrase.words().getFirst().forms()) {
          trie.put(form.stem(), new Entry(phrase, form, target, context));
        }
      }
    }
  }

  /** Returns how many names there are. */
  public int size() {
    return names.size();
  }

  /**
   * Returns the hashtags of the names an article says, in its title, summary, text or its
   * publisher's tags, in the order in which they were put on the list.
   *
   * @param text what the article says
   * @param language what it is written in
   */
  public List<Tagging> find(ArticleText text, Language language) {
    if (names.isEmpty()) {
      return List.of();
    }
    Search search = new Search(ENDINGS.families(language));
    search.read(text.title(), true);
    search.read(text.summary(), true);
    text.paragraphs().stream()
        .filter(Paragraph::isText)
        .forEach(paragraph -> search.read(paragraph.text(), true));
    text.publisherTags().forEach(tag -> search.read(tag, false));
    return search.result(language);
  }

  /** A place where a name stands. */
  private record Place(String text, int from, String surface) {
    Mention mention() {
      return new Mention(sentence(), surface, 0.5);
    }

    private String sentence() {
      int at = 0;
      for (String sentence : Sentences.of(text)) {
        int begin = text.indexOf(sentence, at);
        at = begin + sentence.length();
        if (begin <= from && from < at) {
          return sentence;
        }
      }
      return surface;
    }
  }

  /** One article's search. */
  private final class Search {
    private final long families;
    private final Map<Integer, List<Place>> places = new TreeMap<>();
    private final BitSet said = new BitSet();
    private boolean quotable;

    Search(long families) {
      this.families = families;
    }

    void read(String text, boolean mayQuote) {
      quotable = mayQuote;
      Scan scan = Scan.of(text);
      for (int word = 0; word < scan.words(); word++) {
        if (scan.isUnspaced(word)) {
          for (int at = scan.begin(word); at < scan.end(word); at++) {
            walk(scan, at);
          }
        } else {
          walk(scan, scan.begin(word));
        }
      }
    }

    private void walk(Scan scan, int from) {
      int node = 0;
      int word = scan.owner(from);
      for (int at = from; at < scan.size(); at++) {
        if (scan.owner(at) != word) {
          word = scan.owner(at);
          if (!Unspaced.runsOn(scan, word)) {
            return;
          }
        }
        node = trie.next(node, scan.letter(at));
        if (node < 0) {
          return;
        }
        for (Entry entry : trie.at(node)) {
          consider(scan, entry, from, at + 1);
        }
      }
    }

    private void consider(Scan scan, Entry entry, int from, int to) {
      if ((entry.form().families() & families) == 0 || isKnown(entry)) {
        return;
      }
      int end = end(scan, entry, from, to);
      if (end < 0) {
        return;
      }
      String surface = scan.surface(from, end);
      boolean tagged = scan.isTagged(scan.owner(from));
      if (entry.context()) {
        said.set(entry.target());
      } else if (entry.phrase().suits(surface, end == to, tagged)) {
        Place place = new Place(quotable ? scan.text() : "", scan.origin(from), surface);
        places.computeIfAbsent(entry.target(), t -> new ArrayList<>(1)).add(place);
      }
    }

    /** Whether nothing more need be known of what an entry leads to. */
    private boolean isKnown(Entry entry) {
      if (entry.context()) {
        return said.get(entry.target());
      }
      List<Place> known = places.get(entry.target());
      return known != null && known.size() == MOST_MENTIONS;
    }

    /** Returns the letter after the phrase, or -1 where something else stands. */
    private int end(Scan scan, Entry entry, int from, int to) {
      List<Phrase.Word> words = entry.phrase().words();
      int word = scan.owner(to - 1);
      int end = scan.isUnspaced(word) ? endUnspaced(scan, entry, from, to) : scan.end(word);
      boolean first =
          end > 0
              && (scan.isUnspaced(word)
                  ? words.size() == 1 || to == scan.end(word)
                  : Phrase.ends(scan, to, end, entry.form()));
      for (int i = 1; first && i < words.size(); i++) {
        word++;
        boolean last = i + 1 == words.size();
        end =
            word < scan.words() && scan.gap(word) != Scan.APART
                ? words.get(i).match(scan, word, families, last)
                : -1;
        first = end >= 0;
      }
      return first ? end : -1;
    }

    private int endUnspaced(Scan scan, Entry entry, int from, int to) {
      return entry.form().endings().contains("") && !Unspaced.goesOn(scan, from, to) ? to : -1;
    }

    List<Tagging> result(Language language) {
      List<Tagging> found = new ArrayList<>();
      places.forEach(
          (number, where) -> {
            Watched watched = names.get(number);
            if (isLookedForIn(watched.name(), language) && suits(watched)) {
              found.add(tagging(watched.name(), where));
            }
          });
      return found;
    }

    private boolean suits(Watched watched) {
      return watched.needed().stream().allMatch(either -> either.stream().anyMatch(said::get))
          && watched.excluded().stream().noneMatch(said::get);
    }
  }

  private static boolean isLookedForIn(WatchedName name, Language language) {
    return !language.isKnown() || name.findLanguage().map(language::equals).orElse(true);
  }

  private static Tagging tagging(WatchedName name, List<Place> places) {
    List<Mention> mentions =
        places.stream().filter(p -> !p.text().isEmpty()).map(Place::mention).distinct().toList();
    return new Tagging(
        name.key(), name.name(), name.presumedKind(), Grade.MENTIONS, SCORE, mentions);
  }
}
