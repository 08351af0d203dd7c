package org.tagwire.hashtag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pieces of the development sets with how much each of their subjects is wanted: what other
 * headlines of the same story name, what the own headline names where it was hidden, the
 * publisher's tags, what human summaries name.
 */
final class LabelledPieces {
  private static final JsonMapper JSON = new JsonMapper();

  private final Tagger tagger = new Tagger();
  private final List<Labelled> pieces = new ArrayList<>();

  /**
   * One piece.
   *
   * @param group which set and kind of label it comes from
   * @param half 0 or 1, by which weights are checked on what they were not fitted on
   * @param subjects its subjects that are names
   */
  record Labelled(String group, int half, List<Row> subjects) {}

  /** The features of a subject and how much it is wanted, 0 to 1. */
  record Row(EnumMap<Feature, Double> features, double wanted) {}

  private record Memorised(Map<Knowledge.Scope, TreeMap<String, Double>> counts)
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

    void learn(Observation observation) {
      for (Observation.Sighting seen : observation.sightings()) {
        counts
            .computeIfAbsent(seen.scope(), scope -> new TreeMap<>())
            .merge(seen.what(), seen.weight(), Double::sum);
      }
    }
  }

  /** One set: a stream of its own. */
  private final class Stream {
    final Memorised known = new Memorised(new HashMap<>());
    final String group;

    Stream(String group) {
      this.group = group;
    }

    void add(int half, Piece piece, ToDoubleFunction<Subject> wanted) {
      List<Tagger.Weighed> weighed = tagger.weigh(piece, known);
      known.learn(Tagger.tags(piece, weighed).observation());
      List<Row> rows =
          weighed.stream()
              .filter(w -> !w.subject().isCommon())
              .map(w -> new Row(w.features(), wanted.applyAsDouble(w.subject())))
              .toList();
      if (rows.stream().anyMatch(row -> row.wanted > 0)) {
        pieces.add(new Labelled(group, half, rows));
      }
    }
  }

  /**
   * Reads the sets.
   *
   * @param sets the folder with all of them
   * @param pages what {@code inspect pages} prints on the set of pages
   * @param every how many articles of the stream go for one that is taken
   */
  static List<Labelled> read(Path sets, Path pages, int every) throws IOException {
    LabelledPieces labelled = new LabelledPieces();
    labelled.stream(sets.resolve("stream/stream-2020.jsonl.gz"), every);
    labelled.stories(sets.resolve("stories/stories.jsonl"));
    labelled.tagged(sets.resolve("tags/tags.jsonl"));
    labelled.pages(pages);
    return labelled.pieces;
  }

  /** The headline is hidden, and wanted is what it names. */
  private void stream(Path file, int every) throws IOException {
    Stream stream = new Stream("headline hidden");
    int number = 0;
    for (String line : unpacked(file)) {
      JsonNode node = JSON.readTree(line);
      if (number % every == 0) {
        String headline = text(node, "title");
        List<String> outlets = List.of(text(node, "publisher"), text(node, "host"));
        Piece piece = piece("", without(paragraphs(node), List.of(headline)), outlets);
        stream.add(number / every % 2, piece, subject -> named(subject, List.of(headline)));
      }
      number++;
    }
  }

  /** Wanted is what the other headlines of the same story name. */
  private void stories(Path file) throws IOException {
    Map<String, List<JsonNode>> stories = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      if (!text(node, "text").isEmpty()) {
        stories.computeIfAbsent(text(node, "story"), s -> new ArrayList<>()).add(node);
      }
    }
    Map<String, Stream> streams = new HashMap<>();
    int number = 0;
    for (List<JsonNode> story : stories.values()) {
      number++;
      for (JsonNode node : story) {
        String title = text(node, "title");
        List<String> others =
            story.stream().map(o -> text(o, "title")).filter(t -> !t.equals(title)).toList();
        if (others.size() >= 2) {
          streams
              .computeIfAbsent("story " + text(node, "dataset"), Stream::new)
              .add(
                  number % 2,
                  piece(title, without(paragraphs(node), others), List.of()),
                  subject -> named(subject, others));
        }
      }
    }
  }

  private void tagged(Path file) throws IOException {
    Map<String, Stream> streams = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      String set = text(node, "set");
      if (set.equals("salience") || set.equals("publisher")) {
        Set<String> keys = new HashSet<>();
        for (JsonNode tag : node.path("tags")) {
          (tag.isArray() ? tag : List.of(tag)).forEach(name -> keys.add(Keys.of(name.asString())));
        }
        Piece piece = piece(text(node, "title"), paragraphs(node), List.of());
        streams
            .computeIfAbsent(set, Stream::new)
            .add(number++ % 2, piece, subject -> keys.contains(Keys.of(subject.name())) ? 1 : 0);
      }
    }
  }

  private void pages(Path file) throws IOException {
    Stream stream = new Stream("pages");
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode node = JSON.readTree(line);
      Set<String> keys = new HashSet<>();
      node.path("publisherTags").forEach(tag -> keys.add(Keys.of(tag.asString())));
      boolean english = node.path("language").asString("en").startsWith("en");
      if (english && !keys.isEmpty() && text(node, "text").length() >= 800) {
        Piece piece = piece(text(node, "title"), paragraphs(node), List.of());
        stream.add(number++ % 2, piece, s -> keys.contains(Keys.of(s.name())) ? 1 : 0);
      }
    }
  }

  /** The share of {@code headlines} that name {@code subject} in any form the piece uses. */
  private static double named(Subject subject, List<String> headlines) {
    Set<List<String>> forms = new HashSet<>();
    forms.add(words(subject.name()));
    subject.spots().forEach(s -> forms.add(words(s.line().slice(s.from(), s.to()))));
    forms.remove(List.<String>of());
    long naming =
        headlines.stream()
            .map(LabelledPieces::words)
            .filter(h -> forms.stream().anyMatch(f -> Collections.indexOfSubList(h, f) >= 0))
            .count();
    return naming / (double) headlines.size();
  }

  private static List<String> words(String text) {
    return Tokens.of(text).stream()
        .filter(token -> token.kind() != Token.Kind.MARK)
        .map(token -> Normalise.folded(token.text()))
        .toList();
  }

  private static Piece piece(String title, List<String> paragraphs, List<String> outlets) {
    return new Piece(title, paragraphs, List.of(), Language.ENGLISH, outlets);
  }

  /** The headline that is asked for must not stand in the text. */
  private static List<String> without(List<String> paragraphs, List<String> headlines) {
    Set<String> keys = new HashSet<>();
    headlines.forEach(headline -> keys.add(Keys.of(headline)));
    return paragraphs.stream().filter(p -> !keys.contains(Keys.of(p))).toList();
  }

  private static List<String> paragraphs(JsonNode node) {
    return text(node, "text").lines().map(String::strip).filter(p -> !p.isEmpty()).toList();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }

  private static List<String> unpacked(Path file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return in.lines().toList();
    }
  }
}
