package org.tagwire.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.tagwire.fetch.Cidr;
import org.tagwire.fetch.HttpProxy;
import org.tagwire.fetch.Reach;
import org.tagwire.model.Retention;
import org.tagwire.server.look.Colour;
import org.tagwire.server.settings.Key.Shape;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.url.IpAddress;

/** The table of all settings. */
final class Keys {
  private static final String DURATION = "a time like 15m, 1h30m or 14d";

  static final Key<Endpoint> LISTEN =
      one(
          "listen",
          "address:port",
          "127.0.0.1:8080",
          Endpoint::parse,
          "Where pages are served. Bound to a loopback address, a private instance opens without a"
              + " password; port 0 takes any that is free.");
  static final Key<URI> BASE_URL =
      one(
          "base-url",
          "a web address",
          "",
          Keys::baseUrl,
          "Where readers reach the instance when that is not simply the listener, as behind a"
              + " proxy. A path in it begins every address.");
  static final Key<String> TRUSTED_PROXIES =
      list(
          "trusted-proxies",
          "addresses or ranges",
          text -> Cidr.parse(text).map(range -> text),
          "Proxies whose X-Forwarded-For is believed to name the reader. Without it a reader is the"
              + " peer of the connection, and the readers behind a proxy are one.");
  static final Key<Integer> RATE_LIMIT =
      one(
          "rate-limit",
          "0 to 10000",
          "20",
          text -> number(text, 0, 10_000),
          "How many requests a second one reader who is not the owner may make in the long run,"
              + " and thirty times as many at once; 0 for any number. A reader is an IPv4 address"
              + " or an IPv6 /64. Who asks oftener is answered 429.");
  static final Key<Boolean> WEBSUB =
      one(
          "websub",
          "on or off",
          "on",
          Keys::truth,
          "Whether hubs that public feeds name are asked to tell of news at once (WebSub). They can"
              + " where base-url is https and a public name; feeds are polled in any case.");
  static final Key<Settings.Mode> MODE =
      one(
          "mode",
          "private or public",
          "private",
          choice(Settings.Mode.class),
          "For whom the instance is. A public one shows anonymous readers excerpts and refuses to"
              + " start without base-url, site-name and contact.");
  static final Key<String> SITE_NAME =
      one("site-name", "text", "Tagwire", Keys::text, "What the site is called.");
  static final Key<String> CONTACT =
      one(
          "contact",
          "an e-mail or web address",
          "",
          Keys::text,
          "How to reach the owner: printed on the pages and told to publishers in the user agent.");
  static final Key<String> IMPRINT =
      one(
          "imprint",
          "text or a web address",
          "",
          Keys::text,
          "Who answers for the site, for its page “About”: plain text, or the address of a page that"
              + " says so.");
  static final Key<String> PRIVACY =
      one(
          "privacy",
          "text or a web address",
          "",
          Keys::text,
          "What the owner adds to what the page “About” says of readers' data: plain text, or the"
              + " address of a page.");
  static final Key<Colour> ACCENT =
      one(
          "accent",
          "a colour like #0b5c56",
          "",
          Colour::parse,
          "The colour of links and marks. Where it cannot be read (contrast below 4.5:1) on the"
              + " light or dark paper, the nearest shade that can is taken, and the log says so.");
  static final Key<String> LOGO =
      one(
          "logo",
          "the path of a picture file",
          "",
          Keys::text,
          "What stands before the site's name: a PNG, JPEG, WebP or SVG file of at most 256 KB; a"
              + " path that is not absolute begins in the data directory. Read at the start.");
  static final Key<ZoneId> TIME_ZONE =
      one(
          "time-zone",
          "a zone like Europe/Berlin",
          "UTC",
          Keys::zone,
          "In which zone dates are shown.");
  static final Key<Digits> DIGITS =
      one(
          "digits",
          "auto, latn or arab",
          "auto",
          Digits::find,
          "With which digits dates are written; auto follows the language of the page.");
  static final Key<Edition> DEFAULT_EDITION =
      one(
          "default-edition",
          "en, ar or de",
          "en",
          Edition::find,
          "The edition that stands at addresses without a language.");
  static final Key<Settings.Pictures.Way> PICTURES =
      one(
          "pictures",
          "auto, proxy, off or direct",
          "auto",
          choice(Settings.Pictures.Way.class),
          "How publishers' pictures are shown: fetched and made small here (proxy), not at all (off),"
              + " or by the reader's browser straight from the publisher, who then learns of every"
              + " reader (direct). auto is proxy in private mode and off in public. A public instance"
              + " shows only pictures that the feed itself offers, by proxy 320 pixels wide at"
              + " most, beside the icons of publishers' sites.");
  static final Key<Integer> PICTURE_CACHE =
      one(
          "picture-cache",
          "0 to 65536",
          "256",
          text -> number(text, 0, 65_536),
          "How many MiB of pictures made small are kept in the data directory; backups leave them"
              + " out.");
  static final Key<Duration> POLL_FLOOR =
      one(
          "poll-floor",
          DURATION,
          "15m",
          DurationText::parse,
          "The least time between two polls of a source, 15m or more.");
  static final Key<Integer> PARALLEL_POLLS =
      one(
          "parallel-polls",
          "1 to 1000",
          "64",
          text -> number(text, 1, 1000),
          "How many sources are asked at the same time.");
  static final Key<Duration> HOST_GAP =
      one(
          "host-gap",
          DURATION,
          "1s",
          DurationText::parse,
          "The least time between two requests to one host, 1s or more.");
  static final Key<Settings.Pages> FETCH_PAGES =
      one(
          "fetch-pages",
          "auto, on or off",
          "auto",
          choice(Settings.Pages.class),
          "Whether article pages are fetched: where the feed lacks the text, wherever allowed, or"
              + " never.");
  static final Key<Duration> KEEP_RAW =
      one(
          "keep-raw",
          DURATION,
          "14d",
          DurationText::parse,
          "For how long what was received is kept, for rereading; with 0 it is never stored.");
  static final Key<Retention> KEEP_ARTICLES =
      one(
          "keep-articles",
          "forever, or up to one age, one number and one size, like 400d, 100000, 20GB",
          "forever",
          Retention::parse,
          "How much is kept of the articles of sources without a rule of their own ('tagwire"
              + " sources SOURCE --keep'): up to an age, in days or hours; so many of the newest;"
              + " as long as the database needs no more room. What goes answers 404.");
  static final Key<Boolean> UNDERSTAND =
      one(
          "understand",
          "on or off",
          "on",
          Keys::truth,
          "Whether language, hashtags, category, copies and stories are found.");
  static final Key<Boolean> EMBEDDING =
      one(
          "embedding",
          "on or off",
          "on",
          Keys::truth,
          "Whether sentence vectors are made; stories are better with them.");
  static final Key<Integer> STORY_GRANULARITY =
      one(
          "story-granularity",
          "-5 to 5",
          "0",
          text -> signed(text, 5),
          "How fine stories are cut: above 0 fewer articles make one story, below 0 more do. 0 is"
              + " right for most; it counts for what is placed from the next start on.");
  static final Key<Reach.Range> ALLOW_NETWORKS =
      list(
          "allow-networks",
          "ranges like 10.1.0.0/16:80-443",
          Reach.Range::parse,
          "Addresses beyond the public web that may be asked. Without it no address of a private"
              + " network is ever connected to.");
  static final Key<IpAddress> HOST_NAMES =
      new Key<>(
          "host-names",
          Shape.TABLE,
          "name = \"address\"",
          "",
          "Names that stand for an address of allow-networks.",
          IpAddress::ofHost);
  static final Key<HttpProxy> HTTP_PROXY =
      one(
          "http-proxy",
          "an address like http://10.1.0.9:3128",
          "",
          HttpProxy::parse,
          "The HTTP proxy that every request goes through, public or in allow-networks. It is asked"
              + " for tunnels (CONNECT) to the addresses of the sources, ports 443 and 80 among"
              + " them. User and password may stand in it, as in http://user:password@host:port."
              + " Variables like HTTP_PROXY are ignored.");
  static final Key<Duration> OWN_HOST_GAP =
      one(
          "own-host-gap",
          DURATION,
          "1s",
          DurationText::parse,
          "As host-gap, for hosts whose every address is in allow-networks.");
  static final Key<Duration> OWN_POLL_FLOOR =
      one(
          "own-poll-floor",
          DURATION,
          "15m",
          DurationText::parse,
          "As poll-floor, for the names in host-names.");
  static final Key<Duration> OWN_POLL_CEILING =
      one(
          "own-poll-ceiling",
          DURATION,
          "24h",
          DurationText::parse,
          "The greatest time between two polls of a source that is well, for the names in"
              + " host-names; 24h at most.");
  static final Key<Settings.LogFormat> LOG_FORMAT =
      one(
          "log-format",
          "text or json",
          "text",
          Settings.LogFormat::parse,
          "How log lines look on standard error.");
  static final Key<String> METRICS_TOKEN =
      one(
          "metrics-token",
          "text",
          "",
          text -> text.length() < 16 ? Optional.empty() : Optional.of(text),
          "Who presents it as a bearer token may read /metrics from another machine; 16 characters"
              + " or more.");

  static final List<Key<?>> ALL =
      List.of(
          LISTEN,
          BASE_URL,
          TRUSTED_PROXIES,
          RATE_LIMIT,
          WEBSUB,
          MODE,
          SITE_NAME,
          CONTACT,
          IMPRINT,
          PRIVACY,
          ACCENT,
          LOGO,
          TIME_ZONE,
          DIGITS,
          DEFAULT_EDITION,
          PICTURES,
          PICTURE_CACHE,
          POLL_FLOOR,
          PARALLEL_POLLS,
          HOST_GAP,
          FETCH_PAGES,
          KEEP_RAW,
          KEEP_ARTICLES,
          UNDERSTAND,
          EMBEDDING,
          STORY_GRANULARITY,
          ALLOW_NETWORKS,
          HOST_NAMES,
          HTTP_PROXY,
          OWN_HOST_GAP,
          OWN_POLL_FLOOR,
          OWN_POLL_CEILING,
          LOG_FORMAT,
          METRICS_TOKEN);

  private Keys() {}

  /** Returns whether what is written for a setting is never to be repeated in a message. */
  static boolean isSecret(Key<?> key) {
    return key == HTTP_PROXY || key == METRICS_TOKEN;
  }

  private static <T> Key<T> one(
      String name,
      String form,
      String standard,
      Function<String, Optional<T>> parser,
      String meaning) {
    return new Key<>(name, Shape.ONE, form, standard, meaning, parser);
  }

  private static <T> Key<T> list(
      String name, String form, Function<String, Optional<T>> parser, String meaning) {
    return new Key<>(name, Shape.LIST, form, "", meaning, parser);
  }

  private static <E extends Enum<E>> Function<String, Optional<E>> choice(Class<E> type) {
    return text ->
        List.of(type.getEnumConstants()).stream()
            .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(text))
            .findFirst();
  }

  private static Optional<String> text(String text) {
    return text.chars().noneMatch(Character::isISOControl)
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text) {
      case "on", "true" -> Optional.of(true);
      case "off", "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> number(String text, int least, int greatest) {
    if (!text.matches("\\d{1,7}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return number < least || number > greatest ? Optional.empty() : Optional.of(number);
  }

  /** Reads a whole number from {@code -most} to {@code most}. */
  private static Optional<Integer> signed(String text, int most) {
    boolean minus = text.startsWith("-");
    return number(minus ? text.substring(1) : text, 0, most).map(n -> minus ? -n : n);
  }

  private static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> baseUrl(String text) {
    try {
      URI url = new URI(text);
      boolean web =
          "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
      boolean bare =
          url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
      return web && bare && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
