package org.tagwire.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.tagwire.discovery.Opml;
import org.tagwire.model.Audience;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Source;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.node.Node;
import org.tagwire.store.SourceStatus;
import org.tagwire.url.WebAddress;

/** Adds the feeds of the stand to a server and waits until their first articles can be seen. */
public final class Opening {
  private static final Duration MOST = Duration.ofSeconds(45);

  /** More feeds than this are an archive's. */
  private static final int MANY = 100;

  private static final Duration LOOK = Duration.ofMillis(100);

  private Opening() {}

  /**
   * Returns when every feed has been asked once and what it brought can be found, or when that
   * takes too long.
   */
  public static void fill(Node node, List<String> feeds, Report report) {
    if (feeds.size() > MANY) {
      importAll(node, feeds, report);
    } else {
      addEach(node, feeds, report);
    }
    long begun = System.nanoTime();
    long waiting = unpolled(node);
    while (waiting > 0 && System.nanoTime() - begun < MOST.toNanos()) {
      report.progress("feeds read", feeds.size() - waiting, feeds.size());
      pause();
      waiting = unpolled(node);
    }
    if (waiting > 0) {
      report.note(waiting + " feeds are still being read; more articles come in meanwhile.");
    } else {
      node.works().settle((done, total) -> report.progress("articles placed", done, total));
    }
  }

  /** An archive knows its feeds: nothing has to be found. */
  private static void importAll(Node node, List<String> feeds, Report report) {
    List<Opml.Subscription> subscriptions =
        feeds.stream()
            .map(WebAddress::of)
            .map(feed -> new Opml.Subscription(feed, feed.host(), "", null))
            .toList();
    byte[] list = Opml.write("Newsstand", subscriptions).getBytes(StandardCharsets.UTF_8);
    node.carryOut(Order.of("import").with(list), report);
  }

  private static void addEach(Node node, List<String> feeds, Report report) {
    int added = 0;
    for (String feed : feeds) {
      add(node, feed, report);
      added++;
      report.progress("feeds added", added, feeds.size());
    }
  }

  /** What an earlier demo has added stays as it is. */
  private static void add(Node node, String feed, Report report) {
    if (node.works().store().sources().findByUrl(feed, Audience.OWNER).isPresent()) {
      return;
    }
    try {
      node.carryOut(Order.of("add", feed), new Unheard());
    } catch (TagwireException e) {
      report.note(feed + " was not added: " + e.getMessage());
    }
  }

  private static long unpolled(Node node) {
    return node.works().store().sources().list(Audience.OWNER).stream()
        .filter(
            source ->
                source.state() == SourceStatus.State.NEW
                    && source.source().kind() != Source.Kind.DIRECT)
        .count();
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TagwireException(
          ErrorCode.INTERRUPTED, "interrupted while the first articles came in", e);
    }
  }

  /** What is added is counted, not told one by one. */
  private static final class Unheard implements Report {
    @Override
    public void line(String text) {}

    @Override
    public void note(String text) {}

    @Override
    public void progress(String what, long done, long total) {}
  }
}
