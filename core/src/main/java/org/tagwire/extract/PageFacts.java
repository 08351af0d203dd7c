package org.tagwire.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tagwire.extract.ExtractedPage.OriginHint;
import org.tagwire.extract.ExtractedPage.OriginHint.Sign;
import org.tagwire.extract.ExtractedPage.Paywall;
import org.tagwire.extract.ExtractedPage.Shelf;
import org.tagwire.html.HtmlText;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.url.WebAddress;

/**
 * What a page says about its article outside the body: names, places, pictures. Every address is
 * http or https and absolute.
 */
final class PageFacts {
  /** What a page says of itself is sought in so many elements; no news page has a third of them. */
  static final int MOST_ELEMENTS = 100_000;

  private final Document page;
  private final MetaTags meta;
  private final StructuredData data;
  private final Optional<WebAddress> address;

  PageFacts(Document page, MetaTags meta, StructuredData data, String url) {
    this.page = page;
    this.meta = meta;
    this.data = data;
    this.address = WebAddress.parse(url);
  }

  String summary() {
    return meta.first("og:description", "description", "twitter:description")
        .or(() -> data.text("description"))
        .map(HtmlText::line)
        .orElse("");
  }

  Optional<Language> language() {
    Element html = page.firstElementChild();
    String declared =
        html == null ? "" : html.attr("lang").isBlank() ? html.attr("xml:lang") : html.attr("lang");
    return Language.parse(declared)
        .or(
            () ->
                meta.first("content-language", "language", "dc.language", "og:locale")
                    .flatMap(Language::parse))
        .or(() -> data.text("inLanguage").flatMap(Language::parse));
  }

  Optional<Image> image(Frame body) {
    return new Pictures(address, siteName()).find(meta, data, body);
  }

  private Optional<WebAddress> resolve(String reference) {
    return address.isPresent() ? address.get().resolve(reference) : WebAddress.parse(reference);
  }

  private Optional<WebAddress> canonical() {
    return meta.first("link:canonical", "og:url").flatMap(this::resolve);
  }

  Shelf shelf(Frame body) {
    String section =
        meta.first(
                "article:section",
                "og:article:section",
                "section",
                "parsely-section",
                "dc.subject.section")
            .or(() -> data.text("articleSection"))
            .map(w -> Shelves.section(w, siteName(), address.map(WebAddress::host).orElse("")))
            .orElse("");
    return new Shelf(
        canonical().filter(c -> !isElsewhere(c)).map(c -> c.canonical().href()).orElse(null),
        siteName(),
        section,
        tags(),
        NextPage.find(page, meta, address, body.element).map(WebAddress::href).orElse(null));
  }

  String siteName() {
    return meta.first("og:site_name", "application-name").map(HtmlText::line).orElse("");
  }

  private List<String> tags() {
    for (String name :
        List.of("article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords")) {
      List<String> tags = Shelves.tags(meta.all(name), siteName());
      if (!tags.isEmpty()) {
        return tags;
      }
    }
    return Shelves.tags(data.names("keywords"), siteName());
  }

  private boolean isElsewhere(WebAddress other) {
    return address.isPresent() && !other.domain().equals(address.get().domain());
  }

  List<OriginHint> origins(List<String> agencies) {
    List<OriginHint> hints = new ArrayList<>();
    meta.first("link:canonical")
        .flatMap(this::resolve)
        .filter(this::isElsewhere)
        .ifPresent(c -> hints.add(new OriginHint(Sign.CANONICAL, "", c.canonical().href())));
    data.address("isBasedOn")
        .flatMap(this::resolve)
        .filter(this::isElsewhere)
        .ifPresent(c -> hints.add(new OriginHint(Sign.BASED_ON, "", c.canonical().href())));
    data.text("sourceOrganization")
        .or(() -> data.names("sourceOrganization").stream().findFirst())
        .or(() -> meta.first("original-source", "syndication-source", "article:source", "source"))
        .ifPresent(n -> hints.add(organisation(Sign.SOURCE_ORGANIZATION, n)));
    data.names("publisher").stream()
        .findFirst()
        .filter(n -> !siteName().isEmpty() && !resembles(n, siteName()))
        .ifPresent(n -> hints.add(organisation(Sign.PUBLISHER, n)));
    agencies.stream()
        .findFirst()
        .ifPresent(agency -> hints.add(new OriginHint(Sign.AGENCY, agency, null)));
    return hints;
  }

  private static OriginHint organisation(Sign sign, String name) {
    return WebAddress.parse(name)
        .map(a -> new OriginHint(sign, "", a.href()))
        .orElseGet(() -> new OriginHint(sign, name, null));
  }

  private static boolean resembles(String a, String b) {
    String one = Headline.bare(a);
    String other = Headline.bare(b);
    return one.contains(other) || other.contains(one);
  }

  Paywall paywall() {
    if (data.isFree().isPresent()) {
      boolean free = data.isFree().get();
      return free ? Paywall.FREE : data.paidParts().isEmpty() ? Paywall.PAID : Paywall.PART_PAID;
    }
    return meta.first("article:content_tier", "og:article:content_tier")
        .map(tier -> tier.equals("free") ? Paywall.FREE : Paywall.PAID)
        .orElse(Paywall.UNKNOWN);
  }
}
