package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Article;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;

/**
 * One budget per article (case R014): whatever anybody asks of a public site, at every route of its
 * table, all answers together show no more of an article than min(200 characters, 15 % of its text,
 * max-snippet), and its picture only where its publisher allows that.
 *
 * <p>240 articles; 10,000 with {@code -Dtagwire.deep=true}. {@code -Dtagwire.seed} repeats a run.
 */
class PublicBudgetTest {
  private static final String PREFIX = "/wire";
  private static final int PRESS = 60;
  private static final int ARTICLES = Boolean.getBoolean("tagwire.deep") ? 10_020 : 240;
  private static final long SEED = Long.getLong("tagwire.seed", 20_260_310L);

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
  private static final Pattern MARKUP = Pattern.compile("</?[a-z][^>]*>");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u[0-9a-fA-F]{4}|[nrt])");
  private static final Pattern PICTURE = Pattern.compile("pictures\\.example/([0-9a-f]{32})");
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

  private final Surfaces surfaces = new Surfaces();

  @Test
  void everyRouteHasAGeneratorOfItsOwn() {
    try (LocalSite site = open(new Newsroom())) {
      List<String> forgotten =
          site.site().routes().stream()
              .filter(route -> surfaces.ask(route, PREFIX, List.of()).isEmpty())
              .map(route -> route.path() + " (" + route.what() + ")")
              .toList();
      assertThat(forgotten)
          .as(
              "routes of which nobody has said what to ask there; add a line for each to Surfaces,"
                  + " so that their answers count towards the budget")
          .isEmpty();
    }
  }

  @Test
  void allAnswersTogetherShowNoMoreThanOneExcerpt() {
    int shown = 0;
    for (int i = 0; i < ARTICLES / PRESS; i++) {
      TracedPress press = new TracedPress(SEED + i, PRESS);
      Sighting sighting = new Sighting(press.articles());
      try (LocalSite site = open(press.newsroom())) {
        for (Route route : routes(site, i)) {
          visit(site, route, press, sighting);
        }
      }
      for (TracedArticle article : press.articles()) {
        assertThat(article.seenCharacters())
            .as("seed %d, %s: %s", SEED + i, article.article().id(), article.seenText())
            .isLessThanOrEqualTo(article.budget());
        shown += article.seenCharacters() > 0 ? 1 : 0;
      }
      assertThat(sighting.pictures())
          .as("pictures shown though their publishers do not allow it, seed %d", SEED + i)
          .isEmpty();
    }
    assertThat(shown).as("articles of which anything was shown").isGreaterThan(ARTICLES / 3);
  }

  @Test
  void whatTheOwnerSeesWouldBeTooMuch() {
    TracedPress press = new TracedPress(SEED, PRESS);
    Sighting sighting = new Sighting(press.articles());
    var options = SiteOptions.plain(ZoneOffset.UTC);
    try (LocalSite site = new LocalSite(press.newsroom(), options, OwnerPassword.unset())) {
      for (TracedArticle article : press.articles()) {
        sighting.read(site.page("/en/article/" + article.article().id()));
      }
    }
    assertThat(press.articles())
        .filteredOn(article -> !article.article().text().paragraphs().isEmpty())
        .allMatch(article -> article.seenCharacters() > article.budget());
  }

  /** The first press is asked at all routes, the others in one edition each, and all of the API. */
  private static List<Route> routes(LocalSite site, int press) {
    List<String> editions =
        Stream.concat(
                Stream.of(""), Arrays.stream(Edition.values()).map(edition -> "/" + edition.code()))
            .toList();
    String edition = editions.get(press % editions.size());
    return site.site().routes().stream()
        .filter(
            route -> {
              String path = route.path().substring(PREFIX.length());
              return press == 0
                  || path.startsWith("/api/")
                  || Surfaces.edition(path).equals(edition);
            })
        .toList();
  }

  private void visit(LocalSite site, Route route, TracedPress press, Sighting sighting) {
    for (String path : surfaces.ask(route, PREFIX, press.articles()).orElse(List.of())) {
      String body = body(site.get(path), path).replace(asked(path), "");
      sighting.read(body);
      Matcher next = NEXT.matcher(body);
      if (next.find()) {
        String following = next.group(1).replace("&amp;", "&");
        sighting.read(body(site.get(following), following).replace(asked(path), ""));
      }
    }
  }

  /** What was asked for stands in the answer as the question, which is nobody's text. */
  private static String asked(String path) {
    int words = path.indexOf("?q=");
    return words < 0 ? "\0" : path.substring(words + 3);
  }

  private static String body(HttpResponse<String> response, String path) {
    assertThat(response.statusCode()).as(path).isLessThan(500);
    return response.body();
  }

  private static LocalSite open(Newsroom newsroom) {
    var options =
        new SiteOptions(
            Mode.PUBLIC,
            URI.create("http://localhost" + PREFIX),
            true,
            "The Wire",
            "desk@example.org",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ENGLISH,
            Map.of());
    return new LocalSite(newsroom, options, OwnerPassword.unset());
  }

  /** Recognises traced articles in answers. */
  private static final class Sighting {
    private final Map<String, TracedArticle> owners = new HashMap<>();
    private final Map<String, Article> pictured = new HashMap<>();
    private final List<String> pictures = new ArrayList<>();

    Sighting(List<TracedArticle> articles) {
      for (TracedArticle article : articles) {
        article.words().forEach(word -> owners.put(word, article));
        pictured.put(article.article().id().hex(), article.article());
      }
    }

    List<String> pictures() {
      return pictures;
    }

    /** Reads an answer as it is, attributes and all, and once more as a reader sees it. */
    void read(String answer) {
      String plain = ESCAPE.matcher(answer).replaceAll(" ");
      trace(plain);
      trace(MARKUP.matcher(plain).replaceAll(" "));
      Matcher picture = PICTURE.matcher(answer);
      while (picture.find()) {
        Article article = pictured.get(picture.group(1));
        if (article == null || !article.reading().limits().pictured()) {
          pictures.add(picture.group());
        }
      }
    }

    private void trace(String answer) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(answer);
      while (word.find()) {
        words.add(word.group().toLowerCase(Locale.ROOT));
      }
      for (int i = 0; i < words.size(); i++) {
        TracedArticle owner = owners.get(words.get(i));
        if (owner != null) {
          owner.note(words, i);
        }
      }
    }
  }
}
