package org.tagwire.server.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagwire.model.Audience;
import org.tagwire.model.Language;
import org.tagwire.query.ListPlace;
import org.tagwire.query.ListView;
import org.tagwire.server.words.Edition;

/**
 * One request that came in: what is asked, by whom, in which edition, when.
 *
 * @param edition which edition
 * @param audience for whom
 * @param now when
 * @param origin scheme, host and port as this reader sees them, without a slash behind
 * @param path the decoded parameters of the path
 * @param query the parameters behind the question mark, the first of each name
 * @param badge what the door has noted about the visitor
 */
public record Visit(
    Edition edition,
    Audience audience,
    Instant now,
    String origin,
    Map<String, String> path,
    Map<String, String> query,
    Badge badge) {
  /** The parameter that narrows a hashtag's list. */
  public static final String ABOUT = "about";

  /** The parameter that narrows a list to one language. */
  public static final String LANGUAGE = "lang";

  /** The parameter that says where to go on. */
  public static final String AFTER = "after";

  /** The parameter that narrows a list to one publisher. */
  public static final String PUBLISHER = "publisher";

  /** The parameter that narrows a list to one category. */
  public static final String CATEGORY = "category";

  /** The parameter that narrows a list to what came since a day, or within a span. */
  public static final String SINCE = "since";

  /** The parameter that narrows a list to what came up to a day. */
  public static final String UNTIL = "until";

  /** The parameter that chooses how a list is laid out. */
  public static final String LAYOUT = "view";

  /** The parameter that holds a search. */
  public static final String WORDS = "q";

  /** The parameter that says in which order. */
  public static final String SORT = "sort";

  private static final List<String> KEPT =
      List.of(LANGUAGE, PUBLISHER, CATEGORY, SINCE, UNTIL, LAYOUT, AFTER);

  private static final Set<String> LOOK =
      Stream.concat(KEPT.stream(), Stream.of(ABOUT, WORDS, SORT)).collect(Collectors.toSet());

  public Visit {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  /** A visit of which the door has noted nothing. */
  public Visit(
      Edition edition,
      Audience audience,
      Instant now,
      String origin,
      Map<String, String> path,
      Map<String, String> query) {
    this(edition, audience, now, origin, path, query, Badge.NONE);
  }

  /** Returns what a form on the page must carry as {@link Form#TOKEN} to be taken. */
  public String token() {
    return badge.token();
  }

  public boolean isOwner() {
    return audience == Audience.OWNER;
  }

  /** Returns a parameter of the path that the route promises. */
  public String requirePath(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("the route has no parameter '" + name + "'");
    }
    return value;
  }

  public Optional<String> findQuery(String name) {
    return Optional.ofNullable(query.get(name)).filter(v -> !v.isBlank());
  }

  /** Returns whether a hashtag's list leaves out mere mentions. */
  public boolean aboutOnly() {
    String value = query.get(ABOUT);
    return value != null && !value.equals("0") && !value.equals("false");
  }

  /**
   * Returns how a list is looked at as the query of an address, for a redirect that keeps it; empty
   * for no way in particular.
   */
  public String kept() {
    List<String> parts = new ArrayList<>();
    if (aboutOnly()) {
      parts.add(ABOUT + "=1");
    }
    for (String name : KEPT) {
      findQuery(name).ifPresent(v -> parts.add(name + "=" + Addresses.encode(v)));
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /** Returns of the query what says how a list is looked at; what no list reads is left out. */
  public Map<String, String> look() {
    Map<String, String> look = new HashMap<>(query);
    look.keySet().retainAll(LOOK);
    return look;
  }

  /** Returns how the reader wants to see a list; empty when the parameters make no sense. */
  public Optional<ListView> view() {
    Optional<String> after = findQuery(AFTER);
    Optional<ListPlace> place =
        after.isEmpty() ? Optional.of(ListPlace.START) : ListPlace.parse(after.get());
    return place.flatMap(this::viewAt);
  }

  /** Returns the same from another place on; empty when the language makes no sense. */
  Optional<ListView> viewAt(ListPlace place) {
    Optional<String> language = findQuery(LANGUAGE);
    Optional<Language> only = language.flatMap(Language::parse);
    return language.isPresent() && only.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ListView(
                audience,
                edition.language(),
                only.orElse(null),
                aboutOnly(),
                place,
                ListView.PAGE_SIZE));
  }
}
