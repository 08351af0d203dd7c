package org.tagwire.server.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tagwire.model.Article;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.server.out.Format;
import org.tagwire.server.words.Edition;

/**
 * Every address at which a site shows anything of its articles: for each route of the site's table
 * what to ask there. A route that nobody thought of has no line here, and is told apart.
 */
final class Surfaces {
  private static final List<String> VIEWS =
      List.of("", "?about=1", "?lang=en", "?lang=ar", "?view=stories", "?since=30d");

  private static final List<String> PLAIN =
      List.of(
          "/hashtags",
          "/trends",
          "/sources",
          "/watch",
          "/watch.csv",
          "/about",
          "/notice",
          "/start",
          "/robots.txt",
          "/sitemap.xml",
          "/manifest.webmanifest",
          "/.well-known/security.txt");

  /**
   * Nobody comes into the owner's rooms who has not signed in; what they answer a stranger is read
   * as well. What pages hear while they are open is a number, and a stream that does not end: it is
   * asked as somebody does who has no page open.
   */
  private static final List<String> ROOMS = List.of("/office", "/following", "/sign-", "/live/");

  private static final int SEARCHED = 6;

  private final Map<String, Function<List<TracedArticle>, List<String>>> lines =
      new LinkedHashMap<>();

  Surfaces() {
    lines.put("/", articles -> VIEWS);
    for (String plain : PLAIN) {
      lines.put(plain, articles -> List.of(plain));
    }
    lines.put("/sitemap/{part}", articles -> List.of("/sitemap/tags-0.xml", "/sitemap/1.xml"));
    lines.put("/notice/{id}", articles -> List.of("/notice/1"));
    lines.put("/followed/{name}", articles -> lists("/followed/", forms()));
    lines.put("/source/{id}", articles -> List.of("/source/1"));
    lines.put("/article/{id}", Surfaces::articles);
    lines.put("/hashtag/{name}", articles -> lists("/hashtag/", spellings()));
    lines.put("/story/{name}", articles -> lists("/story/", stories(articles)));
    lines.put(
        "/publisher/{name}",
        articles -> lists("/publisher/", distinct(articles, Surfaces::domain)));
    lines.put(
        "/category/{name}", articles -> lists("/category/", distinct(articles, Surfaces::slug)));
    lines.put("/folder/<name>", articles -> lists("/folder/", List.of("Culture")));
    for (String suffix : suffixes()) {
      lines.put("/news" + suffix, articles -> viewed("/news" + suffix));
      lines.put("/watch" + suffix, articles -> List.of("/watch" + suffix));
      lines.put("/search" + suffix, articles -> searches("/search" + suffix, articles));
    }
    api();
  }

  private void api() {
    String root = "/api/v1";
    for (String plain :
        List.of("/openapi.json", "/trends", "/sources", "/watch", "/following", "/about")) {
      lines.put(root + plain, articles -> List.of(root + plain));
    }
    lines.put(root + "/front", articles -> viewed(root + "/front"));
    lines.put(
        root + "/hashtags",
        articles -> List.of(root + "/hashtags", root + "/hashtags?view=covered"));
    lines.put(root + "/news", articles -> viewed(root + "/news"));
    lines.put(root + "/folders/<name>", articles -> viewed(root + "/folders/Culture"));
    lines.put(root + "/followed/{name}", articles -> viewed(root + "/followed/-"));
    lines.put(root + "/sources/{id}", articles -> List.of(root + "/sources/1"));
    lines.put(root + "/hashtags/{tag}", articles -> viewed(root + "/hashtags/", spellings()));
    lines.put(
        root + "/articles/{id}",
        articles -> articles.stream().map(a -> root + "/articles/" + a.article().id()).toList());
    lines.put(root + "/stories/{id}", articles -> viewed(root + "/stories/", stories(articles)));
    lines.put(
        root + "/publishers/{domain}",
        articles -> viewed(root + "/publishers/", distinct(articles, Surfaces::domain)));
    lines.put(
        root + "/categories/{slug}",
        articles -> viewed(root + "/categories/", distinct(articles, Surfaces::slug)));
    lines.put(root + "/search", articles -> searches(root + "/search", articles));
    lines.put(root + "/suggest", articles -> searches(root + "/suggest", articles));
  }

  /** Returns what to ask at a route; empty when nobody has said. */
  Optional<List<String>> ask(Route route, String prefix, List<TracedArticle> articles) {
    String path = route.path().substring(prefix.length());
    String edition = edition(path);
    String rest = path.substring(edition.length());
    return Optional.ofNullable(lines.get(rest))
        .map(line -> line.apply(articles))
        .or(() -> room(rest))
        .map(paths -> paths.stream().map(p -> prefix + edition + whole(p)).toList());
  }

  private static Optional<List<String>> room(String path) {
    return ROOMS.stream().anyMatch(path::startsWith)
        ? Optional.of(List.of(path.replaceAll("[{<]\\w+[>}]", "1")))
        : Optional.empty();
  }

  /** The front page has views as well, and no path to put them behind. */
  private static String whole(String path) {
    return path.startsWith("/") ? path : "/" + path;
  }

  /** Returns the part of a route's path that names an edition; empty for the one without. */
  static String edition(String path) {
    return Arrays.stream(Edition.values())
        .map(edition -> "/" + edition.code())
        .filter(code -> path.startsWith(code + "/"))
        .findFirst()
        .orElse("");
  }

  private static List<String> suffixes() {
    List<String> suffixes = new ArrayList<>(List.of(""));
    Arrays.stream(Format.values()).map(Format::suffix).forEach(suffixes::add);
    return suffixes;
  }

  private static List<String> articles(List<TracedArticle> articles) {
    List<String> paths = articles.stream().map(a -> "/article/" + a.article().id()).toList();
    return Stream.concat(paths.stream(), paths.stream().limit(10).map(p -> p + "?tag=AdaQuill"))
        .toList();
  }

  private static List<String> lists(String root, List<String> names) {
    List<String> paths = new ArrayList<>();
    for (String name : names) {
      for (String suffix : suffixes()) {
        paths.add(root + name + suffix);
      }
      VIEWS.stream().skip(1).forEach(view -> paths.add(root + name + view));
    }
    return paths;
  }

  private static List<String> viewed(String path) {
    return VIEWS.stream().map(view -> path + view).toList();
  }

  private static List<String> viewed(String root, List<String> names) {
    return names.stream().flatMap(name -> viewed(root + name).stream()).toList();
  }

  /** Words of headlines, and words that stand in the middle of a text. */
  private static List<String> searches(String path, List<TracedArticle> articles) {
    List<String> searches = new ArrayList<>(List.of(path + "?q=Event", path + "?q=Ada+Quill"));
    articles.stream()
        .limit(SEARCHED)
        .flatMap(article -> article.findWord().stream())
        .forEach(word -> searches.add(path + "?q=" + word));
    return searches;
  }

  private static List<String> forms() {
    return TracedPress.names().stream()
        .map(name -> HashtagGrammar.form(name).orElseThrow())
        .toList();
  }

  /** Each alone, and each joined with the next. */
  private static List<String> spellings() {
    List<String> forms = forms();
    List<String> spellings = new ArrayList<>(forms);
    for (int i = 1; i < forms.size(); i++) {
      spellings.add(forms.get(i - 1) + "+" + forms.get(i));
    }
    return spellings;
  }

  private static List<String> stories(List<TracedArticle> articles) {
    return distinct(articles, a -> a.placement().story().hex());
  }

  private static String domain(Article article) {
    return article.credit().carrier().domain().name();
  }

  private static String slug(Article article) {
    return article.understanding().category().slug();
  }

  private static List<String> distinct(
      List<TracedArticle> articles, Function<Article, String> what) {
    return articles.stream().map(TracedArticle::article).map(what).distinct().toList();
  }
}
