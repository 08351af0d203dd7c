package org.tagwire.newsstand;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.press.Press;
import org.tagwire.newsstand.site.World;

/** A stand with a settable clock, and a reader that asks it over real loopback HTTP. */
final class FixtureStand implements AutoCloseable {

  static final Instant START = Instant.parse("2031-05-14T12:00:00Z");

  final SettableClock clock = new SettableClock(START);
  final Newsstand stand;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  FixtureStand() throws IOException {
    this(new Press(Newsroom.ofResources("fixture")));
  }

  FixtureStand(World world) throws IOException {
    stand = Newsstand.open(world, Options.at(clock).logging(50));
  }

  /** Gets a target; headers are pairs of name and value. */
  HttpResponse<byte[]> get(String host, String target, String... headers)
      throws IOException, InterruptedException {
    return send("GET", host, target, headers);
  }

  HttpResponse<byte[]> send(String method, String host, String target, String... headers)
      throws IOException, InterruptedException {
    InetAddress address = Objects.requireNonNull(stand.hosts().get(host), host);
    var uri = URI.create("http://" + address.getHostAddress() + ":" + stand.port() + target);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(20))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  String text(String host, String target) throws IOException, InterruptedException {
    return new String(get(host, target).body(), StandardCharsets.UTF_8);
  }

  String origin(String host) {
    return stand.dateline().origin(host);
  }

  @Override
  public void close() {
    client.close();
    stand.close();
  }
}
