package org.tagwire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Language;
import org.tagwire.model.TagKey;
import org.tagwire.model.Vector;

/**
 * A hundred thousand live stories, made up: words by Zipf's law, each event with some of its own.
 */
@Tag("deep")
class StoriesAtScaleTest {
  private static final int LIVE = 100_000;
  private static final int MEASURED = 2_000;
  private static final double MOST_MILLIS = 1.0;
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

  private final Random random = new Random(5);
  private int articles;

  @Test
  void placesAnArticleAmongAHundredThousandStoriesWithinAMillisecond() {
    Stories stories = new Stories(Language.ENGLISH, 0);
    while (stories.size() < LIVE) {
      stories.place(article(random.nextInt(4 * LIVE)));
    }
    List<StoryView> next = new ArrayList<>();
    for (int i = 0; i < MEASURED; i++) {
      next.add(article(random.nextInt(4 * LIVE)));
    }
    long before = cpu();
    next.forEach(stories::place);
    double millis = (cpu() - before) / 1e6 / MEASURED;
    System.out.printf(
        "%d articles, %d stories: %.3f CPU-ms each%n", articles, stories.size(), millis);
    assertThat(millis).isLessThan(MOST_MILLIS);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private StoryView article(int event) {
    Random own = new Random(event);
    String[] telling = new String[30];
    for (int i = 0; i < telling.length; i++) {
      telling[i] = word(own.nextInt(200_000));
    }
    byte[] meaning = new byte[384];
    own.nextBytes(meaning);
    for (int i = 0; i < meaning.length; i++) {
      meaning[i] = (byte) (meaning[i] / 2 + random.nextInt(20));
    }
    articles++;
    return new StoryView(
        ArticleId.mint("https://example.org/" + articles),
        text(telling, 9),
        text(telling, 300),
        List.of(TagKey.of("Name" + own.nextInt(20_000)), TagKey.of("Place" + own.nextInt(300))),
        List.of(),
        Vector.of(meaning),
        NOON.plusSeconds(articles));
  }

  private String text(String[] telling, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      boolean own = random.nextInt(3) == 0;
      text.append(own ? telling[random.nextInt(telling.length)] : word(zipf())).append(' ');
    }
    return text.toString();
  }

  private int zipf() {
    return (int) Math.exp(random.nextDouble() * Math.log(200_000));
  }

  private static String word(int number) {
    return "w" + Integer.toString(number, 36);
  }
}
