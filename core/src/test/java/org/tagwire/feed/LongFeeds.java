package org.tagwire.feed;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Feeds of nearly 16 MiB that are well-formed, each costly in its own way. */
enum LongFeeds {
  /** Every text has one letter that makes Java keep two bytes for each of the others. */
  ITEMS_WITH_ONE_WIDE_LETTER("", item("abcdefgh ".repeat(890) + '中'), ""),
  ITEMS_OF_ESCAPED_MARKUP("", item("&lt;p&gt;a b c".repeat(600)), ""),
  ONE_ENDLESS_TEXT("<item><description><![CDATA[", "abcdefgh ", "中]]></description></item>"),
  ITEMS_OF_MANY_PARTS(
      "", "<item>" + "<category>tides</category>".repeat(95) + comment(5_300) + "</item>", ""),
  MORE_ITEMS_THAN_ARE_KEPT("", "<item><title>x</title></item>", ""),
  CATEGORIES_WITHIN_EACH_OTHER(
      "<itunes:category>".repeat(250), "abcdefgh ", "</itunes:category>".repeat(250)),
  DATES_OF_NONSENSE(
      "",
      item("x") + "<item><pubDate>" + "1 Januar 2026 12:".repeat(480) + "</pubDate></item>",
      ""),
  LETTERS_OF_TWO_BYTES(
      "", item("中文字".repeat(1_300)), "", "<?xml version='1.0' encoding='gb18030'?>", "gb18030"),
  UTF_16("", item("abcdefgh ".repeat(890) + '中'), "", "\uFEFF", "UTF-16LE");

  static final String ANSWER = "long feed ";
  private static final String HEAD = "<rss version='2.0'><channel><title>Tides</title>";
  private static final String TAIL = "</channel></rss>";

  private final String before;
  private final String unit;
  private final String after;
  private final String prolog;
  private final Charset charset;

  LongFeeds(String before, String unit, String after) {
    this(before, unit, after, "<?xml version='1.0'?>", "UTF-8");
  }

  LongFeeds(String before, String unit, String after, String prolog, String charset) {
    this.before = before;
    this.unit = unit;
    this.after = after;
    this.prolog = prolog;
    this.charset = Charset.forName(charset);
  }

  private static String item(String body) {
    return "<item><title>a</title><link>https://a.example/</link><description>"
        + body
        + "</description></item>";
  }

  private static String comment(int length) {
    return "<!--" + " ".repeat(length) + "-->";
  }

  private byte[] bytes() {
    byte[] end = (after + TAIL).getBytes(charset);
    byte[] one = unit.getBytes(charset);
    ByteArrayOutputStream feed = new ByteArrayOutputStream(Limits.BYTES);
    feed.writeBytes((prolog + HEAD + before).getBytes(charset));
    while (feed.size() + one.length + end.length <= Limits.BYTES) {
      feed.writeBytes(one);
    }
    feed.writeBytes(end);
    return feed.toByteArray();
  }

  /** Reads one after the other and says what each cost in CPU seconds. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (LongFeeds feed : values()) {
      out.println(ANSWER + feed + String.format(Locale.ROOT, " %.2f", cost(feed.bytes())));
    }
  }

  private static double cost(byte[] body) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    ParseResult result = new FeedParser().parse(new FeedInput(body, null, "https://a.example/"));
    long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    if (!(result instanceof ParseResult.Parsed)) {
      throw new IllegalStateException("a feed within the limits was refused: " + result);
    }
    return nanos / 1e9;
  }
}
