package org.tagwire.hashtag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;

/** Names in languages whose capitals do not tell them. */
class TonguesTest {
  private static final Tagger TAGGER = new Tagger();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ko|김도현 시장은 월요일 다리를 개통했다. 김도현 회장은 노르웨이에서 왔고 한빛은행이 도왔다.|김도현;노르웨이;한빛은행",
        "zh|林雪梅总统访问挪威。林雪梅与海港大学校长会面，海港大学表示欢迎。电影《春天的信》上映。|挪威;海港大学;春天的信",
        "zh|总统林雪梅访问挪威，林雪梅说她很高兴。克拉拉·雷恩也到场。|林雪梅;挪威;克拉拉·雷恩",
        "ja|汐浜大学の早瀬健太教授が会見した。早瀬教授は汐浜大学で映画『長い冬』に触れ、マラ・クイルさんと話した。|汐浜大学;早瀬健太;長い冬;マラ・クイル",
        "fa|مهدی کاظمی، وزیر نیرو، در نروژ گفت که دانشگاه موج آماده است. مهدی کاظمی و دانشگاه موج همکارند.|مهدی کاظمی;نروژ;دانشگاه موج",
        "ur|وزیراعظم آصف خان نے ناروے میں پل کا افتتاح کیا۔ آصف خان نے کہا کہ پاکستان خوش ہے۔|آصف خان;ناروے;پاکستان",
        "he|ראש העיר פתחה את הגשר בנורווגיה, והודתה ל-NHL על התרומה.|נורווגיה;NHL",
        "hi|प्रधानमंत्री ने सोमवार को नॉर्वे में पुल का उद्घाटन किया और भारत को धन्यवाद दिया।|नॉर्वे;भारत",
        "th|นายกรัฐมนตรีเดินทางไปญี่ปุ่นในวันศุกร์|ญี่ปุ่น"
      })
  void findsNamesInAnyScript(String language, String text, String names) {
    List<String> found = names(language, "", text);
    assertThat(found).containsAll(Arrays.asList(names.split(";")));
  }

  @Test
  void findsArabicNamesByTheirHeadAndEndsThemWhereGrammarDoes() {
    List<Tagging> tags =
        tags(
            "ar",
            "افتتاح متحف ريح الشمال في مرسى نور",
            "افتتح متحف ريح الشمال أمس في مدينة مرسى نور بحضور وزيرة الثقافة ليلى القرطاسي. "
                + "وقالت القرطاسي إن مؤسسة أشرعة للتراث ساهمت، وإن متحف ريح الشمال يضم لوحات. "
                + "ويصف كتاب \"حارس الموج\" مرسى نور قديما. وزار الوفد مرسى نور.");
    assertThat(tags)
        .extracting(Tagging::name)
        .contains(
            "متحف ريح الشمال", "ليلى القرطاسي", "مؤسسة أشرعة للتراث", "مرسى نور", "حارس الموج")
        .doesNotContain("القرطاسي", "وزيرة الثقافة", "ريح الشمال أمس");
    assertThat(kind(tags, "ليلى القرطاسي")).isEqualTo(TagKind.PERSON);
    assertThat(kind(tags, "حارس الموج")).isEqualTo(TagKind.WORK);
  }

  @Test
  void takesNoEverydayWordsOfArabicForNames() {
    List<String> names =
        names(
            "ar",
            "الشركة الجديدة تعلن أرباحا",
            "قال النائب السويد باسم الجامعة إن الشركة الجديدة تدعم علي الجميع. عاصفة ترابية تغلق الطرق.");
    assertThat(names)
        .doesNotContain("السويد", "باسم الجامعة", "علي الجميع", "الشركة الجديدة", "عاصفة ترابية");
  }

  @Test
  void keepsAPublishersEverydayWordAwayFromTheChips() {
    Piece piece =
        new Piece(
            "رواية عن البحر",
            List.of("تحكي الرواية قصة البحر. والرواية طويلة."),
            List.of("رواية", "عاجل"),
            Language.ARABIC,
            List.of());
    assertThat(TAGGER.tag(piece, Knowledge.NONE).tags())
        .allSatisfy(tag -> assertThat(tag.mentions()).isEmpty())
        .extracting(Tagging::name)
        .doesNotContain("عاجل");
  }

  @Test
  void findsGermanNamesByTheirCompanyAndByUse() {
    List<Tagging> tags =
        tags(
            "de",
            "Lohmann lässt die Brücke in Tönneby sperren",
            "Verkehrsministerin Edda Lohmann hat in Tönneby die Brücke gesperrt. Tönnebys Bürger zürnen. "
                + "Der Bauingenieur Till Grothe von der Universität Tönneby und der Deichverband Tönneby stimmten zu. "
                + "Lohmann sprach von 40 Millionen Euro. Am Montag Abend las sie aus »Stille Wasser«.");
    assertThat(tags)
        .extracting(Tagging::name)
        .contains(
            "Edda Lohmann",
            "Tönneby",
            "Till Grothe",
            "Universität Tönneby",
            "Deichverband Tönneby",
            "Stille Wasser")
        .doesNotContain(
            "Brücke", "Bürger", "Millionen Euro", "Montag Abend", "Lohmann", "Tönnebys Bürger");
    assertThat(kind(tags, "Edda Lohmann")).isEqualTo(TagKind.PERSON);
    assertThat(kind(tags, "Universität Tönneby")).isEqualTo(TagKind.ORGANISATION);
  }

  @Test
  void readsEveryLanguageWithoutFailing() {
    long seed = 20_260_731;
    Random random = new Random(seed);
    int[] scripts = {
      0x61, 0xC0, 0x390, 0x430, 0x531, 0x5D0, 0x620, 0x6A9, 0x905, 0x985, 0xA05, 0xA85, 0xB85,
      0xC05, 0xC85, 0xD05, 0xD85, 0xE01, 0xE81, 0x1000, 0x10D0, 0x1200, 0x1780, 0x3041, 0x30A1,
      0x4E00, 0xAC00, 0x1F600
    };
    for (String code : Locale.getISOLanguages()) {
      int script = scripts[random.nextInt(scripts.length)];
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 120; i++) {
        text.appendCodePoint(script + random.nextInt(24));
        text.append(random.nextInt(4) == 0 ? " " : "").append(random.nextInt(40) == 0 ? "«" : "");
      }
      assertThat(tags(code, text.substring(0, 20), text.toString()))
          .as("%s, seed %s", code, seed)
          .hasSizeLessThanOrEqualTo(Tagger.MOST);
    }
  }

  private static TagKind kind(List<Tagging> tags, String name) {
    return tags.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow().kind();
  }

  private static List<String> names(String language, String title, String text) {
    return tags(language, title, text).stream().map(Tagging::name).toList();
  }

  private static List<Tagging> tags(String language, String title, String text) {
    return TAGGER
        .tag(
            new Piece(title, List.of(text), List.of(), new Language(language), List.of()),
            Knowledge.NONE)
        .tags();
  }
}
