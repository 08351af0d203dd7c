package org.tagwire.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.IpAddress;
import org.tagwire.url.WebAddress;

/** One request to one judged address and its answer, within the limits. Safe for threads. */
final class Exchange {
  private static final int DRAIN = 8 << 10;
  private static final int MAX_VALIDATOR = 8 << 10;
  private static final ContentType FORM_TYPE = ContentType.create(Form.TYPE);

  private final Transport transport;
  private final FetchLimits limits;
  private final LongSupplier ticker;
  private final String userAgent;
  private final @Nullable HttpProxy proxy;

  Exchange(Transport transport, FetchSettings settings) {
    this.transport = transport;
    this.limits = settings.limits();
    this.ticker = settings.surroundings().ticker();
    this.userAgent = settings.userAgent();
    this.proxy = settings.proxy();
  }

  /** What one exchange ends in. */
  sealed interface Outcome {}

  /**
   * A server's answer.
   *
   * @param status the status code
   * @param headers those somebody reads
   * @param location where it redirects to, as written
   * @param validators what it gave to compare with
   * @param body what was read of its body; empty but for 2xx
   * @param partial whether the body was cut off
   */
  @SuppressWarnings("ArrayRecordComponent") // private to the package, handed on once
  record Answer(
      int status,
      ResponseHeaders headers,
      @Nullable String location,
      Validators validators,
      byte[] body,
      boolean partial)
      implements Outcome {
    Optional<String> findLocation() {
      return Optional.ofNullable(location);
    }
  }

  /** No answer, or none that may be read. */
  record Stopped(FetchResult result) implements Outcome {}

  /**
   * What is asked of one hop.
   *
   * @param url where
   * @param addresses the judged addresses, tried in order until one connects
   * @param request the request it belongs to
   * @param deadline when all of it must be over, in ticker time
   */
  record Hop(WebAddress url, List<IpAddress> addresses, FetchRequest request, long deadline) {
    Hop {
      addresses = List.copyOf(addresses);
    }
  }

  Outcome perform(Hop hop) {
    Outcome last =
        new Stopped(
            new FetchResult.Failed(FetchResult.Kind.TIMEOUT, "no time was left to connect"));
    for (IpAddress address : hop.addresses()) {
      if (hop.deadline() - ticker.getAsLong() <= 0) {
        return last;
      }
      // What only reads may be sent again when a kept connection turns out closed (RFC 9110
      // §9.2.2).
      last = attempt(hop, address, hop.request().findForm().isEmpty());
      boolean another =
          last instanceof Stopped(FetchResult.Failed failed)
              && (failed.kind() == FetchResult.Kind.CONNECT_FAILED
                  || (proxy == null && failed.kind() == FetchResult.Kind.NETWORK_DOWN));
      if (!another) {
        return last;
      }
    }
    return last;
  }

  private Outcome attempt(Hop hop, IpAddress address, boolean mayRepeat) {
    CancellableRequest request;
    HttpHost target;
    try {
      HttpHost host = target(hop.url(), address);
      HttpProxy door = inFull(hop.url()) ? proxy : null;
      target = door == null ? host : Dialler.toProxy(door);
      request = request(hop, host);
      if (door != null) {
        request.setAbsoluteRequestUri(true);
        door.findAuthorization().ifPresent(key -> request.setHeader("Proxy-Authorization", key));
      }
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(
          "an address of " + address.bytes().length + " bytes", impossible);
    }
    Future<?> alarm = transport.alarm(request, hop.deadline() - ticker.getAsLong());
    try {
      ClassicHttpResponse response = transport.send(target, request);
      try {
        return answer(hop, request, response);
      } finally {
        Transport.release(response);
      }
    } catch (NoHttpResponseException stale) {
      // The server closed a kept connection just as we used it.
      return mayRepeat && !request.isExpired()
          ? attempt(hop, address, false)
          : failed(request, hop, stale);
    } catch (IOException failure) {
      return failed(request, hop, failure);
    } finally {
      alarm.cancel(false);
    }
  }

  private static Outcome failed(CancellableRequest request, Hop hop, IOException failure) {
    return new Stopped(Failures.of(failure, hop.url().host(), request.isExpired()));
  }

  private static HttpHost target(WebAddress url, IpAddress address) throws UnknownHostException {
    String host = url.host();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    InetAddress judged = InetAddress.getByAddress(bare, address.bytes());
    return new HttpHost(url.isSecure() ? "https" : "http", judged, bare, url.port());
  }

  /**
   * Whether a request is written in full to a proxy instead of through a tunnel: plain http to an
   * address, which nobody can resolve to another.
   */
  private boolean inFull(WebAddress url) {
    return !url.isSecure() && IpAddress.ofHost(url.host()).isPresent();
  }

  private CancellableRequest request(Hop hop, HttpHost target) {
    WebAddress url = hop.url();
    Optional<Form> form = hop.request().findForm();
    String method = form.isPresent() ? "POST" : "GET";
    CancellableRequest request = new CancellableRequest(method, target, url.target());
    boolean ownPort = url.port() == (url.isSecure() ? 443 : 80);
    request.setAuthority(new URIAuthority(target.getHostName(), ownPort ? -1 : url.port()));
    request.setHeader("User-Agent", userAgent);
    request.setHeader("Accept", hop.request().kind().accept());
    request.setHeader("Accept-Encoding", Decoding.offered());
    url.findUserInfo().ifPresent(userInfo -> request.setHeader("Authorization", basic(userInfo)));
    hop.request()
        .validators()
        .findEtag()
        .ifPresent(etag -> request.setHeader("If-None-Match", etag));
    hop.request()
        .validators()
        .findLastModified()
        .ifPresent(date -> request.setHeader("If-Modified-Since", date));
    form.ifPresent(sent -> request.setEntity(new ByteArrayEntity(sent.encoded(), FORM_TYPE)));
    return request;
  }

  private static String basic(String userInfo) {
    byte[] plain = WebAddress.decode(userInfo).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }

  private Outcome answer(Hop hop, CancellableRequest request, ClassicHttpResponse response)
      throws IOException {
    ResponseHeaders.Collector headers = new ResponseHeaders.Collector();
    List<String> encodings = new ArrayList<>(1);
    String location = null;
    String etag = null;
    String lastModified = null;
    int size = 0;
    for (Iterator<Header> each = response.headerIterator(); each.hasNext(); ) {
      Header header = each.next();
      String value = header.getValue() == null ? "" : header.getValue();
      size += header.getName().length() + value.length() + 4;
      headers.add(header.getName(), value);
      switch (header.getName().length()) {
        case 4 -> etag = header.getName().equalsIgnoreCase("etag") ? value : etag;
        case 8 -> location = header.getName().equalsIgnoreCase("location") ? value : location;
        case 13 ->
            lastModified =
                header.getName().equalsIgnoreCase("last-modified") ? value : lastModified;
        case 16 -> {
          if (header.getName().equalsIgnoreCase("content-encoding")) {
            encodings.add(value);
          }
        }
        default -> {}
      }
    }
    if (size > limits.headerBytes()) {
      request.cancel();
      return refused(
          FetchResult.Reason.HEADERS_TOO_LARGE, hop, "sent " + size + " bytes of headers");
    }
    int status = response.getCode();
    if (status == 407 && proxy != null && inFull(hop.url())) {
      throw Tunnel.unauthorised(proxy);
    }
    Validators validators = new Validators(sendable(etag), sendable(lastModified));
    Answer answer = new Answer(status, headers.done(), location, validators, new byte[0], false);
    if (status < 200 || status > 299) {
      drain(request, response);
      return answer;
    }
    return withBody(hop, request, response, answer, encodings);
  }

  /** Returns a validator that can be sent back byte for byte; one that cannot is worth nothing. */
  private static @Nullable String sendable(@Nullable String value) {
    boolean sendable =
        value != null
            && !value.isBlank()
            && value.length() <= MAX_VALIDATOR
            && value
                .chars()
                .allMatch(c -> c == '\t' || (c >= 0x20 && c <= 0x7e) || (c >= 0xa0 && c <= 0xff));
    return sendable ? value : null;
  }

  private Outcome withBody(
      Hop hop,
      CancellableRequest request,
      ClassicHttpResponse response,
      Answer answer,
      List<String> encodings)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return answer;
    }
    Optional<Decoding> decoding = Decoding.of(encodings);
    if (decoding.isEmpty()) {
      request.cancel();
      return refused(FetchResult.Reason.ENCODING_LAYERS, hop, "coded its body more than once");
    }
    int most = limits.bytesFor(hop.request().kind());
    Body body =
        Body.read(
            entity.getContent(),
            decoding.get(),
            new Body.Bounds(most, limits.bytesPerSecond()),
            ticker);
    if (body.end() != Body.End.WHOLE) {
      request.cancel();
    }
    return switch (body.end()) {
      case WHOLE -> answer(answer, body, false);
      case CUT -> answer(answer, body, true);
      case TOO_SLOW ->
          new Stopped(
              new FetchResult.Failed(
                  FetchResult.Kind.TOO_SLOW, hop.url().host() + " sends less than 1 KiB a second"));
      case TOO_LARGE ->
          hop.request().kind().isReadInPart()
              ? answer(answer, body, true)
              : refused(
                  FetchResult.Reason.TOO_LARGE, hop, "sent more than " + most + " decoded bytes");
    };
  }

  private static Answer answer(Answer answer, Body body, boolean partial) {
    Validators validators = partial ? Validators.NONE : answer.validators();
    return new Answer(
        answer.status(), answer.headers(), answer.location(), validators, body.bytes(), partial);
  }

  private static Stopped refused(FetchResult.Reason reason, Hop hop, String what) {
    return new Stopped(
        new FetchResult.Refused(reason, hop.url().host() + " " + what + "; not read"));
  }

  /** Reads a short body nobody wants, so that the connection can be used again; cuts a long one. */
  private static void drain(CancellableRequest request, ClassicHttpResponse response)
      throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return;
    }
    boolean shortOne = entity.getContentLength() >= 0 && entity.getContentLength() <= DRAIN;
    if (!shortOne) {
      request.cancel();
      return;
    }
    try (InputStream content = entity.getContent()) {
      content.skipNBytes(entity.getContentLength());
      // The stream hands the connection back when it has seen its own end.
      content.read();
    }
  }
}
