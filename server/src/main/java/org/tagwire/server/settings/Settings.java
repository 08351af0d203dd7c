package org.tagwire.server.settings;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.fetch.HttpProxy;
import org.tagwire.fetch.Reach;
import org.tagwire.model.Retention;
import org.tagwire.server.look.Colour;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.url.IpAddress;

/**
 * All settings of one node, immutable.
 *
 * @param web where and behind what it listens
 * @param site how readers see it
 * @param pictures how publishers' pictures are shown
 * @param reading how it reads the news
 * @param outside what it may ask of whom
 * @param running how it runs
 */
public record Settings(
    Web web, Site site, Pictures pictures, Reading reading, Outside outside, Running running) {

  /** Returns the settings of a node about which nothing was said. */
  public static Settings defaults() {
    return SettingsReader.of(Map.of());
  }

  /**
   * Where a node listens.
   *
   * @param listen address and port
   * @param baseUrl where readers reach it, when that is not simply the listener
   * @param trustedProxies addresses whose X-Forwarded-For is believed
   * @param rateLimit how many requests a second one reader may make; 0 for any number
   * @param websub whether hubs are asked to tell of news, where they can reach the node
   */
  public record Web(
      Endpoint listen,
      @Nullable URI baseUrl,
      List<String> trustedProxies,
      int rateLimit,
      boolean websub) {
    public Web {
      trustedProxies = List.copyOf(trustedProxies);
    }

    public Optional<URI> findBaseUrl() {
      return Optional.ofNullable(baseUrl);
    }
  }

  /**
   * How readers see the site.
   *
   * @param mode for whom it is
   * @param name what it is called
   * @param contact how to reach its owner
   * @param legal what its owner says for the law's sake
   * @param dress colour and logo
   * @param zone in which zone its dates are
   * @param digits with which digits
   * @param edition the language shown first at addresses without one
   */
  public record Site(
      Mode mode,
      String name,
      String contact,
      Legal legal,
      Dress dress,
      ZoneId zone,
      Digits digits,
      Edition edition) {}

  /**
   * What the owner of a site says for the law's sake, each plain text or a web address, empty for
   * nothing.
   *
   * @param imprint who answers for the site
   * @param privacy what becomes of readers' data, beside what is so in any case
   */
  public record Legal(String imprint, String privacy) {}

  /**
   * What the owner dresses the site with.
   *
   * @param accent the colour of links and marks; absent for ours
   * @param logo the path of a picture; empty for none
   */
  public record Dress(@Nullable Colour accent, String logo) {}

  /**
   * How publishers' pictures are shown.
   *
   * @param way by which way; never {@link Way#AUTO}
   * @param cacheBytes how much is kept of what is made small
   */
  public record Pictures(Way way, long cacheBytes) {
    /** By which way pictures come to readers. */
    public enum Way {
      AUTO,
      PROXY,
      OFF,
      DIRECT;

      /** Returns what is meant in a mode. */
      Way in(Mode mode) {
        return this == AUTO ? (mode == Mode.PRIVATE ? PROXY : OFF) : this;
      }
    }
  }

  /**
   * How news is read.
   *
   * @param pollFloor the least time between two polls of a source
   * @param parallelPolls how many sources are asked at the same time
   * @param pages whether article pages are fetched
   * @param keepRaw for how long what was received is kept; zero for not at all
   * @param keepArticles how much is kept of the articles of sources without a rule of their own
   * @param understand whether texts are understood at all
   * @param embedding whether sentence vectors are made
   * @param storyGranularity how fine stories are cut; 0 as measured
   */
  public record Reading(
      Duration pollFloor,
      int parallelPolls,
      Pages pages,
      Duration keepRaw,
      Retention keepArticles,
      boolean understand,
      boolean embedding,
      int storyGranularity) {}

  /**
   * What may be asked of whom.
   *
   * @param hostGap the least time between two requests to one host of the web
   * @param allowed addresses beyond the public web that may be asked
   * @param hostNames names that stand for such addresses
   * @param own how hosts among the allowed addresses are treated
   * @param proxy through which every request goes
   */
  public record Outside(
      Duration hostGap,
      List<Reach.Range> allowed,
      Map<String, IpAddress> hostNames,
      Own own,
      @Nullable HttpProxy proxy) {
    public Outside {
      allowed = List.copyOf(allowed);
      hostNames = Map.copyOf(hostNames);
    }

    public Optional<HttpProxy> findProxy() {
      return Optional.ofNullable(proxy);
    }
  }

  /**
   * How hosts are treated whose addresses the operator has allowed, since they are his own.
   *
   * @param hostGap the least time between two requests
   * @param pollFloor the least time between two polls
   * @param pollCeiling the greatest time between two polls of a source that is well
   */
  public record Own(Duration hostGap, Duration pollFloor, Duration pollCeiling) {}

  /**
   * How a node runs.
   *
   * @param logFormat how it logs
   * @param metricsToken who presents it may read the metrics from afar
   */
  public record Running(LogFormat logFormat, @Nullable String metricsToken) {
    public Optional<String> findMetricsToken() {
      return Optional.ofNullable(metricsToken);
    }

    @Override
    public String toString() {
      return "Running["
          + logFormat
          + ", metrics token "
          + (metricsToken == null ? "none" : "***")
          + "]";
    }
  }

  /** For whom a site is: its owner alone, or anybody. */
  public enum Mode {
    PRIVATE,
    PUBLIC
  }

  /**
   * Whether article pages are fetched: where a feed lacks the text, always where allowed, or never.
   */
  public enum Pages {
    AUTO,
    ON,
    OFF
  }

  /** How log lines look: for people, or one JSON object each. */
  public enum LogFormat {
    TEXT,
    JSON;

    /** Reads what the flag and the setting take. */
    public static Optional<LogFormat> parse(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "text" -> Optional.of(TEXT);
        case "json" -> Optional.of(JSON);
        default -> Optional.empty();
      };
    }
  }
}
