package org.tagwire.newsstand;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.tagwire.newsstand.http.Answer;
import org.tagwire.newsstand.http.Body;
import org.tagwire.newsstand.http.Header;
import org.tagwire.newsstand.http.Request;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;

/** Answers as a fault demands. */
final class Mischief {

  private Mischief() {}

  static Answer answer(Fault fault, Request request, Reply reply, Instant now) {
    return switch (fault) {
      case Fault.AlwaysNotModified _ -> new Answer.Full(304, Presentation.base(now), Body.NONE);
      case Fault.TooManyRequests tooMany -> tooMany(tooMany, now);
      case Fault.ServerError error ->
          Presentation.text(error.status(), "out of order on purpose", now);
      case Fault.RedirectLoop _ -> Presentation.redirect(302, other(request.target()), now);
      case Fault.ConnectionReset _ -> new Answer.Reset();
      case Fault.OfBody spoiling -> spoilt(spoiling, request, reply, now);
    };
  }

  private static Answer spoilt(Fault.OfBody fault, Request request, Reply reply, Instant now) {
    if (!(reply instanceof Reply.Found found)) {
      return Presentation.answer(request, reply, now);
    }
    Resource resource = found.resource();
    String type = resource.contentType();
    return switch (fault) {
      case Fault.SlowDrip drip -> ok(type, Body.dripped(resource.plain(), drip.pause()), now);
      case Fault.HugeBody huge -> ok(type, Body.padded(resource.plain(), huge.bytes()), now);
      case Fault.WrongCharset wrong ->
          ok(withCharset(type, wrong.charset()), Body.whole(resource.plain()), now);
      case Fault.TruncatedGzip _ -> truncated(resource, now);
    };
  }

  private static Answer truncated(Resource resource, Instant now) {
    byte[] whole = resource.gzipped();
    byte[] part = Arrays.copyOf(whole, whole.length / 2);
    List<Header> headers = Presentation.base(now);
    headers.add(new Header("Content-Type", resource.contentType()));
    headers.add(new Header("Content-Encoding", "gzip"));
    return new Answer.Full(200, headers, Body.whole(part));
  }

  private static Answer ok(String type, Body body, Instant now) {
    List<Header> headers = Presentation.base(now);
    headers.add(new Header("Content-Type", type));
    return new Answer.Full(200, headers, body);
  }

  private static Answer tooMany(Fault.TooManyRequests fault, Instant now) {
    List<Header> headers = Presentation.base(now);
    headers.add(new Header("Retry-After", Long.toString(fault.retryAfter().toSeconds())));
    return new Answer.Full(429, headers, Body.NONE);
  }

  private static String withCharset(String type, String charset) {
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)) + "; charset=" + charset;
  }

  private static String other(String target) {
    String mark = "loop=1";
    if (target.endsWith(mark)) {
      return target.substring(0, target.length() - mark.length() - 1);
    }
    return target + (target.contains("?") ? "&" : "?") + mark;
  }
}
