package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tagwire.names.Name;
import org.tagwire.names.NameTagger;
import org.tagwire.sets.SharedSets;
import org.tagwire.text.Normalise;
import org.tagwire.text.Sentences;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The name tagger over the development articles whose every name is known: of the names whose very
 * words stand in the text, it may find more, not fewer. Its own invented news is measured in {@code
 * NameTaggerTest}.
 */
class NameQualityTest {
  private static final double FOUND = 0.80;

  private final JsonMapper json = new JsonMapper();

  @Test
  void findsNoFewerNamesThanItDid() throws IOException {
    Optional<Path> tags = SharedSets.find("tags");
    if (tags.isEmpty()) {
      return;
    }
    NameTagger tagger = NameTagger.load();
    int wanted = 0;
    int found = 0;
    for (String line : Files.readAllLines(tags.get().resolve("tags.jsonl"))) {
      JsonNode article = json.readTree(line);
      if (article.path("set").asString("").equals("entities")) {
        String text = Normalise.line(article.path("text").asString(""));
        Set<String> names = names(tagger, text);
        for (String name : standing(article.path("tags"), text)) {
          wanted++;
          found += names.contains(name) ? 1 : 0;
        }
      }
    }
    System.out.println("development names: " + found + " of " + wanted + " found");
    assertThat((double) found / wanted).isGreaterThanOrEqualTo(FOUND);
  }

  private static List<String> standing(JsonNode tags, String text) {
    List<String> standing = new ArrayList<>();
    for (JsonNode tag : tags) {
      String name = Normalise.line(tag.asString(""));
      if (Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(text).find()) {
        standing.add(Normalise.folded(name));
      }
    }
    return standing;
  }

  private static Set<String> names(NameTagger tagger, String text) {
    Set<String> names = new HashSet<>();
    for (String sentence : Sentences.of(text)) {
      List<Token> tokens = Tokens.of(sentence);
      for (Name name : tagger.tag(tokens)) {
        int start = tokens.get(name.from()).start();
        int end = tokens.get(name.to() - 1).end();
        names.add(Normalise.folded(sentence.substring(start, end)));
      }
    }
    return names;
  }
}
