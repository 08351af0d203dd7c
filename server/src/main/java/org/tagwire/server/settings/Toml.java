package org.tagwire.server.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/**
 * Reads the part of TOML 1.0 that settings need: tables, bare and quoted keys, strings, numbers,
 * truths and lists of strings, each on as many lines as they take. Anything else is refused with
 * its line. A key in a table is named with its table, as in {@code host-names.herald.example}.
 */
final class Toml {
  private static final Pattern TABLE = Pattern.compile("\\[\\s*([A-Za-z0-9_-]+)\\s*\\]\\s*(#.*)?");
  private static final Pattern ENTRY =
      Pattern.compile("(?:([A-Za-z0-9_.-]+)|\"([^\"\\\\]+)\"|'([^']+)')\\s*=\\s*(.*)");
  private static final Pattern BARE =
      Pattern.compile("([+-]?[0-9][0-9_]*(?:\\.[0-9]+)?|true|false)\\s*(#.*)?");

  private final List<String> lines;
  private final String file;
  private final Map<String, Given> entries = new LinkedHashMap<>();
  private String table = "";
  private int at;

  private Toml(String text, String file) {
    this.lines = text.lines().toList();
    this.file = file;
  }

  /**
   * Reads a file's text; {@code file} names it in messages.
   *
   * @throws TagwireException with {@link ErrorCode#BAD_SETTING} when it is not such a file
   */
  static Map<String, Given> read(String text, String file) {
    Toml toml = new Toml(text, file);
    while (toml.at < toml.lines.size()) {
      toml.line();
    }
    return toml.entries;
  }

  private void line() {
    String line = lines.get(at).strip();
    if (at == 0 && line.startsWith("\uFEFF")) {
      line = line.substring(1);
    }
    Matcher header = TABLE.matcher(line);
    Matcher entry = ENTRY.matcher(line);
    if (header.matches()) {
      table = header.group(1) + ".";
    } else if (entry.matches()) {
      entry(entry);
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      throw wrong("'" + line + "' is neither a setting (name = \"value\") nor a table ([name])");
    }
    at++;
  }

  private void entry(Matcher entry) {
    String key =
        entry.group(1) != null
            ? entry.group(1)
            : entry.group(2) != null ? entry.group(2) : entry.group(3);
    String where = file + ":" + (at + 1);
    Given given = value(entry.group(4).strip(), where);
    Given before = entries.putIfAbsent(table + key, given);
    if (before != null) {
      throw wrong("'" + table + key + "' is set twice, first at " + before.where());
    }
  }

  private Given value(String text, String where) {
    if (text.startsWith("[")) {
      return new Given(list(text.substring(1)), true, where);
    }
    Matcher bare = BARE.matcher(text);
    if (bare.matches()) {
      return Given.one(bare.group(1).replace("_", ""), where);
    }
    List<String> found = new ArrayList<>();
    String rest = string(text, found);
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      throw wrong("'" + rest + "' follows the value");
    }
    return Given.one(found.getFirst(), where);
  }

  private List<String> list(String begin) {
    List<String> found = new ArrayList<>();
    String rest = begin.strip();
    boolean needsComma = false;
    while (!rest.startsWith("]")) {
      if (rest.isEmpty() || rest.startsWith("#")) {
        rest = nextLine();
      } else if (needsComma && rest.startsWith(",")) {
        needsComma = false;
        rest = rest.substring(1).strip();
      } else if (needsComma) {
        throw wrong("a comma is missing before '" + rest + "'");
      } else {
        rest = string(rest, found);
        needsComma = true;
      }
    }
    String after = rest.substring(1).strip();
    if (!after.isEmpty() && !after.startsWith("#")) {
      throw wrong("'" + after + "' follows the list");
    }
    return found;
  }

  private String nextLine() {
    at++;
    if (at == lines.size()) {
      at--;
      throw wrong("a list is not closed; add ]");
    }
    return lines.get(at).strip();
  }

  /** Reads the string at the beginning into {@code found} and returns what follows it. */
  private String string(String text, List<String> found) {
    char quote = text.isEmpty() ? ' ' : text.charAt(0);
    if (quote != '"' && quote != '\'') {
      throw wrong("'" + text + "' needs quotes, as in \"" + text.replace("\"", "") + "\"");
    }
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        found.add(value.toString());
        return text.substring(i + 1).strip();
      }
      if (c == '\\' && quote == '"' && i + 1 < text.length()) {
        i++;
        value.append(escaped(text.charAt(i)));
      } else {
        value.append(c);
      }
    }
    throw wrong("a quote is not closed");
  }

  private char escaped(char c) {
    return switch (c) {
      case '"', '\\' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      default -> throw wrong("'\\" + c + "' is not an escape; write \\\\ for a backslash");
    };
  }

  private TagwireException wrong(String what) {
    return new TagwireException(ErrorCode.BAD_SETTING, file + ":" + (at + 1) + ": " + what);
  }
}
