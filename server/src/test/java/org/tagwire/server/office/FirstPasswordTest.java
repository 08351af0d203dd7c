package org.tagwire.server.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.server.web.SiteOptions.Mode;

/** How a new instance gets its owner (hostile case U041). */
class FirstPasswordTest {
  private static final String NEW = "a password of mine";

  @TempDir private Path directory;

  private LocalOffice office(Mode mode) {
    return new LocalOffice(directory, LocalOffice.options(mode, "http://localhost"), Map.of());
  }

  private static Map<String, String> filled(String proof) {
    return Map.of("proof", proof, "password", NEW, "again", NEW);
  }

  @Test
  void whoCannotReadTheConsoleSetsNothing() {
    try (LocalOffice office = office(Mode.PRIVATE)) {
      assertThat(office.browser().get("/").statusCode()).isEqualTo(401);
      assertThat(office.get("/en/", "Authorization", "Basic YWRtaW46YWRtaW4=").statusCode())
          .isEqualTo(401);
      for (String guess : List.of("", " ", "admin", LocalOffice.PROOF.toUpperCase(java.util.Locale.ROOT))) {
        HttpResponse<String> answer =
            office.browser().submit("/en/start", "/en/start", filled(guess));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).contains("That is not the token on the console");
      }
      assertThat(office.keys().isSet()).isFalse();
    }
  }

  @Test
  void oneOfSeveralAtOnceBecomesTheOwner() throws Exception {
    try (LocalOffice office = office(Mode.PRIVATE);
        ExecutorService crowd = Executors.newFixedThreadPool(6)) {
      String token = office.browser().token("/en/start");
      String body =
          "token="
              + token
              + "&proof="
              + LocalOffice.PROOF
              + "&password=a+password+of+mine&again=a+password+of+mine";
      Callable<Integer> attempt =
          () -> office.browser().post("/en/start", body).statusCode();
      List<Future<Integer>> answers = crowd.invokeAll(java.util.Collections.nCopies(6, attempt));
      int won = 0;
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isIn(303, 404);
        won += answer.get() == 303 ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"PRIVATE", "PUBLIC"})
  void afterwardsThereIsNothingToSetUp(Mode mode) {
    try (LocalOffice office = office(mode)) {
      LocalOffice.Browser owner = office.browser();
      assertThat(office.browser().get("/en/office").body()).contains("/en/start");
      HttpResponse<String> set =
          owner.submit("/en/start", "/en/start", filled(LocalOffice.PROOF));
      assertThat(set.statusCode()).isEqualTo(303);
      assertThat(owner.page("/en/start").text()).contains("Welcome", "There is no source yet");

      LocalOffice.Browser late = office.browser();
      String token = late.token("/en/sign-in");
      HttpResponse<String> again =
          late.post(
              "/en/start",
              LocalOffice.encode(filled(LocalOffice.PROOF)) + "&token=" + token);
      assertThat(again.statusCode()).isEqualTo(404);
      assertThat(late.get("/en/start").statusCode()).isEqualTo(401);
      assertThat(office.signedIn(NEW).get("/en/office").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anInstanceAtHomeNeedsNoneAndOffersNone() {
    try (LocalOffice office =
        new LocalOffice(directory, LocalOffice.options(Mode.PRIVATE, ""), Map.of())) {
      assertThat(office.get("/en/office").statusCode()).isEqualTo(200);
      assertThat(office.get("/en/start").body()).contains("Welcome");
      String token = office.browser().token("/en/start");
      HttpResponse<String> answer =
          office.browser().post("/en/start", LocalOffice.encode(filled("x")) + "&token=" + token);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(office.get("/en/office", "Via", "1.1 proxy").statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "seven77, seven77",
    "long enough, long enouhg",
  })
  void aPasswordThatCannotBeIsSaidWhatIsWrongWithIt(String password, String again) {
    try (LocalOffice office = office(Mode.PRIVATE)) {
      HttpResponse<String> answer =
          office
              .browser()
              .submit(
                  "/en/start",
                  "/en/start",
                  Map.of("proof", LocalOffice.PROOF, "password", password, "again", again));
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(answer.body()).contains("aria-invalid=\"true\"").contains(LocalOffice.PROOF);
      assertThat(answer.body()).doesNotContain("value=\"long enough\"");
      assertThat(office.keys().isSet()).isFalse();
    }
  }
}
