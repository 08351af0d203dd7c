package org.tagwire.newsstand.newsroom;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one account: the line that names the publisher, the fields, the text. */
final class AccountReader {

  static final Set<String> CATEGORIES =
      Set.of(
          "Entertainment",
          "Business",
          "Politics",
          "Sport",
          "Health",
          "Science",
          "Technology",
          "Crime",
          "Conflict",
          "Disaster",
          "Education",
          "Environment",
          "Human interest",
          "Work",
          "Lifestyle",
          "Religion",
          "Society",
          "Weather",
          "General");

  private static final List<String> KEYS =
      List.of(
          "slug",
          "at",
          "title",
          "byline",
          "section",
          "category",
          "tags",
          "about",
          "mentions",
          "image",
          "wire",
          "origin",
          "correction",
          "withdrawn");
  private static final Pattern DAYS = Pattern.compile("-(\\d{1,4})d (\\d{2}:\\d{2})");
  private static final Pattern SECONDS = Pattern.compile("\\+(\\d{1,8})s");
  private static final Pattern CORRECTION =
      Pattern.compile("(\\+\\d{1,8}s) (?:title|paragraph (\\d{1,3})): (.+)");
  private static final String MARK = "===";

  private AccountReader() {}

  static boolean beginsAccount(String line) {
    return line.startsWith(MARK);
  }

  static Account read(Lines lines) {
    String domain = lines.next().substring(MARK.length()).strip();
    int start = lines.number();
    Fields fields = Fields.read(lines, KEYS);
    List<Block> body = BodyReader.read(lines);
    try {
      var wording = new Wording(fields.require("title"), body);
      Schedule schedule = schedule(fields);
      if (schedule.correction() != null) {
        wording.corrected(schedule.correction());
      }
      return new Account(
          domain, slug(fields), schedule, wording, imprint(fields), credits(fields), truth(fields));
    } catch (IllegalArgumentException e) {
      throw lines.problemAt(start, String.valueOf(e.getMessage()));
    }
  }

  private static String slug(Fields fields) {
    return fields.require(
        "slug",
        value -> {
          if (!value.matches("[\\p{L}\\p{N}\\p{M}._-]+")) {
            throw new IllegalArgumentException(
                "'" + value + "' may hold letters, digits, dots, hyphens and _ only");
          }
          return value;
        });
  }

  private static Schedule schedule(Fields fields) {
    return new Schedule(
        fields.require("at", AccountReader::appearance),
        fields.find("correction", AccountReader::correction).orElse(null),
        fields.find("withdrawn", AccountReader::delay).orElse(null));
  }

  private static Account.Imprint imprint(Fields fields) {
    return new Account.Imprint(
        fields.find("byline").orElse(null),
        fields.require("section"),
        fields.list("tags", "[,،、]"),
        fields.yes("image"));
  }

  private static Account.Credits credits(Fields fields) {
    return new Account.Credits(
        fields.find("wire", AccountReader::reference).orElse(null),
        fields.find("origin", AccountReader::reference).orElse(null));
  }

  private static Account.Truth truth(Fields fields) {
    String category =
        fields.require(
            "category",
            value -> {
              if (!CATEGORIES.contains(value)) {
                throw new IllegalArgumentException(
                    "'" + value + "' is not one of " + CATEGORIES.stream().sorted().toList());
              }
              return value;
            });
    return new Account.Truth(category, labels(fields, "about"), labels(fields, "mentions"));
  }

  private static List<Label> labels(Fields fields, String key) {
    return fields
        .find(key, value -> fields.list(key, ";").stream().map(AccountReader::label).toList())
        .orElse(List.of());
  }

  private static Label label(String text) {
    int bar = text.lastIndexOf('|');
    if (bar < 1) {
      throw new IllegalArgumentException("'" + text + "' must be name|kind");
    }
    return new Label(text.substring(0, bar).strip(), text.substring(bar + 1).strip());
  }

  private static Appearance appearance(String value) {
    Matcher days = DAYS.matcher(value);
    if (days.matches()) {
      try {
        return new Appearance.DaysBefore(
            Integer.parseInt(days.group(1)), LocalTime.parse(days.group(2)));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException("'" + days.group(2) + "' is not a time of day", e);
      }
    }
    if (SECONDS.matcher(value).matches()) {
      return new Appearance.After(delay(value));
    }
    throw new IllegalArgumentException("'" + value + "' must be like '-3d 09:15' or '+90s'");
  }

  private static Duration delay(String value) {
    Matcher seconds = SECONDS.matcher(value);
    if (!seconds.matches()) {
      throw new IllegalArgumentException("'" + value + "' must be like '+120s'");
    }
    return Duration.ofSeconds(Long.parseLong(seconds.group(1)));
  }

  private static Correction correction(String value) {
    Matcher parts = CORRECTION.matcher(value);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + value + "' must be like '+60s title: …' or '+60s paragraph 2: …'");
    }
    Duration after = delay(parts.group(1));
    String number = parts.group(2);
    return number == null
        ? new Correction.NewTitle(after, parts.group(3))
        : new Correction.NewParagraph(after, Integer.parseInt(number), parts.group(3));
  }

  private static Reference reference(String value) {
    int slash = value.indexOf('/');
    if (slash < 1 || slash == value.length() - 1) {
      throw new IllegalArgumentException("'" + value + "' must be domain/slug");
    }
    return new Reference(value.substring(0, slash), value.substring(slash + 1));
  }
}
