package org.tagwire.server.orders;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.ingest.GivenArticle;
import org.tagwire.server.control.Clerk;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.works.Works;

/**
 * Takes in articles that are given directly, a piece of the file at a time. A bad line is remarked
 * upon with its number and left out. The result is one line: how many were read, were new or
 * changed, were bad.
 */
final class Loading implements Clerk {
  private final Works works;

  Loading(Works works) {
    this.works = works;
  }

  @Override
  public void carryOut(Order order, Report report) {
    long number = Long.parseLong(order.findOption("first-line").orElse("1"));
    List<GivenArticle> articles = new ArrayList<>();
    long bad = 0;
    for (String line : order.text().split("\n", -1)) {
      if (!line.isBlank()) {
        switch (GivenLine.read(line)) {
          case GivenLine.Given given -> articles.add(given.article());
          case GivenLine.Bad wrong -> {
            bad++;
            report.note("line " + number + ": " + wrong.reason() + "; it was left out");
          }
        }
      }
      number++;
    }
    int fresh = works.deliveries().deliver(articles);
    report.line(articles.size() + " " + fresh + " " + bad);
  }
}
