package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.fetch.FetcherTest.FEED;
import static org.tagwire.fetch.FetcherTest.SMALL;
import static org.tagwire.fetch.FetcherTest.assertFailed;
import static org.tagwire.fetch.FetcherTest.assertRefused;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Reason;
import org.tagwire.url.WebAddress;

/** Addresses that lead inside however they are written, and name servers that lie (N036–N056). */
class HostileAddressTest {
  private static final String PUBLIC = "8.8.4.4";

  private final ScriptedServer sentinel = ScriptedServer.always("200 OK", FEED);
  private final FetchWorld world =
      new FetchWorld(sentinel.port()).name("public.test", PUBLIC).name("site.test", PUBLIC);

  @AfterEach
  void closeTheSentinel() {
    sentinel.close();
  }

  static Stream<String> waysInside() {
    List<String> own =
        List.of(
            "http://127.0.1/",
            "http://127.0.0.0x1/",
            "http://00000177.0.0.1/",
            "http://0x7F.1/",
            "http://0/",
            "http://0x0/",
            "http://[::ffff:0x7f.0.0.1]/",
            "http://[0:0:0:0:0:ffff:127.0.0.1]/",
            "http://[::ffff:169.254.169.254]/",
            "http://[::10.0.0.1]/",
            "http://[64:ff9b::a00:1]/",
            "http://[64:ff9b:1::808:404]/",
            "http://[2002:a9fe:a9fe::]/",
            "http://[2001:0:808:404::f5ff:fffe]/",
            "http://[2606:4700::5efe:c0a8:1]/",
            "http://[fe80::1%25lo]/",
            "http://[::1%25]/",
            "http://[fd12:3456:789a::1]/",
            "http://100.100.100.200/",
            "http://192.0.0.192/",
            "http://168.63.129.16/",
            "http://１２７。０。０。１/",
            "http://⑯⑨.254.⑯⑨.254/",
            "http://127.0.0.1./",
            "http://site.test@127.0.0.1/",
            "http://127.0.0.1:80#@public.test/",
            "http:\\/\\/127.0.0.1/",
            "http:///////127.0.0.1/",
            "http://ＬＯＣＡＬＨＯＳＴ/",
            "http://kubernetes.default.svc.cluster.local/",
            "http://router.lan/",
            "http://wiki.corp./",
            "http://nas.home.arpa/",
            "http://1.0.0.127.in-addr.arpa@localhost/");
    Stream<String> given =
        Stream.of(
                "N040", "N041", "N042", "N043", "N044", "N045", "N046", "N047", "N048", "N049",
                "N050", "N051", "N052")
            .flatMap(id -> HostileHttp.texts(id).stream());
    return Stream.concat(own.stream(), given);
  }

  /**
   * Refused before any connection, by the reading of addresses or by the guard; where a browser
   * would read a public host, that host and no other is asked.
   */
  @ParameterizedTest
  @MethodSource("waysInside")
  void connectsToNothingInside(String written) {
    String text = written.replace("@SENTINEL@", Integer.toString(sentinel.port()));
    Optional<WebAddress> url = WebAddress.parse(text);
    boolean isPublic =
        url.map(WebAddress::host).filter(h -> Set.of("public.test").contains(h)).isPresent();

    url.ifPresent(
        address -> {
          FetchResult result = FetchWorld.get(world.settings(SMALL), address.href());
          if (isPublic) {
            assertThat(result).isInstanceOf(Fetched.class);
          } else {
            assertRefused(result, Reason.ADDRESS_BLOCKED);
          }
        });

    assertThat(world.connected()).allMatch((PUBLIC + ":80")::equals).hasSize(isPublic ? 1 : 0);
    assertThat(world.asked()).allMatch("public.test"::equals);
    assertThat(sentinel.connections()).isEqualTo(isPublic ? 1 : 0);
  }

  static List<String> ports() {
    return HostileHttp.texts(
        "N053",
        "http://site.test:443/",
        "http://site.test:1024/",
        "http://site.test:65535/",
        "http://site.test:1/",
        "http://site.test:23/",
        "http://site.test:1023/",
        "http://site.test:2049/",
        "http://site.test:5060/",
        "http://site.test:6000/",
        "http://site.test:10080/",
        "http://site.test:-1/",
        "http://site.test:8o/");
  }

  @ParameterizedTest
  @MethodSource("ports")
  void asksPortsOfTheWebOnly(String text) {
    Set<Integer> open = Set.of(80, 443, 1024, 8080, 65535);
    Optional<WebAddress> url = WebAddress.parse(text);

    url.ifPresent(
        address -> {
          FetchResult result = FetchWorld.get(world.settings(SMALL), text);
          if (open.contains(address.port())) {
            assertThat(result).isInstanceOf(Fetched.class);
          } else {
            assertRefused(result, Reason.PORT_BLOCKED);
          }
        });
    assertThat(url.isPresent())
        .isEqualTo(text.matches("http://site\\.test:([1-9]\\d{0,4})/") && !text.contains("65536"));
    assertThat(world.connected())
        .hasSize(url.filter(u -> open.contains(u.port())).isPresent() ? 1 : 0);
  }

  static List<String> corners() {
    return HostileHttp.texts(
        "N054",
        "hTTp://SITE.test:80/",
        "http://ſite.test/",
        "http://site.test:0080/",
        "http://site .test/",
        "http://site\u00ad.test/",
        "http://[1:2]/",
        "http://1.2.3/",
        "http://09.1.1.1/",
        "http://site.test/" + "a".repeat(3000),
        "http://site.test/../..//%2e%2e/x",
        "http://site.test/\u0001\u007f");
  }

  /** One reading for the check and for the connection: what is asked is what was judged. */
  @ParameterizedTest
  @MethodSource("corners")
  void asksTheHostItJudgedOrNobody(String text) {
    Optional<WebAddress> url = WebAddress.parse(text);

    url.ifPresent(
        address -> {
          assertThat(address.href()).doesNotContain("\t", "\n", " ");
          assertThat(WebAddress.parse(address.href())).contains(address);
          FetchResult result = FetchWorld.get(world.settings(SMALL), text);
          if (address.href().length() > 2048) {
            assertRefused(result, Reason.ADDRESS_TOO_LONG);
            assertThat(world.connected()).isEmpty();
          }
          assertThat(world.asked())
              .allMatch(name -> name.equals(address.host()))
              .allMatch(name -> name.equals(name.toLowerCase(java.util.Locale.ROOT)));
          assertThat(sentinel.requests())
              .allMatch(head -> head.contains("\r\nHost: " + address.host() + "\r\n"));
        });
    assertThat(world.connected()).allMatch((PUBLIC + ":80")::equals);
  }

  @Test
  void tellsApartWhatNameServersAnswer() {
    assertFailed(withNames("Name or service not known"), Kind.NAME_UNKNOWN);
    assertFailed(withNames("Temporary failure in name resolution"), Kind.NAME_SERVER_FAILED);
    assertFailed(withNames("Non-recoverable failure in name resolution"), Kind.NAME_SERVER_FAILED);
    assertFailed(withNames("No address associated with hostname"), Kind.NAME_WITHOUT_ADDRESS);
    assertFailed(with(name -> List.of(), SMALL), Kind.NAME_WITHOUT_ADDRESS);
    assertThat(
            Stream.of(Kind.values())
                .filter(Kind::isOurs)
                .filter(kind -> kind.name().startsWith("NAME")))
        .containsExactlyInAnyOrder(Kind.NAME_SERVER_FAILED, Kind.NAME_SERVER_SILENT);
  }

  @Test
  void waitsForNoNameServerThatIsSilent() {
    FetchLimits hasty =
        new FetchLimits(
            1 << 20,
            1 << 20,
            1 << 10,
            64 << 10,
            5,
            Duration.ofSeconds(30),
            Duration.ofMillis(200),
            1024);
    Names silent =
        name -> {
          while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(10_000_000_000L);
          }
          throw new UnknownHostException(name);
        };

    assertFailed(with(silent, hasty), Kind.NAME_SERVER_SILENT);
    assertThat(FetchLimits.DEFAULT.connect()).isEqualTo(Duration.ofSeconds(5));
  }

  private FetchResult withNames(String failure) {
    return with(
        name -> {
          throw new UnknownHostException(name + ": " + failure);
        },
        SMALL);
  }

  private FetchResult with(Names names, FetchLimits limits) {
    FetchSettings base = world.settings(limits);
    Surroundings around = base.surroundings();
    FetchResult result =
        FetchWorld.get(
            new FetchSettings(
                base.userAgent(),
                limits,
                base.reach(),
                base.gaps(),
                new Surroundings(around.clock(), around.ticker(), names, around.sockets())),
            "http://site.test/");
    assertThat(world.connected()).isEmpty();
    return result;
  }

  /** Sixteen of a thousand addresses that refuse are tried, and all of them were judged. */
  @Test
  void triesFewOfAThousandAddresses() {
    List<InetAddress> thousand =
        Stream.iterate(0, i -> i + 1)
            .limit(1000)
            .map(i -> InetAddress.ofLiteral("9.9." + i / 250 + "." + (i % 250 + 1)))
            .toList();
    sentinel.close();
    FetchSettings base = world.settings(SMALL);
    Surroundings around = base.surroundings();
    FetchSettings many =
        new FetchSettings(
            base.userAgent(),
            SMALL,
            base.reach(),
            base.gaps(),
            new Surroundings(around.clock(), System::nanoTime, name -> thousand, around.sockets()));

    assertFailed(FetchWorld.get(many, "http://many.test/"), Kind.CONNECT_FAILED);
    assertThat(world.connected()).hasSize(16);
  }

  /** An address that is not reached costs its time and no more than that. */
  @Test
  void triesTheNextAddressWhereOneAcceptsNothingOrNoRouteLeads() {
    world.name("three.test", "2606:4700::1111 9.9.9.9 " + PUBLIC);
    FetchSettings base = world.settings(SMALL);
    Surroundings around = base.surroundings();
    Sockets patchy =
        () ->
            new Socket(Proxy.NO_PROXY) {
              @Override
              public void connect(SocketAddress endpoint, int timeout) throws IOException {
                String address = ((InetSocketAddress) endpoint).getAddress().getHostAddress();
                if (address.contains(":")) {
                  throw new ConnectException("Network is unreachable");
                }
                if (address.equals("9.9.9.9")) {
                  throw new SocketTimeoutException("Connect timed out");
                }
                super.connect(new InetSocketAddress("127.0.0.1", sentinel.port()), timeout);
              }
            };
    FetchSettings settings =
        new FetchSettings(
            base.userAgent(),
            SMALL,
            base.reach(),
            base.gaps(),
            new Surroundings(around.clock(), System::nanoTime, around.names(), patchy));
    world.name("gone.test", "2606:4700::1111").name("deaf.test", "9.9.9.9");

    assertThat(FetchWorld.get(settings, "http://three.test/")).isInstanceOf(Fetched.class);
    assertFailed(FetchWorld.get(settings, "http://gone.test/"), Kind.NETWORK_DOWN);
    assertFailed(FetchWorld.get(settings, "http://deaf.test/"), Kind.CONNECT_FAILED);
  }

  @Test
  void keepsToTheAddressItJudgedThoughTheNameMoves() {
    world.name("moving.test", PUBLIC, "127.0.0.1").name("mixed.test", PUBLIC + " 127.0.0.1");
    try (Fetcher fetcher = new Fetcher(world.settings(SMALL))) {
      var moving = FetchRequest.feed(WebAddress.of("http://moving.test/"), Validators.NONE);
      var mixed = FetchRequest.feed(WebAddress.of("http://mixed.test/"), Validators.NONE);

      assertThat(fetcher.fetch(moving)).isInstanceOf(Fetched.class);
      assertRefused(fetcher.fetch(moving), Reason.ADDRESS_BLOCKED);
      assertRefused(fetcher.fetch(mixed), Reason.ADDRESS_BLOCKED);
    }
    assertThat(world.asked()).containsExactly("moving.test", "moving.test", "mixed.test");
    assertThat(world.connected()).containsExactly(PUBLIC + ":80");
  }

  /** Two names at one address share no connection: the pool goes by name and judged address. */
  @Test
  void keepsAConnectionForTheNameAndAddressItWasJudgedFor() {
    world.name("moving.test", PUBLIC, "8.8.8.8");
    try (Fetcher fetcher = new Fetcher(world.settings(SMALL))) {
      for (String name : List.of("moving.test", "moving.test", "site.test")) {
        fetcher.fetch(FetchRequest.feed(WebAddress.of("http://" + name + "/"), Validators.NONE));
      }
    }
    assertThat(world.connected()).containsExactly(PUBLIC + ":80", "8.8.8.8:80", PUBLIC + ":80");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http.proxy", "https.proxy", "socksProxy"})
  void ignoresTheProxiesOfTheEnvironment(String property) {
    String host = property + "Host";
    String port = property + "Port";
    System.setProperty(host, "127.0.0.1");
    System.setProperty(port, Integer.toString(sentinel.port()));
    try (var server = ScriptedServer.always("200 OK", FEED)) {
      assertThat(FetchWorld.get(FetchWorld.loopback(SMALL), server.url("/")))
          .isInstanceOf(Fetched.class);
      assertThat(sentinel.connections()).isZero();
      assertThat(server.requests()).singleElement().asString().startsWith("GET / HTTP/1.1");
    } finally {
      System.clearProperty(host);
      System.clearProperty(port);
    }
  }

  /** Nobody can have a header sent: what is sent is a fixed list. */
  @Test
  void asksItselfNothingAndSendsNoHeaderOfAnybodys() {
    FetchSettings settings = FetchWorld.loopback(SMALL);
    assertRefused(FetchWorld.get(settings, "http://own.example/api/admin"), Reason.ADDRESS_BLOCKED);

    FetchWorld.get(world.settings(SMALL), "http://site.test/");
    assertThat(sentinel.requests().getFirst().lines().skip(1).filter(line -> !line.isEmpty()))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactlyInAnyOrder("Host", "User-Agent", "Accept", "Accept-Encoding", "Connection");
  }
}
