package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.server.words.Edition;

class AlphabetTest {
  private static List<Hashtag> tags(String... names) {
    return Stream.of(names)
        .map(n -> new Hashtag(TagKey.of(n), n, n, TagKind.TOPIC, Instant.EPOCH))
        .toList();
  }

  private static List<String> labels(Edition edition, String... names) {
    return new Alphabet(edition).letters(tags(names)).stream().map(Alphabet.Letter::label).toList();
  }

  @Test
  void givesEachLetterThatExistsOnce() {
    assertThat(labels(Edition.ENGLISH, "Apple", "Älg", "Berg", "Hagel", "Zebra", "Øre"))
        .containsExactly("A", "B", "H", "O", "Z");
  }

  @Test
  void hasALetterForEveryLetterOfTheAlphabet() {
    String[] names =
        "abcdefghijklmnopqrstuvwxyz".chars().mapToObj(c -> (char) c + "x").toArray(String[]::new);
    assertThat(labels(Edition.ENGLISH, names)).hasSize(26).startsWith("A", "B").endsWith("Z");
  }

  @Test
  void takesScriptsOfThousandsOfSignsForOneLetterEach() {
    assertThat(labels(Edition.ENGLISH, "2026", "99", "東京", "大阪", "Apple", "Яблоко", "تفاح"))
        .containsExactlyInAnyOrder("0–9", "A", "Я", "ت", "字");
  }

  @Test
  void aLetterThatNoAlphabetListsStandsUnderItself() {
    assertThat(labels(Edition.ARABIC, "ءاتيان", "برتقال", "تفاح"))
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void putsTheLettersOfTheEditionFirst() {
    assertThat(labels(Edition.ARABIC, "Apple", "تفاح", "برتقال")).startsWith("ب", "ت");
    assertThat(labels(Edition.ENGLISH, "Apple", "تفاح")).startsWith("A");
  }

  @Test
  void sortsByTheCollationOfTheEdition() {
    List<Hashtag> tags = tags("Zug", "Éclair", "Edam", "apple");
    assertThat(new Alphabet(Edition.ENGLISH).sorted(tags))
        .extracting(Hashtag::name)
        .containsExactly("apple", "Éclair", "Edam", "Zug");
  }
}
