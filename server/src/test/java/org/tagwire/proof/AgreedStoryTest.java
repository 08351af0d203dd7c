package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Audience;
import org.tagwire.model.Language;
import org.tagwire.model.StoryId;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.query.ListView;
import org.tagwire.query.StoryDigest;
import org.tagwire.query.StoryPages;

/** The demo has a story by which all of a story's page can be seen. */
final class AgreedStoryTest {
  @Test
  void theDemoTellsOneStoryWhoseSentencesFourOriginsAgreeOn(@TempDir Path directory)
      throws IOException {
    try (Newsday day = new Newsday(directory, Map.of("embedding", "off"))) {
      day.subscribe();
      day.poll();
      day.clock.advance(Duration.ofMinutes(5));
      day.poll();

      Account first = day.account("saint-aldith-bell-raised");
      StoryId story = Objects.requireNonNull(day.stored().get(day.id(first))).placement().story();
      ListView view = ListView.of(Audience.OWNER, Language.ENGLISH);
      StoryPages.Answer answer = day.storyPages().open(story, view);
      assertThat(answer).isInstanceOf(StoryPages.Found.class);
      StoryDigest digest = ((StoryPages.Found) answer).page().digest();

      assertThat(digest.accounts()).hasSize(4);
      assertThat(digest.agreed())
          .hasSizeGreaterThanOrEqualTo(2)
          .allSatisfy(claim -> assertThat(claim.others()).hasSizeGreaterThanOrEqualTo(2));
      assertThat(digest.changes())
          .anySatisfy(
              change -> assertThat(change.toString()).contains("Divers raise bell of steamer"));
    }
  }
}
