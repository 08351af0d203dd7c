package org.tagwire.server.contact;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tagwire.server.page.Notices;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Edition;

/** What machines look for at fixed addresses. Safe for use by many threads. */
public final class RobotFiles {
  /** RFC 9116 wants less than a year. */
  private static final Duration HOLDS = Duration.ofDays(180);

  private final SiteOptions options;
  private final Addresses addresses;
  private final Notices refusals;

  RobotFiles(SiteOptions options, Addresses addresses, Notices refusals) {
    this.options = options;
    this.addresses = addresses;
    this.refusals = refusals;
  }

  /**
   * Tells robots what they may read (RFC 9309): pages, but not their endless parameters. What
   * follows a question mark is a narrower view of a page that is read anyway.
   */
  public Reply robots(Visit visit) {
    List<String> rules = new ArrayList<>(List.of("User-agent: *"));
    if (options.isPrivate()) {
      rules.add("Disallow: /");
    } else {
      for (Edition edition : Edition.values()) {
        rules.add("Disallow: " + addresses.search(edition));
        rules.add("Disallow: " + addresses.notice(edition));
      }
      rules.add("Disallow: " + addresses.prefix() + "/search");
      rules.add("Disallow: " + addresses.prefix() + "/notice");
      rules.add("Disallow: " + addresses.prefix() + "/api/");
      rules.add("Disallow: /*?");
      rules.add("");
      rules.add("Sitemap: " + visit.origin() + addresses.prefix() + Sitemap.PATH);
    }
    return Reply.of(Reply.TEXT, (String.join("\n", rules) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Says where somebody who has found a weakness writes to (RFC 9116). Without a contact there is
   * none.
   */
  public Reply security(Visit visit) {
    Optional<String> contact = contact();
    if (contact.isEmpty()) {
      return refusals.of(404, visit.edition());
    }
    Instant expires = visit.now().plus(HOLDS).truncatedTo(ChronoUnit.DAYS);
    String text =
        String.join(
            "\n",
            "Contact: " + contact.get(),
            "Expires: " + expires,
            "Preferred-Languages: "
                + Arrays.stream(Edition.values())
                    .map(Edition::code)
                    .collect(Collectors.joining(", ")),
            "Canonical: " + visit.origin() + addresses.prefix() + "/.well-known/security.txt",
            "");
    return Reply.of(Reply.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<String> contact() {
    return Contact.link(options.contact());
  }
}
