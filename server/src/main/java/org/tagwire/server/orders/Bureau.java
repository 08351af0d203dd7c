package org.tagwire.server.orders;

import java.util.HashMap;
import java.util.Map;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;

/** The clerk who works in this process: knows every order by name. Safe for use by many threads. */
public final class Bureau implements Clerk {
  private final Map<String, Clerk> errands;

  public Bureau(Works works) {
    Subscriptions subscriptions = new Subscriptions(works);
    Explanations explanations = new Explanations(works);
    Care care = new Care(works);
    Exports exports = new Exports(works);
    Isolation isolation = new Isolation(works);
    Watching watching = new Watching(works);
    Map<String, Clerk> known = new HashMap<>(new TagRulings(works).orders());
    known.putAll(new Objections(works).orders());
    known.putAll(
        Map.ofEntries(
            Map.entry("add", subscriptions::add),
            Map.entry("import", subscriptions::importList),
            Map.entry("sources", subscriptions::list),
            Map.entry("poll", subscriptions::poll),
            Map.entry("keep", new Keeping(works)),
            Map.entry("quarantine", isolation::list),
            Map.entry("quarantine-show", isolation::show),
            Map.entry("quarantine-retry", isolation::retry),
            Map.entry("quarantine-drop", isolation::drop),
            Map.entry("watch", watching::set),
            Map.entry("watch-remove", watching::remove),
            Map.entry("watch-list", watching::list),
            Map.entry("watch-csv", watching::table),
            Map.entry("watch-feed", watching::feed),
            Map.entry("load", new Loading(works)),
            Map.entry("settle", care::settle),
            Map.entry("explain", explanations),
            Map.entry("rebuild-index", care::rebuildIndex),
            Map.entry("reread", care::reread),
            Map.entry("relearn", care::relearn),
            Map.entry("forget-furniture", new FurnitureReport(works.desks())::forget),
            Map.entry("backup", care::backup),
            Map.entry(Passwords.ORDER, new Passwords(works)),
            Map.entry("export", exports::articles),
            Map.entry("export-opml", exports::subscriptions)));
    this.errands = Map.copyOf(known);
  }

  @Override
  public void carryOut(Order order, Report report) {
    Clerk errand = errands.get(order.name());
    if (errand == null) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST,
          "'" + order.name() + "' is no order this server knows; is it of the same version?");
    }
    errand.carryOut(order, report);
  }
}
