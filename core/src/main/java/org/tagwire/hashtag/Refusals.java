package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tagwire.model.Category;
import org.tagwire.model.Grade;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.TagRules;
import org.tagwire.model.Tagging;

/**
 * What the owner has taught by taking tags off articles: a tag refused in {@value #SEVERAL}
 * articles of one language and field is named there, but no article of that field is about it any
 * more. Pure.
 */
public final class Refusals {
  /** Fewer may be slips of single articles. */
  public static final int SEVERAL = 3;

  private Refusals() {}

  /** Returns the tags of an article of a field as the owner's refusals leave them. */
  public static List<Tagging> weigh(
      List<Tagging> tags, Language language, Category category, Knowledge knowledge) {
    Knowledge.Scope scope = new Knowledge.Scope(TagRules.REFUSED, language.code());
    List<Tagging> weighed = new ArrayList<>();
    for (Tagging tag : tags) {
      double refused = knowledge.count(scope, TagRules.lesson(tag.key(), category));
      weighed.add(refused < SEVERAL ? tag : lessened(tag));
    }
    if (!weighed.equals(tags)) {
      weighed.sort(Comparator.comparingDouble(Tagging::score).reversed());
    }
    return weighed;
  }

  private static Tagging lessened(Tagging tag) {
    return new Tagging(
        tag.key(), tag.name(), tag.kind(), Grade.MENTIONS, tag.score() / 2, tag.mentions());
  }
}
