package org.tagwire.discovery;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

/**
 * Sites whose feed address follows from the address of the page. Pure.
 *
 * <p>Each rule is the site's documented or long-standing habit. A rule is a guess that is asked
 * before it is believed; where it fails, the page itself is looked at.
 */
final class SiteRules {

  /**
   * Pages whose host, path and query together match have their feed at an address made of the
   * groups.
   */
  private record Rule(Pattern page, String feed) {
    Rule(String page, String feed) {
      this(Pattern.compile(page), feed);
    }

    Optional<String> feedOf(String page) {
      Matcher match = this.page.matcher(page);
      StringBuilder address = new StringBuilder();
      if (match.matches()) {
        match.appendReplacement(address, feed);
      }
      return address.isEmpty() ? Optional.empty() : Optional.of(address.toString());
    }
  }

  /** The first that matches counts; what is special stands before what is general. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "(?:www\\.|m\\.)?youtube\\.com/channel/(UC[\\w-]{10,40})(?:[/?].*)?",
              "https://www.youtube.com/feeds/videos.xml?channel_id=$1"),
          new Rule(
              "(?:www\\.|m\\.)?youtube\\.com/playlist\\?(?:.*&)?list=([\\w-]+).*",
              "https://www.youtube.com/feeds/videos.xml?playlist_id=$1"),
          new Rule(
              "(?:www\\.|m\\.)?youtube\\.com/user/([\\w-]+)(?:[/?].*)?",
              "https://www.youtube.com/feeds/videos.xml?user=$1"),
          new Rule(
              "(?:\\w+\\.)?reddit\\.com/u(?:ser)?/([\\w-]+)/m/([\\w-]+)(?:[/?].*)?",
              "https://www.reddit.com/user/$1/m/$2/.rss"),
          new Rule(
              "(?:\\w+\\.)?reddit\\.com/((?:r/[\\w+-]+/)?)search/?\\?(.*)",
              "https://www.reddit.com/$1search.rss?$2"),
          new Rule(
              "(?:\\w+\\.)?reddit\\.com/((?:r/[\\w+-]+)|(?:user|u|domain)/[\\w.-]+)(?:[/?].*)?",
              "https://www.reddit.com/$1/.rss"),
          new Rule("(?:\\w+\\.)?reddit\\.com/", "https://www.reddit.com/.rss"),
          new Rule("gist\\.github\\.com/([\\w-]+)(?:[/?].*)?", "https://gist.github.com/$1.atom"),
          new Rule(
              "(?:www\\.)?github\\.com/([\\w.-]+/[\\w.-]+?)/tags(?:[/?].*)?",
              "https://github.com/$1/tags.atom"),
          new Rule(
              "(?:www\\.)?github\\.com/([\\w.-]+/[\\w.-]+?)/commits/([\\w./-]+?)/?(?:\\?.*)?",
              "https://github.com/$1/commits/$2.atom"),
          new Rule(
              "(?:www\\.)?github\\.com/([\\w.-]+/[\\w.-]+?)/(commits|discussions|wiki)(?:[/?].*)?",
              "https://github.com/$1/$2.atom"),
          new Rule(
              "(?:www\\.)?github\\.com/orgs/([\\w.-]+)(?:[/?].*)?", "https://github.com/$1.atom"),
          new Rule(
              "(?:www\\.)?github\\.com/(?!(?:topics|features|sponsors|marketplace|settings|search|collections)/)([\\w.-]+/[\\w.-]+?)(?:\\.git)?(?:[/?].*)?",
              "https://github.com/$1/releases.atom"),
          new Rule(
              "(?:www\\.)?github\\.com/(?!(?:topics|features|explore|about|pricing|login|trending|search)/?$)([\\w.-]+)/?",
              "https://github.com/$1.atom"),
          new Rule(
              "gitlab\\.com/([\\w.-]+(?:/[\\w.-]+)+?)(?:/-/.*)?(?:\\?.*)?",
              "https://gitlab.com/$1/-/tags?format=atom"),
          new Rule(
              "codeberg\\.org/([\\w.-]+/[\\w.-]+)(?:[/?].*)?",
              "https://codeberg.org/$1/releases.rss"),
          new Rule("codeberg\\.org/([\\w.-]+)/?", "https://codeberg.org/$1.rss"),
          new Rule("medium\\.com/tag/([\\w-]+)(?:[/?].*)?", "https://medium.com/feed/tag/$1"),
          new Rule("medium\\.com/(@[\\w.-]+|[\\w-]+)(?:[/?].*)?", "https://medium.com/feed/$1"),
          new Rule("([\\w-]+)\\.medium\\.com/.*", "https://$1.medium.com/feed"),
          new Rule(
              "open\\.substack\\.com/pub/([\\w-]+)(?:[/?].*)?", "https://$1.substack.com/feed"),
          new Rule(
              "(?:www\\.)?substack\\.com/@([\\w-]+)(?:[/?].*)?", "https://$1.substack.com/feed"),
          new Rule(
              "(?!www\\.|open\\.)([\\w-]+)\\.substack\\.com/.*", "https://$1.substack.com/feed"),
          new Rule(
              "bsky\\.app/profile/((?:did:)?[\\w.:-]+)(?:[/?].*)?",
              "https://bsky.app/profile/$1/rss"),
          new Rule("(?!www\\.)([\\w-]+)\\.wordpress\\.com/.*", "https://$1.wordpress.com/feed/"),
          new Rule("([\\w-]+\\.blogspot\\.[a-z.]{2,7})/.*", "https://$1/feeds/posts/default"),
          new Rule(
              "(?:www\\.)?tumblr\\.com/(?:blog/(?:view/)?)?([\\w-]+)(?:[/?].*)?",
              "https://$1.tumblr.com/rss"),
          new Rule("(?!www\\.)([\\w-]+)\\.tumblr\\.com/.*", "https://$1.tumblr.com/rss"),
          new Rule("([\\w-]+)\\.livejournal\\.com/.*", "https://$1.livejournal.com/data/rss"),
          new Rule("([\\w-]+)\\.ghost\\.io/.*", "https://$1.ghost.io/rss/"),
          new Rule("([\\w-]+)\\.bearblog\\.dev/.*", "https://$1.bearblog.dev/feed/"),
          new Rule("dev\\.to/(?!t/)([\\w-]+)(?:[/?].*)?", "https://dev.to/feed/$1"),
          new Rule("dev\\.to/t/([\\w-]+)(?:[/?].*)?", "https://dev.to/feed/tag/$1"),
          new Rule(
              "vimeo\\.com/((?:channels/)?[a-zA-Z][\\w-]*)/?", "https://vimeo.com/$1/videos/rss"),
          new Rule("news\\.ycombinator\\.com/(?:news)?", "https://news.ycombinator.com/rss"),
          new Rule(
              "news\\.google\\.com/(?!rss)((?:search|topics|topstories).*)",
              "https://news.google.com/rss/$1"),
          new Rule(
              "stackoverflow\\.com/questions/tagged/([\\w.+%-]+)(?:[/?].*)?",
              "https://stackoverflow.com/feeds/tag/$1"),
          new Rule("arxiv\\.org/list/([\\w.-]+)(?:[/?].*)?", "https://rss.arxiv.org/rss/$1"));

  /** Profile pages and posts of Mastodon and its kin, on any host; those of others' sites too. */
  private static final Pattern PROFILE =
      Pattern.compile("/(?:@|users/)([\\w.]{1,60})(?:@([\\w.-]+\\.[a-z]{2,}))?(?:/\\d+)?/?");

  private static final Pattern FEDERATED_TAG = Pattern.compile("/tags/([\\p{L}\\p{N}_%]{1,100})/?");

  /** Where an at sign stands before the name of somebody who has no feed there. */
  private static final Set<String> NO_PROFILES =
      Set.of("youtube.com", "tiktok.com", "threads.net", "threads.com", "flipboard.com", "x.com");

  private static final Pattern CHANNEL = Pattern.compile("UC[\\w-]{10,40}");

  private SiteRules() {}

  static List<Candidate> candidates(WebAddress page) {
    String written = page.host() + page.target();
    return RULES.stream()
        .flatMap(rule -> rule.feedOf(written).stream())
        .findFirst()
        .or(() -> profile(page))
        .flatMap(SiteRules::candidate)
        .filter(candidate -> !candidate.url().equals(page))
        .map(List::of)
        .orElse(List.of());
  }

  /** Returns the feed of a channel that a page of a video site names as its own. */
  static Stream<Candidate> channel(WebAddress page, String id) {
    boolean known = page.domain().name().equals("youtube.com") && CHANNEL.matcher(id).matches();
    return known
        ? candidates(WebAddress.of("https://www.youtube.com/channel/" + id)).stream()
        : Stream.empty();
  }

  private static Optional<String> profile(WebAddress page) {
    Matcher profile = PROFILE.matcher(page.path());
    if (NO_PROFILES.contains(page.domain().name())) {
      return Optional.empty();
    }
    if (profile.matches()) {
      String host = profile.group(2) == null ? page.origin() : "https://" + profile.group(2);
      return Optional.of(host + "/@" + profile.group(1) + ".rss");
    }
    Matcher tag = FEDERATED_TAG.matcher(page.path());
    return tag.matches() && page.host().startsWith("mastodon.")
        ? Optional.of(page.origin() + "/tags/" + tag.group(1) + ".rss")
        : Optional.empty();
  }

  private static Optional<Candidate> candidate(String feed) {
    return WebAddress.parse(feed)
        .map(url -> new Candidate(url, "", Source.Kind.FEED, Candidate.Ground.RULE));
  }
}
