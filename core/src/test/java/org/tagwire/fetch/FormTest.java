package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagwire.fetch.FetcherTest.SMALL;
import static org.tagwire.fetch.FetcherTest.assertFailed;
import static org.tagwire.fetch.FetcherTest.assertRefused;
import static org.tagwire.fetch.FetcherTest.fetched;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Reason;
import org.tagwire.url.WebAddress;

/** The one request that is no GET. */
class FormTest {
  private static final Form FORM = form("hub.mode", "subscribe", "hub.secret", "s3cr&t é");
  private static final String SENT = "hub.mode=subscribe&hub.secret=s3cr%26t+%C3%A9";

  private static Form form(String... fields) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put(fields[i], fields[i + 1]);
    }
    return new Form(map);
  }

  private static FetchResult send(FetchSettings settings, String url) {
    try (Fetcher fetcher = new Fetcher(settings)) {
      return fetcher.fetch(FetchRequest.form(WebAddress.of(url), FORM));
    }
  }

  @Test
  void isPostedOnceAsItWasWritten() {
    try (var server = ScriptedServer.always("202 Accepted", new byte[0])) {
      fetched(send(FetchWorld.loopback(SMALL), server.url("/hub?a=b")));

      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().getFirst())
          .startsWith("POST /hub?a=b HTTP/1.1\r\n")
          .contains("Content-Type: application/x-www-form-urlencoded\r\n")
          .contains("Content-Length: " + SENT.length() + "\r\n")
          .contains("User-Agent: Tagwire/1.0 (+https://contact.example/)\r\n")
          .doesNotContainIgnoringCase("cookie:", "authorization:")
          .endsWith("\r\n\r\n" + SENT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {307, 308})
  void followsARedirectThatKeepsItAForm(int status) {
    try (var server =
        new ScriptedServer(
            (request, out) -> {
              String head =
                  request.startsWith("POST /old ")
                      ? status + " Elsewhere\nLocation: /new"
                      : "202 Accepted";
              out.write(ScriptedServer.answer(head, new byte[0]));
              return true;
            })) {
      fetched(send(FetchWorld.loopback(SMALL), server.url("/old")));

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().getLast()).startsWith("POST /new ").endsWith(SENT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303})
  void followsNoRedirectThatWouldMakeItAGet(int status) {
    try (var server = ScriptedServer.always(status + " Elsewhere\nLocation: /new", new byte[0])) {
      assertFailed(send(FetchWorld.loopback(SMALL), server.url("/old")), Kind.BAD_REDIRECT);

      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void isNotSentRoundInCircles() {
    try (var server =
        new ScriptedServer(
            (request, out) -> {
              int at = request.indexOf(' ', 5);
              String next = request.substring(5, at) + "x";
              out.write(ScriptedServer.answer("307 On\nLocation: " + next, new byte[0]));
              return true;
            })) {
      assertFailed(send(FetchWorld.loopback(SMALL), server.url("/x")), Kind.TOO_MANY_REDIRECTS);

      assertThat(server.requests()).hasSize(6);
    }
  }

  @Test
  void reachesNoServerThatNobodyAllowed() {
    try (var inside = ScriptedServer.always("202 Accepted", new byte[0])) {
      FetchWorld world = new FetchWorld(inside.port()).name("rebound.example", "10.0.0.7");

      assertRefused(send(world.settings(), inside.url("/hub")), Reason.ADDRESS_BLOCKED);
      assertRefused(send(world.settings(), "http://169.254.169.254/"), Reason.ADDRESS_BLOCKED);
      assertRefused(send(world.settings(), "https://rebound.example/hub"), Reason.ADDRESS_BLOCKED);

      assertThat(world.connected()).isEmpty();
      assertThat(inside.connections()).isZero();
    }
  }

  @Test
  void isJudgedAnewWhereARedirectPoints() {
    try (var server =
        ScriptedServer.always("307 In\nLocation: http://127.0.0.1:1/hub", new byte[0])) {
      FetchWorld world = new FetchWorld(server.port()).name("hub.example", "93.184.216.34");

      assertRefused(send(world.settings(), "http://hub.example/"), Reason.ADDRESS_BLOCKED);

      assertThat(world.connected()).containsExactly("93.184.216.34:80");
    }
  }

  @Test
  void isNotSentTwiceWhenAKeptConnectionTurnsOutClosed() {
    try (var server =
            new ScriptedServer(
                (request, out) -> {
                  boolean first = request.startsWith("POST /1 ");
                  if (first) {
                    out.write(ScriptedServer.answer("202 Accepted", new byte[0]));
                  }
                  return first;
                });
        Fetcher fetcher = new Fetcher(FetchWorld.loopback(SMALL))) {
      fetched(fetcher.fetch(FetchRequest.form(WebAddress.of(server.url("/1")), FORM)));
      FetchResult second = fetcher.fetch(FetchRequest.form(WebAddress.of(server.url("/2")), FORM));

      assertFailed(second, Kind.CONNECTION_LOST);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void readsNoMoreThanTheBeginningOfAnAnswer() {
    try (var server = ScriptedServer.always("202 Accepted", new byte[1 << 20])) {
      assertThat(fetched(send(FetchWorld.loopback(SMALL), server.url("/"))).body().length)
          .isLessThan(64 << 10);
    }
  }

  @Test
  void neverPrintsWhatItCarries() {
    FetchRequest request = FetchRequest.form(WebAddress.of("https://hub.example/"), FORM);

    assertThat(request.toString()).contains("hub.secret").doesNotContain("s3cr");
  }

  @Test
  void isNeverEmptyNorEndless() {
    assertThatThrownBy(() -> new Form(Map.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> form("x", "y".repeat(1 << 20)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("yyy");
    assertThat(List.copyOf(FORM.fields().keySet())).containsExactly("hub.mode", "hub.secret");
  }
}
