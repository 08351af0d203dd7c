package org.tagwire.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.words.Edition;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a site is called and how it looks where it is installed beside applications (W3C Web
 * Application Manifest). Nothing is kept for reading offline. Immutable.
 */
public final class Manifest {
  private static final String TYPE = "application/manifest+json; charset=utf-8";

  private final SiteOptions options;
  private final Addresses addresses;
  private final Assets assets;

  public Manifest(SiteOptions options, Addresses addresses, Assets assets) {
    this.options = options;
    this.addresses = addresses;
    this.assets = assets;
  }

  /** Returns the manifest. */
  public Reply reply() {
    Edition edition = options.edition();
    Livery livery = assets.livery(addresses);
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("name", options.name());
    manifest.put("lang", edition.code());
    manifest.put("dir", edition.direction());
    manifest.put("id", addresses.prefix() + "/");
    manifest.put("start_url", addresses.front(edition));
    manifest.put("scope", addresses.prefix() + "/");
    manifest.put("display", "standalone");
    manifest.put("background_color", livery.light());
    manifest.put("theme_color", livery.light());
    manifest.put("icons", icons(livery));
    return Reply.of(TYPE, JsonMapper.shared().writeValueAsBytes(manifest));
  }

  private List<Map<String, String>> icons(Livery livery) {
    List<Map<String, String>> icons = new ArrayList<>();
    if (livery.logo() != null) {
      icons.add(icon(livery.icon(), livery.iconType(), "any", "any"));
    }
    for (Icon icon : Icon.values()) {
      String path = assets.icon(icon, addresses);
      icons.add(icon(path, icon.type(), icon.sizes(), icon.purpose()));
    }
    return icons;
  }

  private static Map<String, String> icon(String src, String type, String sizes, String purpose) {
    return Map.of("src", src, "type", type, "sizes", sizes, "purpose", purpose);
  }
}
