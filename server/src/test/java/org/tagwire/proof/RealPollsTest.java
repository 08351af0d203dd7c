package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Article;
import org.tagwire.sets.SharedSets;

/**
 * Thirty days of real polls through the real ingest, each at its own time: each story once, by
 * churn none twice, none lost.
 *
 * <p><b>What is true</b> is found without any code of ours, by reading {@code guid} and {@code
 * link} of every item with a pattern. In these two feeds every guid stands for one story, for good:
 * one is a UUID that is also the last part of the link, the other the article's own address. Looked
 * at as a whole they hold (ft-home) 137 polls, 2,722 items, 416 guids under 436 links, since twenty
 * stories gain or lose a parameter and an anchor, four of them with another headline in the same
 * poll; 31 stories change their headline, 50 their date, 14 vanish and return; (nyt_econ) 125
 * polls, 2,500 items, 71 guids and links, two changed headlines, 32 changed dates. No guid is used
 * again for another story and no headline stands for two. So the number of stories is the number of
 * guids, and the same number comes out when links are compared without what follows {@code ?} or
 * {@code #}: that the two agree is asserted, too.
 */
final class RealPollsTest {
  private static final Pattern ITEM = Pattern.compile("<item>(.*?)</item>", Pattern.DOTALL);
  private static final Pattern GUID = Pattern.compile("<guid[^>]*>(.*?)</guid>", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("<link>(.*?)</link>", Pattern.DOTALL);

  private record Poll(Instant at, byte[] xml) {
    static Poll of(Path file) {
      String name = file.getFileName().toString();
      try (InputStream plain = new GZIPInputStream(Files.newInputStream(file))) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(name.substring(0, name.indexOf('.'))));
        return new Poll(at, plain.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What the documents say, read with a pattern: which bare links each guid had. */
  private static Map<String, Set<String>> stories(List<Poll> polls) {
    Map<String, Set<String>> stories = new HashMap<>();
    for (Poll poll : polls) {
      Matcher item = ITEM.matcher(new String(poll.xml(), StandardCharsets.UTF_8));
      while (item.find()) {
        String bare = only(LINK, item.group(1)).replaceFirst("[?#].*", "");
        stories.computeIfAbsent(only(GUID, item.group(1)), g -> new TreeSet<>()).add(bare);
      }
    }
    return stories;
  }

  private static String only(Pattern element, String item) {
    Matcher found = element.matcher(item);
    assertThat(found.find()).isTrue();
    return found.group(1).strip().replace("&amp;", "&");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ft-home", "nyt_econ"})
  void givesEachStoryOnce(String feed, @TempDir Path directory) throws IOException {
    Optional<Path> set = SharedSets.find("polls/" + feed);
    Assumptions.assumeTrue(set.isPresent(), "the polls are not here");
    List<Poll> polls;
    try (Stream<Path> files = Files.list(set.orElseThrow())) {
      polls = files.sorted().map(Poll::of).toList();
    }
    Map<String, Set<String>> stories = stories(polls);
    assertThat(stories.values()).allSatisfy(links -> assertThat(links).hasSize(1));
    Set<String> expected =
        stories.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    assertThat(expected).hasSameSizeAs(stories.keySet());

    try (PollSeries series = new PollSeries(directory, polls.getFirst().at())) {
      polls.forEach(poll -> series.poll(poll.at(), poll.xml()));

      List<Article> articles = series.articles();
      assertThat(articles)
          .extracting(a -> a.reading().url().replaceFirst("[?#].*", ""))
          .containsExactlyInAnyOrderElementsOf(expected);
      System.out.println(
          feed + ": " + polls.size() + " polls, " + articles.size() + " articles, each once");
    }
  }
}
