package org.tagwire.server.office;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.tagwire.model.Failpoints;
import org.tagwire.server.control.Order;
import org.tagwire.server.control.Report;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.site.Site;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Keys;
import org.tagwire.server.web.Questions;
import org.tagwire.server.web.SiteContext;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.server.works.Works;

/** A site with its works on a port of its own, a clock that is set, and a browser. */
final class LocalOffice implements AutoCloseable {
  static final String PROOF = "proof-for-the-first-password";

  private final Works works;
  private final Keys keys;
  private final Site site;
  private final Javalin server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> safe = new HashMap<>();
  private Instant now = Instant.parse("2031-05-14T12:00:00Z");

  LocalOffice(Path directory, SiteOptions options, Map<String, String> settings) {
    Map<String, String> said =
        new HashMap<>(Map.of("embedding", "off", "understand", "off", "own-host-gap", "0"));
    said.putAll(settings);
    works =
        Works.open(
            new Works.Surroundings(directory, SettingsReader.of(said), () -> now, Failpoints.NONE));
    keys =
        Keys.of(
            new Keys.Safe() {
              @Override
              public Optional<String> find(String name) {
                return Optional.ofNullable(safe.get(name));
              }

              @Override
              public void keep(String name, String value) {
                safe.put(name, value);
              }
            },
            options.isAtHome() ? Optional.empty() : Optional.of(PROOF));
    site =
        new Site(
            new SiteContext(
                Questions.of(works.store(), works::index),
                options,
                keys,
                () -> now,
                works::applied),
            works);
    server =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jetty.host = "127.0.0.1";
                  site.install(config);
                })
            .start(0);
  }

  static SiteOptions options(SiteOptions.Mode mode, String base) {
    return new SiteOptions(
        mode,
        base.isEmpty() ? null : URI.create(base),
        true,
        "The Wire",
        "desk@example.org",
        ZoneOffset.UTC,
        Digits.AUTO,
        Edition.ENGLISH,
        Map.of());
  }

  Works works() {
    return works;
  }

  Keys keys() {
    return keys;
  }

  Site site() {
    return site;
  }

  /** Returns all that is kept over a restart, as text. */
  String kept() {
    return safe.toString();
  }

  Addresses addresses() {
    return new Addresses("", Map.of());
  }

  /** Takes in articles, a line of JSON each, and waits until they can be found. */
  void load(String articles) {
    Bureau bureau = new Bureau(works);
    Order load = Order.of("load").with(articles.getBytes(StandardCharsets.UTF_8));
    bureau.carryOut(load, new Silent());
    bureau.carryOut(Order.of("settle"), new Silent());
  }

  private static final class Silent implements Report {
    @Override
    public void line(String text) {}

    @Override
    public void note(String text) {}

    @Override
    public void progress(String what, long done, long total) {}
  }

  void advance(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  /** Sets the first password and forgets that it was signed in. */
  void setPassword(String password) {
    if (keys.setFirst(PROOF, password, "192.0.2.1", now) instanceof Keys.Opened) {
      keys.sessions().closeAll();
    } else {
      throw new AssertionError("the password was not set");
    }
  }

  HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
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

  HttpResponse<String> get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Sends lines as they are and returns the whole answer. */
  String raw(String... lines) {
    String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a browser that has no cookie yet. */
  Browser browser() {
    return new Browser("");
  }

  /** Returns a browser whose owner has signed in. */
  Browser signedIn(String password) {
    Browser browser = browser();
    HttpResponse<String> answer =
        browser.submit("/en/sign-in", "/en/sign-in", Map.of("password", password));
    if (answer.statusCode() != 303) {
      throw new AssertionError("signing in answered " + answer.statusCode());
    }
    return browser;
  }

  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> Addresses.encode(e.getKey()) + "=" + Addresses.encode(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Keeps its cookie and fills in forms as they stand on pages. */
  final class Browser {
    private String cookie;

    Browser(String cookie) {
      this.cookie = cookie;
    }

    String cookie() {
      return cookie;
    }

    HttpResponse<String> get(String path, String... headers) {
      return send("GET", path, "", with(headers));
    }

    Document page(String path) {
      return Jsoup.parse(get(path).body());
    }

    private String[] with(String... headers) {
      List<String> all = new java.util.ArrayList<>(List.of(headers));
      all.addAll(List.of("Accept", "text/html,*/*;q=0.8"));
      if (!cookie.isEmpty()) {
        all.addAll(List.of("Cookie", cookie));
      }
      return all.toArray(String[]::new);
    }

    /** Returns the mark of the forms on a page. */
    String token(String path) {
      var field = page(path).selectFirst("input[name=token]");
      return field == null ? "" : field.attr("value");
    }

    /** Fills in the form that a page sends to {@code action}. */
    HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
      Map<String, String> all = new HashMap<>();
      page(page)
          .select("form[action=" + action + "] input[type=hidden]")
          .forEach(hidden -> all.put(hidden.attr("name"), hidden.attr("value")));
      all.put("token", token(page));
      all.putAll(fields);
      return post(action, encode(all));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
      List<String> form = new java.util.ArrayList<>(List.of(headers));
      if (!form.contains("Content-Type")) {
        form.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
      }
      HttpResponse<String> answer = send("POST", path, body, with(form.toArray(String[]::new)));
      answer
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(given -> cookie = given.substring(0, given.indexOf(';')));
      return answer;
    }
  }

  @Override
  public void close() {
    client.close();
    server.stop();
    works.close();
  }
}
