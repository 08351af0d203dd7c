package org.tagwire.server.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagwire.fetch.FetchResult;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Refusal;
import org.tagwire.model.Refusal.Detail;
import org.tagwire.model.Refusal.Kind;
import org.tagwire.model.TagwireException;

/** Whatever is refused is said in the reader's language. */
class RegretsTest {
  private static Words words(Edition edition) {
    return Words.of(edition, Digits.AUTO, ZoneOffset.UTC);
  }

  private static Set<String> gaps(Edition edition, Kind kind) {
    return Pattern.compile("\\{\\d\\}")
        .matcher(words(edition).requireRefusal(kind.label()))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyRefusalHasASentenceWithTheGapsOfItsEnglishSibling(Edition edition) {
    assertThat(Kind.values())
        .allSatisfy(kind -> assertThat(gaps(edition, kind)).isEqualTo(gaps(Edition.ENGLISH, kind)));
    assertThat(words(edition).keys().stream().filter(key -> key.startsWith("refusal.")))
        .hasSize(Kind.values().length);
  }

  @ParameterizedTest
  @EnumSource(Edition.class)
  void everyOutcomeOfARequestHasWords(Edition edition) {
    Stream<String> labels =
        Stream.concat(
            Stream.of(FetchResult.Reason.values()).map(FetchResult.Reason::label),
            Stream.of(FetchResult.Kind.values()).map(FetchResult.Kind::label));
    assertThat(labels)
        .allSatisfy(label -> assertThat(words(edition).find("poll." + label)).isPresent());
  }

  @Test
  void aRefusalIsSaidInTheReadersWordsAndDigits() {
    Refusal late =
        Refusal.with(
            Kind.LINE,
            new Detail.Amount(12),
            new Detail.Because(
                Refusal.with(
                    Kind.NOT_FETCHED,
                    new Detail.Text("https://a.example/"),
                    new Detail.Outcome("name-unknown"))));

    assertThat(new Regrets(words(Edition.ENGLISH)).say(late))
        .isEqualTo("Line 12: https://a.example/ could not be read: name unknown.");
    assertThat(new Regrets(words(Edition.GERMAN)).say(late)).startsWith("Zeile 12: https://");
    assertThat(new Regrets(words(Edition.ARABIC)).say(late))
        .startsWith("السطر \u2068١٢\u2069")
        .contains("\u2068https://a.example/\u2069");
  }

  @Test
  void eachReasonHasALineAndWhatOnlyCommandsAreToldStands() {
    var both =
        new TagwireException(
            ErrorCode.BAD_REQUEST,
            "told to commands",
            List.of(Refusal.of(Kind.LIST_EMPTY), Refusal.of(Kind.STOPPING)));
    var plain = new TagwireException(ErrorCode.BAD_REQUEST, "told to commands");

    assertThat(new Regrets(words(Edition.GERMAN)).say(both).lines()).hasSize(2);
    assertThat(new Regrets(words(Edition.GERMAN)).say(plain)).isEqualTo("told to commands");
  }
}
