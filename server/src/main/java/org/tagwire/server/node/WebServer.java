package org.tagwire.server.node;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.picture.Gallery;
import org.tagwire.picture.Icons;
import org.tagwire.picture.Pictures;
import org.tagwire.picture.Seal;
import org.tagwire.server.health.Health;
import org.tagwire.server.health.Metrics;
import org.tagwire.server.look.Logo;
import org.tagwire.server.look.Look;
import org.tagwire.server.settings.Endpoint;
import org.tagwire.server.settings.Settings;
import org.tagwire.server.site.Site;
import org.tagwire.server.web.Colophon;
import org.tagwire.server.web.Door;
import org.tagwire.server.web.Keys;
import org.tagwire.server.web.Limits;
import org.tagwire.server.web.Listening;
import org.tagwire.server.web.PictureWay;
import org.tagwire.server.web.Postbox;
import org.tagwire.server.web.Proxies;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Redress;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.works.Version;
import org.tagwire.server.works.Works;
import org.tagwire.store.Upkeep;

/**
 * The listener: the site, the health routes and the hubs' postbox. Stopping it lets requests under
 * way finish.
 */
final class WebServer implements AutoCloseable {
  private static final String PICTURES = "pictures";
  private static final String ICONS = "icons";
  private static final String PICTURE_KEY = "picture-key";

  private final Javalin javalin;
  private final Site site;
  private final PressRun press;
  private final Metrics metrics;
  private final PictureWay pictures;
  private final AtomicBoolean stopping;
  private final Keys keys;

  private WebServer(
      Javalin javalin,
      Site site,
      PressRun press,
      Metrics metrics,
      AtomicBoolean stopping,
      SiteContext context) {
    this.javalin = javalin;
    this.site = site;
    this.press = press;
    this.metrics = metrics;
    this.pictures = context.pictures();
    this.stopping = stopping;
    this.keys = context.keys();
  }

  /**
   * @param proof what shows that somebody may set the first password
   */
  static WebServer start(Works works, Endpoint listen, String proof) {
    AtomicBoolean stopping = new AtomicBoolean();
    Metrics metrics = new Metrics(works);
    Health health = new Health(works, metrics, stopping::get);
    PressRun press =
        new PressRun(works.clock().millis(), works::applied, () -> works.store().rules().now());
    SiteContext context = context(works, press, proof);
    Site site = new Site(context, works);
    Optional<Postbox> postbox = works.subscriber().map(Postbox::new);
    Javalin javalin =
        Javalin.create(
            config -> {
              Listening.install(config);
              health.install(config);
              metrics.install(config);
              site.install(config);
              postbox.ifPresent(
                  box -> box.install(config, new Door(context, ""), context.options().prefix()));
            });
    try {
      javalin.start(listen.host(), listen.port());
    } catch (JavalinBindException e) {
      metrics.close();
      throw new TagwireException(
          ErrorCode.BAD_SETTING,
          "nothing can listen at "
              + listen
              + ": it is in use or not ours; choose another with --listen",
          e);
    }
    return new WebServer(javalin, site, press, metrics, stopping, context);
  }

  private static SiteContext context(Works works, PressRun press, String proof) {
    SiteOptions options = options(works.settings(), works.directory());
    Keys keys =
        Keys.of(
            new Properties(works.store().upkeep()),
            options.isAtHome() ? Optional.empty() : Optional.of(proof));
    return new SiteContext(
        Questions.of(works.store(), works::index),
        options,
        keys,
        works.clock(),
        press,
        limits(works.settings().web()),
        colophon(works),
        new Redress(works.ombudsman(), works.takedowns(), works.rulebook()),
        pictures(works));
  }

  private static PictureWay pictures(Works works) {
    Settings.Pictures wanted = works.settings().pictures();
    return switch (wanted.way()) {
      case OFF, AUTO -> new PictureWay.None();
      case DIRECT -> new PictureWay.Direct();
      case PROXY -> {
        boolean whole = works.settings().site().mode() == Settings.Mode.PRIVATE;
        long cache = wanted.cacheBytes();
        Gallery gallery = whole ? Gallery.whole(cache) : Gallery.thumbnails(cache);
        Path folder = works.directory().resolve(PICTURES);
        yield new PictureWay.Proxied(
            new Pictures(works.fetcher(), gallery, folder, works.clock()),
            new Icons(works.fetcher(), works.directory().resolve(ICONS), works.clock()),
            Seal.of(pictureKey(works.store().upkeep())),
            works.store().tombstones()::covers);
      }
    };
  }

  /** A key of this instance's own, made when it is first needed. */
  private static String pictureKey(Upkeep upkeep) {
    return upkeep
        .findProperty(PICTURE_KEY)
        .orElseGet(
            () -> {
              String key = Seal.newKey(new SecureRandom());
              upkeep.putProperty(PICTURE_KEY, key);
              return key;
            });
  }

  /** What opens the site is kept in the store. */
  private record Properties(Upkeep upkeep) implements Keys.Safe {
    @Override
    public Optional<String> find(String name) {
      return upkeep.findProperty(name);
    }

    @Override
    public void keep(String name, String value) {
      upkeep.putProperty(name, value);
    }
  }

  private static Colophon colophon(Works works) {
    Settings.Legal legal = works.settings().site().legal();
    return new Colophon(legal.imprint(), legal.privacy(), Version.number(), works.hasVectors());
  }

  private static Limits limits(Settings.Web web) {
    return new Limits(Proxies.of(web.trustedProxies()), web.rateLimit());
  }

  private static SiteOptions options(Settings settings, Path directory) {
    Settings.Site site = settings.site();
    SiteOptions.Mode mode =
        site.mode() == Settings.Mode.PUBLIC ? SiteOptions.Mode.PUBLIC : SiteOptions.Mode.PRIVATE;
    return new SiteOptions(
        mode,
        settings.web().baseUrl(),
        settings.web().listen().isLoopback(),
        site.name(),
        site.contact(),
        site.zone(),
        site.digits(),
        site.edition(),
        hostNames(settings),
        look(site.dress(), directory));
  }

  private static Look look(Settings.Dress dress, Path directory) {
    Logo logo = dress.logo().isEmpty() ? null : Logo.read(directory.resolve(dress.logo()));
    return new Look(dress.accent(), logo);
  }

  private static Map<String, String> hostNames(Settings settings) {
    Map<String, String> names = new HashMap<>();
    settings.outside().hostNames().forEach((name, address) -> names.put(name, address.toString()));
    return names;
  }

  /** Returns whether the first password is still to be set. */
  boolean isFirstPasswordAwaited() {
    return keys.isFirstAwaited();
  }

  int port() {
    return javalin.port();
  }

  /** Says that an order was carried out, which pages may show. */
  void changed() {
    press.changed();
  }

  /** Takes no new requests, finishes those under way, then lets go of the port. */
  @Override
  public void close() {
    stopping.set(true);
    site.close();
    javalin.stop();
    if (pictures instanceof PictureWay.Proxied proxied) {
      proxied.pictures().close();
      proxied.icons().close();
    }
    metrics.close();
  }
}
