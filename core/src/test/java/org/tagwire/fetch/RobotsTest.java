package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.url.WebAddress;

class RobotsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "User-agent: *;Disallow: /a;Allow: /a/b              | /a/b/c     | true",
        "User-agent: *;Disallow: /a;Allow: /a/b              | /a/c       | false",
        "User-agent: *;Disallow: /a$                         | /ab        | true",
        "User-agent: *;Disallow: /*.pdf$                     | /x.pdf     | false",
        "User-agent: *;Disallow: /caf%C3%A9                  | /café      | false",
        "User-agent: *;Allow: /x;Disallow: /x                | /x         | true",
        "User-agent: *;Disallow:                             | /x         | true",
        "Disallow: /                                         | /x         | true",
        "\uFEFFUser-agent: Tagwire;User-agent: other # c;Disallow: /p | /p/1 | false",
        "user-AGENT: tagWIRE;Disallow: /p;;User-agent: *;Disallow: / | /q    | true",
        "User-agent: Tagwire;Disallow: /p;;User-agent: Tagwire;Disallow: /q | /q | false",
        "User-agent: TagwireNot;Disallow: /                  | /x         | true",
        "User-agent: Tag;Disallow: /                         | /x         | true",
        "User-agent: *;Disallow: /search?                    | /search?q=1| false",
      })
  void readsTheFileAsTheStandardSays(String file, String path, boolean allowed) {
    for (String lineEnd : new String[] {"\n", "\r\n", "\r"}) {
      try (var server = robots("200 OK", file.replace(";", lineEnd));
          var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
        assertThat(fetcher.robots().verdict(WebAddress.of(server.url(path))).allowed())
            .isEqualTo(allowed);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404 None, true",
    "403 No, true",
    "401 No, true",
    "410 Gone, true",
    "451 No, true",
    "500 Oops, false",
    "503 Busy, false",
    "429 Slow, false"
  })
  void allowsAllWhereThereIsNoFileAndNothingWhereItCannotBeHad(String status, boolean allowed) {
    try (var server = robots(status, "");
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      Robots.Verdict verdict = fetcher.robots().verdict(WebAddress.of(server.url("/x")));

      assertThat(verdict.allowed()).isEqualTo(allowed);
      assertThat(verdict.reason().isEmpty()).isEqualTo(allowed);
    }
  }

  @Test
  void forbidsEverythingWhereNobodyAnswers() {
    ScriptedServer closed = robots("200 OK", "");
    closed.close();
    try (var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      assertThat(fetcher.robots().verdict(WebAddress.of(closed.url("/x"))).allowed()).isFalse();
    }
  }

  @Test
  void readsTheBeginningOfAFileThatNeverEnds() {
    String file = "User-agent: *\nDisallow: /p\n" + "# filler\n".repeat(100_000) + "Disallow: /q\n";
    try (var server = robots("200 OK", file);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      assertThat(fetcher.robots().verdict(WebAddress.of(server.url("/p"))).allowed()).isFalse();
      assertThat(fetcher.robots().verdict(WebAddress.of(server.url("/q"))).allowed()).isTrue();
    }
  }

  @Test
  void asksOnceADayHoweverManyWantToKnow() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(FetchWorld.NOW);
    InstantSource clock = now::get;
    FetchSettings base = FetchWorld.loopback(FetchLimits.DEFAULT);
    FetchSettings settings =
        new FetchSettings(
            base.userAgent(), base.limits(), base.reach(), base.gaps(), Surroundings.of(clock));
    try (var server = robots("200 OK", "User-agent: *\nDisallow: /p\nCrawl-delay: 900");
        var fetcher = new Fetcher(settings);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      WebAddress url = WebAddress.of(server.url("/p"));
      Callable<Robots.Verdict> question = () -> fetcher.robots().verdict(url);
      assertThat(fetcher.robots().crawlDelay(url)).isZero();

      for (var answer : threads.invokeAll(Collections.nCopies(50, question))) {
        assertThat(answer.get().allowed()).isFalse();
      }
      assertThat(server.requests()).hasSize(1);
      assertThat(fetcher.robots().crawlDelay(url)).isEqualTo(Duration.ofSeconds(60));
      assertThat(fetcher.robots().verdict(WebAddress.of(server.url("/q"))).allowed()).isTrue();

      now.set(FetchWorld.NOW.plus(Duration.ofHours(24)));
      server.requests().clear();
      assertThat(fetcher.robots().listing(WebAddress.of(server.url("/"))).sitemaps()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void listsSitemapsAndLicences() {
    String file =
        "License: https://a.example/rsl.xml\n"
            + "Sitemap: https://a.example/news.xml\n"
            + "User-agent: *\n"
            + "Disallow:\n"
            + " license: /b";
    try (var server = robots("200 OK", file);
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      assertThat(fetcher.robots().listing(WebAddress.of(server.url("/"))))
          .satisfies(l -> assertThat(l.sitemaps()).containsExactly("https://a.example/news.xml"))
          .satisfies(
              l -> assertThat(l.licences()).containsExactly("https://a.example/rsl.xml", "/b"));
    }
  }

  @Test
  void keepsPagesButNotFeedsFromWhatIsForbidden() {
    try (var server = robots("200 OK", "User-agent: *\nDisallow: /p");
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      WebAddress url = WebAddress.of(server.url("/p"));

      assertThat(fetcher.fetch(FetchRequest.page(url)))
          .isInstanceOfSatisfying(
              FetchResult.Refused.class,
              r -> assertThat(r.reason()).isEqualTo(FetchResult.Reason.ROBOTS));
      assertThat(fetcher.fetch(FetchRequest.feed(url, Validators.NONE)))
          .isInstanceOf(FetchResult.Fetched.class);
      assertThat(server.requests()).hasSize(2).first().asString().startsWith("GET /robots.txt ");
    }
  }

  private static ScriptedServer robots(String status, String file) {
    return ScriptedServer.always(status + "\nContent-Type: text/plain", file.getBytes(UTF_8));
  }
}
