package org.tagwire.model;

import com.ibm.icu.text.Normalizer2;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is said together with the names of one article: its tags, and the words of its title and
 * text. For one thread; the text is folded when it is first asked.
 */
final class Companions {
  private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

  private final TagRules rules;
  private final Reading reading;
  private @Nullable Set<TagKey> tags;
  private @Nullable String text;

  Companions(TagRules rules, Reading reading) {
    this.rules = rules;
    this.reading = reading;
  }

  /** Whether the article carries a tag of that name, or says it in so many words. */
  boolean hold(String name) {
    Optional<TagKey> key = TagKey.parse(name).map(rules::resolve);
    return key.filter(tags()::contains).isPresent() || says(FOLD.normalize(name.strip()));
  }

  private Set<TagKey> tags() {
    Set<TagKey> known = tags;
    if (known == null) {
      known =
          reading.understanding().tags().stream()
              .map(tag -> rules.resolve(tag.key()))
              .collect(Collectors.toSet());
      tags = known;
    }
    return known;
  }

  private String text() {
    String folded = text;
    if (folded == null) {
      folded = FOLD.normalize(words());
      text = folded;
    }
    return folded;
  }

  private String words() {
    ArticleText said = reading.text();
    return said.title() + "\n" + said.summary() + "\n" + said.plain();
  }

  private boolean says(String phrase) {
    String all = text();
    for (int at = all.indexOf(phrase); at >= 0; at = all.indexOf(phrase, at + 1)) {
      int end = at + phrase.length();
      if (!joins(all, at) && !joins(all, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word goes on over this place; scripts without spaces have no such words. */
  private static boolean joins(String text, int at) {
    return at > 0
        && at < text.length()
        && isOfWord(text.codePointBefore(at))
        && isOfWord(text.codePointAt(at));
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) && !Character.isIdeographic(c) && !isKanaOrThai(c);
  }

  private static boolean isKanaOrThai(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
