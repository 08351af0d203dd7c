package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tagwire.hashtag.Piece;
import org.tagwire.hashtag.Tagger;
import org.tagwire.hashtag.Tags;
import org.tagwire.model.Grade;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.sets.SharedSets;
import org.tagwire.text.Normalise;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The least that hashtags must be worth: on our own fiction always, on the sets where they are. */
class HashtagQualityTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Tagger TAGGER = new Tagger();

  /** What a run of articles has taught. */
  private record Learned(Map<Knowledge.Scope, TreeMap<String, Double>> counts)
      implements Knowledge {
    @Override
    public double count(Scope scope, String what) {
      return counts.getOrDefault(scope, new TreeMap<>()).getOrDefault(what, 0.0);
    }

    @Override
    public Map<String, Double> beginning(Scope scope, String prefix) {
      TreeMap<String, Double> of = counts.getOrDefault(scope, new TreeMap<>());
      return of.subMap(prefix, prefix + Character.MAX_VALUE);
    }

    Tags tag(Piece piece) {
      Tags tags = TAGGER.tag(piece, this);
      for (Sighting seen : tags.observation().sightings()) {
        counts
            .computeIfAbsent(seen.scope(), scope -> new TreeMap<>())
            .merge(seen.what(), seen.weight(), Double::sum);
      }
      return tags;
    }
  }

  @Test
  void givesTheChipsThatReadersOfOurFictionWant() throws IOException {
    int chips = 0;
    int wanted = 0;
    int found = 0;
    List<String> wrong = new ArrayList<>();
    for (JsonNode line : fiction()) {
      Set<TagKey> about = new HashSet<>();
      for (Tagging tag : TAGGER.tag(piece(line), Knowledge.NONE).tags()) {
        if (tag.grade() == Grade.ABOUT) {
          about.add(tag.key());
        }
      }
      chips += about.size();
      for (JsonNode name : line.path("wanted")) {
        wanted++;
        found += about.contains(TagKey.of(name.asString())) ? 1 : 0;
      }
      for (JsonNode name : line.path("unwanted")) {
        if (about.contains(TagKey.of(name.asString()))) {
          wrong.add(name.asString());
        }
      }
    }
    assertThat(wrong).as("unwanted chips among " + chips).isEmpty();
    assertThat(found / (double) wanted).as("wanted chips found").isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void findsWhatHumanSummariesNameAndMostNamesOfNewswire() throws IOException {
    Optional<Path> file = SharedSets.find("tags/tags.jsonl");
    if (file.isEmpty()) {
      return;
    }
    Map<String, double[]> sums = new HashMap<>();
    Learned learned = new Learned(new HashMap<>());
    for (String text : Files.readAllLines(file.get())) {
      JsonNode line = JSON.readTree(text);
      List<Tagging> tags = learned.tag(piece(line)).tags();
      List<Set<String>> wanted = wanted(line);
      double[] sum = sums.computeIfAbsent(line.path("set").asString(), set -> new double[4]);
      Set<String> first = keys(tags, 1);
      Set<String> all = keys(tags, 10);
      sum[0] += tags.isEmpty() ? 0 : 1;
      sum[1] += wanted.stream().anyMatch(names -> meet(names, first)) ? 1 : 0;
      sum[2] += wanted.size();
      sum[3] += wanted.stream().filter(names -> meet(names, all)).count();
    }
    double[] salience = sums.getOrDefault("salience", new double[4]);
    double[] entities = sums.getOrDefault("entities", new double[4]);
    assertThat(salience[1] / salience[0]).as("first tag, summaries").isGreaterThan(0.58);
    assertThat(salience[3] / salience[2]).as("ten tags, summaries").isGreaterThan(0.61);
    assertThat(entities[3] / entities[2]).as("ten tags, newswire").isGreaterThan(0.26);
  }

  @Test
  void givesTheChipsThatReadersOfAStreamWant() throws IOException {
    Optional<Path> folder = SharedSets.find("stream");
    if (folder.isEmpty()) {
      return;
    }
    Map<String, String[]> judged = judged();
    Learned learned = new Learned(new HashMap<>());
    int right = 0;
    int wrong = 0;
    for (JsonNode line : stream(folder.get().resolve("stream-2020.jsonl.gz"))) {
      String[] verdicts = judged.get(line.path("id").asString());
      Tags tags = learned.tag(piece(line));
      if (verdicts != null) {
        for (Tagging tag : tags.tags()) {
          boolean chip = tag.grade() == Grade.ABOUT;
          right += chip && (verdicts[1] + "," + verdicts[2]).contains(checksum(tag)) ? 1 : 0;
          wrong += chip && verdicts[3].contains(checksum(tag)) ? 1 : 0;
        }
      }
    }
    assertThat(right + wrong).as("judged chips").isGreaterThan(500);
    assertThat(right / (double) (right + wrong)).as("chips wanted").isGreaterThan(0.90);
  }

  private static Map<String, String[]> judged() throws IOException {
    Map<String, String[]> judged = new HashMap<>();
    try (InputStream in = HashtagQualityTest.class.getResourceAsStream("judged/stream.tsv")) {
      assertThat(in).isNotNull();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .forEach(columns -> judged.put(columns[0], columns));
    }
    return judged;
  }

  private static List<JsonNode> stream(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(JSON::readTree)
          .toList();
    }
  }

  private static String checksum(Tagging tag) {
    CRC32 sum = new CRC32();
    sum.update(letters(tag.name()).getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", sum.getValue());
  }

  private static List<JsonNode> fiction() throws IOException {
    try (InputStream in = HashtagQualityTest.class.getResourceAsStream("chips.jsonl")) {
      assertThat(in).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(JSON::readTree)
          .toList();
    }
  }

  private static Piece piece(JsonNode line) {
    return new Piece(
        line.path("title").asString(""),
        line.path("text").asString("").lines().filter(p -> !p.isBlank()).toList(),
        List.of(),
        Language.ENGLISH,
        List.of());
  }

  private static List<Set<String>> wanted(JsonNode line) {
    List<Set<String>> wanted = new ArrayList<>();
    for (JsonNode tag : line.path("tags")) {
      Set<String> names = new HashSet<>();
      if (tag.isArray()) {
        tag.forEach(name -> names.add(letters(name.asString())));
      } else {
        names.add(letters(tag.asString()));
      }
      wanted.add(names);
    }
    return wanted;
  }

  private static Set<String> keys(List<Tagging> tags, int most) {
    Set<String> keys = new HashSet<>();
    tags.stream().limit(most).forEach(tag -> keys.add(letters(tag.name())));
    return keys;
  }

  private static boolean meet(Set<String> names, Set<String> found) {
    return names.stream().anyMatch(found::contains);
  }

  private static String letters(String name) {
    return Normalise.folded(name).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }
}
