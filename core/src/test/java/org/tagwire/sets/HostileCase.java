package org.tagwire.sets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A case of the hostile set: an input that is broken or means harm, and what is to come of it.
 *
 * @param id its number, as F021
 * @param area feed, http, html, user-api, ops or politeness-rights
 * @param description what it is
 * @param expected the right behaviour, in words
 * @param tier {@code pr} for every run, {@code nightly} for the deep one
 * @param node all of it, for the recipes that are no bytes
 */
public record HostileCase(
    String id, String area, String description, String expected, String tier, JsonNode node) {
  private static final JsonMapper JSON = new JsonMapper();

  /** Lists the cases of an area in the order of the set; none where the set is absent. */
  public static List<HostileCase> listArea(String area) {
    return SharedSets.find("hostile/cases.jsonl").map(HostileCase::read).orElse(List.of()).stream()
        .filter(hostile -> hostile.area().equals(area))
        .toList();
  }

  private static List<HostileCase> read(Path cases) {
    try {
      return Files.readAllLines(cases, StandardCharsets.UTF_8).stream()
          .map(JSON::readTree)
          .map(HostileCase::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HostileCase of(JsonNode node) {
    return new HostileCase(
        node.path("id").asString(),
        node.path("area").asString(),
        node.path("description").asString(),
        node.path("expected").asString(),
        node.path("tier").asString(),
        node);
  }

  /** Returns whether it belongs to the deep run only. */
  public boolean isNightly() {
    return tier.equals("nightly");
  }

  /** Returns how to make it; a missing node where the input stands as it is. */
  public JsonNode recipe() {
    return node.path("recipe");
  }

  /** Returns the inputs that are text, or a list of texts, as they stand. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    JsonNode input = node.path("input");
    if (input.isArray()) {
      input.forEach(each -> texts.add(each.isString() ? each.asString() : each.toString()));
    } else if (!input.isMissingNode()) {
      texts.add(input.asString());
    }
    return texts;
  }

  /** Returns every input that is bytes, expanded; a recipe that is none gives nothing. */
  public List<byte[]> payloads() {
    if (node.has("input_b64")) {
      return List.of(Base64.getDecoder().decode(node.path("input_b64").asString()));
    }
    if (node.has("input")) {
      return texts().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }
    return isBytes(recipe()) ? List.of(expand(recipe())) : List.of();
  }

  /** Makes the bytes a recipe describes. */
  public static byte[] expand(JsonNode recipe) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(recipe, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static boolean isBytes(JsonNode recipe) {
    return switch (recipe.path("gen").asString("")) {
      case "repeat", "range", "concat", "gzip", "hash_collision_json" -> true;
      case "http" -> recipe.has("body") || recipe.has("body_b64");
      default -> false;
    };
  }

  /** Writes as it goes, so that a gibibyte of zeros in gzip takes a mebibyte. */
  private static void write(JsonNode recipe, OutputStream out) throws IOException {
    if (recipe.isString()) {
      out.write(recipe.asString().getBytes(StandardCharsets.UTF_8));
      return;
    }
    switch (recipe.path("gen").asString("")) {
      case "repeat" -> repeat(recipe, out);
      case "range" -> range(recipe, out);
      case "concat" -> {
        for (JsonNode part : recipe.path("parts")) {
          write(part, out);
        }
      }
      case "gzip" -> gzip(recipe.path("of"), recipe.path("layers").asInt(1), out);
      case "hash_collision_json" -> collisions(recipe.path("bits").asInt(), out);
      case "http" -> {
        if (recipe.has("body_b64")) {
          out.write(Base64.getDecoder().decode(recipe.path("body_b64").asString()));
        } else {
          write(recipe.path("body"), out);
        }
      }
      default -> throw new IllegalArgumentException("a recipe that makes no bytes: " + recipe);
    }
  }

  private static void repeat(JsonNode recipe, OutputStream out) throws IOException {
    byte[] unit = recipe.path("unit").asString().getBytes(StandardCharsets.UTF_8);
    int block = Math.max(1, 8192 / Math.max(1, unit.length));
    byte[] many =
        new String(unit, StandardCharsets.UTF_8).repeat(block).getBytes(StandardCharsets.UTF_8);
    out.write(recipe.path("prefix").asString().getBytes(StandardCharsets.UTF_8));
    long left = recipe.path("times").asLong();
    for (; left >= block; left -= block) {
      out.write(many);
    }
    for (; left > 0; left--) {
      out.write(unit);
    }
    out.write(recipe.path("suffix").asString().getBytes(StandardCharsets.UTF_8));
  }

  private static void range(JsonNode recipe, OutputStream out) throws IOException {
    String form = recipe.path("fmt").asString();
    for (int i = 0; i < recipe.path("n").asInt(); i++) {
      out.write(form.replace("%d", Integer.toString(i)).getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void gzip(JsonNode of, int layers, OutputStream out) throws IOException {
    ByteArrayOutputStream inner = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(inner)) {
      if (layers > 1) {
        gzip(of, layers - 1, zipped);
      } else {
        write(of, zipped);
      }
    }
    inner.writeTo(out);
  }

  /** Keys that all have the same {@link String#hashCode}. */
  private static void collisions(int bits, OutputStream out) throws IOException {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 1 << bits; i++) {
      json.append(i == 0 ? "\"" : ",\"");
      for (int bit = bits - 1; bit >= 0; bit--) {
        json.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      json.append("\":1");
    }
    out.write(json.append('}').toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return id + " " + description;
  }
}
