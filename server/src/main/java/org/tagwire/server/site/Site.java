package org.tagwire.server.site;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.api.Api;
import org.tagwire.server.out.Format;
import org.tagwire.server.page.Assets;
import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.LastResort;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Door;
import org.tagwire.server.web.Refusals;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.Ticket;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;
import org.tagwire.websub.Callback;

/**
 * The site's front: its table of routes, and their place on a server. Safe for use by many threads
 * once installed.
 *
 * <p>{@link #install} adds routes and exception mappings to a Javalin configuration and asks
 * nothing of the rest of it; other routes may stand beside these.
 */
public final class Site {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);

  private final SiteContext context;
  private final Addresses addresses;
  private final Assets assets = new Assets();
  private final Pages pages;
  private final PictureWindow pictures;
  private final Api api;
  private final Door door;
  private final SecureRandom random = new SecureRandom();
  private final List<Entry> table = new ArrayList<>();

  public Site(SiteContext context) {
    this.context = context;
    this.addresses = new Addresses(context.options().prefix(), context.options().hostNames());
    Dictionary dictionary = new Dictionary(context.options());
    Frames frames = new Frames(context.options(), addresses, dictionary, assets);
    this.pages = new Pages(context, addresses, dictionary, frames);
    this.pictures = new PictureWindow(context.pictures(), context.clock());
    this.api = new Api(context.questions(), addresses);
    this.door =
        new Door(context, Integer.toHexString(context.options().hashCode()) + assets.style());
    Edition standard = context.options().edition();
    edition("", standard);
    for (Edition edition : Edition.values()) {
      edition("/" + edition.code(), edition);
    }
    api.routes().forEach((path, handler) -> add(path, "API", standard, handler, api));
    add("/robots.txt", "what robots may read", standard, visit -> robots(), pages.notices()::of);
  }

  /** Returns the table of routes, in the order in which they are tried. */
  public List<Route> routes() {
    return table.stream().map(Entry::route).toList();
  }

  /** Puts the site on a server that is being configured. */
  public void install(JavalinConfig config) {
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    for (Entry entry : table) {
      config.routes.get(
          entry.route().path(),
          http -> door.open(http, entry.edition(), entry.handler(), entry.refusals()));
    }
    config.routes.get(addresses.asset("{name}"), this::asset);
    config.routes.get(addresses.prefix() + Ticket.PATH, http -> door.show(http, pictures::show));
    config.routes.exception(
        HttpResponseException.class, (e, http) -> refuse(http, e.getStatus(), ""));
    config.routes.exception(TagwireException.class, (e, http) -> broken(http, status(e.code()), e));
    config.routes.exception(Exception.class, (e, http) -> broken(http, 500, e));
    LastResort.install(config, door, pages.notices().of(400, context.options().edition()));
  }

  private void edition(String prefix, Edition edition) {
    Desk desk = pages.desk();
    page(prefix + "/", "front page", edition, pages::front);
    page(prefix + "/hashtags", "index of hashtags", edition, pages::hashtags);
    page(prefix + "/article/{id}", "article", edition, pages::article);
    page(prefix + "/sources", "the owner's sources", edition, pages.sources()::list);
    page(prefix + "/source/{id}", "how a source fares", edition, pages.sources()::source);
    page(prefix + "/watch", "the owner's watched names", edition, pages.watch()::page);
    page(prefix + "/watch.csv", "watched names as a table", edition, pages.watch()::table);
    for (Format format : Format.values()) {
      page(
          prefix + "/watch" + format.suffix(),
          "the newest of all watched names",
          edition,
          visit -> pages.show(desk.watch(visit), visit, Optional.of(format)));
    }
    named(prefix + "/hashtag/{name}", "latest news with a hashtag", edition, desk::hashtag);
    named(prefix + "/story/{name}", "story", edition, desk::story);
    named(prefix + "/publisher/{name}", "latest news of a publisher", edition, desk::publisher);
    named(prefix + "/category/{name}", "latest news of a category", edition, desk::category);
    named(prefix + "/folder/<name>", "latest news of a folder", edition, desk::folder);
    for (Optional<Format> format : Pages.formats()) {
      String suffix = format.map(Format::suffix).orElse("");
      page(
          prefix + "/news" + suffix,
          "all news",
          edition,
          visit -> pages.show(desk.news(visit), visit, format));
      page(
          prefix + "/search" + suffix,
          "search",
          edition,
          visit -> pages.show(desk.search(visit), visit, format));
    }
  }

  private void named(String path, String what, Edition edition, Finder finder) {
    page(
        path,
        what,
        edition,
        visit -> {
          Pages.Asked asked = Pages.split(visit.requirePath("name"));
          return pages.show(finder.find(visit, asked.name()), visit, asked.format());
        });
  }

  private void page(String path, String what, Edition edition, Function<Visit, Reply> handler) {
    add(path, what, edition, handler, pages.notices()::of);
  }

  private void add(
      String path,
      String what,
      Edition edition,
      Function<Visit, Reply> handler,
      Refusals refusals) {
    Route route = new Route(addresses.prefix() + path, what);
    table.add(new Entry(route, edition, handler, refusals));
  }

  private void asset(Context http) {
    assets
        .find(http.pathParam("name"))
        .ifPresentOrElse(reply -> door.sendAsset(http, reply), () -> refuse(http, 404, ""));
  }

  private Reply robots() {
    String rules =
        context.options().isPrivate()
            ? "Disallow: /\n"
            : "Disallow: /*/search\nDisallow: /*?\nDisallow: /api/\n";
    return Reply.of(Reply.TEXT, ("User-agent: *\n" + rules).getBytes(StandardCharsets.UTF_8));
  }

  private void refuse(Context http, int status, String number) {
    door.refuse(http, status, edition(http.path()), number, refusals(http.path()));
  }

  /** The reader learns a number, the log what happened. */
  private void broken(Context http, int status, Exception e) {
    byte[] bytes = new byte[5];
    random.nextBytes(bytes);
    String number = HexFormat.of().formatHex(bytes);
    LOG.atError()
        .setCause(e)
        .addKeyValue("number", number)
        .log("a page failed: {}", shown(http.path()));
    refuse(http, status, number);
  }

  /** What follows in the path of a hub is a secret. */
  private static String shown(String path) {
    int hub = path.indexOf(Callback.PATH);
    return hub < 0 ? path : path.substring(0, hub) + Callback.PATH + "***";
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case BAD_REQUEST -> 400;
      case NOT_FOUND -> 404;
      case NEWER_SCHEMA, DIRECTORY_IN_USE, BAD_SETTING, REMOTE_FAILED -> 500;
      case STORE_FAILED, INDEX_FAILED, DISK, INTERRUPTED -> 503;
    };
  }

  private Refusals refusals(String path) {
    return path.startsWith(addresses.api("")) ? api : pages.notices()::of;
  }

  private Edition edition(String path) {
    String rest = path.substring(Math.min(path.length(), addresses.prefix().length()));
    String first = rest.length() < 3 ? "" : rest.substring(1).split("/", 2)[0];
    return Edition.find(first).orElse(context.options().edition());
  }

  /** Finds the list of a name. */
  private interface Finder {
    Outcome find(Visit visit, String name);
  }

  /** A route and who answers there. */
  private record Entry(
      Route route, Edition edition, Function<Visit, Reply> handler, Refusals refusals) {}
}
