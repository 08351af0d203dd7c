package org.tagwire.server.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.fetch.HttpProxy;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.settings.Key.Shape;

/**
 * Reads the settings of a data directory: the file, then the environment, then the flags; the later
 * one wins.
 *
 * <p>Everything wrong is refused with {@link ErrorCode#BAD_SETTING}: where it stands, what it says,
 * what to write instead.
 */
public final class SettingsReader {
  /** The name of the file in the data directory. */
  public static final String FILE = "settings.toml";

  private static final Duration WEB_POLL_FLOOR = Duration.ofMinutes(15);
  private static final Duration WEB_HOST_GAP = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private final Map<String, Given> given = new LinkedHashMap<>();

  private SettingsReader() {}

  /** Reads file, environment and flags; the flags by the names of the settings. */
  public static Settings read(
      Path directory, Map<String, String> environment, Map<String, String> flags) {
    SettingsReader reader = new SettingsReader();
    reader.file(directory.resolve(FILE));
    reader.environment(environment);
    flags.forEach((name, value) -> reader.put(name, value, "--" + name));
    return reader.settings();
  }

  /** Returns settings of which these are said and the rest is not, as a test says them. */
  public static Settings of(Map<String, String> said) {
    SettingsReader reader = new SettingsReader();
    said.forEach((name, value) -> reader.put(name, value, name));
    return reader.settings();
  }

  /** Returns the names of all settings, as flags and files have them. */
  public static List<String> names() {
    return Keys.ALL.stream().map(Key::name).toList();
  }

  private void file(Path file) {
    if (!Files.exists(file)) {
      return;
    }
    try {
      Toml.read(Files.readString(file, StandardCharsets.UTF_8), file.toString())
          .forEach((name, value) -> put(name, value));
    } catch (CharacterCodingException e) {
      throw new TagwireException(
          ErrorCode.BAD_SETTING, file + " is not UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new TagwireException(ErrorCode.DISK, file + " could not be read: " + e.getMessage(), e);
    }
  }

  private void environment(Map<String, String> environment) {
    List<String> variables = Keys.ALL.stream().map(Key::variable).toList();
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      String variable = entry.getKey();
      if (variable.startsWith("TAGWIRE_") && !variables.contains(variable) && !isOther(variable)) {
        String name =
            variable.substring("TAGWIRE_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
        throw new TagwireException(
            ErrorCode.BAD_SETTING, "unknown setting " + variable + Nearest.hint(name, names()));
      }
    }
    for (Key<?> key : Keys.ALL) {
      String value = environment.get(key.variable());
      if (value != null) {
        put(key.name(), value, key.variable());
      }
    }
  }

  /** Variables that mean something to the launcher, the tests or the command line. */
  private static boolean isOther(String variable) {
    return variable.equals("TAGWIRE_CHROMIUM") || variable.equals("TAGWIRE_DATA");
  }

  private void put(String name, String value, String where) {
    Key<?> key = require(name, where);
    given.keySet().removeIf(other -> other.startsWith(name + "."));
    switch (key.shape()) {
      case ONE -> given.put(name, Given.one(value, where));
      case LIST -> given.put(name, new Given(split(value), true, where));
      case TABLE ->
          split(value)
              .forEach(
                  pair ->
                      given.put(name + "." + nameOf(pair, where), Given.one(valueOf(pair), where)));
    }
  }

  private void put(String name, Given value) {
    Key<?> key = require(name, value.where());
    if (value.list() != (key.shape() == Shape.LIST)) {
      throw new TagwireException(
          ErrorCode.BAD_SETTING,
          value.where()
              + ": "
              + key.name()
              + (value.list() ? " is one value, not a list" : " is a list, as in [\"…\"]"));
    }
    given.put(name, value);
  }

  private static Key<?> require(String name, String where) {
    Optional<Key<?>> key =
        Keys.ALL.stream()
            .filter(
                k ->
                    k.name().equals(name)
                        || (k.shape() == Shape.TABLE && name.startsWith(k.name() + ".")))
            .findFirst();
    return key.orElseThrow(
        () ->
            new TagwireException(
                ErrorCode.BAD_SETTING,
                where + ": unknown setting '" + name + "'" + Nearest.hint(name, names())));
  }

  private static List<String> split(String value) {
    return Arrays.stream(value.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  private static String nameOf(String pair, String where) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      throw new TagwireException(
          ErrorCode.BAD_SETTING, where + ": '" + pair + "' is not name=address");
    }
    return pair.substring(0, equals).strip();
  }

  private static String valueOf(String pair) {
    return pair.substring(pair.indexOf('=') + 1).strip();
  }

  private Settings settings() {
    Settings.Site site =
        new Settings.Site(
            one(Keys.MODE),
            one(Keys.SITE_NAME),
            text(Keys.CONTACT),
            new Settings.Legal(text(Keys.IMPRINT), text(Keys.PRIVACY)),
            new Settings.Dress(find(Keys.ACCENT), text(Keys.LOGO)),
            one(Keys.TIME_ZONE),
            one(Keys.DIGITS),
            one(Keys.DEFAULT_EDITION));
    Settings.Web web =
        new Settings.Web(
            one(Keys.LISTEN),
            find(Keys.BASE_URL),
            list(Keys.TRUSTED_PROXIES),
            one(Keys.RATE_LIMIT),
            one(Keys.WEBSUB));
    requirePublicFacts(site, web);
    Settings.Reading reading =
        new Settings.Reading(
            atLeast(Keys.POLL_FLOOR, WEB_POLL_FLOOR),
            one(Keys.PARALLEL_POLLS),
            one(Keys.FETCH_PAGES),
            one(Keys.KEEP_RAW),
            one(Keys.KEEP_ARTICLES),
            one(Keys.UNDERSTAND),
            one(Keys.EMBEDDING),
            one(Keys.STORY_GRANULARITY));
    Settings.Outside outside =
        new Settings.Outside(
            atLeast(Keys.HOST_GAP, WEB_HOST_GAP),
            list(Keys.ALLOW_NETWORKS),
            table(Keys.HOST_NAMES),
            own(),
            proxy());
    Settings.Running running = new Settings.Running(one(Keys.LOG_FORMAT), find(Keys.METRICS_TOKEN));
    return new Settings(web, site, pictures(site.mode()), reading, outside, running);
  }

  private Settings.Pictures pictures(Settings.Mode mode) {
    return new Settings.Pictures(one(Keys.PICTURES).in(mode), (long) one(Keys.PICTURE_CACHE) << 20);
  }

  private Settings.Own own() {
    Duration floor = atLeast(Keys.OWN_POLL_FLOOR, Duration.ofMillis(1));
    Duration ceiling = atLeast(Keys.OWN_POLL_CEILING, floor);
    if (ceiling.compareTo(LONGEST) > 0) {
      throw wrong(
          Keys.OWN_POLL_CEILING,
          value(Keys.OWN_POLL_CEILING),
          DurationText.of(ceiling) + " is too long; 1d is the most");
    }
    return new Settings.Own(one(Keys.OWN_HOST_GAP), floor, ceiling);
  }

  private @Nullable HttpProxy proxy() {
    HttpProxy proxy = find(Keys.HTTP_PROXY);
    if (proxy != null && !proxy.mayBeDialled(list(Keys.ALLOW_NETWORKS))) {
      throw wrong(
          Keys.HTTP_PROXY,
          value(Keys.HTTP_PROXY),
          proxy.host()
              + " is not on the public web; if it is yours, add \""
              + proxy.host()
              + ":"
              + proxy.port()
              + "\" to allow-networks");
    }
    return proxy;
  }

  private static void requirePublicFacts(Settings.Site site, Settings.Web web) {
    if (site.mode() == Settings.Mode.PUBLIC
        && (web.baseUrl() == null || site.name().isBlank() || site.contact().isBlank())) {
      throw new TagwireException(
          ErrorCode.BAD_SETTING,
          "mode = \"public\" needs base-url, site-name and contact, so that readers and publishers"
              + " know whom to ask; set all three, or mode = \"private\"");
    }
  }

  private Duration atLeast(Key<Duration> key, Duration least) {
    Duration value = one(key);
    if (value.compareTo(least) < 0) {
      throw wrong(
          key,
          value(key),
          DurationText.of(value) + " is too short; " + DurationText.of(least) + " is the least");
    }
    return value;
  }

  private Given value(Key<?> key) {
    return given.getOrDefault(
        key.name(), Given.one(key.standard(), "the default of " + key.name()));
  }

  private <T> T one(Key<T> key) {
    Given value = value(key);
    return parse(key, value.values().getFirst(), value);
  }

  private <T> @Nullable T find(Key<T> key) {
    Given value = value(key);
    return value.values().getFirst().isBlank()
        ? null
        : parse(key, value.values().getFirst(), value);
  }

  private String text(Key<String> key) {
    String found = find(key);
    return found == null ? "" : found;
  }

  private <T> List<T> list(Key<T> key) {
    Given value = given.get(key.name());
    List<T> found = new ArrayList<>();
    if (value != null) {
      value.values().forEach(text -> found.add(parse(key, text, value)));
    }
    return found;
  }

  private <T> Map<String, T> table(Key<T> key) {
    String prefix = key.name() + ".";
    return given.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(prefix.length()).toLowerCase(Locale.ROOT),
                entry -> parse(key, entry.getValue().values().getFirst(), entry.getValue())));
  }

  private static <T> T parse(Key<T> key, String text, Given value) {
    return key.parser()
        .apply(text)
        .orElseThrow(() -> wrong(key, value, shown(key, text) + " is not " + key.form()));
  }

  private static String shown(Key<?> key, String text) {
    return Keys.isSecret(key) ? "what is written there" : "'" + text + "'";
  }

  private static TagwireException wrong(Key<?> key, Given value, String what) {
    return new TagwireException(
        ErrorCode.BAD_SETTING, value.where() + ": " + key.name() + ": " + what);
  }
}
