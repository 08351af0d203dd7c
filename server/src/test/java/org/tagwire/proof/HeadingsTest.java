package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.query.Lists;

/** The numbers of a heading are the same whether the index counts them or the store has to. */
final class HeadingsTest {
  @Test
  void countsWithoutTheIndexWhatTheIndexCounts(@TempDir Path directory) throws IOException {
    try (Newsday day = new Newsday(directory, Map.of("embedding", "off"))) {
      day.subscribe();
      day.poll();
      Lists indexed = new Lists(day.articles(), day.works::index);
      Lists stored = new Lists(day.articles(), Optional::empty);
      List<Hashtag> tags = day.works.store().tags().list(Optional.empty(), Audience.OWNER, 200);
      assertThat(tags).isNotEmpty();
      for (Audience audience : Audience.values()) {
        assertThat(stored.totals(Filter.ALL, audience))
            .isEqualTo(indexed.totals(Filter.ALL, audience));
        for (Hashtag tag : tags) {
          Filter filter = Filter.tag(tag.key());
          assertThat(stored.totals(filter, audience))
              .as(tag.form())
              .isEqualTo(indexed.totals(filter, audience));
          assertThat(stored.totals(filter.about(), audience))
              .as("about " + tag.form())
              .isEqualTo(indexed.totals(filter.about(), audience));
        }
      }
    }
  }
}
