package org.tagwire.polling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tagwire.polling.SimulatedWeb.Feed;
import org.tagwire.polling.SimulatedWeb.Line;
import org.tagwire.polling.SimulatedWeb.Site;
import org.tagwire.polling.SimulatedWeb.Span;
import org.tagwire.polling.SimulatedWeb.Trouble;
import org.tagwire.polling.SimulatedWeb.Trouble.What;

/**
 * Fills a make-believe web as the real one is filled: a few platforms with thousands of feeds under
 * one domain, a long tail of domains with one or a few, many domains at one address, some hosts
 * slow, some in trouble, some feeds gone, forbidden or moving.
 */
final class Population {
  private static final List<Duration> ASKED =
      Arrays.asList(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          null,
          Duration.ofHours(1),
          Duration.ofHours(24));

  private final SimulatedWeb web;
  private final SplittableRandom random;
  private final long days;
  private final List<Line> sharedAddresses = new ArrayList<>();

  private Population(SimulatedWeb web, long days) {
    this.web = web;
    this.random = web.random;
    this.days = days;
  }

  /** Returns a web with so many feeds and what will happen to them within so many days. */
  static SimulatedWeb of(long seed, int feeds, long days) {
    SimulatedWeb web = new SimulatedWeb(seed);
    new Population(web, days).fill(feeds);
    return web;
  }

  private void fill(int feeds) {
    for (int i = 0; i < 1 + feeds / 500; i++) {
      sharedAddresses.add(new Line("address shared " + i));
    }
    platform("blogs", feeds * 12 / 100, true);
    platform("social", feeds * 6 / 100, false);
    platform("video", feeds * 3 / 100, false);
    for (int rank = 1; web.feeds.size() < feeds; rank++) {
      int size = Math.max(1, Math.min(feeds - web.feeds.size(), feeds / (50 * rank)));
      Line domain = new Line("domain d" + rank);
      fillSite(web.site(domain, address(domain), latency()), size);
    }
  }

  /** Each feed on a host of its own, or all on one. */
  private void platform(String name, int size, boolean ownHosts) {
    Line domain = new Line("domain " + name);
    Line address = new Line("address " + name);
    Site site = web.site(domain, address, 200);
    for (int i = 0; i < size; i++) {
      site = ownHosts ? web.site(domain, address, 200) : site;
      fillSite(site, 1);
    }
    if (!ownHosts) {
      troubled(site.troubles, What.TOO_MANY, ASKED.get(random.nextInt(ASKED.size())));
    }
  }

  private Line address(Line domain) {
    return random.nextInt(3) == 0
        ? sharedAddresses.get(random.nextInt(sharedAddresses.size()))
        : new Line("address of " + domain.key);
  }

  private int latency() {
    return random.nextInt(50) == 0 ? 5_000 + random.nextInt(15_000) : 80 + random.nextInt(600);
  }

  private void fillSite(Site site, int size) {
    for (int i = 0; i < size; i++) {
      Feed feed = web.feed(site, web.someHabits());
      feed.status = status();
      if (random.nextInt(100) == 0) {
        feed.moves = random.nextLong(SimulatedWeb.hours(24 * days));
      }
      if (random.nextInt(100) == 0) {
        troubled(feed.troubles, What.BUSY, ASKED.get(random.nextInt(ASKED.size())));
      }
    }
    int fate = random.nextInt(100);
    if (size < 1_000 && fate < 4) {
      troubled(site.troubles, fate < 2 ? What.DEAD : fate < 3 ? What.BROKEN : What.TOO_MANY, null);
    }
  }

  private void troubled(List<Trouble> troubles, What what, @Nullable Duration asked) {
    long from = random.nextLong(SimulatedWeb.hours(24 * days));
    long to = from + random.nextLong(SimulatedWeb.hours(12));
    troubles.add(new Trouble(what, new Span(from, to), asked));
  }

  private int status() {
    int chance = random.nextInt(1_000);
    return chance < 30 ? 404 : chance < 40 ? 403 : chance < 43 ? 451 : chance < 48 ? 410 : 200;
  }
}
