package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tagwire.sets.HostileCase;
import org.tagwire.url.WebAddress;
import tools.jackson.databind.JsonNode;

/** The cases of the hostile set about robots.txt: R001 and R002. */
class HostileRobotsTest {
  @Test
  void givesTheVerdictsOfTheTable() {
    for (JsonNode row : input("R001")) {
      String path = row.get(1).asString();
      assertThat(allows("Tagwire", row.get(0).asString(), path))
          .as("%s for %s", row.get(0), path)
          .isEqualTo(row.get(2).asString().equals("allow"));
    }
  }

  @Test
  void readsTheGroupOfItsOwnNameWhateverTheFileLooksLike() {
    List<String> files = files("R002");
    if (files.isEmpty()) {
      return;
    }
    assertThat(allows("NewsEngineBot", files.get(0), "/p")).isFalse();
    assertThat(allows("NewsEngineBot", files.get(0), "/x")).isTrue();
    assertThat(allows("otherbot", files.get(0), "/p")).isFalse();
    assertThat(allows("NewsEngine", files.get(0), "/p")).isTrue();
    assertThat(allows("NewsEngine", files.get(1), "/x")).isFalse();
    assertThat(allows("NewsEngineBot", files.get(1), "/x")).isTrue();
    assertThat(allows("NewsEngine", files.get(2), "/q")).isFalse();
    assertThat(allows("NewsEngine", files.get(2), "/x")).isTrue();
  }

  /** The same file with a group of its own beside that for everybody, and very long. */
  @Test
  void readsAtLeastFiveHundredKibibytes() {
    String filler = "# nothing to see\n".repeat(500 * 1024 / 17);
    assertThat(allows("Tagwire", filler + "User-agent: *\nDisallow: /late\n", "/late")).isFalse();
    String all = "User-agent: *\nDisallow: /\n\n";
    assertThat(allows("Tagwire", all + "User-agent: Tagwire\nDisallow: /p\n", "/x")).isTrue();
  }

  private static boolean allows(String token, String file, String path) {
    FetchSettings base = FetchWorld.loopback(FetchLimits.DEFAULT);
    FetchSettings settings =
        new FetchSettings(
            token + "/1.0", base.limits(), base.reach(), base.gaps(), base.surroundings());
    try (var server =
            ScriptedServer.always("200 OK\nContent-Type: text/plain", file.getBytes(UTF_8));
        var fetcher = new Fetcher(settings)) {
      return fetcher.robots().verdict(WebAddress.of(server.url(path))).allowed();
    }
  }

  private static List<String> files(String id) {
    return find(id).map(HostileCase::texts).orElse(List.of());
  }

  private static List<JsonNode> input(String id) {
    return find(id).stream()
        .flatMap(hostile -> hostile.node().path("input").valueStream())
        .toList();
  }

  private static Optional<HostileCase> find(String id) {
    return HostileCase.listArea("politeness-rights").stream()
        .filter(hostile -> hostile.id().equals(id))
        .findFirst();
  }
}
