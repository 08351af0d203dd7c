package org.tagwire.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Grade;
import org.tagwire.model.Language;
import org.tagwire.model.Mention;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Tagging;
import org.tagwire.model.WatchedName;

/** Where names are found and where not, in the cases of {@code found.txt}. */
class LookoutTest {
  static Lookout lookout(String lines) {
    return Lookout.of(((WatchList.Names) WatchList.read(lines)).names());
  }

  static ArticleText text(String title, String body, List<String> tags) {
    List<Paragraph> paragraphs = body.isEmpty() ? List.of() : List.of(Paragraph.of(body));
    return new ArticleText(title, "", "", paragraphs, "", tags, null, ArticleText.BodySource.FEED);
  }

  static List<Tagging> find(Lookout lookout, String body, String language) {
    return lookout.find(text("", body, List.of()), new Language(language));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "found.txt", delimiter = ';', numLinesToSkip = 1)
  void findsAndPassesOver(String line, String language, String expected, String body) {
    assertThat(find(lookout(line), body, language)).hasSize(expected.equals("yes") ? 1 : 0);
    if (expected.equals("yes")) {
      assertThat(find(lookout(line), "«" + body + "», (" + body + ")", language)).hasSize(1);
      assertThat(find(lookout(line), "before that\n" + body, "und")).hasSize(1);
    }
  }

  @Test
  void looksIntoTitleSummaryTextAndThePublishersTags() {
    Lookout lookout = lookout("Quell");
    ArticleText summary =
        new ArticleText(
            "", "", "Quell grows", List.of(), "", List.of(), null, ArticleText.BodySource.SUMMARY);
    assertThat(lookout.find(text("Quell grows", "", List.of()), Language.ENGLISH)).hasSize(1);
    assertThat(lookout.find(summary, Language.ENGLISH)).hasSize(1);
    assertThat(lookout.find(text("", "", List.of("quell")), Language.ENGLISH))
        .singleElement()
        .satisfies(tag -> assertThat(tag.mentions()).isEmpty());
  }

  @Test
  void givesTheSentencesThatSayIt() {
    String body = "It rained. The head of Quell's board spoke. Quell, he said, grows. Done.";

    Tagging tag = find(lookout("Quell"), body, "en").getFirst();

    assertThat(tag.grade()).isEqualTo(Grade.MENTIONS);
    assertThat(tag.mentions())
        .extracting(Mention::sentence, Mention::surface)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("The head of Quell's board spoke.", "Quell"),
            org.assertj.core.groups.Tuple.tuple("Quell, he said, grows.", "Quell"));
  }

  @Test
  void findsManyNamesInTheOrderOfTheList() {
    Lookout lookout = lookout("Royal Quell Works\nQuell\nAda Quill\nNobody");
    assertThat(find(lookout, "Ada Quill leads Royal Quell Works.", "en"))
        .extracting(Tagging::name)
        .containsExactly("Royal Quell Works", "Quell", "Ada Quill");
    assertThat(find(Lookout.of(List.of()), "Ada Quill", "en")).isEmpty();
  }

  @Test
  void looksForWordsOfTheContextInTheWholeArticle() {
    Lookout lookout = lookout("Quell +oil,gas -beach");
    ArticleText both = text("Quell grows", "Prices of gases rise.", List.of());
    assertThat(lookout.find(both, Language.ENGLISH)).hasSize(1);
    assertThat(find(lookout, "Quell grows", "en")).isEmpty();
    assertThat(lookout.find(text("Quell", "Oil on beaches.", List.of()), Language.ENGLISH))
        .isEmpty();
  }

  @Test
  void staysWithinItsTimeOverTextThatRepeatsOneLetter() {
    Lookout lookout = lookout("aaa\naaaa aaaa\nああああ");
    assertThat(find(lookout, "a".repeat(100_000), "en")).isEmpty();
    assertThat(find(lookout, "あ".repeat(20_000), "ja")).hasSize(1);
  }

  @Test
  void watchesNoNameTwiceForOneArticle() {
    WatchedName name = WatchedName.of("Quell", "Royal Quell Works", "Quell Works");
    assertThat(find(Lookout.of(List.of(name)), "Royal Quell Works: Quell Works of Quell", "en"))
        .hasSize(1);
  }
}
