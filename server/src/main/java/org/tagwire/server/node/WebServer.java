package org.tagwire.server.node;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.picture.Gallery;
import org.tagwire.picture.Pictures;
import org.tagwire.picture.Seal;
import org.tagwire.server.health.Health;
import org.tagwire.server.health.Metrics;
import org.tagwire.server.orders.Passwords;
import org.tagwire.server.settings.Endpoint;
import org.tagwire.server.settings.Settings;
import org.tagwire.server.site.Site;
import org.tagwire.server.web.Door;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.PictureWay;
import org.tagwire.server.web.Postbox;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.works.Works;
import org.tagwire.store.Upkeep;

/**
 * The listener: the site, the health routes and the hubs' postbox. Stopping it lets requests under
 * way finish.
 */
final class WebServer implements AutoCloseable {
  private static final Duration LAST_REQUESTS = Duration.ofSeconds(10);

  private static final String PICTURES = "pictures";
  private static final String PICTURE_KEY = "picture-key";

  private final Javalin javalin;
  private final Metrics metrics;
  private final PictureWay pictures;
  private final AtomicBoolean stopping;

  private WebServer(Javalin javalin, Metrics metrics, PictureWay pictures, AtomicBoolean stopping) {
    this.javalin = javalin;
    this.metrics = metrics;
    this.pictures = pictures;
    this.stopping = stopping;
  }

  static WebServer start(Works works, Endpoint listen) {
    AtomicBoolean stopping = new AtomicBoolean();
    Metrics metrics = new Metrics(works);
    Health health = new Health(works, metrics, stopping::get);
    SiteContext context = context(works);
    Site site = new Site(context);
    Optional<Postbox> postbox = works.subscriber().map(Postbox::new);
    Javalin javalin =
        Javalin.create(
            config -> {
              quiet(config);
              config.jetty.modifyServer(WebServer::graceful);
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
    return new WebServer(javalin, metrics, context.pictures(), stopping);
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
  }

  private static void graceful(Server server) {
    server.setStopTimeout(LAST_REQUESTS.toMillis());
    server.setHandler(new GracefulHandler());
  }

  private static SiteContext context(Works works) {
    OwnerPassword password =
        works
            .store()
            .upkeep()
            .findProperty(Passwords.PROPERTY)
            .map(OwnerPassword::of)
            .orElseGet(OwnerPassword::unset);
    return new SiteContext(
        Questions.of(works.store(), works::index),
        options(works.settings()),
        password,
        works.clock(),
        works::applied,
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
            Seal.of(pictureKey(works.store().upkeep())));
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

  private static SiteOptions options(Settings settings) {
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
        hostNames(settings));
  }

  private static Map<String, String> hostNames(Settings settings) {
    Map<String, String> names = new HashMap<>();
    settings.outside().hostNames().forEach((name, address) -> names.put(name, address.toString()));
    return names;
  }

  int port() {
    return javalin.port();
  }

  /** Takes no new requests, finishes those under way, then lets go of the port. */
  @Override
  public void close() {
    stopping.set(true);
    javalin.stop();
    if (pictures instanceof PictureWay.Proxied proxied) {
      proxied.pictures().close();
    }
    metrics.close();
  }
}
