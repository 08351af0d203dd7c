package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tagwire.sets.HostileCase;
import tools.jackson.databind.JsonNode;

/**
 * The inputs of the hostile set that concern the fetcher, each list begun by inputs of our own, so
 * that every test asks something where the set is absent.
 */
final class HostileHttp {
  private static final List<HostileCase> CASES = HostileCase.listArea("http");

  private HostileHttp() {}

  static List<String> ids() {
    return CASES.stream().map(HostileCase::id).toList();
  }

  static Optional<HostileCase> find(String id) {
    return CASES.stream().filter(hostile -> hostile.id().equals(id)).findFirst();
  }

  /** Returns our own inputs and those of the case that are text. */
  static List<String> texts(String id, String... own) {
    return with(find(id).map(HostileCase::texts).orElse(List.of()), own);
  }

  /** Returns our own inputs and the values that the recipe of the case goes through. */
  static List<String> values(String id, String... own) {
    List<String> values = new ArrayList<>();
    for (JsonNode value : find(id).map(c -> c.recipe().path("values")).orElse(missing())) {
      values.add(value.asString());
    }
    return with(values, own);
  }

  private static JsonNode missing() {
    return tools.jackson.databind.node.MissingNode.getInstance();
  }

  private static List<String> with(List<String> given, String... own) {
    List<String> all = new ArrayList<>(Arrays.asList(own));
    all.addAll(given);
    return all;
  }

  /** Returns our own answers and the one the recipe of the case makes, as bytes of a server. */
  static List<byte[]> answers(String id, byte[]... own) {
    List<byte[]> all = new ArrayList<>(Arrays.asList(own));
    find(id).map(hostile -> answer(hostile.recipe())).ifPresent(all::add);
    return all;
  }

  /** Returns our own bodies and the one the recipe of the case makes. */
  static List<byte[]> bodies(String id, byte[]... own) {
    List<byte[]> all = new ArrayList<>(Arrays.asList(own));
    find(id).map(hostile -> HostileCase.expand(hostile.recipe())).ifPresent(all::add);
    return all;
  }

  private static byte[] answer(JsonNode recipe) {
    StringBuilder head = new StringBuilder();
    head.append(recipe.path("status").asInt(200)).append(" As told");
    recipe
        .path("headers")
        .properties()
        .forEach(
            header ->
                head.append('\n')
                    .append(header.getKey())
                    .append(": ")
                    .append(header.getValue().asString()));
    boolean hasBody = recipe.has("body") || recipe.has("body_b64");
    return ScriptedServer.answer(
        head.toString(), hasBody ? HostileCase.expand(recipe) : new byte[0]);
  }

  /** A server that gives one answer to each connection and closes it. */
  static ScriptedServer once(byte[] answer) {
    return FetcherTest.closing(answer);
  }

  /** A server that gives one answer to every request and keeps the connection. */
  static ScriptedServer always(byte[] answer) {
    return new ScriptedServer(
        (request, out) -> {
          out.write(answer);
          return true;
        });
  }

  static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }
}
