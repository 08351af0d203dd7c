package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;

/**
 * Tells the news from what stands beside it: credits of pictures, bylines, what the author does for
 * a living, calls to subscribe, headlines of other articles that a page has spilt into its
 * sentences.
 *
 * <p>Whole lines of that sort are read last, so that nothing in them stands early; parts of lines
 * are struck out. No line is dropped: what only an aside names is still named.
 */
final class Asides {
  /** Paragraphs of asides are counted from here. */
  private static final int PARAGRAPH = 1_000_000;

  private static final int SHORT = 7;
  private static final int CAPTION = 4;
  private static final int BYLINE = 16;
  private static final int LONGEST_CREDIT = 14;

  /** Words that no sentence of news has, folded. */
  private static final List<String> PHRASES =
      List.of(
          "getty images",
          "toggle caption",
          "enlarge this image",
          "click to",
          "opens in new window",
          "photo by",
          "photograph by",
          "file photo",
          "image credit",
          "photo credit",
          "photo illustration",
          "courtesy of",
          "(photo",
          "photo:",
          "image:",
          "credit:",
          "picture:",
          "caption:",
          "sign up for",
          "sign up to",
          "sign up here",
          "subscribe",
          "newsletter",
          "click here",
          "read more",
          "more:",
          "see also:",
          "related:",
          "contributed to this",
          "reporting by",
          "editing by",
          "follow him on",
          "follow her on",
          "follow them on",
          "follow us on",
          "follow me on",
          "views expressed",
          "opinions expressed",
          "sharing options",
          "advertisement",
          "all rights reserved",
          "copyright",
          "editor's note",
          "correction:",
          "reach him at",
          "reach her at",
          "watch:",
          "listen:",
          "podcast");

  private static final Pattern AUTHOR =
      Pattern.compile(
          "^[^.]{3,60} (?:is|was|writes|teaches|serves|covers) (?:an? |the |as an? )?(?:\\w+ ){0,3}?"
              + "(?:professor|fellow|columnist|author|reporter|correspondent|editor|contributor|writer|journalist|lecturer|teaches|scholar|researcher|attorney)\\b.*");

  /** Words in brackets that make a credit or a party and seat of what stands there. */
  private static final Set<String> CREDITS =
      Set.of(
          "getty",
          "images",
          "photo",
          "image",
          "via",
          "pool",
          "handout",
          "screenshot",
          "shutterstock",
          "flickr");

  private static final Set<String> PARTIES = Set.of("R", "D", "I", "R.", "D.", "I.");

  private final Reader reader;
  private final int paragraphs;
  private final String title;

  /** The paragraph in which a headline was spilt that has not ended yet, or a number of none. */
  private int spilling = Integer.MIN_VALUE;

  private Asides(Reader reader, List<Line> lines) {
    this.reader = reader;
    this.paragraphs = lines.stream().mapToInt(Line::paragraph).max().orElse(0);
    this.title = Keys.of(reader.piece().title());
  }

  static boolean isAside(Line line) {
    return line.paragraph() >= PARAGRAPH;
  }

  /** Returns {@code lines} with the asides behind the others, numbered anew. */
  static List<Line> last(Reader reader, List<Line> lines) {
    Asides asides = new Asides(reader, lines);
    List<Line> news = new ArrayList<>();
    List<Line> beside = new ArrayList<>();
    Set<Integer> captions = asides.captions(lines);
    for (Line line : lines) {
      Line struck = asides.struck(line);
      boolean aside =
          !line.isTitle() && (captions.contains(line.paragraph()) || asides.isBeside(line));
      (aside ? beside : news).add(struck);
    }
    List<Line> ordered = new ArrayList<>();
    for (Line line : news) {
      ordered.add(numbered(line, ordered.size(), line.paragraph()));
    }
    for (Line line : beside) {
      ordered.add(numbered(line, ordered.size(), PARAGRAPH + line.paragraph()));
    }
    return ordered;
  }

  private static Line numbered(Line line, int number, int paragraph) {
    return new Line(number, paragraph, line.text(), line.tokens(), line.headline());
  }

  private boolean isBeside(Line line) {
    String folded = Normalise.folded(Normalise.head(line.text(), 400));
    if (PHRASES.stream().anyMatch(folded::contains)) {
      return true;
    }
    boolean edge = line.paragraph() < 3 || line.paragraph() > paragraphs - 4;
    if (edge && paragraphs > 3 && AUTHOR.matcher(folded).matches()) {
      return true;
    }
    boolean again =
        title.length() > 12 && line.paragraph() < 4 && Keys.of(line.text()).contains(title);
    return again
        || (!line.tokens().isEmpty() && line.paragraph() < 3 && paragraphs > 4 && isLabel(line));
  }

  /** A name, a place, a role: a short line above the text that is no sentence. */
  private static boolean isLabel(Line line) {
    List<Token> tokens = line.tokens();
    boolean byline = tokens.size() <= BYLINE && tokens.getFirst().text().equalsIgnoreCase("by");
    return (byline || tokens.size() <= SHORT) && tokens.getLast().isWord();
  }

  /** The numbers of short paragraphs that end with a picture's credit. */
  private Set<Integer> captions(List<Line> lines) {
    Map<Integer, Integer> sentences = new HashMap<>();
    Set<Integer> credited = new HashSet<>();
    for (Line line : lines) {
      sentences.merge(line.paragraph(), 1, Integer::sum);
      if (hasCredit(line)) {
        credited.add(line.paragraph());
      }
    }
    credited.removeIf(paragraph -> sentences.getOrDefault(paragraph, 0) > CAPTION);
    return credited;
  }

  /** {@code (Jon Doe/Reuters)}, {@code (AP Photo/Jon Doe)}: a stroke and an agency in a bracket. */
  private boolean hasCredit(Line line) {
    boolean open = false;
    boolean stroke = false;
    boolean agency = false;
    for (Token token : line.tokens()) {
      open |= token.is("(");
      stroke |= open && token.is("/");
      agency |= open && isCredit(token);
      if (stroke && agency) {
        return true;
      }
      open &= !token.is(")");
      stroke &= open;
      agency &= open;
    }
    return false;
  }

  private boolean isCredit(Token token) {
    return reader.tells(Cue.AGENCY, token) || CREDITS.contains(Normalise.folded(token.text()));
  }

  /** Strikes out brackets with credits or seats, and spilt headlines. */
  private Line struck(Line line) {
    List<Token> tokens = line.tokens();
    List<Token> kept = new ArrayList<>(tokens.size());
    int i = spilling == line.paragraph() ? moreEnd(line, 0) : 0;
    while (i < tokens.size()) {
      int end = Math.max(bracketEnd(tokens, i), spillEnd(line, i));
      if (i > 0 && isGrown(tokens.get(i).text(), tokens.get(i - 1).text(), false)) {
        Token whole = tokens.get(i);
        int length = whole.text().length() - tokens.get(i - 1).text().length();
        kept.add(
            new Token(
                whole.text().substring(0, length),
                whole.start(),
                whole.start() + length,
                Token.Kind.WORD));
        i = moreEnd(line, i + 1);
      } else if (end > i) {
        i = end;
      } else {
        kept.add(tokens.get(i++));
      }
    }
    return kept.size() == tokens.size()
        ? line
        : new Line(line.number(), line.paragraph(), line.text(), kept, line.headline());
  }

  /** Returns the number after the bracket that is to be struck, or {@code at}. */
  private int bracketEnd(List<Token> tokens, int at) {
    if (!tokens.get(at).is("(") && !tokens.get(at).is("[")) {
      return at;
    }
    boolean credit = false;
    for (int i = at + 1; i < Math.min(tokens.size(), at + LONGEST_CREDIT); i++) {
      Token token = tokens.get(i);
      if (token.is(")") || token.is("]")) {
        return credit ? i + 1 : at;
      }
      boolean seat = i == at + 1 && isSeat(token);
      credit |= seat || isCredit(token);
    }
    return at;
  }

  /** {@code (D-Calif.)}, {@code (R., Ky.)}. */
  private static boolean isSeat(Token token) {
    String text = token.text();
    return PARTIES.contains(text)
        || (text.length() > 2 && text.charAt(1) == '-' && "RDI".indexOf(text.charAt(0)) >= 0);
  }

  /**
   * {@code Chad Wolf|Chad WolfDemocrats press … MORE}: a name said twice, its second time grown
   * together with a headline; the second name and the headline are struck.
   */
  private int spillEnd(Line line, int at) {
    List<Token> tokens = line.tokens();
    if (at == 0 || !tokens.get(at).isCapitalised()) {
      return at;
    }
    for (int i = at; i < Math.min(tokens.size(), at + 7); i++) {
      Token token = tokens.get(i);
      if (!token.isWord() && !token.is(".") && !token.is("(") && !token.is(")")) {
        return at;
      }
      if (isGrown(token.text(), tokens.get(at - 1).text(), true)) {
        return moreEnd(line, i + 1);
      }
    }
    return at;
  }

  /** Whether {@code text} is {@code name} and, after or before it, another word without a blank. */
  private static boolean isGrown(String text, String name, boolean head) {
    int other = text.length() - name.length();
    if (name.length() < 3 || other < 2) {
      return false;
    }
    int seam = head ? name.length() : other;
    return (head ? text.startsWith(name) : text.endsWith(name))
        && Character.isUpperCase(text.charAt(seam))
        && Character.isLowerCase(text.charAt(seam - 1));
  }

  /** A spill ends with MORE, perhaps in a later sentence of its paragraph. */
  private int moreEnd(Line line, int from) {
    List<Token> tokens = line.tokens();
    for (int i = from; i < tokens.size(); i++) {
      if (tokens.get(i).is("MORE")) {
        spilling = Integer.MIN_VALUE;
        return i + 1;
      }
    }
    spilling = line.paragraph();
    return tokens.size();
  }
}
