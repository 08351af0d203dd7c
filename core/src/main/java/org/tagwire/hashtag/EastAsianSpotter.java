package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.text.FunctionWords;
import org.tagwire.text.Token;

/**
 * Finds names in Chinese, Japanese and Korean: foreign names with a middle dot, what stands before
 * or after a title, and what ends like an institution or a town.
 *
 * <p>No blanks tell where a name in Han characters begins; it is taken as far as the piece says the
 * same characters twice.
 */
final class EastAsianSpotter {
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヺー]{2,20}(?:[・＝=][ァ-ヺー]{2,20}){1,4}");

  /** A run of katakana alone is a name when a title follows. */
  private static final Pattern KATAKANA_TITLED =
      Pattern.compile("([ァ-ヺー]{2,20})(?:氏|さん|首相|大統領|監督|選手|議員|知事|市長|社長|教授|容疑者)");

  /** Characters that hold sentences together and never write a foreign sound. */
  private static final String NEVER_SOUNDS = "也在是的和与與说說将將对對为為被到向于於从從已曾会會就都不有了后後前等及或并則则称稱任获獲率";

  private static final Pattern HAN_DOTTED =
      Pattern.compile(
          "(?<!\\p{IsHan})\\p{IsHan}{1,6}(?:·(?:(?![" + NEVER_SOUNDS + "])\\p{IsHan}){1,8}){1,3}");

  private static final Pattern BEFORE_TITLE =
      Pattern.compile(
          "(?<![\\p{IsHan}々ヶ])([\\p{IsHan}々ヶ]{2,5}?)"
              + "(?:氏|さん|首相|監督|選手|議員|知事|市長|社長|教授|容疑者|被告|女士|先生|总统|總統|总理|總理|主席)");

  /** The commonest family names, and one or two characters more. */
  private static final Pattern AFTER_TITLE =
      Pattern.compile(
          "(?:总统|總統|总理|總理|主席|部长|部長|市长|省长|教授|导演|導演|演员|演員|歌手|作家|发言人|發言人|书记|书記|院长|局长"
              + "|董事长|總裁|总裁|外长|律师|律師|球员|球員|主任|校长|记者|記者)"
              + "([王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭"
              + "吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鐘汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟"
              + "龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文][\\p{IsHan}]{1,2})");

  private static final Pattern BODY =
      Pattern.compile(
          "([\\p{IsHan}々ヶ]{2,8}(?:大学|大學|银行|銀行|研究所|研究院|委员会|委員会|公司|集团|集團|法院|裁判所|协会|協会|博物馆|博物館|美術館"
              + "|病院|医院|学院|財団|基金会|汽车|自動車|電機|電力|製薬|海運|鉄道|航空|新聞社|組合|俱乐部|港|市|町|村|県|省|州|县))");

  private static final String FAMILIES =
      "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용";

  private static final Pattern KOREAN_PERSON =
      Pattern.compile(
          "(?<![가-힣])(["
              + FAMILIES
              + "][가-힣]{2}) ?(?:전 |신임 )?"
              + "(?:대통령|총리|장관|의원|감독|선수|교수|회장|씨|위원장|의장|사장|원장|청장|도지사|변호사|작가|총장|후보)");

  private static final Pattern KOREAN_TITLED =
      Pattern.compile(
          "(?:대통령|총리|장관|배우|가수|감독|작가|선수|감독인) ([" + FAMILIES + "][가-힣]{2})(?=[은는이가을를의,과와에도 ])");

  private static final Pattern KOREAN_BODY =
      Pattern.compile("(?<![가-힣])([가-힣]{2,8}(?:그룹|위원회|협회|법원|병원|전자|자동차|연맹|재단|공사|박물관|미술관))");

  private static final Pattern KOREAN_BANK = Pattern.compile("(?<![가-힣])([가-힣]{2,6}(?:대학교|은행))");

  private static final int LONGEST = 8;

  private final Reader reader;
  private final Line line;
  private final String whole;
  private final List<Spot> spots = new ArrayList<>();

  private EastAsianSpotter(Reader reader, Line line, String whole) {
    this.reader = reader;
    this.line = line;
    this.whole = whole;
  }

  /**
   * Returns the names in {@code line}.
   *
   * @param whole the text of the piece, to see what it says twice
   */
  static List<Spot> spot(Reader reader, Line line, String whole) {
    if (line.text().codePoints().noneMatch(c -> c >= 0x3040 && c <= 0xD7A3)) {
      return List.of();
    }
    EastAsianSpotter spotter = new EastAsianSpotter(reader, line, whole);
    spotter.find(KATAKANA, 0, 1, Set.of(Sign.TITLED));
    spotter.find(KATAKANA_TITLED, 1, 1, Set.of(Sign.TITLED));
    spotter.find(HAN_DOTTED, 0, 1, Set.of(Sign.TITLED));
    spotter.titledBefore();
    spotter.find(KOREAN_PERSON, 1, 1, Set.of(Sign.TITLED));
    spotter.find(KOREAN_TITLED, 1, 1, Set.of(Sign.TITLED));
    spotter.find(KOREAN_BODY, 1, 2, Set.of());
    spotter.find(KOREAN_BANK, 1, 1, Set.of());
    spotter.persons();
    spotter.bodies();
    return spotter.spots;
  }

  private void find(Pattern pattern, int group, int least, Set<Sign> signs) {
    Matcher match = pattern.matcher(line.text());
    while (match.find()) {
      if (least == 1 || occurrences(match.group(group)) >= least) {
        add(match.start(group), match.end(group), signs);
      }
    }
  }

  /** A family's name said twice, or the full name whose family's name is. */
  private void titledBefore() {
    Matcher match = BEFORE_TITLE.matcher(line.text());
    while (match.find()) {
      String name = match.group(1);
      if (occurrences(name.substring(0, 2)) >= 2) {
        add(match.start(1), match.end(1), full(name), Set.of(Sign.TITLED));
      }
    }
  }

  /** Returns the longest titled name in the piece that begins with {@code name}. */
  private String full(String name) {
    String full = name;
    Matcher match = BEFORE_TITLE.matcher(whole);
    while (name.length() == 2 && match.find()) {
      String other = match.group(1);
      full = other.startsWith(name) && other.length() > full.length() ? other : full;
    }
    return full;
  }

  /** Two characters or three: three when the piece says all three as often. */
  private void persons() {
    Matcher match = AFTER_TITLE.matcher(line.text());
    while (match.find()) {
      String name = match.group(1);
      String two = name.substring(0, 2);
      int times = occurrences(name);
      if (name.length() == 3 && times >= 2) {
        add(match.start(1), match.end(1), Set.of(Sign.TITLED));
      } else if (occurrences(two) >= 2 && (name.length() == 2 || times == 1)) {
        add(match.start(1), match.start(1) + 2, Set.of(Sign.TITLED));
      }
    }
  }

  /** What ends like an institution, as far to the left as the piece says it twice. */
  private void bodies() {
    Matcher match = BODY.matcher(line.text());
    while (match.find()) {
      int start = match.end(1) - LONGEST;
      start = Math.max(match.start(1), start);
      while (match.end(1) - start >= 3 && !isName(start, match.end(1))) {
        start++;
      }
      if (match.end(1) - start >= 3) {
        add(start, match.end(1), Set.of());
      }
    }
  }

  private boolean isName(int start, int end) {
    String name = line.text().substring(start, end);
    boolean begins =
        tokenStarts(start)
            && (start == 0 || !isHan(line.text().charAt(start - 1)) || isVaried(name));
    return begins && occurrences(name) >= 2 && !hasFunctionWord(start, end);
  }

  /** Different characters stand before it in the piece, so it begins here. */
  private boolean isVaried(String name) {
    int first = whole.indexOf(name);
    int next = whole.indexOf(name, first + name.length());
    char one = first > 0 ? whole.charAt(first - 1) : ' ';
    char other = next > 0 ? whole.charAt(next - 1) : ' ';
    return one != other;
  }

  private boolean tokenStarts(int character) {
    return line.tokens().stream().anyMatch(t -> t.start() == character);
  }

  private boolean hasFunctionWord(int start, int end) {
    return line.tokens().stream()
        .filter(t -> t.start() >= start && t.end() <= end)
        .anyMatch(t -> FunctionWords.contains(t.text()));
  }

  private static boolean isHan(char c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private void add(int start, int end, Set<Sign> signs) {
    add(start, end, line.text().substring(start, end), signs);
  }

  private void add(int start, int end, String name, Set<Sign> signs) {
    if (!reader.isNever(name)) {
      int from = tokenAt(start);
      spots.add(new Spot(line, from, Math.max(from + 1, tokenAt(end)), name, signs));
    }
  }

  private int tokenAt(int character) {
    List<Token> tokens = line.tokens();
    int i = 0;
    while (i < tokens.size() - 1 && tokens.get(i).end() <= character) {
      i++;
    }
    return i;
  }

  private int occurrences(String name) {
    int n = 0;
    for (int at = whole.indexOf(name);
        at >= 0 && n < 3;
        at = whole.indexOf(name, at + name.length())) {
      n++;
    }
    return n;
  }
}
