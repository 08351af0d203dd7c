package org.tagwire.newsstand.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.newsstand.newsroom.FeedFormat;
import org.tagwire.newsstand.newsroom.PageDesign;
import org.tagwire.newsstand.newsroom.Publisher;

class HabitTest {

  @Test
  void spreadsHabitsOverPublishersTheySuit() {
    Publisher json = publisher("a.example", "de", FeedFormat.JSON);
    Publisher rss = publisher("b.example", "en", FeedFormat.RSS);
    Publisher german = publisher("c.example", "de", FeedFormat.RSS);
    Publisher atom = publisher("d.example", "en", FeedFormat.ATOM);
    Map<Publisher, Set<Habit>> cast = Habit.cast(List.of(json, rss, german, atom));
    assertThat(cast.get(german)).contains(Habit.LATIN_FEED);
    assertThat(cast.get(atom)).contains(Habit.RELATIVE_LINKS);
    assertThat(cast.get(rss)).contains(Habit.TRACKED_LINKS);
    assertThat(cast.get(json)).doesNotContain(Habit.MOVED_FEED);
    assertThat(cast.values()).allSatisfy(habits -> assertThat(habits).hasSize(2));
    assertThat(cast.values().stream().flatMap(Set::stream))
        .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Habit.class));
  }

  @Test
  void leavesOutWhatSuitsNobody() {
    Publisher sitemap = publisher("a.example", "ja", FeedFormat.SITEMAP);
    assertThat(Habit.cast(List.of(sitemap)).get(sitemap))
        .containsExactly(
            Habit.DISALLOWED_PATH, Habit.CRAWL_DELAY, Habit.NO_JSON_LD, Habit.WRONG_ARTICLE_BODY);
  }

  private static Publisher publisher(String domain, String language, FeedFormat feed) {
    return new Publisher(
        domain, domain, language, "XX", feed, PageDesign.MINIMAL, List.of("News"), false, "");
  }
}
