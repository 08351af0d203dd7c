package org.tagwire.newsstand.press;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders, a small part of Mustache: {@code {{name}}} is a text escaped for HTML
 * and XML, {@code {{{name}}}} one as it is, {@code {{#name}}…{{/name}}} a section repeated for each
 * element of a list or shown when a text is not empty, {@code {{>file}}} another template. A
 * missing name is a bug and throws. Immutable.
 */
public final class Template {

  private static final Pattern TAG =
      Pattern.compile("\\{\\{\\{([\\w-]+)\\}\\}\\}|\\{\\{([#/>]?)([\\w.-]+)\\}\\}\n?");

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Text(String name, boolean escaped) implements Part {}

  private record Section(String name, List<Part> parts) implements Part {}

  private final String name;
  private final List<Part> parts;

  private Template(String name, List<Part> parts) {
    this.name = name;
    this.parts = parts;
  }

  /** Reads a template from the resource folder {@code templates/}. */
  public static Template named(String name) {
    String source = source(name);
    Matcher tags = TAG.matcher(source);
    List<Part> parts = new ArrayList<>();
    int end = parse(source, tags, 0, "", parts);
    parts.add(new Literal(source.substring(end)));
    return new Template(name, List.copyOf(parts));
  }

  /** The text with its placeholders filled. */
  public String fill(Slots slots) {
    var out = new StringBuilder(4096);
    try {
      fill(parts, slots, out);
    } catch (IllegalStateException e) {
      throw new IllegalStateException("template " + name + ": " + e.getMessage(), e);
    }
    return out.toString();
  }

  /** A text with the five characters escaped that mean something in HTML and XML. */
  static String escape(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static void fill(List<Part> parts, Slots slots, StringBuilder out) {
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> out.append(literal.text());
        case Text text -> {
          String value = slots.requireText(text.name());
          out.append(text.escaped() ? escape(value) : value);
        }
        case Section section -> {
          for (Slots element : slots.requireList(section.name())) {
            fill(section.parts(), element.within(slots), out);
          }
        }
      }
    }
  }

  /** Parses up to the end of the section, or of the source, and returns where that is. */
  private static int parse(
      String source, Matcher tags, int from, String section, List<Part> parts) {
    int position = from;
    while (tags.find(position)) {
      parts.add(new Literal(source.substring(position, tags.start())));
      position = tags.end();
      if (tags.group(1) != null) {
        parts.add(new Text(tags.group(1), false));
        continue;
      }
      String name = tags.group(3);
      switch (tags.group(2)) {
        case "#" -> {
          List<Part> inner = new ArrayList<>();
          position = parse(source, tags, position, name, inner);
          parts.add(new Section(name, List.copyOf(inner)));
        }
        case "/" -> {
          if (!name.equals(section)) {
            throw new IllegalStateException("section " + section + " ends as " + name);
          }
          return position;
        }
        case ">" -> parts.addAll(named(name).parts);
        default -> {
          // Only sections and inclusions swallow the line break after them.
          position = tags.end(3) + 2;
          parts.add(new Text(name, true));
        }
      }
    }
    if (!section.isEmpty()) {
      throw new IllegalStateException("section " + section + " does not end");
    }
    return position;
  }

  private static String source(String name) {
    String path = "/org/tagwire/newsstand/templates/" + name;
    try (InputStream in = Template.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no template " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the template " + path + " cannot be read", e);
    }
  }
}
