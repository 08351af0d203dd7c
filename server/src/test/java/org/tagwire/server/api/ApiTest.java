package org.tagwire.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.Audience;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static Api api;
  private static JsonNode document;

  @BeforeAll
  static void open() throws IOException {
    Newsroom newsroom = SampleNews.fill("https://orrery.example");
    api =
        new Api(
            newsroom.questions(), new Addresses("", Map.of()), SiteOptions.plain(ZoneOffset.UTC));
    try (InputStream in = Api.class.getResourceAsStream("/site/openapi.json")) {
      document = JSON.readTree(in);
    }
  }

  private static Reply ask(String route, Map<String, String> path, Map<String, String> query) {
    Visit visit =
        new Visit(Edition.ENGLISH, Audience.OWNER, SampleNews.NOW, "http://localhost", path, query);
    Function<Visit, Reply> handler =
        Optional.ofNullable(api.routes().get(Api.ROOT + route)).orElseThrow();
    return handler.apply(visit);
  }

  @Test
  void routesAndDocumentAreTheSame() {
    Set<String> routes = new TreeSet<>();
    api.routes().keySet().forEach(route -> routes.add(route.replace('<', '{').replace('>', '}')));
    assertThat(names(document.get("paths"))).isEqualTo(routes);
    document.get("paths").forEach(path -> assertThat(names(path)).containsExactly("get"));
    assertThat(document.get("openapi").asString()).startsWith("3.1.");
  }

  @Test
  void pathParametersAreDeclared() {
    for (String path : names(document.get("paths"))) {
      List<String> declared =
          document
              .get("paths")
              .get(path)
              .get("get")
              .path("parameters")
              .valueStream()
              .map(ApiTest::resolved)
              .filter(p -> p.get("in").asString().equals("path"))
              .map(p -> "{" + p.get("name").asString() + "}")
              .toList();
      assertThat(declared).as(path).allMatch(path::contains);
      assertThat(declared.isEmpty()).as(path).isEqualTo(!path.contains("{"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/front, , ",
    "/trends, , ",
    "/hashtags, , ",
    "/hashtags/{tag}, tag, MaraEllington",
    "/hashtags/{tag}, tag, MaraEllington+HarbourFestival-TheSaltRoad",
    "/news, , ",
    "/folders/<name>, name, Culture/Film",
    "/publishers/{domain}, domain, lantern.example",
    "/categories/{slug}, slug, politics",
    "/search, q, festival",
    "/watch, , ",
    "/following, , ",
    "/about, , ",
    "/hashtags, view, covered",
  })
  void answersAreAsTheDocumentSays(String route, String name, String value) {
    Map<String, String> parameters = name == null ? Map.of() : Map.of(name, value);
    Reply reply = ask(route, parameters, parameters);
    assertThat(reply.status()).isEqualTo(200);
    assertFits(JSON.readTree(reply.body()), answer(route), route);
  }

  @Test
  void articlesAndStoriesAreAsTheDocumentSays() {
    JsonNode list =
        JSON.readTree(ask("/hashtags/{tag}", Map.of("tag", "MaraEllington"), Map.of()).body());
    JsonNode card = list.get("list").get("articles").get(0);
    JsonNode article =
        JSON.readTree(
            ask("/articles/{id}", Map.of("id", card.get("id").asString()), Map.of()).body());
    assertFits(article, answer("/articles/{id}"), "article");
    assertThat(article.get("copies").size()).isEqualTo(2);
    assertThat(article.get("sameText").get("first").asString())
        .isEqualTo(article.get("id").asString());
    JsonNode story =
        JSON.readTree(
            ask("/stories/{id}", Map.of("id", card.get("story").asString()), Map.of()).body());
    assertFits(story, answer("/stories/{id}"), "story");
  }

  @Test
  void problemsNameWhoMustAct() {
    Reply unknown = ask("/hashtags/{tag}", Map.of("tag", "Nobody"), Map.of());
    JsonNode problem = JSON.readTree(unknown.body());
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.type()).isEqualTo("application/problem+json");
    assertThat(problem.get("code").asString()).isEqualTo("not-found");
    assertFits(problem, document.get("components").get("schemas").get("Problem"), "problem");
    assertThat(ask("/search", Map.of(), Map.of()).status()).isEqualTo(400);
    assertThat(ask("/front", Map.of(), Map.of("after", "?")).status()).isEqualTo(400);
    assertThat(ask("/hashtags/{tag}", Map.of("tag", "maraellington"), Map.of()).location())
        .isEqualTo("/api/v1/hashtags/MaraEllington");
  }

  @Test
  void timesAreIso8601() {
    JsonNode page =
        JSON.readTree(ask("/hashtags/{tag}", Map.of("tag", "MaraEllington"), Map.of()).body());
    assertThat(Instant.parse(page.get("all").get("since").asString()))
        .isEqualTo(Instant.parse("2026-01-14T00:00:00Z"));
  }

  private static JsonNode answer(String route) {
    return document
        .get("paths")
        .get(Api.ROOT + route.replace('<', '{').replace('>', '}'))
        .get("get")
        .get("responses")
        .get("200")
        .get("content")
        .get("application/json")
        .get("schema");
  }

  /**
   * Checks what our own document uses of JSON Schema: references, types, required, no other
   * properties.
   */
  private static void assertFits(JsonNode value, JsonNode schema, String where) {
    if (schema.has("$ref")) {
      String name = schema.get("$ref").asString();
      assertFits(value, resolved(schema), where + ":" + name.substring(name.lastIndexOf('/') + 1));
      return;
    }
    if (schema.has("oneOf")) {
      List<JsonNode> fitting =
          schema.get("oneOf").valueStream().filter(one -> hasRequired(value, one)).toList();
      assertThat(fitting).as(where).hasSize(1);
      assertFits(value, fitting.getFirst(), where);
      return;
    }
    switch (schema.get("type").asString()) {
      case "object" -> {
        Set<String> known = names(schema.get("properties"));
        assertThat(known).as(where).containsAll(names(value));
        schema
            .get("required")
            .forEach(r -> assertThat(value.has(r.asString())).as(where + "." + r).isTrue());
        names(value)
            .forEach(
                n -> assertFits(value.get(n), schema.get("properties").get(n), where + "." + n));
      }
      case "array" -> value.forEach(v -> assertFits(v, schema.get("items"), where + "[]"));
      case "integer" -> assertThat(value.isIntegralNumber()).as(where).isTrue();
      case "number" -> assertThat(value.isNumber()).as(where).isTrue();
      case "boolean" -> assertThat(value.isBoolean()).as(where).isTrue();
      default -> assertString(value, schema, where);
    }
  }

  private static boolean hasRequired(JsonNode value, JsonNode schema) {
    return resolved(schema)
        .get("required")
        .valueStream()
        .allMatch(name -> value.has(name.asString()));
  }

  /** Returns what a reference refers to; anything else as it is. */
  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  private static void assertString(JsonNode value, JsonNode schema, String where) {
    assertThat(value.isString()).as(where).isTrue();
    if (schema.has("enum")) {
      assertThat(schema.get("enum").valueStream().map(JsonNode::asString).toList())
          .as(where)
          .contains(value.asString());
    }
    if (schema.has("pattern")) {
      assertThat(value.asString()).as(where).matches(schema.get("pattern").asString());
    }
  }

  private static Set<String> names(JsonNode object) {
    return new TreeSet<>(object.propertyNames());
  }
}
