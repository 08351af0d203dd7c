package org.tagwire.newsstand.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The requests and answers of one connection, one after the other (RFC 9112). */
final class Conversation {

  private static final int IDLE_MILLIS = 30_000;

  private final SocketChannel channel;
  private final Handler handler;
  private final InetAddress local;

  Conversation(SocketChannel channel, Handler handler) throws IOException {
    this.channel = channel;
    this.handler = handler;
    this.local = ((InetSocketAddress) channel.getLocalAddress()).getAddress();
  }

  /** Answers until one side wants to end. */
  void hold() throws IOException {
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.socket().setSoTimeout(IDLE_MILLIS);
    InputStream in = new BufferedInputStream(channel.socket().getInputStream());
    OutputStream out = new BufferedOutputStream(channel.socket().getOutputStream(), 16 * 1024);
    boolean more = true;
    while (more) {
      more = exchange(in, out);
    }
  }

  private boolean exchange(InputStream in, OutputStream out) throws IOException {
    Optional<Request> request;
    try {
      request = RequestHead.read(in);
    } catch (SocketTimeoutException idle) {
      return false;
    } catch (MalformedRequest e) {
      send(out, refusal(400, e.reason()), false, false);
      return false;
    }
    if (request.isEmpty()) {
      return false;
    }
    return reply(request.get(), out);
  }

  private boolean reply(Request request, OutputStream out) throws IOException {
    boolean head = request.wantsHeadOnly();
    if (!head && !request.method().equals("GET")) {
      // A body may follow that nobody will read, so the connection cannot be kept.
      send(out, refusal(405, "only GET and HEAD are answered"), false, false);
      return false;
    }
    boolean wantsMore = !"close".equalsIgnoreCase(request.header("connection").orElse(""));
    return switch (answer(request)) {
      case Answer.Full full -> send(out, full, head, wantsMore);
      case Answer.Reset _ -> reset();
    };
  }

  private Answer answer(Request request) {
    try {
      return handler.answer(local, request);
    } catch (UncheckedIOException e) {
      // What a page is made from cannot be read: the client must see that as a 500.
      System.getLogger(Conversation.class.getName())
          .log(System.Logger.Level.ERROR, "could not answer " + request.target(), e);
      return refusal(500, String.valueOf(e.getMessage()));
    }
  }

  private boolean reset() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    return false;
  }

  private static boolean send(OutputStream out, Answer.Full answer, boolean head, boolean wantsMore)
      throws IOException {
    // A 304 has no body, and a length there would be that of the page (RFC 9110, 15.4.5).
    boolean bodiless = answer.status() == 304;
    boolean more = wantsMore && (bodiless || answer.body().length().isPresent());
    var text = new StringBuilder(256).append("HTTP/1.1 ").append(answer.status());
    text.append(' ').append(Status.phrase(answer.status())).append("\r\n");
    for (Header header : answer.headers()) {
      text.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (!bodiless) {
      answer
          .body()
          .length()
          .ifPresent(n -> text.append("Content-Length: ").append(n).append("\r\n"));
    }
    text.append(more ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
    out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (!head && !bodiless) {
      answer.body().writeTo(out);
    }
    out.flush();
    return more;
  }

  private static Answer.Full refusal(int status, String reason) {
    byte[] text = (reason + "\n").getBytes(StandardCharsets.UTF_8);
    return new Answer.Full(
        status, List.of(new Header("Content-Type", "text/plain; charset=utf-8")), Body.whole(text));
  }
}
