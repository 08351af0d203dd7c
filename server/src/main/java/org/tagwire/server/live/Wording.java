package org.tagwire.server.live;

import java.time.Duration;
import org.tagwire.query.ListView;
import org.tagwire.server.words.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an open page is sent, in the words of its edition: events as the HTML Living Standard has
 * them (section 9.2.5).
 *
 * @param words the edition's
 */
record Wording(Words words) {
  /** How long a browser waits before it connects again. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** A page that would show only new articles may have more of them behind. */
  private static final int PAGEFUL = ListView.PAGE_SIZE;

  private static final JsonMapper JSON = new JsonMapper();

  /** Returns what comes first: a page hears nothing until something is new. */
  String opening() {
    return "retry: " + RETRY.toMillis() + "\n\n";
  }

  /** Returns a comment, which keeps the connection open and says nothing. */
  String heartbeat() {
    return ":\n\n";
  }

  String news(int count, long change) {
    String data =
        JSON.writeValueAsString(
            new News(
                count,
                words.count(count < PAGEFUL ? "live" : "live.many", count),
                words.text("live.show"),
                words.text("live.dismiss")));
    return "id: " + change + "\nevent: news\ndata: " + data + "\n\n";
  }

  /**
   * What the script of the page gets.
   *
   * @param count how many articles are new
   * @param text the same in words
   * @param show what the button does that shows them
   * @param dismiss what the button does that puts the notice away
   */
  record News(int count, String text, String show, String dismiss) {}
}
