package org.tagwire.proof;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.Subscription;
import org.tagwire.newsstand.site.World;

/**
 * A scripted world of small papers for the kill tests: {@value #PAPERS} feeds of {@value #ARTICLES}
 * articles each, half of them there from the start and the rest an hour later. Every third paper
 * has only summaries in its feed, so that pages are read.
 */
record Provinces() implements World {
  static final int PAPERS = 12;
  static final int ARTICLES = 10;

  /** When the second half appears, counted from the start. */
  static final Duration SECOND_HALF = Duration.ofHours(1);

  private static final List<String> PEOPLE =
      List.of(
          "Orla Venn",
          "Tamsin Okoro",
          "Piet Halvard",
          "Jun Arakawa",
          "Lucia Ferrant",
          "Bram Sollis");
  private static final List<String> PLACES =
      List.of("Gannet Bay", "Upper Marl", "Kestrel Moor", "Port Ansel", "Thornwick", "Low Harrow");
  private static final String[] WORDS =
      """
      council harbour evening report school bridge river market weather season player minister hospital engine station
      budget meeting neighbour festival garden factory winter library ferry window captain doctor signal village tunnel
      opened closed repaired counted promised measured watched carried painted rebuilt crossed answered planned delayed
      quiet early narrow heavy public late wooden final local cheap long northern
      """
          .strip()
          .split("\\s+");

  /** Returns the addresses of all articles, those of the second half included. */
  static List<String> addresses(Dateline dateline) {
    List<String> all = new ArrayList<>();
    for (int paper = 0; paper < PAPERS; paper++) {
      for (int number = 0; number < ARTICLES; number++) {
        all.add(dateline.origin(host(paper)) + "/" + number + ".html");
      }
    }
    return all;
  }

  private static String host(int paper) {
    return "paper-" + paper + ".example";
  }

  @Override
  public List<Site> sites(Dateline dateline) {
    List<Site> sites = new ArrayList<>();
    for (int paper = 0; paper < PAPERS; paper++) {
      sites.add(new Paper(paper, dateline));
    }
    return sites;
  }

  private record Paper(int number, Dateline dateline) implements Site {
    @Override
    public String host() {
      return Provinces.host(number);
    }

    @Override
    public List<Subscription> subscriptions() {
      return List.of(
          new Subscription("Paper " + number, URI.create(dateline.origin(host()) + "/feed")));
    }

    @Override
    public Reply answer(String target, Instant now) {
      boolean whole = !now.isBefore(dateline.start().plus(SECOND_HALF));
      Instant changed = whole ? dateline.start().plus(SECOND_HALF) : dateline.start();
      int there = whole ? ARTICLES : ARTICLES / 2;
      if (target.equals("/feed")) {
        return found("application/rss+xml; charset=utf-8", feed(there), changed);
      }
      String page = target.replaceAll("^/(\\d)\\.html$", "$1");
      return page.length() == 1 && Character.isDigit(page.charAt(0))
          ? found("text/html; charset=utf-8", page(page.charAt(0) - '0'), dateline.start())
          : new Reply.Missing();
    }

    private static Reply found(String type, String text, Instant changed) {
      return new Reply.Found(Resource.of(type, text.getBytes(StandardCharsets.UTF_8), changed));
    }

    private String feed(int there) {
      StringBuilder xml =
          new StringBuilder(
                  "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Paper "
                      + number
                      + "</title>")
              .append("<language>en</language>");
      for (int i = there - 1; i >= 0; i--) {
        Instant published = dateline.start().minus(Duration.ofHours(12L * number + i));
        xml.append("<item><guid>" + host() + "-" + i + "</guid><title>" + title(i) + "</title>")
            .append("<link>" + dateline.origin(host()) + "/" + i + ".html</link>")
            .append("<pubDate>" + published + "</pubDate><description>")
            .append(hasText() ? text(i, "&lt;p&gt;", "&lt;/p&gt;") : sentence(i, new Random(i)))
            .append("</description></item>");
      }
      return xml.append("</channel></rss>").toString();
    }

    private boolean hasText() {
      return number % 3 != 0;
    }

    private String page(int i) {
      return "<!doctype html><html lang=en><title>"
          + title(i)
          + "</title><article><h1>"
          + title(i)
          + "</h1>"
          + text(i, "<p>", "</p>")
          + "</article></html>";
    }

    private String title(int i) {
      Random random = new Random(number * 100L + i);
      return person(i)
          + " "
          + word(random)
          + " the "
          + word(random)
          + " "
          + word(random)
          + " at "
          + place(i);
    }

    private String text(int i, String open, String close) {
      Random random = new Random(number * 1_000L + i);
      StringBuilder text = new StringBuilder();
      for (int paragraph = 0; paragraph < 5; paragraph++) {
        text.append(open);
        for (int sentence = 0; sentence < 5; sentence++) {
          text.append(sentence(i, random));
        }
        text.append(close);
      }
      return text.toString();
    }

    private String sentence(int i, Random random) {
      StringBuilder sentence =
          new StringBuilder(random.nextInt(4) == 0 ? person(i) : "The " + word(random));
      for (int word = 0; word < 10; word++) {
        sentence.append(' ').append(word(random));
      }
      return sentence.append(random.nextInt(3) == 0 ? " in " + place(i) + ". " : ". ").toString();
    }

    private String person(int i) {
      return PEOPLE.get((number + i) % PEOPLE.size());
    }

    private String place(int i) {
      return PLACES.get((number * 5 + i) % PLACES.size());
    }

    private static String word(Random random) {
      return WORDS[random.nextInt(WORDS.length)];
    }
  }
}
