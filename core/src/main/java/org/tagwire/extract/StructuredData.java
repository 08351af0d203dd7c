package org.tagwire.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tagwire.html.HtmlText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What a page says about its article in JSON-LD (schema.org). Immutable once read.
 *
 * <p>Written by hand and by plug-ins, so read with indulgence: comments, line breaks inside strings
 * and trailing commas are accepted, what is broken beyond that is passed over. Size and depth are
 * bounded.
 */
final class StructuredData {
  private static final int LONGEST = 500_000;
  private static final int MOST_NODES = 3000;
  private static final int MOST_ADDRESSES = 8;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(60).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode article;
  private final List<JsonNode> nodes;

  private StructuredData(JsonNode article, List<JsonNode> nodes) {
    this.article = article;
    this.nodes = nodes;
  }

  static StructuredData read(Document page) {
    List<JsonNode> nodes = new ArrayList<>();
    Iterator<Element> elements = page.stream().limit(PageFacts.MOST_ELEMENTS).iterator();
    while (elements.hasNext()) {
      Element script = elements.next();
      if (script.normalName().equals("script")
          && script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")
          && script.data().length() < LONGEST) {
        parse(script.data(), nodes);
      }
    }
    JsonNode article = MissingNode.getInstance();
    int best = 0;
    for (JsonNode node : nodes) {
      int rank = rank(types(node));
      if (rank > best) {
        best = rank;
        article = node;
      }
    }
    return new StructuredData(article, nodes);
  }

  private static void parse(String script, List<JsonNode> nodes) {
    String json = script.strip();
    if (json.startsWith("<!--") || json.startsWith("//")) {
      json = json.substring(Math.max(0, Math.min(bracket(json, '{'), bracket(json, '['))));
    }
    try {
      flatten(JSON.readTree(json), nodes);
    } catch (JacksonException broken) {
      // hand-written JSON is often broken; the rest of the page says the same in other places
    }
  }

  private static int bracket(String json, char c) {
    int at = json.indexOf(c);
    return at < 0 ? json.length() : at;
  }

  private static void flatten(JsonNode root, List<JsonNode> nodes) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.add(root);
    while (!open.isEmpty() && nodes.size() < MOST_NODES) {
      JsonNode node = open.poll();
      if (node.isArray()) {
        node.forEach(open::add);
      } else if (node.isObject()) {
        nodes.add(node);
        for (String inner : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
          if (node.path(inner).isContainer()) {
            open.add(node.path(inner));
          }
        }
      }
    }
  }

  private static String types(JsonNode node) {
    JsonNode type = node.path("@type");
    return type.isArray() ? type.toString() : type.asString("");
  }

  private static int rank(String type) {
    if (type.contains("LiveBlog")) {
      return 5;
    } else if (type.contains("NewsArticle")
        || type.contains("Reportage")
        || type.contains("BlogPosting")) {
      return 4;
    } else if (type.contains("Article") || type.contains("Report") || type.contains("Review")) {
      return 3;
    }
    return type.contains("Recipe") || type.contains("WebPage") || type.contains("VideoObject")
        ? 1
        : 0;
  }

  boolean isArticle() {
    return rank(types(article)) >= 3;
  }

  boolean isLiveBlog() {
    return types(article).contains("LiveBlog");
  }

  boolean hasType(String type) {
    return nodes.stream().anyMatch(n -> types(n).contains(type));
  }

  /** Returns a text of the article's description by its name, markup removed. */
  Optional<String> text(String name) {
    return plain(article.path(name));
  }

  /** Returns the names (or addresses) of a thing or list of things. */
  List<String> names(String name) {
    List<String> found = new ArrayList<>();
    JsonNode value = article.path(name);
    if (value.isArray()) {
      value.forEach(v -> name(v).ifPresent(found::add));
    } else {
      name(value).ifPresent(found::add);
    }
    return found;
  }

  /** Returns the address of a thing: itself where it is a text, else its url or @id. */
  Optional<String> address(String name) {
    return addresses(name).stream().findFirst();
  }

  /** Returns the addresses of a thing or list of things, the first few. */
  List<String> addresses(String name) {
    JsonNode value = article.path(name);
    List<String> found = new ArrayList<>();
    for (JsonNode one : value.isArray() ? value : List.of(value)) {
      (one.isObject() ? plain(one.path("url")).or(() -> plain(one.path("@id"))) : plain(one))
          .filter(address -> found.size() < MOST_ADDRESSES)
          .ifPresent(found::add);
    }
    return found;
  }

  /** Returns whether the page says the article is free; empty where it says nothing. */
  Optional<Boolean> isFree() {
    JsonNode said = article.path("isAccessibleForFree");
    return said.isMissingNode() || said.isNull()
        ? Optional.empty()
        : Optional.of(!said.asString("").equalsIgnoreCase("false"));
  }

  /** Returns the CSS selectors of the parts that are not free. */
  List<String> paidParts() {
    List<String> selectors = new ArrayList<>();
    JsonNode parts = article.path("hasPart");
    (parts.isArray() ? parts : List.of(parts))
        .forEach(
            part -> {
              if (part.path("isAccessibleForFree").asString("true").equalsIgnoreCase("false")) {
                JsonNode selector = part.path("cssSelector");
                (selector.isArray() ? selector : List.of(selector))
                    .forEach(s -> plain(s).ifPresent(selectors::add));
              }
            });
    return selectors;
  }

  private static Optional<String> name(JsonNode value) {
    return value.isObject() ? plain(value.path("name")) : plain(value);
  }

  private static Optional<String> plain(JsonNode value) {
    JsonNode one = value.isArray() ? value.path(0) : value;
    String text = one.isValueNode() ? HtmlText.line(one.asString("")) : "";
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
