package org.tagwire.server.node;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.health.Health;
import org.tagwire.server.health.Metrics;
import org.tagwire.server.look.Logo;
import org.tagwire.server.look.Look;
import org.tagwire.server.orders.Passwords;
import org.tagwire.server.settings.Endpoint;
import org.tagwire.server.settings.Settings;
import org.tagwire.server.site.Site;
import org.tagwire.server.web.Colophon;
import org.tagwire.server.web.Door;
import org.tagwire.server.web.Keys;
import org.tagwire.server.web.Limits;
import org.tagwire.server.web.Listening;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.Postbox;
import org.tagwire.server.web.Proxies;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Redress;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.works.Version;
import org.tagwire.server.works.Works;

/**
 * The listener: the site, the health routes and the hubs' postbox. Stopping it lets requests under
 * way finish.
 */
final class WebServer implements AutoCloseable {
  private final Javalin javalin;
  private final Site site;
  private final PressRun press;
  private final Metrics metrics;
  private final AtomicBoolean stopping;

  private WebServer(Javalin javalin, Site site, PressRun press, Metrics metrics, AtomicBoolean stopping) {
    this.javalin = javalin;
    this.site = site;
    this.press = press;
    this.metrics = metrics;
    this.stopping = stopping;
  }

  static WebServer start(Works works, Endpoint listen) {
    AtomicBoolean stopping = new AtomicBoolean();
    Metrics metrics = new Metrics(works);
    Health health = new Health(works, metrics, stopping::get);
    PressRun press =
        new PressRun(
            works.clock().millis(), works::applied, () -> works.store().rules().now());
    SiteContext context = context(works, press);
    Site site = new Site(context);
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
    return new WebServer(javalin, site, press, metrics, stopping);
  }

  private static SiteContext context(Works works, PressRun press) {
    OwnerPassword password =
        works
            .store()
            .upkeep()
            .findProperty(Passwords.PROPERTY)
            .map(OwnerPassword::of)
            .orElseGet(OwnerPassword::unset);
    return new SiteContext(
        Questions.of(works.store(), works::index),
        options(works.settings(), works.directory()),
        Keys.of(password),
        works.clock(),
        press,
        limits(works.settings().web()),
        colophon(works),
        new Redress(works.ombudsman(), works.takedowns(), works.rulebook()));
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
    metrics.close();
  }
}
