package org.tagwire.rights;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.ShowLimits;

class UsagePreferencesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train-ai=n                | true  | true  | false",
        "train-genai=n;x=1         | true  | true  | false",
        "search=n                  | false | true  | true",
        "ai-use=n                  | true  | false | true",
        "bots=n                    | false | false | false",
        "train-ai=y, search=n      | false | true  | true",
        "TRAIN-AI = n , nonsense   | true  | true  | false",
      })
  void obeysANo(String value, boolean listed, boolean mined, boolean learned) {
    ShowLimits limits = UsagePreferences.parse(value);

    assertThat(limits.listed()).isEqualTo(listed);
    assertThat(limits.mined()).isEqualTo(mined);
    assertThat(limits.learned()).isEqualTo(learned);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "train-ai=y",
        "train-ai",
        "train-ai=no",
        "=n",
        "other=n",
        "n",
        ",,;=",
        "train-ai=?0"
      })
  void takesAYesAndNonsenseForNothing(String value) {
    assertThat(UsagePreferences.parse(value)).isEqualTo(ShowLimits.NONE);
    assertThat(UsagePreferences.parse("train-ai=n," + "x".repeat(3_000)))
        .isEqualTo(ShowLimits.NONE);
  }

  @Test
  void choosesTheLongestPathOfOurGroup() {
    UsageRules rules =
        rules(
            """
            User-agent: *
            Content-Usage: search=n

            User-agent: tagWIRE # us
            Allow: /
            Content-Usage: train-ai=n
            Content-Usage: /open/ train-ai=y
            Content-Usage: /open/*.pdf$ ai-use=n
            """);

    assertThat(rules.limits("/news")).isEqualTo(ShowLimits.NONE.unlearned());
    assertThat(rules.limits("/open/a")).isEqualTo(ShowLimits.NONE);
    assertThat(rules.limits("/open/a.pdf").mined()).isFalse();
  }

  @Test
  void takesTheGroupForEverybodyWhereThereIsNoneForUs() {
    String file = "User-agent: a\r\nUser-agent: *\r\nContent-Usage: /x train-ai=n\r\n";

    assertThat(rules(file).limits("/x/1").learned()).isFalse();
    assertThat(rules(file).limits("/y").learned()).isTrue();
    assertThat(rules(file + "User-agent: Tagwire\nDisallow:").limits("/x/1").learned()).isTrue();
    assertThat(rules("Content-Usage: train-ai=n").limits("/")).isEqualTo(ShowLimits.NONE);
    assertThat(rules("").limits("/")).isEqualTo(ShowLimits.NONE);
  }

  private static UsageRules rules(String file) {
    return UsageRules.parse(file.getBytes(UTF_8), "Tagwire");
  }
}
