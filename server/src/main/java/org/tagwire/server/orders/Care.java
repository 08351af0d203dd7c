package org.tagwire.server.orders;

import java.nio.file.Path;
import java.util.List;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;

/** Looks after store and index. */
final class Care {
  private final Works works;

  Care(Works works) {
    this.works = works;
  }

  /** Waits until everything taken in is placed and can be found. */
  void settle(Order order, Report report) {
    works.settle((done, total) -> report.progress("changes", done, total));
  }

  void rebuildIndex(Order order, Report report) {
    works.rebuildIndex((done, total) -> report.progress("changes", done, total));
    works.settle((done, total) -> {});
    List<String> wrong = works.index().map(index -> index.check()).orElse(List.of());
    if (!wrong.isEmpty()) {
      throw new TagwireException(
          ErrorCode.INDEX_FAILED, "the new index is damaged: " + String.join("; ", wrong));
    }
    long count = works.index().map(index -> index.count()).orElse(0L);
    report.line("the index was built again: " + count + " articles");
  }

  void reread(Order order, Report report) {
    long total = works.store().articles().count();
    long again = works.reread().run(looked -> report.progress("articles", looked, total));
    works.readingsWait();
    works.settle((done, of) -> {});
    report.line(
        again
            + " of "
            + total
            + " articles were read again; for the others nothing better is known or kept");
  }

  void relearn(Order order, Report report) {
    long total = works.store().articles().count();
    long taught = works.relearn().run(looked -> report.progress("articles", looked, total));
    report.line(taught + " of " + total + " articles were learned from again");
  }

  void backup(Order order, Report report) {
    Path file = Path.of(Arguments.require(order, 0, "a file to write to"));
    if (!file.isAbsolute()) {
      throw Arguments.bad("'" + file + "' is not an absolute path");
    }
    works.store().upkeep().backup(file);
    report.line(file.toString());
  }
}
