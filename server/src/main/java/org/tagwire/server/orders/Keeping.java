package org.tagwire.server.orders;

import java.util.Optional;
import org.tagwire.model.Retention;
import org.tagwire.model.Source;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;

/** Says how much of one source's articles is kept. */
final class Keeping implements Clerk {
  private static final String DEFAULT = "default";

  private final Works works;

  Keeping(Works works) {
    this.works = works;
  }

  @Override
  public void carryOut(Order order, Report report) {
    Source source =
        Sources.require(works, Arguments.require(order, 0, "the address or number of a source"));
    String written = Arguments.require(order, 1, "how much is kept");
    works.store().archive().rule(source.id(), rule(written));
    report.line(
        source.id()
            + "  "
            + Subscriptions.shown(source.url())
            + "  keeps articles: "
            + told(works, source));
    report.note("what is kept no longer goes within ten minutes");
  }

  private static Optional<Retention> rule(String written) {
    if (written.equals(DEFAULT)) {
      return Optional.empty();
    }
    return Optional.of(
        Retention.parse(written)
            .orElseThrow(
                () ->
                    Arguments.bad(
                        "'"
                            + written
                            + "' says not how much is kept; write an age, a number or a size, like"
                            + " 400d, 5000 or 2GB, or several with commas; forever; or default")));
  }

  /** Tells which rule a source's articles are under. */
  static String told(Works works, Source source) {
    return Optional.ofNullable(works.store().archive().rules().get(source.id()))
        .map(Retention::toString)
        .orElseGet(() -> works.settings().reading().keepArticles() + " (keep-articles)");
  }
}
