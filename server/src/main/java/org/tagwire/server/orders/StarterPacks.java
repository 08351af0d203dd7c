package org.tagwire.server.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.tagwire.discovery.Opml;
import org.tagwire.url.WebAddress;

/**
 * Lists of feeds to begin with: general news by language, news by country, and special interests.
 * Immutable.
 *
 * <p>Only names and addresses ship ({@code starter/feeds.tsv}, made by {@code StarterPacksTest}
 * from a list in the public domain, see NOTICE); whether a feed still lives is seen when it is
 * polled.
 */
final class StarterPacks {
  static final String RESOURCE = "/starter/feeds.tsv";

  private final SequencedMap<String, List<Opml.Subscription>> packs = new LinkedHashMap<>();

  private StarterPacks(List<String> lines) {
    Map<String, List<Opml.Subscription>> languages = new TreeMap<>();
    Map<String, List<Opml.Subscription>> subjects = new TreeMap<>();
    for (String line : lines) {
      String[] field = line.split("\t", 4);
      WebAddress feed = WebAddress.of(field[3]);
      if (!field[1].equals("-")) {
        add(languages, field[1], new Opml.Subscription(feed, field[2], "News", null));
      }
      add(subjects, name(field[0]), new Opml.Subscription(feed, field[2], field[0], null));
    }
    packs.putAll(languages);
    packs.putAll(subjects);
  }

  private static void add(
      Map<String, List<Opml.Subscription>> packs, String name, Opml.Subscription feed) {
    List<Opml.Subscription> pack = packs.computeIfAbsent(name, n -> new ArrayList<>());
    if (pack.stream().noneMatch(known -> known.feed().key().equals(feed.feed().key()))) {
      pack.add(feed);
    }
  }

  /** Returns the name a folder is asked for by: {@code United Kingdom} is united-kingdom. */
  private static String name(String folder) {
    return folder.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "");
  }

  static StarterPacks shipped() {
    InputStream resource =
        Objects.requireNonNull(StarterPacks.class.getResourceAsStream(RESOURCE), RESOURCE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return new StarterPacks(lines.lines().filter(line -> !line.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " of this jar cannot be read", e);
    }
  }

  /** Returns how many feeds each pack has: languages first, then countries and interests. */
  SequencedMap<String, Integer> sizes() {
    SequencedMap<String, Integer> sizes = new LinkedHashMap<>();
    packs.forEach((name, feeds) -> sizes.put(name, feeds.size()));
    return sizes;
  }

  /** Returns the feeds of each pack: languages first, then countries and interests. */
  SequencedMap<String, List<Opml.Subscription>> all() {
    return java.util.Collections.unmodifiableSequencedMap(packs);
  }

  /** Finds a pack by its name in any case. */
  Optional<List<Opml.Subscription>> find(String name) {
    return Optional.ofNullable(packs.get(name.strip().toLowerCase(Locale.ROOT))).map(List::copyOf);
  }
}
