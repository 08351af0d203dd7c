package org.tagwire.url;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The habits by which sites give one page several addresses. */
final class Twins {
  private static final Pattern EDITION_HOST = Pattern.compile("^(?:www|m|mobile|amp)\\.");
  private static final Pattern EDITION_PATH =
      Pattern.compile("^/amp(?=/.)|/amp/?$|[._-]amp(?=\\.html?$)|/$");
  private static final Set<String> EDITION_PARAMETERS =
      Set.of("amp", "amp=1", "amp=true", "outputtype=amp", "m=1", "mobile=1");

  private Twins() {}

  /** Returns the keys of its twins, the likeliest first, without its own. */
  static List<String> keysOf(WebAddress address) {
    String host = address.host();
    String bareHost = bareHost(host, address.domain().name());
    String path = bare(address.path());
    String query = query(address.findQuery().orElse(""));
    List<String> hosts =
        bareHost.equals(address.domain().name())
            ? List.of(bareHost, "www." + bareHost, "m." + bareHost, "amp." + bareHost)
            : List.of(bareHost);
    String port = address.hostAndPort().substring(host.length());
    Set<String> keys = new LinkedHashSet<>();
    for (String one : hosts) {
      paths(path).forEach(each -> keys.add(one + port + each + query));
    }
    List<String> twins = new ArrayList<>(keys);
    twins.remove(address.key());
    return twins;
  }

  /** Only in front of a publisher's own domain are these marks; m.example may be a name. */
  private static String bareHost(String host, String domain) {
    String bare = EDITION_HOST.matcher(host).replaceFirst("");
    return bare.equals(domain) ? bare : host;
  }

  private static String bare(String path) {
    String before = path;
    String bare = EDITION_PATH.matcher(before).replaceFirst("");
    while (!bare.equals(before)) {
      before = bare;
      bare = EDITION_PATH.matcher(before).replaceFirst("");
    }
    return bare;
  }

  private static Stream<String> paths(String bare) {
    return bare.isEmpty()
        ? Stream.of("/")
        : Stream.of(bare, bare + '/', bare + "/amp", bare + "/amp/");
  }

  private static String query(String query) {
    String kept =
        Stream.of(query.split("&"))
            .filter(p -> !EDITION_PARAMETERS.contains(p.toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : '?' + kept;
  }
}
