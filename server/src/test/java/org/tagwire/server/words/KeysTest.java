package org.tagwire.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tagwire.doctor.Finding;
import org.tagwire.model.Category;
import org.tagwire.model.Mute;
import org.tagwire.model.Notice;
import org.tagwire.model.Refusal;
import org.tagwire.model.Source;
import org.tagwire.model.TagKind;
import org.tagwire.search.Note;
import org.tagwire.search.Request;
import org.tagwire.store.SourceStatus;

/** Messages that nobody says any more are found here, before three people translate them. */
class KeysTest {
  private static final String COUNTED = "count.";

  /** What came of a poll is an open set; what has no words stands as it is. */
  private static final String OPEN = "poll.";

  /** Keys that code puts together from a beginning and the name of a thing. */
  private record Family(String begin, List<String> names, List<String> ends) {
    static Family of(String begin, Stream<String> names, String... ends) {
      return new Family(begin, names.toList(), List.of(ends));
    }

    static Family of(String begin, Enum<?>[] values, String... ends) {
      return of(
          begin,
          Arrays.stream(values).map(v -> v.name().toLowerCase(Locale.ROOT).replace('_', '-')),
          ends);
    }

    Stream<String> keys() {
      List<String> all = new ArrayList<>(ends);
      all.add("");
      return names.stream().flatMap(name -> all.stream().map(end -> begin + name + end));
    }
  }

  private static final List<Family> FAMILIES =
      List.of(
          Family.of("category.", Arrays.stream(Category.values()).map(Category::slug)),
          Family.of("kind.", TagKind.values()),
          Family.of("state.", SourceStatus.State.values()),
          Family.of("sources.kind.", Arrays.stream(Source.Kind.values()).map(Source.Kind::label)),
          Family.of("office.pages.", Source.PageFetching.values()),
          Family.of("reading.kind.", Arrays.stream(Mute.Kind.values()).map(Mute.Kind::word)),
          Family.of(
              "finding.",
              Arrays.stream(Finding.Code.values()).map(Finding.Code::label),
              ".done",
              ".advice"),
          Family.of("refusal.", Refusal.Kind.values()),
          Family.of("search.note.", Note.Kind.values()),
          Family.of("search.limit.", Request.Limit.values()),
          Family.of("contact.kind.", Notice.Kind.values()),
          Family.of("contact.state.", Notice.State.values()),
          Family.of("contact.short.", Notice.State.values()),
          Family.of(
              "contact.deed.",
              Stream.of("in-work", "article", "site", "name", "tag", "done", "refused")),
          Family.of("contact.quality.", Stream.of("chips", "languages", "stories", "body")),
          Family.of(
              "error.",
              Stream.of(400, 401, 403, 404, 405, 410, 413, 415, 421, 429, 500, 503)
                  .map(String::valueOf),
              ".text"),
          literal("heading.", "publisher", "category", "folder", "news", "followed"),
          literal("contact.privacy.", "cookies", "others", "addresses", "notices", "reading"),
          literal("contact.out.", "sites", "robots", "signals", "people", "speed"),
          literal("search.trends.", "quiet", "young", "quite", "very", "extremely"),
          Family.of(
              "search.example.",
              Stream.of(
                  "words",
                  "phrase",
                  "not",
                  "or",
                  "tag",
                  "publisher",
                  "category",
                  "lang",
                  "time",
                  "beginning"),
              ".text"),
          literal("office.jobs.", "placing", "rules", "watch"),
          literal("office.quarantine.", "retry", "drop"),
          literal("office.quarantine.done.", "read", "broken", "waits", "dropped"),
          Family.of("office.name.", Stream.of("hide", "show"), ".hint"),
          literal("office.name.", "hidden", "shown"),
          Family.of("office.rule.", Stream.of("merge", "rename", "split", "not"), ".hint"),
          literal("office.rule.", "into", "name", "as", "with", "article"));

  private static Family literal(String begin, String... names) {
    return Family.of(begin, Arrays.stream(names));
  }

  @Test
  void everyMessageIsSaidSomewhere() throws IOException {
    String code = code();
    Set<String> composed =
        FAMILIES.stream().flatMap(Family::keys).collect(Collectors.toCollection(TreeSet::new));
    Words words = Words.of(Edition.ENGLISH, Digits.AUTO, ZoneOffset.UTC);
    List<String> unsaid =
        words.keys().stream()
            .filter(key -> !key.startsWith(OPEN) && !composed.contains(key))
            .filter(key -> !code.contains('"' + written(key) + '"'))
            .toList();
    assertThat(unsaid).as("messages that no page, feed or table says").isEmpty();
    assertThat(FAMILIES)
        .as("beginnings that nobody writes any more")
        .allMatch(family -> code.contains('"' + family.begin()));
  }

  private static String written(String key) {
    return key.startsWith(COUNTED) ? key.substring(COUNTED.length()) : key;
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    for (String root : List.of("src/main/java", "src/main/jte")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          code.append(Files.readString(file));
        }
      }
    }
    return code.toString();
  }
}
