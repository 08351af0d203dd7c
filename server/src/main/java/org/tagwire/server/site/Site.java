package org.tagwire.server.site;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
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
import org.tagwire.server.contact.ContactRoom;
import org.tagwire.server.live.LiveDesk;
import org.tagwire.server.office.Kit;
import org.tagwire.server.office.Office;
import org.tagwire.server.out.Format;
import org.tagwire.server.page.Assets;
import org.tagwire.server.page.LastResort;
import org.tagwire.server.page.Manifest;
import org.tagwire.server.page.Notices;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.Action;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Door;
import org.tagwire.server.web.Guard;
import org.tagwire.server.web.Refusals;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.Ticket;
import org.tagwire.server.web.Visit;
import org.tagwire.server.web.Way;
import org.tagwire.server.web.Who;
import org.tagwire.server.words.Edition;
import org.tagwire.server.works.Works;
import org.tagwire.websub.Callback;

/**
 * The site's front: its table of routes, and their place on a server. Safe for use by many threads
 * once installed.
 *
 * <p>{@link #install} adds routes and exception mappings to a Javalin configuration and asks
 * nothing of the rest of it; other routes may stand beside these.
 */
public final class Site implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Site.class);

  private final SiteContext context;
  private final Addresses addresses;
  private final Assets assets;
  private final Notices notices;
  private final Pages pages;
  private final ContactRoom contact;
  private final Office office;
  private final PictureWindow pictures;
  private final Api api;
  private final LiveDesk liveDesk;
  private final LiveRoom live;
  private final Door door;
  private final Refusals refusals = new PageRefusals();
  private final SecureRandom random = new SecureRandom();
  private final List<Entry> table = new ArrayList<>();

  /** A site that only shows pages. */
  public Site(SiteContext context) {
    this(context, Optional.empty());
  }

  /** A site whose owner can do things there. */
  public Site(SiteContext context, Works works) {
    this(context, Optional.of(works));
  }

  private Site(SiteContext context, Optional<Works> works) {
    this.context = context;
    this.addresses = new Addresses(context.options().prefix(), context.options().hostNames());
    this.assets = new Assets(context.options().look());
    Tools tools = Tools.of(context, addresses, assets);
    this.notices = tools.notices();
    this.pages = new Pages(context, tools);
    this.contact = new ContactRoom(context, tools);
    this.office = new Office(new Kit(context, tools), works);
    this.pictures =
        new PictureWindow(
            context.pictures(), context.questions().sources()::findPublisher, context.clock());
    this.api = new Api(context.questions(), addresses, context.options());
    this.liveDesk = new LiveDesk(context.change(), context.clock(), tools.dictionary()::in);
    this.live = new LiveRoom(liveDesk, refusals);
    this.door =
        new Door(context, Integer.toHexString(context.options().hashCode()) + assets.version());
    Edition standard = context.options().edition();
    edition("", standard);
    for (Edition edition : Edition.values()) {
      edition("/" + edition.code(), edition);
      live("/" + edition.code() + "/" + LiveDesk.LIVE, edition);
    }
    api.routes().forEach((path, handler) -> add(path, "API", standard, handler, api));
    contact.files().forEach(way -> add("", standard, way));
    Reply manifest = new Manifest(context.options(), addresses, assets).reply();
    page("/manifest.webmanifest", "what it is called when installed", standard, v -> manifest);
  }

  /** Returns the table of routes, in the order in which they are tried. */
  public List<Route> routes() {
    return table.stream().map(Entry::route).toList();
  }

  /** Lets go of the pages that are open on it. The server it was installed on answers on. */
  @Override
  public void close() {
    liveDesk.close();
  }

  /** Puts the site on a server that is being configured. */
  public void install(JavalinConfig config) {
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    table.forEach(entry -> install(config, entry, door));
    read(config, addresses.asset("{name}"), this::asset);
    config.routes.get(addresses.prefix() + Ticket.PATH, http -> door.show(http, pictures::show));
    config.routes.exception(HttpResponseException.class, this::unrouted);
    config.routes.exception(TagwireException.class, (e, http) -> broken(http, status(e.code()), e));
    config.routes.exception(Exception.class, (e, http) -> broken(http, 500, e));
    LastResort.install(config, door, notices.of(400, context.options().edition()));
  }

  /** A HEAD left to the router would be answered without being asked who may (and with 0 bytes). */
  private static void read(JavalinConfig config, String path, Handler handler) {
    config.routes.get(path, handler);
    config.routes.head(path, handler);
  }

  private static void install(JavalinConfig config, Entry entry, Door door) {
    String path = entry.route().path();
    switch (entry.answer()) {
      case Way.Shown(Function<Visit, Reply> handler) ->
          read(config, path, http -> door.open(http, entry.guard(), entry.edition(), handler));
      case Way.Taken(Action action, int most, boolean files) ->
          config.routes.post(path, http -> door.take(http, entry.guard(), entry.edition(), action));
    }
  }

  private void edition(String prefix, Edition edition) {
    Desk desk = pages.desk();
    office.ways().forEach(way -> add(prefix, edition, way));
    contact.ways().forEach(way -> add(prefix, edition, way));
    pages.reading().ways().forEach(way -> add(prefix, edition, way));
    page(
        prefix + "/",
        "front page",
        edition,
        visit -> office.welcome(visit).orElseGet(() -> pages.front().page(visit)));
    page(prefix + "/trends", "what trends", edition, pages.trends()::page);
    page(prefix + "/hashtags", "index of hashtags", edition, pages.directory()::open);
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
    named(prefix + "/followed/{name}", "news of followed hashtags", edition, desk::followed);
    named(prefix + "/hashtag/{name}", "latest news with a hashtag", edition, desk::hashtag);
    page(prefix + "/story/{name}", "story", edition, pages::story);
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
          visit -> pages.search().answer(visit, format));
    }
  }

  /** Where pages hear how many articles are new on them. */
  private void live(String prefix, Edition edition) {
    Desk desk = pages.desk();
    live(prefix, edition, live.ofFront(pages.front()::shown));
    live(prefix + "news", edition, live.of("news", desk::news));
    live(prefix, "hashtag/{name}", edition, desk::hashtag);
    live(prefix, "story/{name}", edition, (visit, id) -> desk.story(visit, id).outcome());
    live(prefix, "publisher/{name}", edition, desk::publisher);
    live(prefix, "category/{name}", edition, desk::category);
    live(prefix, "folder/<name>", edition, desk::folder);
    live(prefix, "followed/{name}", edition, desk::followed);
  }

  private void live(String prefix, String list, Edition edition, Finder finder) {
    live(
        prefix + list,
        edition,
        live.of(list, visit -> finder.find(visit, visit.requirePath("name"))));
  }

  private void live(String path, Edition edition, Function<Visit, Reply> handler) {
    page(path, "how much is new on an open page", edition, handler);
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
    add(path, what, edition, handler, refusals);
  }

  private void add(String prefix, Edition edition, Way way) {
    Guard guard = Guard.of(way.who(), refusals);
    String path = addresses.prefix() + prefix + way.path();
    switch (way.answer()) {
      case Way.Shown shown ->
          table.add(new Entry(route(Route.Method.GET, path, way), edition, guard, shown));
      case Way.Taken taken ->
          table.add(
              new Entry(route(Route.Method.POST, path, way), edition, guard.taking(taken), taken));
    }
  }

  private static Route route(Route.Method method, String path, Way way) {
    return new Route(method, path, way.what(), way.who());
  }

  private void add(
      String path,
      String what,
      Edition edition,
      Function<Visit, Reply> handler,
      Refusals refusals) {
    Route route = new Route(Route.Method.GET, addresses.prefix() + path, what, Who.ANYBODY);
    table.add(new Entry(route, edition, Guard.of(refusals), new Way.Shown(handler)));
  }

  private void asset(Context http) {
    assets
        .find(http.pathParam("name"))
        .ifPresentOrElse(reply -> door.sendAsset(http, reply), () -> refuse(http, 404, ""));
  }

  /** Nothing is there, or not by this method (RFC 9110 section 15.5.6 wants to know by which). */
  private void unrouted(HttpResponseException e, Context http) {
    if (e.getStatus() == 405) {
      e.getDetails().values().stream()
          .filter(value -> value.matches("[A-Z]+(, ?[A-Z]+)*"))
          .findFirst()
          .ifPresent(methods -> http.header("Allow", methods));
    }
    refuse(http, e.getStatus(), "");
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
      case TOO_SLOW, STORE_FAILED, INDEX_FAILED, DISK, INTERRUPTED -> 503;
    };
  }

  private Refusals refusals(String path) {
    return path.startsWith(addresses.api("")) ? api : refusals;
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
  private record Entry(Route route, Edition edition, Guard guard, Way.Answer answer) {}

  /** How pages say no. */
  private final class PageRefusals implements Refusals {
    @Override
    public Reply of(int status, Edition edition, String number) {
      return notices.of(status, edition, number);
    }

    @Override
    public Reply locked(Visit visit) {
      return office.locked(visit);
    }
  }
}
