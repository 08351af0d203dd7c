package org.tagwire.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Documents of the greatest size allowed, each filled with what costs most in its way. Run as a
 * program it reads them one after the other; the memory it is given is the bound.
 */
final class GreatestFeeds {
  private static final String HEAD = "<rss version='2.0'><channel><title>T</title>";
  private static final String ITEM =
      "<item><title>t</title><link>https://a.example/1</link><description>";
  private static final String ITEM_END = "</description></item>";
  private static final String END = "</channel></rss>";

  private GreatestFeeds() {}

  /** Reads each document named, or all; says which were read. */
  public static void main(String[] names) {
    FeedParser parser = new FeedParser();
    for (Map.Entry<String, String[]> kind : kinds().entrySet()) {
      if (names.length > 0 && !Arrays.asList(names).contains(kind.getKey())) {
        continue;
      }
      ParseResult result = parser.parse(new FeedInput(fill(kind.getValue()), null, null));
      System.out.println(kind.getKey() + " " + (result instanceof ParseResult.Parsed));
    }
  }

  static Map<String, String[]> kinds() {
    Map<String, String[]> kinds = new LinkedHashMap<>();
    String lorem = "lorem ipsum dolor sit amet ".repeat(300);
    kinds.put("text", new String[] {HEAD + ITEM, "lorem ipsum ", ITEM_END + END});
    kinds.put("cyrillic", new String[] {HEAD + ITEM, "жизнь порта ", ITEM_END + END});
    kinds.put("items", new String[] {HEAD, ITEM + lorem + ITEM_END, END});
    kinds.put("small-items", new String[] {HEAD, "<item><title>t</title></item>", END});
    kinds.put("elements", new String[] {HEAD + ITEM, "<b>x</b>", ITEM_END + END});
    kinds.put("attributes", new String[] {HEAD + ITEM, "<a b='1' c='2' d='3'/>", ITEM_END + END});
    kinds.put("cut", new String[] {HEAD + ITEM, "lorem ipsum & ", ""});
    kinds.put("signs", new String[] {HEAD + ITEM, "<", ""});
    kinds.put("entities", new String[] {HEAD + ITEM, "&nbsp;", ITEM_END + END});
    kinds.put("comment", new String[] {HEAD + "<!--", "c", "-->" + END});
    kinds.put("json", new String[] {"{\"items\":[{\"title\":\"t\"}", ",{\"title\":\"t\"}", "]}"});
    kinds.put("json-text", new String[] {"{\"items\":[{\"title\":\"", "lorem ", "\"}]}"});
    return kinds;
  }

  static byte[] fill(String[] kind) {
    byte[] head = kind[0].getBytes(StandardCharsets.UTF_8);
    byte[] unit = kind[1].getBytes(StandardCharsets.UTF_8);
    byte[] tail = kind[2].getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[Limits.BYTES];
    Arrays.fill(body, (byte) ' ');
    System.arraycopy(head, 0, body, 0, head.length);
    int at = head.length;
    for (; at + unit.length + tail.length <= body.length; at += unit.length) {
      System.arraycopy(unit, 0, body, at, unit.length);
    }
    System.arraycopy(tail, 0, body, body.length - tail.length, tail.length);
    return body;
  }
}
