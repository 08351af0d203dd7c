package org.tagwire.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

/** Sites whose feed address follows from the address of the page. Pure. */
final class SiteRules {

  /**
   * A rule: pages of a domain whose path and query match have their feed at an address made of the
   * groups.
   */
  private record Rule(String domain, Pattern target, String feed) {
    Rule(String domain, String target, String feed) {
      this(domain, Pattern.compile(target), feed);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "youtube.com",
              "/channel/(UC[\\w-]{10,40}).*",
              "https://www.youtube.com/feeds/videos.xml?channel_id=$1"),
          new Rule(
              "youtube.com",
              "/playlist\\?(?:.*&)?list=([\\w-]+).*",
              "https://www.youtube.com/feeds/videos.xml?playlist_id=$1"),
          new Rule(
              "youtube.com",
              "/user/([\\w-]+).*",
              "https://www.youtube.com/feeds/videos.xml?user=$1"),
          new Rule(
              "reddit.com", "/((?:r|user|u)/[\\w-]+)(?:[/?].*)?", "https://www.reddit.com/$1/.rss"),
          new Rule(
              "github.com",
              "/([\\w.-]+/[\\w.-]+?)(?:\\.git)?/commits?(?:/.*)?",
              "https://github.com/$1/commits.atom"),
          new Rule(
              "github.com",
              "/([\\w.-]+/[\\w.-]+?)(?:\\.git)?(?:[/?].*)?",
              "https://github.com/$1/releases.atom"),
          new Rule("github.com", "/([\\w.-]+)/?", "https://github.com/$1.atom"),
          new Rule("medium.com", "/(@[\\w.-]+|[\\w-]+)(?:[/?].*)?", "https://medium.com/feed/$1"));

  /** Profile pages of Mastodon and its kin, on any host. */
  private static final Pattern PROFILE = Pattern.compile("/@([\\w.]{1,60})/?");

  private SiteRules() {}

  static List<Candidate> candidates(WebAddress page) {
    List<Candidate> found = new ArrayList<>();
    String domain = page.domain().name();
    for (Rule rule : RULES) {
      Matcher match = rule.target().matcher(page.target());
      if (found.isEmpty() && rule.domain().equals(domain) && match.matches()) {
        candidate(rule.feed().replace("$1", match.group(1))).ifPresent(found::add);
      }
    }
    Matcher profile = PROFILE.matcher(page.path());
    if (domain.endsWith(".substack.com")) {
      candidate(page.origin() + "/feed").ifPresent(found::add);
    } else if (found.isEmpty() && profile.matches() && !domain.equals("youtube.com")) {
      candidate(page.origin() + "/@" + profile.group(1) + ".rss").ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Candidate> candidate(String feed) {
    return WebAddress.parse(feed)
        .map(url -> new Candidate(url, "", Source.Kind.FEED, Candidate.Ground.RULE));
  }
}
