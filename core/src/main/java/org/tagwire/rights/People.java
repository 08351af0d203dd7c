package org.tagwire.rights;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.model.Category;
import org.tagwire.model.Mention;
import org.tagwire.model.TagKind;
import org.tagwire.model.Tagging;

/**
 * When a person's name may become something strangers can open. Pure; concerns anonymous readers of
 * a public instance only: what the owner of an instance watches is the owner's own business.
 */
public final class People {
  /**
   * How many independent origins must write about somebody before strangers find a page of that
   * name.
   */
  public static final int MIN_ORIGINS = 3;

  private static final int ADULT = 18;

  /**
   * A stated age, as in "15-year-old", "aged 15", ", 15,", "(15)", "15-jährige", "âgé de 15 ans",
   * ", de 15 años", "15歳".
   */
  private static final Pattern AGE =
      Pattern.compile(
          "\\b(\\d{1,2})[\\s-]*(?:years?|yrs?|months?|weeks?|days?)[\\s-]*old\\b|\\b(\\d{1,2})[\\s-]*(?:(?:j(?:ä|ae)hrig|monatig|wöchig)\\w*|(?:Jahre|Monate|Wochen)"
              + " alt)\\b|\\b(?:aged?|im Alter von|âgée?s? de|عمره|عمرها|يبلغ من العمر|تبلغ من"
              + " العمر)\\s+(\\d{1,2})\\b|(?<=\\p{L})(?:,\\s*|\\s*[(])(\\d{1,2})(?=[,)])"
              + "|(?<=\\p{L}),\\s*(?:de\\s+|di\\s+)?(\\d{1,2})\\s*(?:ans|años|anos|anni|meses|mesi|mois)\\b|\\b(\\d{1,2})\\s+(?:años|meses)"
              + " de edad\\b|(\\d{1,2})\\s*(?:歳|才|か月|ヶ月)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern TOO_YOUNG =
      Pattern.compile(
          "months?|weeks?|days?|mon|woch|wöch|mois|meses|mesi|か月|ヶ月",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern CHILD_OR_VICTIM =
      Pattern.compile(
          "\\b(?:child|boy|girl|schoolboy|schoolgirl|teenager|toddler|baby|infant|newborn|pupil|(?:a|the)"
              + " minor|juvenile|victim|(?:das|dem|des|ein|einem) Kind(?:es)?|(?:der|den|ein|einen)"
              + " Junge[n]?|Mädchen|Schüler|Schülerin|Säugling|Jugendliche[rn]?|Minderjährige[rn]?|Opfer|enfant|garçon|fillette|écolier|écolière|bébé|adolescente?|une?"
              + " mineure?|victime|niñ[oa]|bebé|(?:una?|el|la) menor|menor de"
              + " edad|adolescente|víctima|bambin[oa]|ragazzin[oa]|neonat[oa]|minorenne|vittima"
              + "|menin[oa]|criança|bebê|vítima)\\b"
              + "|(?:الطفل|الطفلة|طفل|طفلة|رضيع|قاصر|الضحية|ضحية)|(?:少年|少女|男児|女児|児童|乳児|被害者)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private People() {}

  /**
   * Says whether a tag's page exists for anonymous readers. It always does for what is no person.
   *
   * @param kind what the tag stands for
   * @param origins how many independent origins named it
   * @param aboutArticles how many articles are about it
   */
  public static boolean hasPublicPage(TagKind kind, int origins, int aboutArticles) {
    return kind != TagKind.PERSON || (origins >= MIN_ORIGINS && aboutArticles >= 1);
  }

  /**
   * Says whether an article may carry a tag in public: in Crime no person from fewer than three
   * origins.
   *
   * @param category the article's field
   * @param kind what the tag stands for
   * @param origins how many independent origins named it
   */
  public static boolean mayCarry(Category category, TagKind kind, int origins) {
    return kind != TagKind.PERSON || category != Category.CRIME || origins >= MIN_ORIGINS;
  }

  /** Says whether a tag may ever trend from articles of that field. */
  public static boolean mayTrend(Category category, TagKind kind) {
    return kind != TagKind.PERSON || category != Category.CRIME;
  }

  /**
   * Says whether an article of that field may relate a person to anything: not by crime, health,
   * religion or society, where sexuality has its place.
   */
  public static boolean mayRelate(Category category) {
    return switch (category) {
      case CRIME, HEALTH, RELIGION, SOCIETY -> false;
      default -> true;
    };
  }

  /**
   * Says whether tags of these kinds may stand beside each other as related: no person and topic.
   */
  public static boolean mayRelate(TagKind one, TagKind other) {
    return !(one == TagKind.PERSON && other == TagKind.TOPIC)
        && !(one == TagKind.TOPIC && other == TagKind.PERSON);
  }

  /** Says whether an article names somebody so that the name must never become a public tag. */
  public static boolean isProtected(Tagging tagging) {
    return tagging.kind() == TagKind.PERSON
        && tagging.mentions().stream()
            .map(Mention::sentence)
            .anyMatch(People::speaksOfMinorOrVictim);
  }

  /**
   * Says whether a sentence states an age under 18, or calls somebody in it a child or a victim.
   */
  static boolean speaksOfMinorOrVictim(String sentence) {
    if (CHILD_OR_VICTIM.matcher(sentence).find()) {
      return true;
    }
    Matcher age = AGE.matcher(sentence);
    while (age.find()) {
      if (TOO_YOUNG.matcher(age.group()).find() || years(age) < ADULT) {
        return true;
      }
    }
    return false;
  }

  private static int years(Matcher age) {
    for (int group = 1; group <= age.groupCount(); group++) {
      if (age.group(group) instanceof String digits) {
        return Integer.parseInt(digits);
      }
    }
    return ADULT;
  }
}
