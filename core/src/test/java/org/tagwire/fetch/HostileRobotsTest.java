package org.tagwire.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tagwire.sets.HostileCase;
import org.tagwire.url.WebAddress;
import tools.jackson.databind.JsonNode;

/** The cases of the hostile set that ask what a robots.txt says. */
class HostileRobotsTest {

  @Test
  void judgesEveryLineOfTheTableAsTheStandardSays() {
    assertThat(isAllowed("User-agent: *\nDisallow: /*/print$\nAllow: /", "/a/print")).isFalse();
    for (HostileCase hostile : named("R001")) {
      for (JsonNode line : hostile.node().path("input")) {
        String file = line.get(0).asString();
        String path = line.get(1).asString();
        assertThat(isAllowed(file, path))
            .as("%s %s", file, path)
            .isEqualTo(line.get(2).asString().equals("allow"));
      }
    }
  }

  /**
   * The files are written for a robot of another name; its own group is ours once it bears ours.
   */
  @Test
  void findsItsOwnGroupWhateverTheFileLooksLike() {
    for (HostileCase hostile : named("R002")) {
      List<String> files = hostile.texts();
      String ours = files.get(0).replace("NewsEngineBot", "tagWIRE");
      assertThat(isAllowed(ours, "/p")).isFalse();
      assertThat(isAllowed(ours + "\nUser-agent: *\nDisallow: /\n", "/q")).isTrue();
      assertThat(isAllowed(files.get(0), "/p")).as("another's group").isTrue();
      assertThat(isAllowed(files.get(1).replace("NewsEngine", "Tag"), "/x"))
          .as("the beginning of our name is not our name")
          .isTrue();
      assertThat(isAllowed(files.get(2), "/q")).isFalse();
      assertThat(isAllowed(files.get(2), "/p")).isTrue();
    }
    String filler = "# filler\n".repeat(55_000);
    assertThat(isAllowed("User-agent: *\n" + filler + "Disallow: /late\n" + filler, "/late"))
        .as("490 KiB in: within the 500 KiB that count")
        .isFalse();
  }

  private static List<HostileCase> named(String id) {
    return HostileCase.listArea("politeness-rights").stream()
        .filter(hostile -> hostile.id().equals(id))
        .toList();
  }

  private static boolean isAllowed(String file, String path) {
    try (var server =
            ScriptedServer.always("200 OK\nContent-Type: text/plain", file.getBytes(UTF_8));
        var fetcher = new Fetcher(FetchWorld.loopback(FetchLimits.DEFAULT))) {
      return fetcher.robots().verdict(WebAddress.of(server.url(path))).allowed();
    }
  }
}
