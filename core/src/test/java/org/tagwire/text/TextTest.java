package org.tagwire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void dividesSentencesButNotAtAbbreviationsAndInitials() {
    assertThat(Sentences.of("Dr. Mara J. Quill flew to the U.S. on Monday. She met Mr. Tobin at 9 a.m. there! \"Why?\" he asked."))
        .containsExactly(
            "Dr. Mara J. Quill flew to the U.S. on Monday.",
            "She met Mr. Tobin at 9 a.m. there!",
            "\"Why?\" he asked.");
  }

  @Test
  void dividesSentencesOfManyScripts() {
    assertThat(Sentences.of("وصلت ليان الخطيب إلى المدينة. هل تبقى طويلا؟ لا أحد يعرف.")).hasSize(3);
    assertThat(Sentences.of("新しい橋が開通した。市長は「夢のようだ」と話した。")).hasSize(2);
    assertThat(Sentences.of("Am 3. Oktober sang Frau Dr. Edda Lohmann. Alle kamen.")).hasSize(2);
    assertThat(Sentences.of("M. Arnaud Vexin a parlé. « Bravo ! » dit-elle.")).hasSize(2);
    assertThat(Sentences.of("¿Quién ganó? La Sra. Inés Oriol. Nadie más.")).hasSize(3);
  }

  @Test
  void keepsApostrophesAndHyphensInsideWordsAndCutsPossessives() {
    assertThat(words("Mara's friend O'Dell met Jean-Luc and the U.S. team."))
        .containsExactly("Mara", "friend", "O'Dell", "met", "Jean-Luc", "and", "the", "U.S.", "team");
    assertThat(words("l'Orme et d'Artelle")).containsExactly("l'", "Orme", "et", "d'", "Artelle");
  }

  @Test
  void cutsScriptsWithoutSpacesByDictionary() {
    assertThat(words("東京都の新しい橋")).hasSizeGreaterThan(2).doesNotContain("東京都の新しい橋");
    assertThat(words("สวัสดีชาวโลก")).hasSizeGreaterThan(1);
  }

  @Test
  void foldsCaseQuotesAndArabicVowels() {
    assertThat(Normalise.folded("  Ｆｕｌｌ\u00A0“Width”\n ")).isEqualTo("full \"width\"");
    assertThat(Normalise.folded("مُحَمَّـــد")).isEqualTo("محمد");
  }

  @Test
  void neverCutsACodePointInHalf() {
    assertThat(Normalise.head("ab\uD83D\uDE00", 3)).isEqualTo("ab");
  }

  @Test
  void leavesOutFunctionWordsAndPlainPlurals() {
    assertThat(Terms.telling("The bridges of the city and its ferries")).containsExactly("bridge", "city", "ferry");
  }

  @Test
  void shinglesAreAsManyAsTheirStartsAndDependOnOrder() {
    int[] forth = Shingles.of(List.of("a", "b", "c", "d"), 3);
    assertThat(forth).hasSize(2);
    assertThat(Shingles.of(List.of("c", "b", "a"), 3)[0]).isNotEqualTo(forth[0]);
    assertThat(Shingles.of(List.of("a"), 3)).isEmpty();
  }

  @Test
  void takesAnyStringWithoutLosingOrInventingText() {
    long seed = 20_250_601L;
    System.out.println("TextTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      String text = anything(random);
      for (Token token : Tokens.of(text)) {
        assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
      }
      String joined = Sentences.of(text).stream().collect(Collectors.joining());
      assertThat(inked(joined)).isEqualTo(inked(text));
      assertThat(Normalise.line(Normalise.line(text))).isEqualTo(Normalise.line(text));
    }
  }

  private static String anything(Random random) {
    String likely = "aB.é '’\"-–1,،؟。ー日あ한ก\u0301\u200D\uD83D\uDE00\n اـُÅﬁ";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      int c = random.nextInt(4) > 0 ? likely.charAt(random.nextInt(likely.length())) : random.nextInt(0x3000);
      text.append((char) c);
    }
    return text.toString();
  }

  private static List<Integer> inked(String text) {
    return text.chars().filter(c -> !Character.isWhitespace(c)).boxed().toList();
  }

  private static List<String> words(String text) {
    return Tokens.of(text).stream().filter(Token::isWord).map(Token::text).toList();
  }
}
