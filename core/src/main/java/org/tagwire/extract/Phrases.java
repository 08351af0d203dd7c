package org.tagwire.extract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Paragraph.Kind;

/**
 * Tells furniture by what it says and how much of it is links, where its element has no telling
 * name.
 */
final class Phrases {
  static final String COOKIE_REASON = "a cookie notice";
  static final String CALL_REASON = "a call, not a text";

  private static final int SHORT = 160;

  /** A line that ends with whose picture it is. */
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:[|(\\[.]|\\s|^)(?:©|photo(?:graph)?\\s?(?::|by\\b|credit)|image\\s?(?::|by\\b|credit|via)|foto\\s?(?::|©)|fotos?:|bild\\s?(?::|©)|bilder:|crédit|credit:|illustration:|grafik:|symbolbild|getty images|shutterstock|file photo|archivbild|archivfoto|picture alliance).{0,60}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LONGEST_CREDIT = 100;
  private static final int LONGEST_CAPTION = 320;

  private static final Pattern CALL =
      Pattern.compile(
          "^(?:[^\\p{L}]{0,4})(?:read (?:more|also|next|the full)|see also|also read|also see|related(?: (?:articles?|stories|coverage|content|topics|news|posts|links))?\\s*(?::|$)"
              + "|more (?:from|on|stories|news|about)\\b|recommended|advert(?:isement)?s?\\s*$|advertisement|sponsored|share (?:this|on|via)|subscribe|sign up|follow us|follow @|click here"
              + "|continue reading|story continues|watch(?: now)?:|listen(?: now)?:|photos?:|image(?: credit|s)?:|photo (?:by|credit)|loading|tags?:|filed under|posted in|topics?:"
              + "|source:|via:|copyright|©|all rights reserved|download the|get the latest|leave a (?:comment|reply)|comments?\\s*(?:\\(|$|:)"
              + "|read:|don't miss|never miss|join our|like us on|submit your|for the latest|for more (?:news|stories|information)[:,]?|most (?:read|popular)|you (?:may|might) also|join the conversation|skip to|back to top|print this|email this|add (?:a )?comment|reply\\b|print$|share$|tweet$|email$|save$|this entry was posted|bookmark the permalink|this article (?:originally|was originally|first) appeared"
              + "|lesen sie (?:auch|mehr|hier)|lies auch|mehr (?:zum thema|dazu|lesen|infos)|siehe auch|auch interessant|anzeige$|werbung$|teilen$|foto:|bild:|quelle:|weiterlesen|kommentare|zum thema|schreibe? (?:einen|uns|dein)|hinterlasse|weitere (?:informationen|artikel|themen|beiträge|infos|nachrichten)|drucken|das könnte (?:sie|dich)|ähnliche|verwandte|abonnieren|unterstütze[n]? |möchten sie den artikel|mehr (?:von|über|aus)|bildquelle|titelbild|(?:artikel|beitrag) (?:teilen|drucken|kommentieren)"
              + "|lire (?:aussi|la suite)|à lire|voir aussi|partager|publicité$|crédit|abonnez|leia (?:também|mais)|lee también|leer más|ver también|te puede interesar|compartir|publicidad$"
              + "|(?:le|te|también te|quizás te) (?:puede|podría) interesar|puede(?:s)? (?:ver|leer)|mira (?:también|lo que)|s[íi]guenos|suscr[íi]b(?:e|ete|ase|irse)|[úu]nete|lea (?:además|más|también)"
              + "|(?:le|te) recomendamos|sig[au]e? leyendo|también puedes|hazte (?:miembro|socio)|valora esta|temas relacionados|notas? relacionadas?"
              + "|siga (?:o|a|nos)|assine|inscreva-se|você (?:também )?pode gostar|veja (?:também|mais)|confira (?:também|mais)|saiba mais|compartilhe"
              + "|vous aimerez|à (?:voir|écouter) aussi|suivez|inscrivez|sur le même (?:sujet|thème)|en savoir plus"
              + "|leggi (?:anche|pure)|potrebbe interessarti|ti potrebbe|iscriviti|seguici|approfondisci|condividi|czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również)|udostępnij|reklama$|lees (?:ook|meer)|volg ons|läs (?:också|även|mer)|les også|lue myös|ilgili haber|ayrıca bakınız|(?:читайте|смотрите) также|подпис(?:ывай|ать)|по теме|поделиться|фото:|διαβάστε|اقرأ (?:أيضا|المزيد)|関連記事|続きを読む)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:by|von|par|por|di|door|av|text:|autor:|author:|updated|published|posted|last (?:updated|modified)|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado)\\b.{0,80}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern TIME =
      Pattern.compile(
          "^(?:\\p{L}{2,12},?\\s{1,3})?(?:\\d{1,2}[./\\- ]{1,2}(?:\\d{1,2}|\\p{L}{3,12})\\.?[./\\-, ]{1,2}\\d{2,4}|\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2})"
              + "(?:.{0,24}\\d{1,2}[:.h]\\d{2}.{0,20})?$"
              + "|^\\d{1,3} (?:min(?:ute)?s?|hours?|days?|weeks?)\\b.{0,12}$|^\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?$|^[\\d\\s]{1,12}$");

  private static final Pattern COOKIE =
      Pattern.compile("\\bcookies?\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The numbers of the other pages of an article. */
  private static final Pattern PAGER =
      Pattern.compile(
          "^(?:page|seite|página|pagina|strona|sida|side)\\s+\\d{1,2}\\s*(?:of|von|de|di|sur|z|av|/)\\s*\\d{1,2}(?!\\p{L}).{0,60}$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What is said of cookies behind their first mention: searched once, not from each mention. */
  private static final Pattern OF_COOKIES =
      Pattern.compile(
          "\\b(?:consent|experience|browser|website|privacy|akzeptieren|zustimm|webseite|website|accept|navigat|site web|sitio|datenschutz)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Markup that somebody's software has shown instead of carrying it out. */
  private static final Pattern MARKUP =
      Pattern.compile("^(?:<\\w{1,12}\\s[^>]*=|\\[/?\\w{2,24}(?:\\s+\\w+\\s*=[^\\]]*)\\])");

  /** Where somebody lives and how to call him. */
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?:\\b(?:tel|telefon|telephone|phone|fone|fax|cnpj|teléfono|télécopie)\\b[.:\\s]|☎|\\+\\d{1,3}[ (])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LONGEST_CONTACT = 400;

  private Phrases() {}

  /** Says whether a text is an address with telephone numbers, and hardly a sentence. */
  static boolean isContact(String text) {
    if (text.length() > LONGEST_CONTACT) {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits += c >= '0' && c <= '9' ? 1 : 0;
    }
    return digits * 8 > text.length() && CONTACT.matcher(text).find();
  }

  static boolean isCookieNotice(String text) {
    if (text.length() >= 900 || !text.contains("ookie")) {
      return false;
    }
    Matcher first = COOKIE.matcher(text);
    return first.find() && OF_COOKIES.matcher(text).find(first.end());
  }

  static @Nullable String reason(Block block, boolean begun) {
    String text = block.text();
    double links = block.linkShare();
    if (isCookieNotice(text)) {
      return COOKIE_REASON;
    }
    if (MARKUP.matcher(text).find()) {
      return "markup, not a text";
    }
    if (isContact(text)) {
      return "an address";
    }
    if (links > 0.85 && block.kind() != Kind.QUOTE && block.kind() != Kind.TABLE_ROW) {
      return "links only";
    }
    if (text.length() <= LONGEST_CAPTION
        && CREDIT.matcher(text.substring(Math.max(0, text.length() - LONGEST_CREDIT))).find()) {
      return "a caption";
    }
    if ((text.length() > SHORT && links < 0.3) || text.length() > 2 * SHORT) {
      return null;
    }
    if (CALL.matcher(text).find() && (links > 0.2 || text.length() < 60 || block.isHeading())) {
      return CALL_REASON;
    }
    if (TIME.matcher(text).find()) {
      return "a time by itself";
    }
    if (PAGER.matcher(text).find()) {
      return "numbers of pages";
    }
    if (!begun && LABEL.matcher(text).find()) {
      return "a byline";
    }
    if (!begun && text.length() < 110 && PageDates.hasDate(text)) {
      return "a byline";
    }
    boolean hasWords = text.codePoints().anyMatch(Character::isLetterOrDigit);
    return hasWords ? null : "signs only";
  }
}
