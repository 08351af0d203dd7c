package org.tagwire.hashtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Grade;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;

class TaggerTest {
  private static final Tagger TAGGER = new Tagger();

  private static final List<String> FILM =
      List.of(
          "LONDON (Reuters) - Mara Quill will star in \"The Long Winter\", the director Tobias Wrenfield said on Monday.",
          "Quill, 34, won praise last year. \"Mara is a marvel,\" Wrenfield told the Port Ellin Herald.",
          "The film is made by Hallowgate Pictures. Filming begins in Norway in March, Hallowgate Pictures said.");

  @Test
  void findsPeopleWorksAndCompaniesWithTheSentencesThatNameThem() {
    List<Tagging> tags = tags("Mara Quill joins The Long Winter", FILM);
    assertThat(tags.getFirst().key()).isEqualTo(TagKey.of("Mara Quill"));
    assertThat(tags.getFirst().kind()).isEqualTo(TagKind.PERSON);
    assertThat(tags.getFirst().grade()).isEqualTo(Grade.ABOUT);
    assertThat(tag(tags, "The Long Winter").kind()).isEqualTo(TagKind.WORK);
    assertThat(tag(tags, "Hallowgate Pictures").kind()).isEqualTo(TagKind.ORGANISATION);
    assertThat(tag(tags, "Norway").kind()).isEqualTo(TagKind.PLACE);
    assertThat(tag(tags, "Mara Quill").mentions())
        .anySatisfy(m -> assertThat(m.surface()).isEqualTo("Quill"))
        .allSatisfy(m -> assertThat(m.sentence()).contains(m.surface()));
  }

  @Test
  void joinsSurnamesToFullNames() {
    List<Tagging> tags = tags("Mara Quill joins The Long Winter", FILM);
    assertThat(tags)
        .extracting(t -> t.key().value())
        .contains("tobiaswrenfield")
        .doesNotContain("quill", "mara", "wrenfield");
  }

  @Test
  void takesNoDatelineNoAgencyNoDayAndNoOutletForATag() {
    Piece piece =
        new Piece(
            "Mara Quill joins The Long Winter",
            FILM,
            List.of(),
            Language.ENGLISH,
            List.of("Port Ellin Herald", "portellinherald.example"));
    assertThat(TAGGER.tag(piece, Knowledge.NONE).tags())
        .extracting(t -> t.key().value())
        .doesNotContain("london", "reuters", "monday", "march", "portellinherald");
  }

  @Test
  void cutsTitlesAndNationalitiesOffNames() {
    List<Tagging> tags =
        tags(
            "Leaders meet",
            List.of(
                "Norwegian Prime Minister Astrid Halvorsen met Vantis CEO Robert Tarn and Dr. Susan Okello on Friday."));
    assertThat(tags)
        .extracting(Tagging::name)
        .contains("Astrid Halvorsen", "Robert Tarn", "Susan Okello");
    assertThat(tag(tags, "Astrid Halvorsen").kind()).isEqualTo(TagKind.PERSON);
  }

  @Test
  void joinsAcronymsToTheirLongForm() {
    List<Tagging> tags =
        tags(
            "Fund warns of debt",
            List.of(
                "The Ellin Monetary Fund (EMF) warned on Friday.",
                "The EMF said that debt grows. EMF officials declined to comment."));
    assertThat(tags)
        .extracting(Tagging::name)
        .contains("Ellin Monetary Fund")
        .doesNotContain("EMF");
  }

  @Test
  void usesThePublishersTagsCleaned() {
    Piece piece =
        new Piece(
            "Sea level rises",
            List.of("Researchers measured how climate change raises the sea."),
            List.of(
                "Climate change",
                "wrenfield, tobias (1961- )",
                "Wrenfield, Tobias (1961- )",
                "VNT.L",
                "a/b"),
            Language.ENGLISH,
            List.of());
    List<Tagging> tags = TAGGER.tag(piece, Knowledge.NONE).tags();
    assertThat(tag(tags, "Climate change").mentions()).hasSize(1);
    assertThat(tags)
        .extracting(Tagging::name)
        .contains("Tobias Wrenfield")
        .doesNotContain("VNT.L", "a/b");
  }

  @Test
  void findsArabicNamesByTitleCliticAndCountry() {
    Piece piece =
        new Piece(
            "الممثلة ليان الخطيب في فيلم جديد",
            List.of(
                "قالت الممثلة ليان الخطيب إنها تصور فيلم «ريح الشمال» في النرويج.",
                "وأضافت ليان الخطيب أن العمل بالنرويج صعب، ويعرض «ريح الشمال» قريبا."),
            List.of("ريح الشمال"),
            Language.ARABIC,
            List.of());
    List<Tagging> tags = TAGGER.tag(piece, Knowledge.NONE).tags();
    assertThat(tag(tags, "ليان الخطيب").kind()).isEqualTo(TagKind.PERSON);
    assertThat(tag(tags, "النرويج").kind()).isEqualTo(TagKind.PLACE);
    assertThat(tag(tags, "ريح الشمال").mentions()).isNotEmpty();
  }

  @Test
  void takesNoGermanNounForAName() {
    Piece piece =
        new Piece(
            "Neue Brücke eröffnet",
            List.of(
                "Bürgermeisterin Edda Lohmann eröffnete am Montag die Brücke in Norwegen.",
                "Der Bau der Brücke dauerte drei Jahre, sagte Lohmann."),
            List.of(),
            new Language("de"),
            List.of());
    assertThat(TAGGER.tag(piece, Knowledge.NONE).tags())
        .extracting(Tagging::name)
        .contains("Edda Lohmann", "Norwegen")
        .doesNotContain("Brücke", "Bau", "Montag", "Jahre");
  }

  @Test
  void findsFrenchSpanishAndJapaneseNames() {
    assertThat(
            tags(
                new Language("fr"),
                "L'actrice Inès Vexin quitte Paris",
                "L'actrice Inès Vexin a quitté Paris lundi. Vexin tourne en Norvège."))
        .extracting(Tagging::name)
        .contains("Inès Vexin", "Paris", "Norvège")
        .doesNotContain("Vexin");
    assertThat(
            tags(
                new Language("es"),
                "La alcaldesa Inés Oriol inaugura el puente",
                "La alcaldesa Inés Oriol inauguró el puente. Oriol viajó a Noruega."))
        .extracting(Tagging::name)
        .contains("Inés Oriol", "Noruega")
        .doesNotContain("Oriol");
    assertThat(
            tags(new Language("ja"), "マラ・クイル、新作映画に主演", "俳優のマラ・クイルさんが映画『長い冬』に主演する。撮影はノルウェーで行われる。"))
        .extracting(Tagging::name)
        .contains("マラ・クイル", "長い冬", "ノルウェー");
  }

  @Test
  void remembersNamesFromTheStream() {
    Map<Knowledge.Scope, Map<String, Double>> seen = new HashMap<>();
    Language french = new Language("fr");
    Tags first =
        TAGGER.tag(
            new Piece(
                "Quorble ouvre",
                List.of("La société Quorble a grandi. En mars Quorble a embauché."),
                List.of(),
                french,
                List.of()),
            Knowledge.NONE);
    for (int i = 0; i < 2; i++) {
      first
          .observation()
          .sightings()
          .forEach(
              s ->
                  seen.computeIfAbsent(s.scope(), k -> new HashMap<>())
                      .merge(s.what(), s.weight(), Double::sum));
    }
    Knowledge knowledge =
        (scope, what) -> seen.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0);
    Piece headline =
        new Piece(
            "Quorble Embauche Encore Plusieurs Personnes", List.of(), List.of(), french, List.of());
    assertThat(TAGGER.tag(headline, Knowledge.NONE).tags())
        .extracting(Tagging::name)
        .doesNotContain("Quorble");
    assertThat(TAGGER.tag(headline, knowledge).tags())
        .extracting(Tagging::name)
        .contains("Quorble");
  }

  @Test
  void givesNoTagWhereThereIsNothingToSay() {
    assertThat(tags("Good morning", List.of("It is a nice day, and nothing happened."))).isEmpty();
    assertThat(tags("", List.of())).isEmpty();
  }

  @Test
  void survivesAnyTextQuickly() {
    long seed = 1_234_567L;
    System.out.println("TaggerTest seed " + seed);
    Random random = new Random(seed);
    String[] parts = {
      "Mara ",
      "Quill",
      " ",
      "(",
      ")",
      "\"",
      "the ",
      "of ",
      "Dr. ",
      "&",
      "'s ",
      "—",
      "LONDON ",
      "ال",
      "و",
      "『",
      "』",
      "・",
      "ア",
      "\uD83D\uDE00",
      "\u0000",
      ". ",
      "\n",
      "1,2",
      "İ",
      "ß",
      "«",
      "»"
    };
    for (int round = 0; round < 400; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(300); i > 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      List<Tagging> tags = tags(text.substring(0, text.length() / 4), List.of(text.toString()));
      assertThat(tags.stream().map(Tagging::key).distinct().count()).isEqualTo(tags.size());
      assertThat(tags).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
      assertThat(tags.stream().filter(t -> t.grade() == Grade.ABOUT).count())
          .isLessThanOrEqualTo(Tagger.MOST_ABOUT);
    }
  }

  private static Tagging tag(List<Tagging> tags, String name) {
    return tags.stream()
        .filter(t -> t.key().equals(TagKey.of(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    name + " is not among " + tags.stream().map(Tagging::name).toList()));
  }

  private static List<Tagging> tags(String title, List<String> paragraphs) {
    return tags(Language.ENGLISH, title, paragraphs);
  }

  private static List<Tagging> tags(Language language, String title, String text) {
    return tags(language, title, List.of(text));
  }

  private static List<Tagging> tags(Language language, String title, List<String> paragraphs) {
    return TAGGER
        .tag(new Piece(title, paragraphs, List.of(), language, List.of()), Knowledge.NONE)
        .tags();
  }
}
