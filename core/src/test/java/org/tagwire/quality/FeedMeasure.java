package org.tagwire.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * How many of the values expected of feeds came out: the measure of {@code score/feeds.py}. Two
 * texts are equal when their letters and digits are. Filled case by case, by one thread.
 */
final class FeedMeasure {
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_.@+-]+");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Set<String> COUNTED = Set.of("categories", "enclosures");
  private static final Set<String> ADDRESSES = Set.of("link", "url", "image", "id", "comments");

  private final Map<String, Share> classes = new TreeMap<>();
  private int refused;

  /**
   * How many of a class.
   *
   * @param met the values that came out
   * @param all the values expected
   */
  record Share(int met, int all) {
    static final Share NONE = new Share(0, 0);

    Share plus(Share other) {
      return new Share(met + other.met, all + other.all);
    }

    double percent() {
      return 100.0 * met / Math.max(1, all);
    }
  }

  /**
   * Counts one case.
   *
   * @param testCase as the set has it
   * @param output the fields of the parsed feed; a missing node if it was refused
   */
  void add(JsonNode testCase, JsonNode output) {
    refused += output.isMissingNode() ? 1 : 0;
    JsonNode expectations = testCase.path("expectations");
    for (JsonNode expectation : expectations) {
      boolean met = !output.isMissingNode() && isMet(expectation, output, expectations);
      Share one = new Share(met ? 1 : 0, 1);
      classes.merge(testCase.path("class").asString(), one, Share::plus);
    }
  }

  int refused() {
    return refused;
  }

  /** Returns the share over all classes whose name is accepted. */
  Share share(Predicate<String> name) {
    return classes.entrySet().stream()
        .filter(entry -> name.test(entry.getKey()))
        .map(Map.Entry::getValue)
        .reduce(Share.NONE, Share::plus);
  }

  private static boolean isMet(JsonNode expectation, JsonNode output, JsonNode all) {
    String field = expectation.path("field").asString();
    String last = last(field);
    String above = above(field);
    if (last.equals("length") && (above.equals("entries") || COUNTED.contains(last(above)))) {
      return ParsedFields.at(output, above).size() == expectation.path("value").asInt();
    }
    String value = expectation.path("value").asString("");
    JsonNode parent = ParsedFields.at(output, above);
    return switch (expectation.path("op").asString()) {
      case "empty" -> isEmpty(ParsedFields.at(output, field));
      case "date" -> isDate(value, parent, last, datesOf(above, all) == 1);
      default -> isFound(value, output, field);
    };
  }

  private static boolean isEmpty(JsonNode found) {
    return found.isContainer()
        ? found.isEmpty()
        : found.isMissingNode() || found.asString().isEmpty() || found.asString().equals("0");
  }

  /** Where a case expects one date only, it does not matter which of the two it came out as. */
  private static boolean isDate(String value, JsonNode parent, String last, boolean only) {
    List<String> fields = only ? List.of(last, "published", "updated") : List.of(last);
    return fields.stream().anyMatch(field -> parent.path(field).asString("").equals(value));
  }

  private static long datesOf(String above, JsonNode expectations) {
    return expectations
        .valueStream()
        .filter(e -> e.path("op").asString().equals("date"))
        .filter(e -> above(e.path("field").asString()).equals(above))
        .count();
  }

  private static boolean isFound(String value, JsonNode output, String field) {
    String last = last(field);
    String above = above(field);
    JsonNode parent = ParsedFields.at(output, above);
    if (last(above).equals("author") && (last.equals("name") || last.equals("email"))) {
      JsonNode owner = ParsedFields.at(output, above(above));
      return present(owner, "author_" + last, "author")
          .anyMatch(text -> Wording.squash(text).contains(Wording.squash(value)));
    }
    return switch (last) {
      case "author" -> isAuthor(value, parent);
      case "body" -> present(parent, "content", "summary").anyMatch(text -> isSame(text, value));
      case "summary" -> isText(value, parent, "summary", "content");
      case "content" -> isText(value, parent, "content", "summary");
      default -> isValue(value, ParsedFields.at(output, field), last);
    };
  }

  private static boolean isAuthor(String value, JsonNode parent) {
    Set<String> wanted = tokens(value);
    List<String> names = new ArrayList<>(present(parent, "author", "author_name").toList());
    names.add(present(parent, "author_name", "author_email").collect(Collectors.joining(" ")));
    return names.stream()
        .map(FeedMeasure::tokens)
        .filter(found -> !found.isEmpty())
        .anyMatch(found -> wanted.containsAll(found) || found.containsAll(wanted));
  }

  private static boolean isText(String value, JsonNode parent, String first, String second) {
    boolean has = !parent.path(first).asString("").isEmpty();
    return (has ? present(parent, first) : present(parent, first, second))
        .anyMatch(text -> isSame(text, value));
  }

  private static boolean isValue(String value, JsonNode found, String last) {
    if (found.isMissingNode()) {
      return false;
    }
    return ADDRESSES.contains(last)
        ? withoutSlash(found.asString()).equals(withoutSlash(value))
        : isSame(found.asString(), value);
  }

  private static boolean isSame(String found, String value) {
    String letters = letters(value);
    return Wording.squash(found).equals(Wording.squash(value))
        || (letters(found).equals(letters)
            && (!letters.isEmpty() || Wording.squash(value).isEmpty()));
  }

  private static String withoutSlash(String text) {
    String plain = Wording.squash(text);
    int end = plain.length();
    while (end > 0 && plain.charAt(end - 1) == '/') {
      end--;
    }
    return plain.substring(0, end);
  }

  /** What is left of a text without entities, tags and signs. */
  private static String letters(String value) {
    String plain = Parser.unescapeEntities(Parser.unescapeEntities(value, false), false);
    return String.join(" ", Wording.words(TAG.matcher(plain).replaceAll(" ")))
        .toLowerCase(Locale.ROOT);
  }

  private static Set<String> tokens(String text) {
    return TOKEN
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<String> present(JsonNode parent, String... fields) {
    return Stream.of(fields)
        .map(field -> parent.path(field))
        .filter(node -> !node.isMissingNode() && !node.isNull())
        .map(JsonNode::asString);
  }

  private static String last(String field) {
    return field.substring(field.lastIndexOf('.') + 1);
  }

  private static String above(String field) {
    return field.substring(0, Math.max(0, field.lastIndexOf('.')));
  }

  /** Stands for the fields of a feed that was refused. */
  static JsonNode refusal() {
    return MissingNode.getInstance();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "met without the sanitise class: %.2f %%; met: %.2f %%; refused: %d",
        share(name -> !name.equals("sanitize")).percent(),
        share(name -> true).percent(),
        refused);
  }
}
