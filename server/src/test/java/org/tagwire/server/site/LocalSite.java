package org.tagwire.server.site;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.Limits;
import org.tagwire.server.web.Listening;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.PictureWay;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;

/** A real site on a port of its own, and a client that talks to it. */
final class LocalSite implements AutoCloseable {
  private final Javalin server;
  private final Site site;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicLong change = new AtomicLong(7);

  LocalSite(Newsroom newsroom, SiteOptions options, OwnerPassword password) {
    this(newsroom, options, password, () -> SampleNews.NOW, Limits.NONE);
  }

  LocalSite(
      Newsroom newsroom,
      SiteOptions options,
      OwnerPassword password,
      InstantSource clock,
      Limits limits) {
    this.site =
        new Site(
            new SiteContext(newsroom.questions(), options, password, clock, change::get)
                .with(limits));
    this.server = start(site);
  }

  LocalSite(Newsroom newsroom, SiteOptions options, OwnerPassword password, PictureWay pictures) {
    this.site =
        new Site(
            new SiteContext(
                    newsroom.questions(), options, password, () -> SampleNews.NOW, change::get)
                .with(pictures));
    this.server = start(site);
  }

  private static Javalin start(Site site) {
    return Javalin.create(
            config -> {
              Listening.install(config);
              config.jetty.host = "127.0.0.1";
              site.install(config);
            })
        .start(0);
  }

  static LocalSite of(Newsroom newsroom) {
    return new LocalSite(newsroom, SiteOptions.plain(ZoneOffset.UTC), OwnerPassword.unset());
  }

  Site site() {
    return site;
  }

  int port() {
    return server.port();
  }

  String address(String path) {
    return "http://localhost:" + port() + path;
  }

  /** Says that something was placed. */
  void change() {
    change.incrementAndGet();
  }

  String page(String path) {
    HttpResponse<String> response = get(path);
    if (response.statusCode() != 200) {
      throw new AssertionError(
          path + " answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(path)))
            .method(method, HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends bytes as they are, for what no client would send, and returns the whole answer. */
  String raw(String requestLine, String host) {
    String request = requestLine + "\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    site.close();
    server.stop();
  }
}
