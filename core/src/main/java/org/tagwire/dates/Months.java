package org.tagwire.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Month names, whole and shortened, in the languages feeds are written in. */
final class Months {
  /** A line a language, twelve columns; spellings of one month are separated by {@code |}. */
  private static final List<String> TABLE =
      List.of(
          "jan|january feb|february mar|march apr|april may jun|june jul|july aug|august sep|sept|september oct|october nov|november dec|december",
          "januar|jän|jänner februar mär|märz|maerz|mrz april mai juni juli august september okt|oktober november dez|dezember",
          "janv|janvier févr|février|fevr|fevrier|fév mars avr|avril mai juin juil|juillet août|aout sept|septembre octobre novembre déc|décembre|decembre",
          "ene|enero febrero marzo abr|abril mayo junio julio ago|agosto septiembre|setiembre octubre noviembre dic|diciembre",
          "gen|gennaio febbraio marzo aprile mag|maggio giu|giugno lug|luglio agosto set|settembre ott|ottobre novembre dic|dicembre",
          "janeiro fev|fevereiro março|marco abril mai|maio junho julho agosto set|setembro out|outubro novembro dez|dezembro",
          "januari februari mrt|maart april mei juni juli augustus september oktober november december",
          "sty|stycznia|styczeń lut|lutego|luty mar|marca|marzec kwi|kwietnia|kwiecień maj|maja cze|czerwca|czerwiec lip|lipca|lipiec sie|sierpnia|sierpień wrz|września|wrzesień paź|października|październik lis|listopada|listopad gru|grudnia|grudzień",
          "янв|января|январь фев|февр|февраля|февраль мар|марта|март апр|апреля|апрель мая|май июн|июня|июнь июл|июля|июль авг|августа|август сен|сент|сентября|сентябрь окт|октября|октябрь ноя|нояб|ноября|ноябрь дек|декабря|декабрь",
          "يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو|يونية يوليو|يوليه أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر",
          "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
          "oca|ocak şub|şubat mart nis|nisan may|mayıs haz|haziran tem|temmuz ağu|ağustos eyl|eylül eki|ekim kas|kasım ara|aralık",
          "ιαν|ιανουαρίου φεβ|φεβρουαρίου μαρ|μάρ|μάρτ|μαρτίου απρ|απριλίου μάι|μαϊ|μαΐ|μαΐου|μαίου ιούν|ιουν|ιουνίου ιούλ|ιουλ|ιουλίου αύγ|αυγ|αυγούστου σεπ|σεπτ|σεπτεμβρίου οκτ|οκτωβρίου νοέ|νοε|νοεμβρίου δεκ|δεκεμβρίου",
          "január február|februári március|marcius április|aprilis|április május|május június július|juilus augusztus szeptember október november december",
          "januari februari mars april maj juni juli augusti september oktober november december",
          "gennaio feb mars april mai|maj juni juli august september oktober november desember",
          "جانفي فيفري مارس أفريل|افريل ماي جوان جويلية أوت|اوت سبتمبر أكتوبر نوفمبر ديسمبر",
          "يناير فبراير مارس أبريل ماي يونيو|يونيه يوليوز|يوليو|يوليه غشت شتنبر أكتوبر نونبر|نوفمبر دجنبر|ديسمبر",
          "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
          "січ|січня|січень лют|лютого|лютий бер|березня|березень кві|квіт|квітня|квітень тра|трав|травня|травень чер|черв|червня|червень лип|липня|липень сер|серп|серпня|серпень вер|вересня|вересень жов|жовт|жовтня|жовтень лис|листопада|листопад гру|груд|грудня|грудень",
          "led|ledna|leden úno|února|únor bře|března|březen dub|dubna|duben kvě|května|květen čvn|června|červen čvc|července|červenec srp|srpna|srpen zář|září říj|října|říjen lis|listopadu|listopad pro|prosince|prosinec",
          "ian|ianuarie feb|februarie mar|martie apr|aprilie mai iun|iunie iul|iulie aug|august sep|septembrie oct|octombrie noi|noiembrie dec|decembrie",
          "tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu",
          "januari februari maret april mei juni juli agu|agustus september okt|oktober nop|november des|desember",
          "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
          "ינואר|בינואר פברואר|בפברואר מרץ|במרץ|מרס|במרס אפריל|באפריל מאי|במאי יוני|ביוני יולי|ביולי אוגוסט|באוגוסט ספטמבר|בספטמבר אוקטובר|באוקטובר נובמבר|בנובמבר דצמבר|בדצמבר");

  private static final Map<String, Integer> BY_NAME = table();

  private Months() {}

  /** Returns the month, 1 to 12, that {@code name} means, case and a final full stop aside. */
  static Optional<Integer> parse(String name) {
    String key = key(name);
    return Optional.ofNullable(
        BY_NAME.get(key.endsWith(".") ? key.substring(0, key.length() - 1) : key));
  }

  /** Without the dots of i, since Turkish capitals lose theirs on the way to lower case. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace("\u0307", "").replace('ı', 'i');
  }

  private static Map<String, Integer> table() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : TABLE) {
      String[] columns = language.split(" ");
      for (int month = 1; month <= columns.length; month++) {
        for (String spelling : columns[month - 1].split("\\|")) {
          months.putIfAbsent(key(spelling), month);
        }
      }
    }
    return Map.copyOf(months);
  }
}
