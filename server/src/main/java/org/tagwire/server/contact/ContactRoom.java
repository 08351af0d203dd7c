package org.tagwire.server.contact;

import java.util.List;
import org.tagwire.server.page.Tools;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.Way;
import org.tagwire.server.web.Who;

/** All of this room's desks. Safe for use by many threads. */
public final class ContactRoom {
  private final About about;
  private final NoticeDesk notices;
  private final NoticeOffice office;
  private final Sitemap sitemap;
  private final RobotFiles robots;

  public ContactRoom(SiteContext context, Tools tools) {
    this.about = new About(context, tools);
    this.notices = new NoticeDesk(context, tools);
    this.office = new NoticeOffice(context, tools);
    this.sitemap = new Sitemap(context, tools.addresses(), tools.notices());
    this.robots = new RobotFiles(context.options(), tools.addresses(), tools.notices());
  }

  /** Returns what this room adds to each edition. */
  public List<Way> ways() {
    return List.of(
        Way.page("/about", "who answers for the site", Who.ANYBODY, about::show),
        Way.page("/notice", "the form of a notice", Who.ANYBODY, notices::form),
        Way.page("/notice/{id}", "how a notice stands", Who.ANYBODY, notices::state),
        Way.form("/notice", "sends a notice", Who.ANYBODY, notices::take),
        Way.page("/office/notices", "notices", Who.OWNER, office::list),
        Way.form("/office/notices", "decides a notice", Who.OWNER, office::decide));
  }

  /** Returns what it adds once, for programs. */
  public List<Way> files() {
    return List.of(
        Way.page("/robots.txt", "what robots may read", Who.ANYBODY, robots::robots),
        Way.page("/.well-known/security.txt", "who to warn", Who.ANYBODY, robots::security),
        Way.page(Sitemap.PATH, "what search engines look at", Who.ANYBODY, sitemap::index),
        Way.page("/sitemap/{part}", "a part of it", Who.ANYBODY, sitemap::part));
  }
}
