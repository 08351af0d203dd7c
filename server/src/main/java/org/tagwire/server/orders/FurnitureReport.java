package org.tagwire.server.orders;

import java.util.List;
import java.util.Locale;
import org.tagwire.extract.Furniture;
import org.tagwire.extract.Furniture.Learned;
import org.tagwire.ingest.Desks;
import org.tagwire.model.Domain;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.url.WebAddress;

/** Says what was learned of a publisher's furniture, and forgets it. */
final class FurnitureReport {
  private static final int MOST = 100;

  private final Desks desks;

  FurnitureReport(Desks desks) {
    this.desks = desks;
  }

  void write(String written, Report report) {
    Domain publisher = publisher(written);
    List<Learned> all = desks.furniture(publisher);
    List<Learned> known = all.stream().filter(Learned::known).toList();
    List<Learned> near =
        all.stream().filter(text -> !text.known() && text.pages() > 1).limit(MOST).toList();
    report.line(publisher.name());
    report.line(
        "  "
            + all.size()
            + " texts counted at the edges of its articles; furniture is what stands on "
            + Furniture.PAGES
            + " pages or more");
    table("taken for furniture: " + known.size(), known.stream().limit(MOST).toList(), report);
    table("on more than one page, not furniture: " + near.size(), near, report);
  }

  /** Forgets what was learned of one publisher; it begins anew with the next page. */
  void forget(Order order, Report report) {
    Domain publisher = publisher(Arguments.require(order, 0, "the domain of a publisher"));
    report.line(
        desks.forgetFurniture(publisher)
            ? "the furniture of " + publisher.name() + " was forgotten"
            : "nothing was known of the furniture of " + publisher.name());
  }

  private static void table(String title, List<Learned> texts, Report report) {
    report.line("");
    report.line(title);
    if (texts.isEmpty()) {
      return;
    }
    Columns table = new Columns("  pages", "seen", "text");
    for (Learned text : texts) {
      table.row(
          "  " + text.pages(),
          String.format(Locale.ROOT, "%.1f", text.seen()),
          Columns.fitted(text.start(), 80));
    }
    table.print(report);
  }

  private static Domain publisher(String written) {
    return WebAddress.parse(written)
        .or(() -> WebAddress.parse("https://" + written))
        .filter(address -> !address.host().isEmpty())
        .map(WebAddress::domain)
        .orElseThrow(
            () -> Arguments.bad("'" + written + "' is no domain; write one like news.example.org"));
  }
}
