package org.tagwire.newsstand.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.newsstand.press.Slots;
import org.tagwire.newsstand.site.Resource;

/**
 * A page in a gzip file. Its Content-Type says no charset, as the one it was sent with is not
 * known.
 */
record StoredPage(Path file, WebAddress address) implements Leaf {

  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>([^<]*)</title", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHARSET =
      Pattern.compile("<meta[^>]+charset=[\"']?([\\w-]+)", Pattern.CASE_INSENSITIVE);

  @Override
  public String publisher() {
    return address.host();
  }

  @Override
  public Instant since() {
    return Instant.EPOCH;
  }

  @Override
  public Resource page() {
    try {
      return Resource.ofGzip(
          "text/html", Files.readAllBytes(file), Files.getLastModifiedTime(file).toInstant());
    } catch (IOException e) {
      throw new UncheckedIOException("the stored page " + file + " cannot be read", e);
    }
  }

  @Override
  public Slots announcement() {
    return Slots.empty()
        .text("title", title())
        .text("day", "")
        .text("author", "")
        .text("content", "");
  }

  /** The page's title as a feed would give it, or its address where it has none. */
  private String title() {
    byte[] bytes = page().plain();
    String start = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher charset = CHARSET.matcher(start);
    String text = charset.find() ? new String(bytes, charset(charset.group(1))) : utf8(bytes);
    Matcher title = TITLE.matcher(text);
    String words = title.find() ? plain(title.group(1)) : "";
    return words.isEmpty() ? address.host() + address.target() : words;
  }

  private static String plain(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#039;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replaceAll("[\\p{Cntrl}\\s]+", " ")
        .strip();
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
