package org.tagwire.model;

import java.util.List;

/**
 * A hashtag on one article, with its reasons.
 *
 * @param key which tag
 * @param name its name as this article's title or text writes it in full, with spaces
 * @param kind what it stands for
 * @param grade whether the article is about it or names it
 * @param score how much, 0 to 1; taggings of an article are ordered by it
 * @param mentions where it is named, at least one unless the tag is the publisher's own, in order
 *     of weight
 */
public record Tagging(
    TagKey key, String name, TagKind kind, Grade grade, double score, List<Mention> mentions) {
  public Tagging {
    mentions = List.copyOf(mentions);
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException("a tag's score lies in 0 to 1, but this is " + score);
    }
  }
}
