package org.tagwire.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.tagwire.extract.BlockReader.Cut;
import org.tagwire.html.HtmlText;

/**
 * Who wrote it: the names in the byline, without offices, places, dates and addresses.
 *
 * <p>What a page tells machines counts first (JSON-LD, then meta tags), then what it marks as its
 * author, then a line "By …" below the headline. The first place that yields a name is believed.
 * Agencies are set apart, because they say whose text it is; one that stands alone is the author as
 * well. One page, one thread.
 */
final class Bylines {
  private static final int MOST = 10;
  private static final int LONGEST = 80;

  /** A line with more characters than this is no byline. */
  private static final int LONGEST_LINE = 160;

  private static final int MOST_MARKED = 40;

  /** So many blocks below the headline a byline may stand. */
  private static final int NEAR = 12;

  private static final String LEADS =
      "(?:written|posted|published|reported|created|edited|story|analysis|words|text|opinion)"
          + " by|view all posts by|all posts"
          + " by|by|(?:veröffentlicht|eingestellt|erstellt|geschrieben|alle beiträge|zeige alle"
          + " beiträge|artikel|beitrag) von|von|publié par|écrit par|par|(?:publicado|escrito)"
          + " por|por|scritto da|a cura di|di|door|av|af|przez|tekst|texte|texto|testo|text"
          + "|autor(?:in|a|zy)?|authors?|auteurs?|autore|автор|текст|interview|بقلم|كتب|كتبت";

  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:" + LEADS + ")(?:\\s*[:/]\\s*|\\s+)|(?:/|文|作者|本报记者|记者|記者)[:：/]?\\s*)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final String MONTHS =
      "jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch|s)?|märz|apr(?:il)?|may|mai|june?|juni|juin|july?|juli|juillet"
          + "|aug(?:ust)?|août|sept?(?:ember|embre)?|o[ck]t(?:ober|obre)?|nov(?:ember|embre)?|de[cz](?:ember|embre)?";

  private static final Pattern MONTH =
      Pattern.compile(
          "^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
              + MONTHS
              + "|uhr|[ap]m|edt|est|et|cet)\\.?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SHOWN =
      Pattern.compile(
          "^(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Av|Af|Autor(?:in)?:|Author:|Auteur"
              + " ?:|Text:|Автор:|بقلم:?|作者[:：]) ?\\S.*");

  private static final Pattern DIVIDER =
      Pattern.compile(
          "\\s*(?:,(?!\\s*(?:Jr|Sr|PhD|Ph\\.D|MD|M\\.D)\\b)|[;|•·、،/]|\\s[-–—/»]\\s|\n)\\s*");

  private static final Pattern AND =
      Pattern.compile(
          "\\s+(?:and|und|et|y|e|en|och|og|i|и|&|with|mit|con|avec)\\s+|\\s+و(?=\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Where a name ends and its office, place or date begins. */
  private static final Pattern ENDS =
      Pattern.compile(
          "(?:^|\\s+)(?:(?:on|am|um|le|el|il|vom|den|à)\\s+(?=\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\p{L}+(?:tag|woch)(?!\\p{L}))"
              + "|(?:updated|published|posted|aktualisiert|stand|last|print|kategorien|fotos?:|photos?:|bild:|mitglied)(?!\\p{L})|[(\\[@]|(?:(?:"
              + MONTHS
              + ")\\.?\\s+)?\\d+\\S*(?:\\s|$)).*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** After a whole name, for whom and where from. */
  private static final Pattern OFFICE_BEGINS =
      Pattern.compile(
          "^(\\S+(?: \\S+){1,3}?)\\s+(?i:for|at|from|in|bei|für|aus|pour|para) (?=\\p{Lu}).*$");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\S+@\\S+|\\[email[^\\]]*\\]|https?://\\S+|\\b(?:www|facebook|twitter)\\.\\S+|\\S+\\.(?:com|org|net)/\\S+");

  private static final Pattern OFFICE =
      Pattern.compile(
          "\\b(?:staff|desk|editors?|reporters?|reports?|correspondents?|writers?|columnists?|contributors?|critics?|producers?|bureau|newsroom|newsdesk|editorial|letters"
              + " to the editor|news service|wire services?|special"
              + " to|chefredakteur(?:in)?|redakteur(?:in)?|\\S*redaktion|redakcja|redactie|rédaction|redacción|redacao|redação|redazione"
              + "|korrespondent(?:in)?|journalist(?:in|e)?|periodista|giornalista|agencies|equipe|admin\\S*|\\S*admin|unknown|anonymous|anónimo|unbenannt|guest|гость|редакция|publisher|null|undefined|follow)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern AGENCY =
      Pattern.compile(
          "(?:^|(?<=[\\s(/]))(?:The )?(Reuters|Associated Press|AP|AFP|dpa|PA Media|Press"
              + " Association|ANSA|EFE|APA|SDA|Bloomberg|TASS|Xinhua|Kyodo|PTI|IANS|AAP|Canadian"
              + " Press|Europa Press)\\)?$");

  private static final Pattern ARTICLE =
      Pattern.compile("(?:Die|Der|Das|The|An?|Une?|Les|Le|La|Los|Las|El|Il|Alle?|More|Mehr) ");

  /** An office begins with the house it is held in. */
  private static final Pattern HOUSE = Pattern.compile("^\\p{Lu}{2,4}(?:\\s|$)");

  /** Parts of a page whose authors wrote something else. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "comment|related|teaser|sidebar|widget|recommend|footer|promo|popular|latest|similar|avatar|image|photo|picture",
          Pattern.CASE_INSENSITIVE);

  /** Elements that hold a name and nothing else. */
  private static final String CERTAIN =
      "[rel~=author], [itemprop~=author], [class*=author-name], [class*=author__name],"
          + " [class*=authorname], [class*=byline-name], [class*=byline__name], .author.vcard,"
          + " span.author, a.author";

  private static final String LIKELY =
      "[class*=author], [class*=Author], [class*=byline], [class*=Byline], [class*=autor],"
          + " [class*=auteur]";

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "de", "da", "di", "der", "den", "del", "della", "dos", "das", "du", "la",
          "le", "el", "al", "bin", "ibn", "ben", "ter", "zu", "af", "av", "e", "y", "und");

  private static final List<String> NAMES =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "dc.creator",
          "byl",
          "sailthru.author",
          "citation_author",
          "dcterms.creator");

  private final Document page;
  private final Cut cut;
  private final int headline;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<String> agencies = new ArrayList<>();

  private Bylines(Document page, Cut cut, int headline) {
    this.page = page;
    this.cut = cut;
    this.headline = headline;
  }

  /**
   * The byline of a page.
   *
   * @param authors the names, in order, none twice
   * @param agencies the news agencies among those named
   */
  record Byline(List<String> authors, List<String> agencies) {}

  static Byline read(
      Document page, MetaTags meta, StructuredData data, Cut cut, Headline headline) {
    Bylines bylines = new Bylines(page, cut, headline.block());
    data.names("author").forEach(bylines::add);
    NAMES.stream()
        .takeWhile(name -> bylines.isUnknown())
        .forEach(name -> meta.all(name).forEach(bylines::add));
    bylines.addMarked(CERTAIN, true);
    // "Editorial staff" is an answer too: whoever else is named on that page did not write it.
    if (data.names("author").isEmpty()) {
      bylines.addMarked(LIKELY, false);
      bylines.addShown();
    }
    return new Byline(bylines.authors(), List.copyOf(bylines.agencies));
  }

  private List<String> authors() {
    return names.isEmpty()
        ? agencies.stream().limit(1).toList()
        : names.values().stream().limit(MOST).toList();
  }

  private boolean isUnknown() {
    return names.isEmpty() && agencies.isEmpty();
  }

  private void addMarked(String selector, boolean certain) {
    if (!isUnknown()) {
      return;
    }
    // Most elements name no author in any way; to match the selector against all would be slow.
    Evaluator named = Selector.evaluatorOf(selector);
    page.body().stream()
        .limit(PageFacts.MOST_ELEMENTS)
        .filter(Bylines::mayName)
        .filter(e -> e.is(named))
        .limit(MOST_MARKED)
        .takeWhile(e -> isUnknown())
        .filter(e -> !isElsewhere(e))
        .map(Element::text)
        .filter(t -> !t.isBlank() && t.length() <= LONGEST_LINE)
        .filter(
            t ->
                clean(t).stream()
                    .anyMatch(n -> certain || isName(n) || LEAD.matcher(t).lookingAt()))
        .forEach(this::add);
  }

  private static boolean mayName(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    String names = element.className();
    return names.contains("ut")
        || names.contains("yline")
        || element.hasAttr("rel")
        || element.hasAttr("itemprop");
  }

  private static boolean isElsewhere(Element element) {
    Element at = element;
    for (int i = 0; i < 5 && at != null; i++) {
      boolean apart =
          switch (at.normalName()) {
            case "aside", "footer", "nav", "form", "meta" -> true;
            case "body", "main", "article", "header" -> false;
            default ->
                (at.className().length() < 300 && ELSEWHERE.matcher(at.className()).find())
                    || ELSEWHERE.matcher(at.id()).find();
          };
      if (apart) {
        return true;
      }
      at = isWhole(at) ? null : at.parent();
    }
    return false;
  }

  private static boolean isWhole(Element element) {
    return switch (element.normalName()) {
      case "body", "main", "article", "header" -> true;
      default -> false;
    };
  }

  private void addShown() {
    int from = Math.max(0, headline + 1);
    for (int i = from; i < Math.min(from + NEAR, cut.blocks().size()) && isUnknown(); i++) {
      String line = cut.blocks().get(i).text();
      if (line.length() <= LONGEST_LINE && SHOWN.matcher(line).matches()) {
        List<String> found = clean(line);
        if (!found.isEmpty() && found.stream().allMatch(Bylines::isName)) {
          add(line);
        }
      }
    }
  }

  private void add(String written) {
    if (written.length() > 4 * LONGEST_LINE) {
      return;
    }
    for (String name : clean(written)) {
      Optional<String> agency = agency(name);
      agency.filter(a -> !agencies.contains(a)).ifPresent(agencies::add);
      String person = agency.isPresent() ? withoutAgency(name) : name;
      if (!person.isEmpty()) {
        names.putIfAbsent(Headline.bare(person), person);
      }
    }
  }

  private static Optional<String> agency(String name) {
    Matcher agency = AGENCY.matcher(name);
    return agency.find() && (agency.start() == 0 || isName(withoutAgency(name)))
        ? Optional.of(agency.group(1))
        : Optional.empty();
  }

  private static String withoutAgency(String name) {
    return AGENCY.matcher(name).replaceFirst("").replaceFirst("[\\s(/]+$", "").strip();
  }

  /** Returns the names in a byline as it is written. */
  static List<String> clean(String written) {
    String line = ADDRESS.matcher(HtmlText.line(written)).replaceAll(" ").strip();
    List<String> found = new ArrayList<>();
    boolean whole = false;
    for (String part : DIVIDER.split(withoutLead(line))) {
      for (String piece : people(withoutLead(part.strip()))) {
        String name = bare(piece);
        // After a name of several words a single one is a place or an office.
        boolean place = whole && name.indexOf(' ') < 0 && agency(name).isEmpty();
        boolean office = whole && OFFICE.matcher(piece).find() && HOUSE.matcher(name).find();
        if (isPlausible(name) && !place && !office) {
          found.add(name);
          whole |= name.indexOf(' ') > 0;
        }
      }
    }
    return found;
  }

  private static String withoutLead(String line) {
    String bare = line;
    for (int i = 0; i < 3; i++) {
      bare = LEAD.matcher(bare).replaceFirst("");
    }
    return bare;
  }

  /** Takes two people apart, and leaves "Ministry of Trade and Industry" whole. */
  private static List<String> people(String part) {
    String[] sides = AND.split(part);
    boolean people =
        sides.length > 1
            && Stream.of(sides).map(Bylines::bare).allMatch(s -> looksCapital(s) || s.isEmpty())
            && sides[sides.length - 1].strip().indexOf(' ') > 0;
    return people ? List.of(sides) : List.of(part);
  }

  private static String bare(String piece) {
    String name = piece.strip();
    if (name.indexOf(' ') > 0) {
      name = OFFICE_BEGINS.matcher(ENDS.matcher(name).replaceFirst("")).replaceFirst("$1");
    }
    Matcher office = OFFICE.matcher(name);
    if (office.find()) {
      name = withoutHouse(name.substring(0, office.start()));
    }
    return name.replaceAll("(?:, (?:Ph\\.?D|M\\.?D)\\.?)+$|^[\\s:»©]+|[\\s:,.·/–-]+$", "");
  }

  /** Before an office may stand the house it is held in: "PhillyVoice Staff", "CNN Editor". */
  private static String withoutHouse(String before) {
    String name = before.strip();
    int last = name.lastIndexOf(' ') + 1;
    String word = name.substring(last);
    boolean house =
        word.chars().skip(1).anyMatch(Character::isUpperCase)
            && !name.equals(name.toUpperCase(Locale.ROOT));
    return house || last == 0 ? name.substring(0, last).strip() : name;
  }

  private static boolean isPlausible(String name) {
    boolean code = name.length() <= 3 && name.equals(name.toLowerCase(Locale.ROOT));
    boolean dense = !name.isEmpty() && Character.isIdeographic(name.codePointAt(0));
    return name.length() > 1
        && name.length() <= LONGEST
        && (dense || !code || agency(name).isPresent())
        && name.codePoints().anyMatch(Character::isLetter)
        && !Character.isDigit(name.charAt(0))
        && !name.startsWith("#")
        && !name.contains("→")
        && name.split(" ").length <= 8
        && !MONTH.matcher(name).matches();
  }

  /** Says whether this is made like a person's name: two to five words, none in small letters. */
  private static boolean isName(String name) {
    int words = name.split(" ").length;
    boolean dense =
        !name.isEmpty() && Character.isIdeographic(name.codePointAt(0)) && name.length() <= 8;
    return dense
        || (words >= 2 && words <= 5 && looksCapital(name) && !ARTICLE.matcher(name).lookingAt());
  }

  private static boolean looksCapital(String name) {
    return Stream.of(name.split(" "))
        .allMatch(
            word ->
                PARTICLES.contains(word)
                    || (!word.isEmpty() && !Character.isLowerCase(word.codePointAt(0))));
  }
}
