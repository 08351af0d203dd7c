package org.tagwire.proof;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tagwire.server.site.Route;
import org.tagwire.server.site.Site;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Colophon;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.Redress;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.Who;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.server.works.Works;

/** A public site over a works, whose every surface a stranger looks at. */
final class PublicHouse implements AutoCloseable {
  static final String PASSWORD = "a lantern for the owner";
  private static final List<String> SUFFIXES = List.of("", ".rss", ".atom", ".json", ".txt");

  private final SettableClock clock;
  private final Javalin server;
  private final Site site;

  PublicHouse(Works works, SettableClock clock) {
    this.clock = clock;
    SiteOptions options =
        new SiteOptions(
            SiteOptions.Mode.PUBLIC,
            URI.create("https://news.example"),
            true,
            "The Lantern",
            "desk@news.example",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ENGLISH,
            Map.of());
    this.site =
        new Site(
            new SiteContext(
                    Questions.of(works.store(), works::index),
                    options,
                    OwnerPassword.of(
                        OwnerPassword.hash(PASSWORD, new java.security.SecureRandom())
                            .orElseThrow()),
                    clock,
                    works::applied)
                .with(
                    Colophon.PLAIN,
                    new Redress(works.ombudsman(), works.takedowns(), works.rulebook())));
    this.server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jetty.host = "127.0.0.1";
                  site.install(config);
                })
            .start(0);
  }

  /**
   * Returns what a stranger is shown on every route of the table, by address, with each of these
   * values in each gap; what is not there is left out.
   */
  Map<String, String> surfaces(List<String> values) {
    // What is kept for half a minute is not what is asked about here.
    clock.advance(java.time.Duration.ofSeconds(31));
    Map<String, String> shown = new TreeMap<>();
    for (Route route : site.routes()) {
      if (route.method() == Route.Method.GET && route.who() != Who.OWNER) {
        for (String path : paths(route.path(), values)) {
          HttpResponse<String> response = get(path);
          if (response.statusCode() == 200) {
            shown.put(path, response.body());
          }
        }
      }
    }
    return shown;
  }

  private static Set<String> paths(String path, List<String> values) {
    if (!path.contains("{") && !path.contains("<")) {
      return new LinkedHashSet<>(
          List.of(path, path + "?q=Story", path + "?q=Mil", path + "?q=Jan"));
    }
    Set<String> filled = new LinkedHashSet<>();
    for (String value : values) {
      for (String suffix : SUFFIXES) {
        String written = Addresses.encode(value + suffix);
        filled.add(path.replaceAll("\\{[^}]*\\}|<[^>]*>", written));
      }
    }
    return filled;
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return send(request.build());
  }

  HttpResponse<String> asOwner(String path) {
    return get(path, "Authorization", authorization());
  }

  /** Sends a form as it stands on a page of ours. */
  HttpResponse<String> post(String path, Map<String, String> fields, boolean owner) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(Addresses.encode(name))
                .append('=')
                .append(Addresses.encode(value)));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    if (owner) {
      request.header("Authorization", authorization());
    }
    return send(request.build());
  }

  private static String authorization() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("owner:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  private URI address(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }

  private HttpResponse<String> send(HttpRequest request) {
    // A connection of its own: one that was kept may be closed while a busy machine thinks.
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
