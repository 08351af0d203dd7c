package org.tagwire.newsstand;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tagwire.newsstand.http.Answer;
import org.tagwire.newsstand.http.Body;
import org.tagwire.newsstand.http.Header;
import org.tagwire.newsstand.http.Request;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;

/** Dresses replies as HTTP: validators, conditional requests (RFC 9110, 13), compression. */
final class Presentation {

  private Presentation() {}

  static Answer.Full answer(Request request, Reply reply, Instant now) {
    return switch (reply) {
      case Reply.Found found -> found(request, found.resource(), now);
      case Reply.Moved moved -> redirect(301, moved.location(), now);
      case Reply.Gone gone -> {
        List<Header> headers = base(now);
        headers.add(new Header("Content-Type", gone.notice().contentType()));
        yield new Answer.Full(410, headers, Body.whole(gone.notice().plain()));
      }
      case Reply.Missing _ -> text(404, "nothing here: " + request.target(), now);
    };
  }

  static Answer.Full redirect(int status, String location, Instant now) {
    List<Header> headers = base(now);
    headers.add(new Header("Location", location));
    return new Answer.Full(status, headers, Body.NONE);
  }

  static Answer.Full text(int status, String text, Instant now) {
    List<Header> headers = base(now);
    headers.add(new Header("Content-Type", "text/plain; charset=utf-8"));
    byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
    return new Answer.Full(status, headers, Body.whole(bytes));
  }

  /** The headers of every answer, in a list that may be added to. */
  static List<Header> base(Instant now) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Date", HttpDates.format(now)));
    headers.add(new Header("Server", "newsstand"));
    return headers;
  }

  private static Answer.Full found(Request request, Resource resource, Instant now) {
    boolean zipped = resource.compressible() && request.acceptsGzip();
    List<Header> headers = base(now);
    // A compressed twin is not the same bytes, so its tag can only be weak (RFC 9110, 8.8.3.3).
    headers.add(new Header("ETag", (zipped ? "W/" : "") + resource.entityTag()));
    headers.add(new Header("Last-Modified", HttpDates.format(resource.lastModified())));
    if (resource.compressible()) {
      headers.add(new Header("Vary", "Accept-Encoding"));
    }
    if (isUnchanged(request, resource)) {
      return new Answer.Full(304, headers, Body.NONE);
    }
    headers.add(new Header("Content-Type", resource.contentType()));
    if (zipped) {
      headers.add(new Header("Content-Encoding", "gzip"));
    }
    return new Answer.Full(
        200, headers, Body.whole(zipped ? resource.gzipped() : resource.plain()));
  }

  /** If-Modified-Since counts only where there is no If-None-Match (RFC 9110, 13.1.3). */
  private static boolean isUnchanged(Request request, Resource resource) {
    var tags = request.header("if-none-match");
    if (tags.isPresent()) {
      return matches(tags.get(), resource.entityTag());
    }
    return request
        .header("if-modified-since")
        .flatMap(HttpDates::parse)
        .filter(since -> !resource.lastModified().isAfter(since))
        .isPresent();
  }

  private static boolean matches(String tags, String own) {
    for (String tag : tags.split(",", -1)) {
      String bare = tag.strip();
      if (bare.equals("*") || bare.equals(own) || bare.equals("W/" + own)) {
        return true;
      }
    }
    return false;
  }
}
