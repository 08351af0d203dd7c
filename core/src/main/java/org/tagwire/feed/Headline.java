package org.tagwire.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;

/** What an item without a headline, as in a microblog, is called: its first words, else its address. */
final class Headline {
  private static final int LONGEST = 100;

  /** So much markup is looked at for the first words. */
  private static final int LOOKED_AT = 2_000;

  private Headline() {}

  /** Returns HTML like any title; empty when the item says nothing that could be one. */
  static Optional<String> instead(ItemDraft draft) {
    return words(draft.summary)
        .or(() -> words(draft.content))
        .map(Headline::escaped)
        .or(() -> Optional.ofNullable(draft.link));
  }

  private static Optional<String> words(@Nullable String html) {
    if (html == null || html.isEmpty()) {
      return Optional.empty();
    }
    String plain = Jsoup.parse(html.substring(0, Math.min(html.length(), LOOKED_AT))).text().strip();
    return plain.isEmpty() ? Optional.empty() : Optional.of(cut(plain));
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int space = text.lastIndexOf(' ', LONGEST - 1);
    int end = space > LONGEST / 2 ? space : LONGEST - 1;
    end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
    return text.substring(0, end).strip() + "…";
  }

  private static String escaped(String text) {
    StringBuilder html = new StringBuilder(text.length());
    XmlElement.escape(text, html);
    return html.toString();
  }
}
