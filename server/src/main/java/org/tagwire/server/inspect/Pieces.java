package org.tagwire.server.inspect;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.embedding.Embedder;
import org.tagwire.ingest.Analyst;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Publisher;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Understanding;
import org.tagwire.url.WebAddress;
import tools.jackson.databind.JsonNode;

/**
 * Understands articles one after the other, each with what those before it have taught. Used by one
 * thread.
 */
final class Pieces {
  private final Analyst analyst;
  private final Map<Knowledge.Scope, TreeMap<String, Double>> counts = new HashMap<>();
  private final Knowledge learned = new Learned(counts);

  Pieces(Embedder embedder) {
    this.analyst = new Analyst(embedder);
  }

  /**
   * An article that was understood.
   *
   * @param text what it says
   * @param understanding what was understood
   */
  record Understood(ArticleText text, Understanding understanding) {}

  Understood next(JsonNode line) {
    ArticleText text = text(line);
    String url = Lines.text(line, "url");
    Analyst.Question question =
        new Analyst.Question(
            url,
            text,
            credit(line, url),
            Lines.find(line, "language").flatMap(Language::parse),
            Optional.empty(),
            ShowLimits.NONE);
    Understanding understanding = analyst.understand(question, learned);
    learn(analyst.observation(url, text, understanding));
    return new Understood(text, understanding);
  }

  private static ArticleText text(JsonNode line) {
    List<Paragraph> paragraphs =
        Arrays.stream(Lines.text(line, "text").split("\\n+"))
            .map(String::strip)
            .filter(paragraph -> !paragraph.isEmpty())
            .map(Paragraph::of)
            .toList();
    return new ArticleText(
        Lines.text(line, "title"),
        "",
        "",
        paragraphs,
        "",
        List.of(),
        null,
        ArticleText.BodySource.GIVEN);
  }

  private static Credit credit(JsonNode line, String url) {
    Domain domain = WebAddress.parse(url).map(WebAddress::domain).orElse(Domain.UNKNOWN);
    Publisher unnamed = Publisher.of(domain);
    return new Credit(
        Lines.find(line, "source")
            .map(name -> new Publisher(domain, name, null, null, unnamed.language()))
            .orElse(unnamed),
        null);
  }

  private void learn(Observation observation) {
    for (Sighting seen : observation.sightings()) {
      counts
          .computeIfAbsent(seen.scope(), scope -> new TreeMap<>())
          .merge(seen.what(), seen.weight(), Double::sum);
    }
  }

  private record Learned(Map<Knowledge.Scope, TreeMap<String, Double>> counts)
      implements Knowledge {
    @Override
    public double count(Scope scope, String what) {
      TreeMap<String, Double> of = counts.get(scope);
      return of == null ? 0 : of.getOrDefault(what, 0.0);
    }

    @Override
    public Map<String, Double> beginning(Scope scope, String prefix) {
      TreeMap<String, Double> of = counts.get(scope);
      return of == null ? Map.of() : Map.copyOf(of.subMap(prefix, prefix + Character.MAX_VALUE));
    }
  }
}
