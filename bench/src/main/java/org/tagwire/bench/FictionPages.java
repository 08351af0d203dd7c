package org.tagwire.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * News pages of invented words with what surrounds an article: navigation, related links, share
 * bars, comments, scripts; the same for the same seed.
 */
final class FictionPages {
  private static final String[] SYLLABLES = {
    "ha", "ru", "mel", "ti", "on", "sa", "ver", "lo", "ki", "dan", "pre", "sto"
  };

  private final SplittableRandom random = new SplittableRandom(11);

  private FictionPages() {}

  /** Returns so many pages. */
  static List<byte[]> make(int count) {
    FictionPages maker = new FictionPages();
    List<byte[]> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pages.add(maker.page(i).getBytes(StandardCharsets.UTF_8));
    }
    return pages;
  }

  private String page(int number) {
    String title = words(8);
    StringBuilder page =
        new StringBuilder("<!DOCTYPE html><html lang=en><head><meta charset=utf-8>");
    page.append("<title>").append(title).append(" | The Gazette</title>");
    for (int i = 0; i < 30; i++) {
      page.append("<meta property='og:").append(words(1)).append("' content='");
      page.append(words(6)).append("'>");
    }
    page.append("<script>var data = [").append("'x', ".repeat(2_000)).append("];</script></head>");
    page.append("<body><nav class=menu><ul>")
        .append(links(60))
        .append("</ul></nav><main><article>");
    page.append("<h1>").append(title).append("</h1><p class=byline>By Ada Paper</p>");
    page.append("<time datetime='2031-05-02T10:00:00Z'>2 May 2031</time>");
    int paragraphs = 6 + random.nextInt(20);
    for (int i = 0; i < paragraphs; i++) {
      page.append("<p>").append(sentences(2 + random.nextInt(3))).append("</p>");
      if (i % 6 == 5) {
        page.append("<div class=related><h3>Read more</h3><ul>").append(links(4));
        page.append("</ul></div>");
      }
    }
    page.append("</article><aside class=sidebar>").append(teasers(20)).append("</aside>");
    page.append("<div class=comments>");
    for (int i = 0; i < number % 10; i++) {
      page.append("<div class=comment><p>").append(sentences(2)).append("</p></div>");
    }
    return page.append("</div></main><footer>").append(links(40)).append("</footer>").toString();
  }

  private String links(int count) {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < count; i++) {
      links.append("<li class='item item-").append(i).append("'><a href='/news/").append(i);
      links.append("'>").append(words(4)).append("</a></li>");
    }
    return links.toString();
  }

  private String teasers(int count) {
    StringBuilder teasers = new StringBuilder();
    for (int i = 0; i < count; i++) {
      teasers.append("<div class='card card--small'><h3><a href='/news/").append(i).append("'>");
      teasers.append(words(8)).append("</a></h3><p>").append(sentences(1)).append("</p></div>");
    }
    return teasers.toString();
  }

  private String sentences(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String words = words(8 + random.nextInt(14));
      text.append(words.substring(0, 1).toUpperCase(Locale.ROOT)).append(words.substring(1));
      text.append(". ");
    }
    return text.toString();
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ");
      for (int j = 1 + random.nextInt(4); j > 0; j--) {
        words.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
    }
    return words.toString();
  }
}
