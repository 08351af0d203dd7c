package org.tagwire.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.server.settings.Settings;
import org.tagwire.server.settings.SettingsReader;

/** Settings under which a newsstand on loopback is the world. */
final class Outskirts {
  private Outskirts() {}

  /**
   * Returns what a settings file would say so that the publishers of {@code stand} can be polled.
   */
  static Map<String, String> said(Newsstand stand) {
    String names =
        stand.hosts().entrySet().stream()
            .map(host -> host.getKey() + "=" + host.getValue().getHostAddress())
            .collect(Collectors.joining(","));
    Map<String, String> said = new HashMap<>();
    said.put("allow-networks", "127.0.0.0/8:" + stand.port());
    said.put("host-names", names);
    said.put("own-host-gap", "0");
    said.put("own-poll-floor", "1m");
    said.put("contact", "editor@tagwire.example");
    return said;
  }

  static Settings of(Newsstand stand, Map<String, String> more) {
    Map<String, String> said = said(stand);
    said.putAll(more);
    return SettingsReader.of(said);
  }
}
