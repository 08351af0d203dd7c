package org.tagwire.server.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import org.tagwire.server.control.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why something is as it is. */
@Command(
    name = "explain",
    description = "Says why a source, a page, a publisher, an article or a tag is as it is.",
    footer = {
      "",
      "Of a page: what is kept and why; of a publisher: what is cut from all its pages.",
      "Example: tagwire explain article https://www.example.org/news/1",
      "         tagwire explain page saved.html.gz --url https://www.example.org/news/1",
      "         tagwire explain tag ImogenPoots",
      "         tagwire explain tag https://www.example.org/news/1 ImogenPoots"
    })
final class Explain implements Runnable {
  private static final int MOST_BYTES = 8 << 20;

  private final Common common;

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description = "source, page, publisher, article or tag.")
  private String what = "";

  @Parameters(
      index = "1",
      paramLabel = "WHICH",
      description = "An address, a file with a page (may be gzip), a domain, an id or a tag.")
  private String which = "";

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "TAG",
      description = "With an article's id or address before it: why that article has this tag.")
  private String tag = "";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The address that a page in a file is from.")
  private String url = "";

  Explain(Common common) {
    this.common = common;
  }

  @Override
  public void run() {
    if (!tag.isEmpty() && !what.equals("tag")) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST,
          "only a tag is explained within an article: explain tag " + which + " " + tag);
    }
    Order order =
        tag.isEmpty() ? Order.of("explain", what, which) : Order.of("explain", what, which, tag);
    boolean isFile = what.equals("page") && (which.equals("-") || isFile(which));
    if (!url.isEmpty() && !isFile) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST,
          "--url goes with a page in a file, and '" + which + "' is no file");
    }
    common.order(
        isFile
            ? (url.isEmpty() ? order : order.with("url", url)).with(unpacked(common.read(which)))
            : order);
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private byte[] unpacked(byte[] bytes) {
    boolean gzip = bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    try (InputStream in =
        gzip
            ? new GZIPInputStream(new ByteArrayInputStream(bytes))
            : new ByteArrayInputStream(bytes)) {
      byte[] page = in.readNBytes(MOST_BYTES);
      if (page.length == 0) {
        throw new TagwireException(ErrorCode.BAD_REQUEST, which + " is empty");
      }
      return page;
    } catch (IOException e) {
      throw Common.unreadable(which, e);
    }
  }
}
