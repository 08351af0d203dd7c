package org.tagwire.server.contact;

import org.tagwire.server.page.Dictionary;
import org.tagwire.server.page.Frames;
import org.tagwire.server.page.Notices;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.SiteContext;

/** All of this room's desks. Safe for use by many threads. */
public final class ContactRoom {
  private final About about;
  private final NoticeDesk notices;
  private final NoticeOffice office;
  private final Sitemap sitemap;
  private final RobotFiles robots;

  public ContactRoom(
      SiteContext context,
      Addresses addresses,
      Dictionary dictionary,
      Frames frames,
      Notices refusals) {
    this.about = new About(context, addresses, dictionary, frames);
    this.notices = new NoticeDesk(context, addresses, dictionary, frames, refusals);
    this.office = new NoticeOffice(context, addresses, dictionary, frames, refusals);
    this.sitemap = new Sitemap(context, addresses, refusals);
    this.robots = new RobotFiles(context.options(), addresses, refusals);
  }

  public About about() {
    return about;
  }

  public NoticeDesk notices() {
    return notices;
  }

  public NoticeOffice office() {
    return office;
  }

  public Sitemap sitemap() {
    return sitemap;
  }

  public RobotFiles robots() {
    return robots;
  }
}
