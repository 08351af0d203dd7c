package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.model.Hashtag;
import org.tagwire.query.Combination;
import org.tagwire.server.words.Words;

/**
 * Says a combination of hashtags, as in {@code #A and #B without #C}.
 *
 * @param before what joins it to the one before; empty for the first
 * @param name the hashtag
 */
public record Terms(String before, String name) {
  /** Returns the hashtags with what joins them. */
  static List<Terms> of(Combination combination, Words words) {
    List<Terms> terms = new ArrayList<>();
    add(combination.with(), "", words.phrase("lists.and").before(), terms);
    add(
        combination.without(),
        words.phrase("lists.without").before(),
        words.phrase("lists.or").before(),
        terms);
    return terms;
  }

  private static void add(List<Hashtag> tags, String first, String next, List<Terms> terms) {
    for (int i = 0; i < tags.size(); i++) {
      terms.add(new Terms(i == 0 ? first : next, "#" + tags.get(i).form()));
    }
  }

  /** Returns the same as one text; tags are isolated where the edition runs the other way. */
  static String text(Combination combination, Words words) {
    StringBuilder text = new StringBuilder();
    for (Terms term : of(combination, words)) {
      text.append(term.before).append(words.edition().isolated(term.name));
    }
    return text.toString();
  }
}
