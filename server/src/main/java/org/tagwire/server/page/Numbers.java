package org.tagwire.server.page;

import org.jspecify.annotations.Nullable;
import org.tagwire.model.Totals;
import org.tagwire.server.words.Phrase;
import org.tagwire.server.words.Words;

/**
 * How much there is in a list, in words, as in {@code 5 articles, 4 publishers since 25-05-2025}.
 *
 * @param counts how many
 * @param since the words around the day, a space before them
 * @param day the day of the oldest; absent when there is none
 */
public record Numbers(String counts, Phrase since, @Nullable String day) {
  public static Numbers of(Totals totals, Words words) {
    String articles = words.count("articles", totals.articles());
    String counts =
        totals.articles() == 0
            ? articles
            : articles
                + words.phrase("totals.more").with(words.count("publishers", totals.publishers()));
    String day = totals.findSince().map(words.ages()::date).orElse(null);
    return new Numbers(counts, words.phrase("totals.since"), day);
  }

  @Override
  public String toString() {
    return day == null ? counts : counts + " " + since.with(day);
  }
}
