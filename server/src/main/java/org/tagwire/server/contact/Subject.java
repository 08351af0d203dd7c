package org.tagwire.server.contact;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Notice;
import org.tagwire.model.Tagging;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.rights.People;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;

/**
 * What a notice is about: an article, a hashtag, or the site.
 *
 * @param path the page's path without prefix and edition, as in {@code article/…}; empty for the
 *     site
 * @param title what readers call it; empty for the site
 * @param article which article
 * @param tags the hashtags that may be disputed there
 * @param shielding whether a disputed person is hidden at once
 */
record Subject(
    String path, String title, @Nullable ArticleId article, List<Hashtag> tags, boolean shielding) {
  static final Subject SITE = new Subject("", "", null, List.of(), false);

  Subject {
    tags = List.copyOf(tags);
  }

  /** Reads an address of ours, as far as a stranger may open it; the site where it is none. */
  static Subject of(String about, Visit visit, Addresses addresses, Questions questions) {
    String path = local(about, addresses);
    if (path.startsWith("article/")) {
      return ArticleId.parse(path.substring(8))
          .map(id -> article(path, id, visit, questions))
          .orElse(SITE);
    }
    if (path.startsWith("hashtag/")) {
      return hashtag(path, visit, questions);
    }
    return path.isEmpty() ? SITE : new Subject(path, path, null, List.of(), false);
  }

  private static String local(String about, Addresses addresses) {
    String path = about.split("[?#]", 2)[0];
    String begin = addresses.prefix() + "/";
    boolean ours = path.startsWith(begin) && path.length() <= Notice.MAX_PATH;
    if (!ours || path.startsWith("//")) {
      return "";
    }
    String rest = path.substring(begin.length());
    for (Edition edition : Edition.values()) {
      if (rest.startsWith(edition.code() + "/")) {
        return rest.substring(edition.code().length() + 1);
      }
    }
    return rest;
  }

  private static Subject article(String path, ArticleId id, Visit visit, Questions questions) {
    return questions.articles().open(id, view(visit)) instanceof ArticlePages.Found found
        ? new Subject(
            path,
            found.page().article().text().title(),
            id,
            found.page().article().understanding().tags().stream()
                .map(Tagging::key)
                .flatMap(key -> Optional.ofNullable(found.page().names().get(key)).stream())
                .distinct()
                .limit(Card.MAX_CHIPS * 3L)
                .toList(),
            true)
        : SITE;
  }

  private static Subject hashtag(String path, Visit visit, Questions questions) {
    String form = decoded(path.substring(8));
    if (questions.hashtags().open(form, view(visit)) instanceof HashtagPages.Found found) {
      Hashtag tag = found.page().tag();
      boolean shielding = found.page().all().origins() < People.PUBLIC_FIGURE;
      return new Subject(path, "#" + tag.form(), null, List.of(tag), shielding);
    }
    return SITE;
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }

  private static ListView view(Visit visit) {
    return new ListView(
        Audience.PUBLIC, visit.edition().language(), null, false, ListPlace.START, 1);
  }

  Optional<Hashtag> find(String form) {
    return tags.stream().filter(tag -> tag.form().equals(form)).findFirst();
  }
}
