package org.tagwire.bench.jmh;

import com.ctc.wstx.stax.WstxInputFactory;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.html.HtmlText;
import org.tagwire.html.SafeMarkup;
import org.tagwire.model.FeedItem;

/** Bytes to feed: ours, beside ROME and beside the least that reading XML costs. */
@State(Scope.Benchmark)
public class FeedBenchmark {
  private static final int FEEDS = 80;
  private static final String BASE = "https://paper.example/feed";

  private final FeedParser parser = new FeedParser();
  private final XMLInputFactory stax = new WstxInputFactory();
  private List<byte[]> xml = List.of();
  private List<byte[]> json = List.of();
  private List<byte[]> broken = List.of();
  private List<List<String>> bodies = List.of();
  private List<Integer> bodyBytes = List.of();
  private int next;

  /** Makes the feeds. */
  @Setup
  public void makeFeeds() {
    xml = GeneratedFeeds.xml(FEEDS);
    json = GeneratedFeeds.json(FEEDS);
    broken = xml.stream().map(FeedBenchmark::unclosed).toList();
    bodies = xml.stream().map(feed -> bodies(parse(feed))).toList();
    bodyBytes = bodies.stream().map(FeedBenchmark::size).toList();
    stax.setProperty(XMLInputFactory.SUPPORT_DTD, false);
  }

  /** The whole: decoding, XML, mapping, dates. */
  @Benchmark
  public ParsedItems parse(Account account) {
    return new ParsedItems(parse(take(xml, account)));
  }

  /** The same, and every body made safe. */
  @Benchmark
  public int parseAndSanitise(Account account) {
    int length = 0;
    for (String body : bodies(parse(take(xml, account)))) {
      length += SafeMarkup.of(HtmlText.paragraphs(body, BASE)).html().length();
    }
    return length;
  }

  /** Bodies alone, in bytes of their own. */
  @Benchmark
  public int sanitise(Account account) {
    next = (next + 1) % bodies.size();
    account.read(bodyBytes.get(next));
    int length = 0;
    for (String body : bodies.get(next)) {
      length += SafeMarkup.of(HtmlText.paragraphs(body, BASE)).html().length();
    }
    return length;
  }

  /** Feeds with a tag that nobody closed, which strict, mended and lenient passes all read. */
  @Benchmark
  public ParsedItems parseBroken(Account account) {
    return new ParsedItems(parse(take(broken, account)));
  }

  /** JSON Feed. */
  @Benchmark
  public ParsedItems parseJson(Account account) {
    return new ParsedItems(parse(take(json, account)));
  }

  /** The peer. */
  @Benchmark
  public Object rome(Account account) throws IOException, FeedException {
    byte[] feed = take(xml, account);
    return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
  }

  /** Events out of bytes, and nothing made of them. */
  @Benchmark
  public int bareWoodstox(Account account) throws XMLStreamException {
    byte[] feed = take(xml, account);
    XMLStreamReader reader = stax.createXMLStreamReader(new ByteArrayInputStream(feed));
    int events = 0;
    while (reader.hasNext()) {
      events += reader.next();
    }
    reader.close();
    return events;
  }

  /** So that what was parsed is used. */
  public record ParsedItems(ParseResult.Parsed result) {}

  private byte[] take(List<byte[]> feeds, Account account) {
    next = (next + 1) % feeds.size();
    byte[] feed = feeds.get(next);
    account.read(feed.length);
    return feed;
  }

  private ParseResult.Parsed parse(byte[] feed) {
    if (parser.parse(new FeedInput(feed, null, BASE)) instanceof ParseResult.Parsed parsed) {
      return parsed;
    }
    throw new IllegalStateException("a generated feed was refused");
  }

  private static List<String> bodies(ParseResult.Parsed parsed) {
    List<String> bodies = new ArrayList<>();
    for (FeedItem item : parsed.feed().items()) {
      String body = item.content() == null ? item.summary() : item.content();
      if (body != null) {
        bodies.add(body);
      }
    }
    return bodies;
  }

  private static int size(List<String> texts) {
    return texts.stream().mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length).sum();
  }

  private static byte[] unclosed(byte[] feed) {
    String text = new String(feed, StandardCharsets.UTF_8);
    int at = text.indexOf("</title>");
    return (text.substring(0, at) + "<b>" + text.substring(at)).getBytes(StandardCharsets.UTF_8);
  }
}
