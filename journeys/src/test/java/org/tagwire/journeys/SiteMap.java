package org.tagwire.journeys;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Failpoints;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.site.Route;
import org.tagwire.server.site.Site;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.works.Works;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every page of an edition, as the site's own table of routes has it, with something to put in for
 * each of its parameters.
 *
 * @param pages the paths to visit
 * @param unknown routes with a parameter nobody knows a value for
 */
record SiteMap(List<String> pages, List<String> unknown) {
  /** A folder of sources and of followed tags, in which there is one of each. */
  static final String FOLDER = "Harbours";

  /** What stands in a state of its own, beside that which its route shows first. */
  private static final List<String> STATES =
      List.of(
          "hashtag/MaraEllington?view=stories",
          "hashtag/MaraEllington?lang=ar",
          "hashtags?by=letter",
          "search?q=harbour",
          "search?q=harbour&since=30d",
          "search?q=zzyzzyx",
          "notice?about=%2Fen%2Fhashtag%2FMaraEllington");

  SiteMap {
    pages = List.copyOf(pages);
    unknown = List.copyOf(unknown);
  }

  /**
   * Draws it up.
   *
   * @param samples what is known to be there, by the route without its edition
   * @param empty a folder in which a site is set up for its table
   */
  static SiteMap of(String edition, Map<String, String> samples, Path empty) {
    String prefix = "/" + edition + "/";
    List<String> pages = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (Route route : routes(empty)) {
      if (route.method() != Route.Method.GET || !isPage(route.path(), prefix)) {
        continue;
      }
      String path = route.path().substring(prefix.length());
      if (!path.contains("{") && !path.contains("<")) {
        pages.add(prefix + path);
      } else if (samples.containsKey(path)) {
        pages.add(prefix + samples.get(path));
      } else {
        unknown.add(route.path());
      }
    }
    STATES.forEach(state -> pages.add(prefix + state));
    return new SiteMap(pages, unknown);
  }

  private static boolean isPage(String path, String prefix) {
    return path.startsWith(prefix)
        && !path.startsWith(prefix + "live/")
        && !path.matches(".*\\.(rss|atom|json|txt|csv)");
  }

  private static List<Route> routes(Path empty) {
    Instant now = Instant.parse("2031-05-14T12:00:00Z");
    var settings = SettingsReader.of(Map.of("embedding", "off", "understand", "off"));
    try (Works works =
            Works.open(new Works.Surroundings(empty, settings, () -> now, Failpoints.NONE));
        Site site =
            new Site(
                new SiteContext(
                    Questions.of(works.store(), works::index),
                    SiteOptions.plain(ZoneOffset.UTC),
                    OwnerPassword.unset(),
                    () -> now,
                    works::applied),
                works)) {
      return site.routes();
    }
  }

  /** Returns what the demo has for each parameter, once it was furnished. */
  static Map<String, String> samples(Program demo, String noticeNumber) {
    JsonNode tag =
        JsonMapper.shared().readTree(demo.fetch("/api/v1/hashtags/MaraEllington").body());
    JsonNode front = JsonMapper.shared().readTree(demo.fetch("/api/v1/front").body());
    String article = tag.path("list").path("articles").path(0).path("id").stringValue();
    String story =
        front
            .path("stories")
            .valueStream()
            .filter(told -> told.path("articles").size() > 1)
            .findFirst()
            .orElseThrow()
            .path("id")
            .stringValue();
    Map<String, String> samples = new LinkedHashMap<>();
    samples.put("hashtag/{name}", "hashtag/MaraEllington");
    samples.put("article/{id}", "article/" + article);
    samples.put("story/{name}", "story/" + story);
    samples.put("publisher/{name}", "publisher/daily-trumpet.example");
    samples.put("category/{name}", "category/entertainment");
    samples.put("folder/<name>", "folder/" + FOLDER);
    samples.put("followed/{name}", "followed/" + FOLDER);
    samples.put("source/{id}", "source/1");
    samples.put("notice/{id}", "notice/" + noticeNumber);
    samples.put("office/source/{id}", "office/source/1");
    samples.put("office/source/{id}/remove", "office/source/1/remove");
    samples.put("office/tags/{name}", "office/tags/MaraEllington");
    return samples;
  }
}
