package org.tagwire.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Grade;
import org.tagwire.model.Mention;
import org.tagwire.model.Paragraph;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;
import org.tagwire.sets.HostileCase;

/** The cases of the area politeness-rights that are questions to this package alone. */
class HostileRightsTest {

  @Test
  void obeysEveryNoAndRestsOnNoYes() {
    List<String> lines =
        new ArrayList<>(List.of("Content-Usage: train-ai=n", "Content-Usage: ai-use=y"));
    one("R012").ifPresent(hostile -> lines.addAll(hostile.texts()));

    for (String text : lines) {
      String value = text.substring(text.indexOf("Content-Usage:") + 14).strip();
      ShowLimits header = UsagePreferences.parse(value.replaceFirst("^/\\S*\\s+", ""));
      ShowLimits file =
          UsageRules.parse(text.getBytes(StandardCharsets.UTF_8), "Tagwire").limits("/ai-ok/1");
      assertThat(header.equals(ShowLimits.NONE)).as(text).isEqualTo(!value.contains("=n"));
      assertThat(file).as("%s: no group, or a yes", text).isEqualTo(ShowLimits.NONE);
    }
  }

  @Test
  void seesEveryPaywallAndWhereItStands() {
    List<String> pages =
        new ArrayList<>(
            List.of(
                "<script type='application/ld+json'>{\"isAccessibleForFree\":false}</script>"
                    + "<p>All of it is for members."));
    one("R013").ifPresent(hostile -> pages.addAll(hostile.texts()));

    for (String page : pages) {
      boolean bare = page.startsWith("{");
      Document document =
          Jsoup.parse(bare ? "<script type='application/ld+json'>" + page + "</script>" : page);
      ShowLimits limits = new PublisherSignals("Tagwire").ofPage(document);
      assertThat(limits.paywalled()).as(page).isTrue();
      for (String locked : PublisherSignals.lockedParts(document)) {
        assertThat(document.select(locked).text()).as(page).isEqualTo("secret");
      }
    }
  }

  /** The least of 200 characters, 15 % of the text and the publisher's own limit, down to none. */
  @Test
  void neverQuotesMoreThanAllThreeBudgets() {
    int articles = one("R014").map(h -> h.recipe().path("n").asInt()).orElse(10_000);
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < articles; i++) {
      ArticleText text = text(random);
      int max = random.nextInt(2) == 0 ? random.nextInt(260) : ShowLimits.UNLIMITED;
      ShowLimits limits = new ShowLimits(max, true, true, random.nextInt(9) > 0, true, false);

      String excerpt = Excerpts.choose(text, about(random, text), limits);

      boolean summarised = !limits.mined();
      int share = summarised ? 200 : text.length() * 15 / 100;
      assertThat(excerpt.length())
          .as("seed %d, article %d", seed, i)
          .isLessThanOrEqualTo(Math.min(Math.min(200, max), share));
      assertThat(summarised ? text.summary() : text.plain())
          .as("seed %d, article %d", seed, i)
          .contains(excerpt.replace("…", ""));
    }
  }

  @Test
  void hidesANameInEveryFormButThoseThatNeedTheirOwnEntry() {
    Suppressions suppressions = new Suppressions(new byte[16]);
    List<String> forms =
        new ArrayList<>(List.of("Ivo Brandl", "BRANDL IVO", "#ivo_brandl", "Ívo Brandl"));
    Set<String> own = suppressions.hashesToKeep("Ivo Brandl");
    assertThat(forms).allMatch(form -> own.contains(suppressions.hash(form)));

    List<String> variants = one("R017").map(HostileCase::texts).orElse(List.of());
    for (String variant : variants) {
      String name = variant.replaceFirst("\\s*\\([^)]*\\)$", "");
      Set<String> kept = suppressions.hashesToKeep(variants.getFirst());
      boolean inflected = name.startsWith("Jana ");
      assertThat(kept.contains(suppressions.hash(name))).as(name).isEqualTo(!inflected);
    }
  }

  @Test
  void givesStrangersNoPageOfAPersonFewWriteAbout() {
    assertThat(People.hasPublicPage(TagKind.PERSON, 1, 1)).isFalse();
    assertThat(People.hasPublicPage(TagKind.PERSON, 2, 9)).isFalse();
    assertThat(People.hasPublicPage(TagKind.PERSON, 3, 0)).isFalse();
    assertThat(People.hasPublicPage(TagKind.PERSON, 12, 1)).isTrue();
  }

  private static java.util.Optional<HostileCase> one(String id) {
    return HostileCase.listArea("politeness-rights").stream()
        .filter(hostile -> hostile.id().equals(id))
        .findFirst();
  }

  private static ArticleText text(Random random) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (int i = random.nextInt(7); i >= 0; i--) {
      paragraphs.add(Paragraph.of(sentence(random) + " " + sentence(random)));
    }
    return new ArticleText(
        sentence(random),
        "",
        sentence(random),
        paragraphs,
        "",
        List.of(),
        null,
        ArticleText.BodySource.PAGE);
  }

  private static String sentence(Random random) {
    String[] words = {
      "Ivo", "pier", "says", "the", "𝒜", "laut", "über", "によると", "ميناء", "boats,"
    };
    StringBuilder text = new StringBuilder("Then");
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(' ').append(words[random.nextInt(words.length)]);
    }
    return text.append('.').toString();
  }

  private static List<Tagging> about(Random random, ArticleText text) {
    String paragraph = text.paragraphs().get(random.nextInt(text.paragraphs().size())).text();
    String sentence = paragraph.substring(0, paragraph.indexOf('.') + 1);
    String[] words = sentence.split(" ");
    Mention mention = new Mention(sentence, words[random.nextInt(words.length)], 1);
    return List.of(
        new Tagging(
            TagKey.of("Ivo Brandl"),
            "Ivo Brandl",
            TagKind.PERSON,
            Grade.ABOUT,
            1,
            List.of(mention)));
  }
}
