package org.tagwire.discovery;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.discovery.Candidate.Ground;
import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

class FeedFinderTest {
  private static final WebAddress PAGE = WebAddress.of("https://paper.example/news/today");

  @Test
  void ranksWhatThePageDeclaresBeforeWhatItLinksAndWhatIsGuessed() {
    List<Candidate> found =
        candidates(
            """
            <a href="/section.rss">RSS</a>
            <link rel="alternate" type="application/rss+xml" title="Comments on today" href="/comments/feed">
            <link rel="Alternate" type="application/atom+xml; charset=utf-8" title=" News " href="../atom">
            <link rel="alternate" type="application/json" href="/wp-json/oembed?format=json">
            <link rel="alternate" type="text/html" hreflang="ar" href="/ar/">
            <link rel="stylesheet" type="text/xml" href="/style.xml">
            """);

    assertThat(found.getFirst())
        .isEqualTo(
            new Candidate(
                WebAddress.of("https://paper.example/atom"),
                "News",
                Source.Kind.FEED,
                Ground.DECLARED));
    assertThat(found.get(1).url().path()).isEqualTo("/section.rss");
    assertThat(found.get(2).ground()).isEqualTo(Ground.COMMENTS);
    assertThat(found)
        .noneMatch(c -> c.url().path().contains("oembed") || c.url().path().contains("style"));
    assertThat(found.getLast().ground()).isEqualTo(Ground.GUESSED);
  }

  @Test
  void namesEachAddressOnceUnderItsBestGround() {
    List<Candidate> found =
        candidates(
            "<link rel=alternate type=application/rss+xml href=/feed><a"
                + " href='http://paper.example/feed'>Feed</a>");

    assertThat(found.stream().filter(c -> c.url().path().equals("/feed")))
        .singleElement()
        .satisfies(c -> assertThat(c.ground()).isEqualTo(Ground.DECLARED));
  }

  @Test
  void resolvesThroughTheBaseAndTheFeedScheme() {
    assertThat(
            candidates(
                "<base href='https://cdn.example/x/'><link rel=feed href=all><a"
                    + " href='feed://paper.example/old.rss'>x</a><a"
                    + " href='feed:https://paper.example/new.rss'>x</a><a"
                    + " href='javascript:rss()'>RSS</a>"))
        .extracting(c -> c.url().href())
        .startsWith(
            "https://cdn.example/x/all",
            "https://paper.example/old.rss",
            "https://paper.example/new.rss")
        .noneMatch(href -> href.contains("javascript"));
  }

  @Test
  void guessesNewsSitemapsOfRobotsFirst() {
    var page = FeedFinder.parse("<p>no feed".getBytes(UTF_8), PAGE);
    List<String> listed =
        List.of(
            "https://paper.example/all.xml", "https://paper.example/latest-news.xml", "nonsense");

    assertThat(FeedFinder.candidates(page, PAGE, listed))
        .filteredOn(c -> c.kind() == Source.Kind.SITEMAP)
        .extracting(c -> c.url().path())
        .startsWith("/latest-news.xml", "/all.xml");
  }

  @Test
  void prefersThePagesLanguageAndLeavesJsonAndCommentsForLast() {
    assertThat(
            candidates(
                """
                <html lang="de-AT">
                <link rel="alternate" type="application/feed+json" href="/a.json">
                <link rel="alternate" type="application/rss+xml" title="Kommentar-Feed" href="/k">
                <link rel="alternate" type="application/rss+xml" title="Коммент\u0430рии" href="/r">
                <link rel="alternate" type="application/rss+xml" hreflang="en" href="/en">
                <link rel="alternate" type="application/rss+xml" hreflang="de" href="/de">
                <a href="/x.rss">RSS</a>
                """))
        .extracting(c -> c.url().path())
        .startsWith("/de", "/a.json", "/en", "/x.rss", "/k", "/r");
  }

  @Test
  void readsStructuredDataAndLinksThatArePictures() {
    assertThat(
            candidates(
                """
                <script type="application/ld+json">{"@type":"WebSite","url":"https://paper.example/",
                 "hasPart":{"@type":"DataFeed","url":"https:\\/\\/paper.example\\/top.rss"}}</script>
                <a href="/x1"><img alt="RSS Feed" src="i.png"></a>
                <a href="/x2" aria-label="Feed"><i></i></a>
                """))
        .extracting(c -> c.url().path())
        .startsWith("/x1", "/x2", "/top.rss");
  }

  @Test
  void findsTheChannelThatAVideoNames() {
    byte[] page = "<meta itemprop=channelId content=UCabcdefghijklmnopqrstuv>".getBytes(UTF_8);

    assertThat(
            FeedFinder.candidates(page, WebAddress.of("https://www.youtube.com/watch?v=abc"))
                .getFirst()
                .url()
                .href())
        .endsWith("?channel_id=UCabcdefghijklmnopqrstuv");
    assertThat(FeedFinder.candidates(page, PAGE)).noneMatch(c -> c.ground() == Ground.RULE);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv,"
        + " https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv",
    "https://m.youtube.com/playlist?x=1&list=PL12_-3&y=2,"
        + " https://www.youtube.com/feeds/videos.xml?playlist_id=PL12_-3",
    "https://www.youtube.com/user/lantern, https://www.youtube.com/feeds/videos.xml?user=lantern",
    "https://old.reddit.com/r/harbours/top?x=1, https://www.reddit.com/r/harbours/.rss",
    "https://www.reddit.com/user/ada/, https://www.reddit.com/user/ada/.rss",
    "https://github.com/ada/lantern, https://github.com/ada/lantern/releases.atom",
    "https://github.com/ada/lantern.git, https://github.com/ada/lantern/releases.atom",
    "https://github.com/ada/lantern/releases/tag/v1, https://github.com/ada/lantern/releases.atom",
    "https://github.com/ada/lantern/commits/main, https://github.com/ada/lantern/commits/main.atom",
    "https://github.com/ada/lantern/commits, https://github.com/ada/lantern/commits.atom",
    "https://github.com/ada/lantern/tags, https://github.com/ada/lantern/tags.atom",
    "https://github.com/ada/lantern/blob/main/a.md, https://github.com/ada/lantern/releases.atom",
    "https://github.com/orgs/harbour/repositories, https://github.com/harbour.atom",
    "https://gist.github.com/ada, https://gist.github.com/ada.atom",
    "https://gitlab.com/harbour/tools/lantern/-/issues,"
        + " https://gitlab.com/harbour/tools/lantern/-/tags?format=atom",
    "https://codeberg.org/ada/lantern, https://codeberg.org/ada/lantern/releases.rss",
    "https://github.com/ada, https://github.com/ada.atom",
    "https://social.example/@ada, https://social.example/@ada.rss",
    "https://ada.substack.com/p/tides, https://ada.substack.com/feed",
    "https://medium.com/@ada/tides-1, https://medium.com/feed/@ada",
    "https://medium.com/tag/tides, https://medium.com/feed/tag/tides",
    "https://ada.medium.com/tides-1, https://ada.medium.com/feed",
    "https://www.reddit.com/user/ada/m/harbours/, https://www.reddit.com/user/ada/m/harbours/.rss",
    "https://www.reddit.com/r/tides+harbours/, https://www.reddit.com/r/tides+harbours/.rss",
    "https://www.reddit.com/search/?q=tides&sort=new,"
        + " https://www.reddit.com/search.rss?q=tides&sort=new",
    "https://www.reddit.com/r/harbours/search?q=pier&restrict_sr=1,"
        + " https://www.reddit.com/r/harbours/search.rss?q=pier&restrict_sr=1",
    "https://social.example/users/ada, https://social.example/@ada.rss",
    "https://social.example/@ada/112233445566, https://social.example/@ada.rss",
    "https://social.example/@ada@tide.example, https://tide.example/@ada.rss",
    "https://mastodon.example/tags/tides, https://mastodon.example/tags/tides.rss",
    "https://substack.com/@ada, https://ada.substack.com/feed",
    "https://open.substack.com/pub/ada/p/tides, https://ada.substack.com/feed",
    "https://bsky.app/profile/ada.example, https://bsky.app/profile/ada.example/rss",
    "https://ada.wordpress.com/2026/03/tides/, https://ada.wordpress.com/feed/",
    "https://ada.blogspot.co.uk/2026/03/tides.html,"
        + " https://ada.blogspot.co.uk/feeds/posts/default",
    "https://ada.tumblr.com/post/1, https://ada.tumblr.com/rss",
    "https://www.tumblr.com/ada, https://ada.tumblr.com/rss",
    "https://vimeo.com/ada, https://vimeo.com/ada/videos/rss",
    "https://news.google.com/search?q=tides&hl=en, https://news.google.com/rss/search?q=tides&hl=en",
    "https://news.ycombinator.com/, https://news.ycombinator.com/rss",
  })
  void knowsTheFeedsOfWellKnownSites(String page, String feed) {
    assertThat(SiteRules.candidates(WebAddress.of(page)))
        .singleElement()
        .extracting(c -> c.url().href())
        .isEqualTo(feed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://paper.example/r/x",
        "https://github.com/",
        "https://github.com/features/actions",
        "https://github.com/pricing",
        "https://www.tiktok.com/@ada",
        "https://notyoutube.com.example/user/ada",
        "https://paper.example/tags/tides",
        "https://vimeo.com/123456",
        "https://news.google.com/rss/search?q=tides",
        "https://www.youtube.com/@ada",
        "https://reddit.example/r/a"
      })
  void appliesNoRuleElsewhere(String page) {
    assertThat(SiteRules.candidates(WebAddress.of(page))).isEmpty();
  }

  @Test
  void findsTheChannelOfAHandleThroughItsCanonicalAddress() {
    var handle = WebAddress.of("https://www.youtube.com/@lantern");
    var page =
        "<link rel=canonical href='https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv'>"
            .getBytes(UTF_8);

    assertThat(FeedFinder.candidates(page, handle).getFirst().url().href())
        .endsWith("?channel_id=UCabcdefghijklmnopqrstuv");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "<rss version='2.0'>|FEED",
        "<?xml version='1.0'?><!-- a --><feed xmlns='x'>|FEED",
        "\uFEFF <rdf:RDF>|FEED",
        "<!DOCTYPE rss SYSTEM 'x' [<!ENTITY a 'b'>]><rss>|FEED",
        "<urlset xmlns='x'>|SITEMAP",
        "<sitemapindex>|SITEMAP",
        "{ \"title\": \"x\", \"version\": \"https://jsonfeed.org/version/1.1\" }|FEED",
        "{\"version\":\"https:\\/\\/jsonfeed.org\\/version\\/1\"}|FEED",
        "<html><rss>|-",
        "<!DOCTYPE html><html>|-",
        "{}|-",
        "rss|-",
        "''|-"
      })
  void tellsASourceByItsBeginning(String document, Source.Kind kind) {
    assertThat(SourceSniffer.kindOf(document.getBytes(UTF_8)).orElse(null)).isEqualTo(kind);
    if (kind != null) {
      assertThat(SourceSniffer.kindOf(document.getBytes(UTF_16LE))).contains(kind);
    }
  }

  private static List<Candidate> candidates(String html) {
    return FeedFinder.candidates(html.getBytes(UTF_8), PAGE);
  }
}
