package org.tagwire.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.tagwire.dates.FeedDates;
import org.tagwire.url.WebAddress;

/** The small parts that every item goes through. */
@State(Scope.Benchmark)
public class PartsBenchmark {
  private static final List<String> DATES =
      List.of(
          "Mon, 05 Jan 2026 06:00:00 GMT",
          "Tue, 6 Jan 26 18:05 EST",
          "2026-01-05T06:00:00Z",
          "2026-01-05T06:00:00.123+05:30",
          "2026-01-05 06:00:00",
          "Mon Jan  5 06:00:00 2026",
          "5. Januar 2026, 14:30 Uhr",
          "5 janvier 2026",
          "2026年1月5日 14:30",
          "yesterday, after lunch");

  private static final List<String> ADDRESSES =
      List.of(
          "https://paper.example/news/2026/01/05/tides-of-the-north?utm_source=rss&utm_medium=feed",
          "HTTP://WWW.Paper.Example:80/a/../b/./c%7Ed?b=2&a=1#part",
          "https://zeitung.example/größe/straße?x=ä",
          "https://xn--bcher-kva.example/a%20b",
          "https://paper.example/?id=1234&fbclid=abc",
          "https://user:word@paper.example/private");

  private int next;

  /** Every tenth is no date. */
  @Benchmark
  public Object date(Account account) {
    next = (next + 1) % DATES.size();
    String date = DATES.get(next);
    account.read(date.getBytes(StandardCharsets.UTF_8).length);
    return FeedDates.parse(date);
  }

  /** From a link as written to the key of an article. */
  @Benchmark
  public Object canonicalAddress(Account account) {
    next = (next + 1) % ADDRESSES.size();
    String address = ADDRESSES.get(next);
    account.read(address.getBytes(StandardCharsets.UTF_8).length);
    return WebAddress.parse(address).map(WebAddress::canonical).map(WebAddress::key);
  }
}
