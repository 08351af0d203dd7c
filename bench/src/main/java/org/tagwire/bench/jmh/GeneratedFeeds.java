package org.tagwire.bench.jmh;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Feeds made of invented words, the same for the same seed: median 32 KB, 30 items, bodies with the
 * markup that publishers write, the letters of eight languages. Used by one thread.
 */
final class GeneratedFeeds {
  private static final double MEDIAN = 32_000;
  private static final double SPREAD = 0.6;
  private static final int ITEMS = 30;

  /** What an item has beside its body. */
  private static final int AROUND = 520;

  private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");

  /** Half of what is written is English, as on the web. */
  private static final List<Tongue> TONGUES =
      List.of(
          new Tongue("en", "ba de ton ly ing the er on st re an al ver com pro", " "),
          new Tongue("en", "to in is of and un ment tion ed es ma ri no sa lo", " "),
          new Tongue("en", "wa ter land ford by ham shire wick ley port by en", " "),
          new Tongue("en", "sel mor dan pel vin har ker ros tam bel dor nis", " "),
          new Tongue("de", "über ge schlag ung ä kei ten straß ö fen ver tür", " "),
          new Tongue("fr", "é cole ment à ça tion è re ê tre où l'a ni é", " "),
          new Tongue("pl", "prze wodni czą cy sł owo ż ś ci ę ni e ów ka", " "),
          new Tongue("ru", "го род ство ный вы бо ры ка ре ще ние по ль", " "),
          new Tongue("ar", "ال مدي نة حكو مة وز ير خ بر عا لم صح يفة", " "),
          new Tongue("hi", "स मा चा र न ग र सर का र ख बर दे श", " "),
          new Tongue("zh", "新 闻 城 市 报 道 天 气 经 济 政 府 学 校 河 山", ""));

  private final SplittableRandom random = new SplittableRandom(20_260_105);
  private Tongue tongue = TONGUES.getFirst();

  private record Tongue(String code, List<String> parts, String between) {
    Tongue(String code, String parts, String between) {
      this(code, List.of(parts.split(" ")), between);
    }
  }

  /** The formats by their shares among feeds; of ten XML feeds six are RSS and three Atom. */
  enum Format {
    RSS,
    ATOM,
    RDF,
    JSON
  }

  /** Makes {@code count} XML feeds. */
  static List<byte[]> xml(int count) {
    GeneratedFeeds feeds = new GeneratedFeeds();
    List<byte[]> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(feeds.feed(i % 10 < 6 ? Format.RSS : i % 10 < 9 ? Format.ATOM : Format.RDF));
    }
    return made;
  }

  /** Makes {@code count} JSON feeds. */
  static List<byte[]> json(int count) {
    GeneratedFeeds feeds = new GeneratedFeeds();
    List<byte[]> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(feeds.feed(Format.JSON));
    }
    return made;
  }

  private byte[] feed(Format format) {
    tongue = TONGUES.get(random.nextInt(TONGUES.size()));
    int body = (int) (MEDIAN * Math.exp(SPREAD * random.nextGaussian()) / ITEMS) - AROUND;
    StringBuilder feed = new StringBuilder(40_000);
    feed.append(
        FeedWording.head(
            format, tongue.code(), sentence(3), "https://paper" + random.nextInt(900)));
    for (int i = 0; i < ITEMS; i++) {
      feed.append(i > 0 && format == Format.JSON ? "," : "");
      feed.append(FeedWording.item(format, item(i, Math.max(60, body))));
    }
    return feed.append(FeedWording.tail(format)).toString().getBytes(StandardCharsets.UTF_8);
  }

  private FeedWording.Item item(int number, int length) {
    Instant time = START.minusSeconds(3_600L * number + random.nextInt(3_600));
    String link =
        "https://paper.example/news/2026/" + number + "/" + Integer.toHexString(random.nextInt());
    return new FeedWording.Item(
        link,
        sentence(6 + random.nextInt(5)),
        DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC)),
        time.toString(),
        word() + " " + word(),
        List.of(word(), word(), word()),
        body(link, length));
  }

  /** Markup as content systems write it, of about so many bytes. */
  private String body(String link, int length) {
    StringBuilder body = new StringBuilder(length + 200);
    if (random.nextInt(3) == 0) {
      body.append("<figure><img src=\"https://img.paper.example/")
          .append(random.nextInt(100_000))
          .append(".jpg\" alt=\"")
          .append(sentence(3))
          .append("\" width=\"640\" height=\"360\" class=\"lead\" /></figure>\n");
    }
    int perLetter = tongue.code().equals("en") ? 1 : tongue.between().isEmpty() ? 3 : 2;
    while (body.length() * perLetter < length) {
      body.append("<p>").append(sentence(6 + random.nextInt(9))).append(' ');
      switch (random.nextInt(5)) {
        case 0 ->
            body.append("<a href=\"")
                .append(link)
                .append("?utm_source=rss&amp;n=1\" target=\"_blank\">")
                .append(sentence(2))
                .append("</a> ");
        case 1 -> body.append("<em>").append(word()).append("</em>&nbsp;&#8217;").append(word());
        case 2 -> body.append("<strong>").append(word()).append("</strong>, ");
        default -> body.append(sentence(5));
      }
      body.append("</p>\n");
    }
    return body.toString();
  }

  private String sentence(int words) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) {
      sentence.append(i == 0 ? "" : tongue.between()).append(word());
    }
    return sentence.append(tongue.between().isEmpty() ? "。" : ".").toString();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i >= 0; i--) {
      word.append(tongue.parts().get(random.nextInt(tongue.parts().size())));
    }
    return word.toString();
  }
}
