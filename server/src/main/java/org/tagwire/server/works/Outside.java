package org.tagwire.server.works;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.PollPolicy;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.model.Source;
import org.tagwire.server.settings.Settings;
import org.tagwire.url.WebAddress;
import org.tagwire.websub.Callback;

/** What the settings say about other people's servers. */
final class Outside {
  /** The name publishers see in their logs and address us by in robots.txt. */
  static final String PRODUCT = "Tagwire";

  private final Settings settings;
  private final PollPolicy web;
  private final PollPolicy own;

  Outside(Settings settings) {
    this.settings = settings;
    this.web = new PollPolicy(settings.reading().pollFloor());
    this.own =
        new PollPolicy(
            settings.outside().own().pollFloor(), settings.outside().own().pollCeiling());
  }

  static Source.PageFetching pages(Settings.Pages pages) {
    return switch (pages) {
      case AUTO -> Source.PageFetching.AUTO;
      case ON -> Source.PageFetching.ON;
      case OFF -> Source.PageFetching.OFF;
    };
  }

  FetchSettings fetching(InstantSource clock) {
    Set<String> ownHosts =
        settings.web().findBaseUrl().map(URI::getHost).map(Set::of).orElse(Set.of());
    Reach reach = new Reach(settings.outside().allowed(), settings.outside().hostNames(), ownHosts);
    FetchSettings.Gaps gaps =
        new FetchSettings.Gaps(settings.outside().hostGap(), settings.outside().own().hostGap());
    return new FetchSettings(
        userAgent(),
        FetchLimits.DEFAULT,
        reach,
        gaps,
        Surroundings.of(clock),
        settings.outside().proxy());
  }

  /**
   * A name in host-names stands for an allowed address and nothing else, so its host is the
   * operator's own.
   */
  PollPolicy policy(Source source) {
    boolean isOwn =
        WebAddress.parse(source.url())
            .filter(url -> settings.outside().hostNames().containsKey(url.host()))
            .isPresent();
    return isOwn ? own : web;
  }

  /** Where hubs call this instance; empty where they cannot, or are not to. */
  Optional<Callback> callback() {
    return settings.web().websub()
        ? settings.web().findBaseUrl().flatMap(Callback::of)
        : Optional.empty();
  }

  private String userAgent() {
    String contact = settings.site().contact();
    boolean plain =
        !contact.isBlank()
            && contact.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '(' && c != ')');
    return PRODUCT + "/" + Version.number() + (plain ? " (+" + contact + ")" : "");
  }
}
