package org.tagwire.newsstand.newsroom;

import java.util.List;

/**
 * One fictional publisher.
 *
 * @param domain host name in lower case
 * @param name as people know it
 * @param language BCP 47
 * @param country ISO 3166-1, two letters
 * @param feed how it announces
 * @param page how its pages look
 * @param sections its sections' names, in its language, at least one
 * @param fullText whether the feed carries the whole text
 * @param slogan a line under the name
 */
public record Publisher(
    String domain,
    String name,
    String language,
    String country,
    FeedFormat feed,
    PageDesign page,
    List<String> sections,
    boolean fullText,
    String slogan) {

  public Publisher {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException(domain + " needs at least one section");
    }
  }
}
