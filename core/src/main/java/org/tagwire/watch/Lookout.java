package org.tagwire.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final double WEIGHT = 0.5;

  private final List<Watched> names = new ArrayList<>();
  private final Map<String, Integer> contexts = new HashMap<>();
  private final Trie<Bundle> trie = new Trie<>();

  /** A name with the numbers of the words around it. */
  private record Watched(WatchedName name, List<List<Integer>> needed, List<Integer> excluded) {}

  /**
   * What begins with a stem and goes on in the same way: of the hundreds that may share a stem,
   * languages and endings are asked once.
   */
  private record Bundle(long families, Set<String> endings, List<Entry> entries) {
    boolean isOf(Form form) {
      return families == form.families() && endings == form.endings();
    }
  }

  /**
   * What may begin there.
   *
   * @param phrase which phrase
   * @param target the number of its name, or of its context
   * @param context whether it is a word of a context
   */
  private record Entry(Phrase phrase, int target, boolean context) {}

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
          bundle(form).add(new Entry(phrase, target, context));
        }
      }
    }
  }

  private List<Entry> bundle(Form form) {
    int node = trie.grow(form.stem());
    for (Bundle bundle : trie.at(node)) {
      if (bundle.isOf(form)) {
        return bundle.entries();
      }
    }
    Bundle fresh = new Bundle(form.families(), form.endings(), new ArrayList<>(1));
    trie.add(node, fresh);
    return fresh.entries();
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

  /** A part of an article, whose sentences are told apart once, and only if one is wanted. */
  private static final class Piece {
    private final String text;
    private final boolean quotable;
    private final List<String> sentences = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    Piece(String text, boolean quotable) {
      this.text = text;
      this.quotable = quotable;
    }

    /** Returns the sentence at a place; the publisher's tags have none. */
    Optional<String> sentence(int place) {
      if (ends.isEmpty()) {
        cut();
      }
      int at = 0;
      while (at < ends.size() && ends.get(at) <= place) {
        at++;
      }
      return quotable && at < ends.size() ? Optional.of(sentences.get(at)) : Optional.empty();
    }

    private void cut() {
      int end = 0;
      for (String sentence : Sentences.of(text)) {
        end = text.indexOf(sentence, end) + sentence.length();
        sentences.add(sentence);
        ends.add(end);
      }
    }
  }

  /** A place where a name stands. */
  private record Place(Piece piece, int from, String surface) {
    Optional<Mention> mention() {
      return piece.sentence(from).map(sentence -> new Mention(sentence, surface, WEIGHT));
    }
  }

  /** One article's search. */
  private final class Search {
    private final long families;
    private final Map<Integer, List<Place>> places = new TreeMap<>();
    private final BitSet said = new BitSet();
    private Piece piece = new Piece("", false);

    Search(long families) {
      this.families = families;
    }

    void read(String text, boolean mayQuote) {
      Scan scan = Scan.of(text);
      piece = new Piece(scan.text(), mayQuote);
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
        for (Bundle bundle : trie.at(node)) {
          int end = (bundle.families() & families) == 0 ? -1 : end(scan, bundle, from, at + 1);
          if (end > 0) {
            consider(scan, bundle.entries(), from, at + 1, end);
          }
        }
      }
    }

    /** Returns the letter after the first word, or -1 where that is another. */
    private int end(Scan scan, Bundle bundle, int from, int to) {
      int word = scan.owner(to - 1);
      if (scan.isUnspaced(word)) {
        boolean whole = bundle.endings().contains("") && !Unspaced.goesOn(scan, from, to);
        return whole ? to : -1;
      }
      return Endings.follow(scan, to, scan.end(word), bundle.endings()) ? scan.end(word) : -1;
    }

    private void consider(Scan scan, List<Entry> entries, int from, int to, int first) {
      for (Entry entry : entries) {
        int end = isKnown(entry) ? -1 : end(scan, entry.phrase().words(), first);
        if (end < 0) {
          continue;
        }
        String surface = scan.surface(from, end);
        if (entry.context()) {
          said.set(entry.target());
        } else if (entry.phrase().suits(surface, end == to, scan.isTagged(scan.owner(from)))) {
          Place place = new Place(piece, scan.origin(from), surface);
          places.computeIfAbsent(entry.target(), t -> new ArrayList<>(1)).add(place);
        }
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

    /** Returns the letter after a phrase whose first word ends so, or -1 where another stands. */
    private int end(Scan scan, List<Phrase.Word> words, int first) {
      int word = scan.owner(first - 1);
      int end = words.size() == 1 || first == scan.end(word) ? first : -1;
      for (int i = 1; end >= 0 && i < words.size(); i++) {
        word++;
        boolean near = word < scan.words() && scan.gap(word) != Scan.APART;
        end = near ? words.get(i).match(scan, word, families, i + 1 == words.size()) : -1;
      }
      return end;
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
    List<Mention> mentions = places.stream().flatMap(p -> p.mention().stream()).distinct().toList();
    return new Tagging(
        name.key(), name.name(), name.presumedKind(), Grade.MENTIONS, SCORE, mentions);
  }
}
