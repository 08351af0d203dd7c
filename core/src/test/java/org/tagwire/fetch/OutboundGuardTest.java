package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Reason;
import org.tagwire.fetch.FetchResult.Refused;
import org.tagwire.url.IpAddress;

class OutboundGuardTest {
  private static final String PUBLIC = "8.8.4.4";

  private final ScriptedServer server =
      ScriptedServer.always("200 OK", "hello".getBytes(StandardCharsets.UTF_8));
  private final FetchWorld world = new FetchWorld(server.port());

  @AfterEach
  void closeTheServer() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.4.4",
        "::ffff:127.0.0.1",
        "::ffff:0:8.8.4.4",
        "64:ff9b::10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::8.8.4.4",
        "100::1",
        "100:0:0:1::1",
        "2001::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
        "2001:2::1",
        "2001:10::1",
        "2001:20::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2002:c0a8:101::1",
        "2606:4700::5efe:10.0.0.1",
        "2606:4700::200:5efe:7f00:1",
        "3fff::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:dead:beef::50",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void keepsAwayFromEveryAddressThatIsNotPublic(String literal) {
    assertThat(SpecialAddresses.isPublic(IpAddress.parse(literal).orElseThrow())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.4.4",
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.1.1",
        "172.15.1.1",
        "172.32.0.1",
        "192.167.1.1",
        "198.17.1.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "::ffff:8.8.4.4",
        "64:ff9b::808:404",
        "2002:808:404::1",
        "2606:4700::5efe:808:404",
        "3ffe::1"
      })
  void letsPublicAddressesPass(String literal) {
    assertThat(SpecialAddresses.isPublic(IpAddress.parse(literal).orElseThrow())).isTrue();
  }

  @Test
  void judgesMappedAddressesAsTheAddressTheyCarry() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      byte[] four = new byte[4];
      random.nextBytes(four);
      byte[] mapped = new byte[16];
      mapped[10] = -1;
      mapped[11] = -1;
      System.arraycopy(four, 0, mapped, 12, 4);
      assertThat(SpecialAddresses.isPublic(IpAddress.of(mapped)))
          .as("seed %d", seed)
          .isEqualTo(SpecialAddresses.isPublic(IpAddress.of(four)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://①②⑦.⓪.⓪.①/",
        "http://127。0。0。1/",
        "http://127%2E0%2E0%2E1/",
        "http://public.example@127.0.0.1/",
        "http://127.0.0.1\\@public.example/",
        "http:\\\\127.0.0.1/",
        "http:///127.0.0.1/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://a.localhost/",
        "http://localhost.localdomain/",
        "http://ip6-localhost/",
        "http://metadata.google.internal/",
        "http://printer.local/",
        "http://intranet/",
        "http://host.docker.internal/",
        "http://x.onion/"
      })
  void opensNoConnectionForAnAddressThatLeadsInside(String url) {
    assertThat(FetchWorld.get(world.settings(), url))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.ADDRESS_BLOCKED));
    assertThat(world.connected()).isEmpty();
    assertThat(world.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"25", "22", "6379", "6667", "1", "1023", "10080"})
  void asksNoPortThatIsNotOfTheWeb(int port) {
    world.name("site.example", PUBLIC);

    assertThat(FetchWorld.get(world.settings(), "http://site.example:" + port + "/"))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.PORT_BLOCKED));
    assertThat(world.connected()).isEmpty();
  }

  @Test
  void refusesAHostAsAWholeWhenOneOfItsAddressesIsPrivate() {
    world.name("site.example", PUBLIC + " 127.0.0.1");

    assertThat(FetchWorld.get(world.settings(), "http://site.example/"))
        .isInstanceOf(Refused.class);
    assertThat(world.connected()).isEmpty();
  }

  @Test
  void connectsToTheVeryAddressThatWasJudgedWithoutAskingAgain() {
    world.name("site.example", PUBLIC, "127.0.0.1");

    assertThat(FetchWorld.get(world.settings(), "http://site.example/"))
        .isInstanceOf(Fetched.class);
    assertThat(world.asked()).containsExactly("site.example");
    assertThat(world.connected()).containsExactly(PUBLIC + ":80");
  }

  @Test
  void keepsNoConnectionForANameThatMovedInside() {
    world.name("site.example", PUBLIC, "10.0.0.1");
    try (Fetcher fetcher = new Fetcher(world.settings())) {
      var request =
          FetchRequest.feed(org.tagwire.url.WebAddress.of("http://site.example/"), Validators.NONE);

      assertThat(fetcher.fetch(request)).isInstanceOf(Fetched.class);
      assertThat(fetcher.fetch(request)).isInstanceOf(Refused.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void judgesAllOfAThousandAddressesAndTriesFew() {
    StringBuilder answer = new StringBuilder(PUBLIC);
    for (int i = 0; i < 999; i++) {
      answer.append(" 9.9.").append(i / 250).append('.').append(i % 250 + 1);
    }
    world.name("many.example", answer.toString()).name("trap.example", answer + " 10.0.0.1");

    assertThat(FetchWorld.get(world.settings(), "http://many.example/"))
        .isInstanceOf(Fetched.class);
    assertThat(FetchWorld.get(world.settings(), "http://trap.example/"))
        .isInstanceOf(Refused.class);
    assertThat(world.connected()).hasSize(1);
  }

  @Test
  void opensWhatTheOperatorAllowedAndNothingBesideIt() {
    Reach reach =
        new Reach(
            java.util.List.of(Reach.Range.parse("127.0.0.0/8:" + server.port()).orElseThrow()),
            java.util.Map.of("paper.example", IpAddress.parse("127.1.2.3").orElseThrow()),
            java.util.Set.of());
    FetchSettings base = world.settings();
    FetchSettings settings =
        new FetchSettings(base.userAgent(), base.limits(), reach, base.gaps(), base.surroundings());

    assertThat(FetchWorld.get(settings, "http://paper.example:" + server.port() + "/"))
        .isInstanceOf(Fetched.class);
    assertThat(FetchWorld.get(settings, "http://paper.example:80/")).isInstanceOf(Refused.class);
    assertThat(world.connected()).containsExactly("127.1.2.3:" + server.port());
    assertThat(world.asked()).isEmpty();
  }

  @Test
  void neverAsksItself() {
    FetchSettings settings = FetchWorld.loopback(FetchLimits.DEFAULT);

    assertThat(FetchWorld.get(settings, "http://own.example/")).isInstanceOf(Refused.class);
  }

  @Test
  void tellsAMissingNameFromASilentNameServer() {
    FetchSettings base = world.settings();
    Surroundings silent =
        new Surroundings(
            base.surroundings().clock(),
            base.surroundings().ticker(),
            name -> {
              throw new java.net.UnknownHostException(
                  name + ": Temporary failure in name resolution");
            },
            base.surroundings().sockets());
    FetchSettings down =
        new FetchSettings(base.userAgent(), base.limits(), base.reach(), base.gaps(), silent);

    assertThat(FetchWorld.get(base, "http://nowhere.example/"))
        .isInstanceOfSatisfying(
            FetchResult.Failed.class,
            f -> assertThat(f.kind()).isEqualTo(FetchResult.Kind.NAME_UNKNOWN));
    assertThat(FetchWorld.get(down, "http://site.example/"))
        .isInstanceOfSatisfying(
            FetchResult.Failed.class,
            f -> assertThat(f.kind()).isEqualTo(FetchResult.Kind.NAME_SERVER_FAILED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "127.0.0.0/33",
        "127.0.0.0/8:0",
        "127.0.0.0/8:90-80",
        "host",
        "::1",
        "127.0.0.0/8:70000"
      })
  void refusesAMisspeltRange(String text) {
    assertThat(Reach.Range.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8:8000-8099, 127.0.0.0/8:8000-8099",
    "10.1.2.3:80, 10.1.2.3/32:80-80",
    "[fd00::]/8, fd00::/8:1-65535",
    "[::1]:8080, ::1/128:8080-8080",
  })
  void readsRangesAsOperatorsWriteThem(String text, String meant) {
    assertThat(Reach.Range.parse(text)).map(Object::toString).contains(meant);
  }
}
