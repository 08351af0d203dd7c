package org.tagwire.server.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tagwire.discovery.Opml;
import org.tagwire.sets.SharedSets;

/**
 * The starter packs, and how they are made: {@code -Dtagwire.rewrite=true} writes the resource anew
 * from the OPML files of awesome-rss-feeds (CC0), names and addresses only.
 */
final class StarterPacksTest {
  /** Which lists make the general pack of a language. */
  private static final Map<String, List<String>> LANGUAGES =
      Map.ofEntries(
          Map.entry(
              "en",
              List.of("News", "United Kingdom", "United States", "Ireland", "Canada", "Australia")),
          Map.entry("de", List.of("Germany")),
          Map.entry("fr", List.of("France")),
          Map.entry("es", List.of("Spain", "Mexico")),
          Map.entry("it", List.of("Italy")),
          Map.entry("pt", List.of("Brazil")),
          Map.entry("pl", List.of("Poland")),
          Map.entry("id", List.of("Indonesia")),
          Map.entry("ja", List.of("Japan")),
          Map.entry("zh", List.of("Hong Kong SAR China")),
          Map.entry("ru", List.of("Russia")),
          Map.entry("uk", List.of("Ukraine")),
          Map.entry("fa", List.of("Iran")));

  /** What the name of a feed shows where a country's list holds several languages. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "en", "(?s)(?!.*Actualit).*",
          "ja", "(?s).*[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}].*",
          "zh", "(?s).*\\p{IsHan}.*",
          "ru", "(?s).*\\p{IsCyrillic}.*",
          "uk", "(?s).*(?:[іїєґ]|Новини).*",
          "fa", "(?s).*\\p{IsArabic}.*");

  @Test
  void offersSomeTensOfGeneralNewsInEnglish() {
    List<Opml.Subscription> english = StarterPacks.shipped().find("EN").orElseThrow();

    assertThat(english).hasSizeBetween(30, 80);
    assertThat(english).extracting(Opml.Subscription::folder).containsOnly("News");
    assertThat(english).extracting(s -> s.feed().key()).doesNotHaveDuplicates();
  }

  @Test
  void namesLanguagesFirstThenCountriesAndInterests() {
    assertThat(StarterPacks.shipped().sizes().keySet())
        .startsWith("de", "en", "es", "fa", "fr")
        .contains("united-kingdom", "science", "business-economy")
        .doesNotContain("");
    assertThat(StarterPacks.shipped().find("klingon")).isEmpty();
    assertThat(StarterPacks.shipped().find("science").orElseThrow())
        .extracting(Opml.Subscription::folder)
        .containsOnly("Science");
  }

  @Test
  void shipsWhatItsSourceHas() throws IOException {
    Optional<Path> set = SharedSets.find("opml");
    if (set.isEmpty()) {
      return;
    }
    String made = make(set.get());
    Path resource = Path.of("src/main/resources" + StarterPacks.RESOURCE);
    if (Boolean.getBoolean("tagwire.rewrite")) {
      Files.writeString(resource, made);
    }
    assertThat(Files.readString(resource))
        .as("write it anew: -Dtagwire.rewrite=true")
        .isEqualTo(made);
  }

  private static String make(Path set) throws IOException {
    StringBuilder lines =
        new StringBuilder(
            "# list, general pack of a language, name, feed; from "
                + Files.readString(set.resolve("SOURCE.txt")).strip()
                + ", CC0 1.0\n");
    for (Path list : lists(set)) {
      String name = list.getFileName().toString().replace(".opml", "");
      for (Opml.Subscription feed : feeds(list)) {
        lines.append(
            String.join("\t", name, language(name, feed), feed.title(), feed.feed().href()));
        lines.append('\n');
      }
    }
    return lines.toString();
  }

  private static List<Path> lists(Path set) throws IOException {
    List<Path> lists = new ArrayList<>();
    for (String kind : List.of("countries", "recommended")) {
      try (Stream<Path> files = Files.list(set.resolve(kind).resolve("with_category"))) {
        files.sorted().forEach(lists::add);
      }
    }
    return lists;
  }

  private static List<Opml.Subscription> feeds(Path list) {
    try {
      Set<String> seen = new HashSet<>();
      return Opml.read(Files.readAllBytes(list)).subscriptions().stream()
          .filter(feed -> seen.add(feed.feed().href()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String language(String list, Opml.Subscription feed) {
    return LANGUAGES.entrySet().stream()
        .filter(entry -> entry.getValue().contains(list))
        .map(Map.Entry::getKey)
        .filter(language -> feed.title().matches(SHOWN.getOrDefault(language, "(?s).*")))
        .findFirst()
        .orElse("-");
  }
}
