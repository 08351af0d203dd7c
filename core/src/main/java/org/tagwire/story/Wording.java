package org.tagwire.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagwire.model.TagKey;
import org.tagwire.text.Normalise;

/**
 * What an article says, as weighted terms, or the sum over the articles of a story. Immutable.
 *
 * @param title the headline's
 * @param lead headline's and lead's
 * @param body the whole text's, the most telling ones
 * @param names the tags'
 */
record Wording(Words title, Words lead, Words body, Words names) {
  static final Wording NONE = new Wording(Words.NONE, Words.NONE, Words.NONE, Words.NONE);

  private static final int TITLE = 24;
  private static final int LEAD = 100;
  private static final int BODY = 80;
  private static final int NAMES = 24;

  /** No text has it, so that a name is not taken for a word. */
  private static final String NAME = "#";

  /**
   * The terms of an article in order, with repeats.
   *
   * @param title the headline's
   * @param lead those at the top of the text
   * @param rest those after
   */
  record Terms(List<String> title, List<String> lead, List<String> rest) {
    static Terms of(StoryView view) {
      String top = Normalise.head(view.text(), StoryView.LEAD);
      return new Terms(
          org.tagwire.text.Terms.telling(view.title()),
          org.tagwire.text.Terms.telling(top),
          org.tagwire.text.Terms.telling(view.text().substring(top.length())));
    }

    int size() {
      return title.size() + lead.size() + rest.size();
    }
  }

  /** Counts an article's terms and returns them weighted. */
  static Wording of(Terms terms, StoryView view, Vocabulary vocabulary) {
    Map<Integer, Double> title = new HashMap<>();
    vocabulary.count(terms.title, 1, title);
    Map<Integer, Double> lead = new HashMap<>();
    vocabulary.count(terms.title, 2, lead);
    vocabulary.count(terms.lead, 1, lead);
    Map<Integer, Double> body = new HashMap<>(lead);
    vocabulary.count(terms.rest, 1, body);
    Map<Integer, Double> names = new HashMap<>();
    vocabulary.count(marked(view.about()), 2, names);
    vocabulary.count(marked(view.named()), 1, names);
    Set<Integer> all = new HashSet<>(body.keySet());
    all.addAll(names.keySet());
    vocabulary.see(all);
    return new Wording(
        vocabulary.words(title, TITLE),
        vocabulary.words(lead, LEAD),
        vocabulary.words(body, BODY),
        vocabulary.words(names, NAMES));
  }

  private static List<String> marked(List<TagKey> keys) {
    return keys.stream().map(key -> NAME + key.value()).toList();
  }

  Wording plus(Wording other) {
    return new Wording(
        title.plus(other.title),
        lead.plus(other.lead),
        body.plus(other.body),
        names.plus(other.names));
  }

  Wording minus(Wording other) {
    return new Wording(
        title.minus(other.title),
        lead.minus(other.lead),
        body.minus(other.body),
        names.minus(other.names));
  }
}
