package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tagwire.embedding.Embedder;
import org.tagwire.embedding.OnnxEmbedder;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Language;
import org.tagwire.model.StoryId;
import org.tagwire.model.TagKey;
import org.tagwire.sets.SharedSets;
import org.tagwire.story.Outcome;
import org.tagwire.story.Stories;
import org.tagwire.story.StoryView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stories over the development sets, without tags and in one language, and over the newsroom's own
 * fiction: they may become better, not worse. All six collections with {@code -Dtagwire.deep=true}.
 */
class StoryQualityTest {
  private static final Embedder EMBEDDER = new OnnxEmbedder();
  private static final Path NEWSROOM = Path.of("../newsstand/src/main/resources/newsroom");

  /** B-cubed F1 and F1 of pairs. */
  private static final Map<String, double[]> FLOORS =
      Map.of(
          "ecb", new double[] {0.87, 0.81},
          "5w1h", new double[] {0.85, 0.77},
          "wikinews", new double[] {0.79, 0.55},
          "neus", new double[] {0.87, 0.75},
          "roundups", new double[] {0.89, 0.77},
          "uci", new double[] {0.82, 0.78});

  private record Piece(String id, String story, StoryView view) {}

  @AfterAll
  static void close() {
    EMBEDDER.close();
  }

  @Test
  void findsTheStoriesOfTheNewsroom() throws IOException {
    List<Piece> pieces = new ArrayList<>();
    Set<String> english = englishPublishers();
    try (Stream<Path> files = Files.list(NEWSROOM.resolve("stories"))) {
      for (Path file : files.sorted().toList()) {
        pieces.addAll(newsroom(file, english));
      }
    }
    assertThat(pieces).hasSizeGreaterThan(50);
    StoryMeasure measure = measure(pieces);
    System.out.println("newsroom stories: " + measure);
    assertThat(measure.bCubed()).isGreaterThanOrEqualTo(0.88);
    assertThat(measure.pairs()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void isAsGoodAsItWasOnTheDevelopmentSets() throws IOException {
    Optional<Path> sets = SharedSets.find("stories/stories.jsonl");
    if (sets.isEmpty()) {
      return;
    }
    List<String> asked =
        Boolean.getBoolean("tagwire.deep")
            ? FLOORS.keySet().stream().sorted().toList()
            : List.of("ecb", "5w1h", "wikinews");
    Map<String, List<Piece>> collections = new LinkedHashMap<>();
    JsonMapper json = new JsonMapper();
    for (String line : Files.readAllLines(sets.get())) {
      JsonNode row = json.readTree(line);
      if (asked.contains(row.path("dataset").asString(""))) {
        collections
            .computeIfAbsent(row.path("dataset").asString(""), name -> new ArrayList<>())
            .add(labelled(row));
      }
    }
    collections.forEach(StoryQualityTest::requireFloor);
  }

  private static void requireFloor(String name, List<Piece> pieces) {
    StoryMeasure measure = measure(pieces);
    System.out.println(name + ": " + measure);
    double[] floor = FLOORS.getOrDefault(name, new double[] {1, 1});
    assertThat(measure.bCubed()).as(name + " B-cubed").isGreaterThanOrEqualTo(floor[0]);
    assertThat(measure.pairs()).as(name + " pairs").isGreaterThanOrEqualTo(floor[1]);
  }

  private static StoryMeasure measure(List<Piece> pieces) {
    Stories stories = new Stories(Language.ENGLISH, 0);
    Map<String, String> truth = new HashMap<>();
    Map<String, String> found = new HashMap<>();
    Map<ArticleId, String> ids = new HashMap<>();
    for (Piece piece : pieces) {
      StoryId story = stories.place(piece.view).story();
      truth.put(piece.id, piece.story);
      found.put(piece.id, story.hex());
      ids.put(piece.view.id(), piece.id);
    }
    for (Outcome.Move move : stories.confer().moves()) {
      found.put(ids.getOrDefault(move.article(), ""), move.story().hex());
    }
    return StoryMeasure.of(truth, found);
  }

  private static Piece labelled(JsonNode row) {
    String id = row.path("id").asString("");
    String date = row.path("date").asString("");
    return new Piece(
        id,
        row.path("story").asString(""),
        view(
            id,
            row.path("title").asString(""),
            row.path("text").asString(""),
            List.of(),
            Optional.of(date).filter(d -> !d.isEmpty()).map(Instant::parse)));
  }

  private static StoryView view(
      String id, String title, String text, List<TagKey> about, Optional<Instant> time) {
    return new StoryView(
        ArticleId.mint(id),
        title,
        text,
        about,
        List.of(),
        EMBEDDER.embed(title + ". " + text).orElse(null),
        time.orElse(null));
  }

  /** Reads the English articles of one event: a block each, headers, a blank line, the text. */
  private static List<Piece> newsroom(Path file, Set<String> publishers) throws IOException {
    List<Piece> pieces = new ArrayList<>();
    String[] blocks = Files.readString(file).split("(?m)^=== ");
    for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
      String[] parts = block.split("\n\n", 2);
      Map<String, String> said = new HashMap<>();
      parts[0].lines().skip(1).forEach(line -> said.put(line.split(": ", 2)[0], value(line)));
      String title = said.getOrDefault("title", "");
      if (publishers.contains(block.lines().findFirst().orElse("")) && parts.length == 2) {
        List<TagKey> about =
            Arrays.stream(said.getOrDefault("about", "").split("; "))
                .map(name -> name.split("\\|")[0])
                .flatMap(name -> TagKey.parse(name).stream())
                .toList();
        String id = file.getFileName() + "/" + said.get("slug");
        pieces.add(
            new Piece(
                id,
                file.getFileName().toString(),
                view(id, title, parts[1], about, time(said.getOrDefault("at", "")))));
      }
    }
    return pieces;
  }

  private static Set<String> englishPublishers() throws IOException {
    Set<String> english = new HashSet<>();
    String domain = "";
    for (String line : Files.readAllLines(NEWSROOM.resolve("publishers.txt"))) {
      if (line.startsWith("domain: ")) {
        domain = value(line);
      } else if (line.equals("language: en")) {
        english.add(domain);
      }
    }
    return english;
  }

  private static String value(String line) {
    String[] parts = line.split(": ", 2);
    return parts.length < 2 ? "" : parts[1].strip();
  }

  /** Reads {@code -12d 07:10} as counted from an arbitrary midnight. */
  private static Optional<Instant> time(String at) {
    Matcher told = Pattern.compile("-(\\d+)d (\\d\\d):(\\d\\d)").matcher(at);
    return told.matches()
        ? Optional.of(
            Instant.parse("2025-06-30T00:00:00Z")
                .minusSeconds(86_400L * Long.parseLong(told.group(1)))
                .plusSeconds(
                    3_600L * Long.parseLong(told.group(2)) + 60L * Long.parseLong(told.group(3))))
        : Optional.empty();
  }
}
