package org.tagwire.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.ExtractedPage.OriginHint;
import org.tagwire.extract.ExtractedPage.OriginHint.Sign;
import org.tagwire.extract.ExtractedPage.Paywall;
import org.tagwire.extract.ExtractedPage.Shelf;
import org.tagwire.html.HtmlText;
import org.tagwire.html.PublicHosts;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.url.WebAddress;

/**
 * What a page says about its article outside the body: names, places, pictures. Every address is
 * http or https and absolute.
 */
final class PageFacts {
  private static final int MOST_NAMES = 10;
  private static final int LONGEST_NAME = 80;
  private static final int MOST_TAGS = 40;

  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|von|par|por|di|door|av|text|autor(?:in)?|author|written by)\\s*:?\\s+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AGENCY =
      Pattern.compile(
          "\\b(Reuters|Associated Press|AP|AFP|dpa|PA Media|Press Association|ANSA|EFE|APA|SDA|Bloomberg|TASS|Xinhua|Kyodo|PTI|IANS|AAP|The Canadian Press|Europa Press)\\b");

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

  List<String> authors() {
    Set<String> names = new LinkedHashSet<>();
    data.names("author").forEach(n -> addNames(names, n));
    if (names.isEmpty()) {
      Stream.of(
              "author",
              "article:author",
              "parsely-author",
              "dc.creator",
              "byl",
              "sailthru.author",
              "citation_author",
              "dcterms.creator")
          .filter(n -> names.isEmpty())
          .forEach(n -> meta.all(n).forEach(v -> addNames(names, v)));
    }
    if (names.isEmpty()) {
      elements(
              "[rel=author], [itemprop=author], .byline__name, .author-name, .byline-name, .authorname, .byline, .author")
          .limit(3)
          .map(Element::text)
          .filter(t -> t.length() < LONGEST_NAME)
          .findFirst()
          .ifPresent(t -> addNames(names, t));
    }
    return names.stream().limit(MOST_NAMES).toList();
  }

  private static void addNames(Set<String> names, String written) {
    String plain = HtmlText.line(written);
    String bare = BY.matcher(plain).replaceFirst("");
    for (String name :
        bare.split(
            "\\s*(?:,(?! (?:Jr|Sr|PhD|MD))|;| and | und | et | y |&|\\|)\\s*", MOST_NAMES + 1)) {
      boolean isName =
          name.length() > 1
              && name.length() <= LONGEST_NAME
              && !name.contains("://")
              && !name.contains("@");
      if (isName && name.codePoints().anyMatch(Character::isLetter)) {
        names.add(name.strip());
      }
    }
  }

  private Stream<Element> elements(String selector) {
    return page.select(selector).stream();
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

  Optional<Image> image() {
    Optional<String> offered =
        meta.first(
                "og:image",
                "og:image:url",
                "og:image:secure_url",
                "twitter:image",
                "twitter:image:src",
                "image")
            .or(() -> data.address("image"))
            .or(() -> data.address("thumbnailUrl"))
            .or(() -> meta.first("link:image_src"));
    return offered
        .flatMap(this::resolve)
        .filter(PublicHosts::contain)
        .map(
            a ->
                new Image(
                    a.href(),
                    meta.first("og:image:alt").orElse(""),
                    size("og:image:width"),
                    size("og:image:height")));
  }

  private @Nullable Integer size(String name) {
    return meta.first(name).filter(v -> v.matches("\\d{1,5}")).map(Integer::valueOf).orElse(null);
  }

  private Optional<WebAddress> resolve(String reference) {
    return address.isPresent() ? address.get().resolve(reference) : WebAddress.parse(reference);
  }

  private Optional<WebAddress> canonical() {
    return meta.first("link:canonical", "og:url").flatMap(this::resolve);
  }

  Shelf shelf() {
    String section =
        meta.first(
                "article:section",
                "og:article:section",
                "section",
                "parsely-section",
                "dc.subject.section")
            .or(() -> data.text("articleSection"))
            .map(HtmlText::line)
            .orElse("");
    return new Shelf(
        canonical().filter(c -> !isElsewhere(c)).map(c -> c.canonical().href()).orElse(null),
        siteName(),
        section,
        tags());
  }

  String siteName() {
    return meta.first("og:site_name", "application-name").map(HtmlText::line).orElse("");
  }

  private List<String> tags() {
    Set<String> tags = new LinkedHashSet<>();
    meta.all("article:tag").forEach(t -> addTags(tags, t));
    for (String name : List.of("news_keywords", "parsely-tags", "sailthru.tags", "keywords")) {
      if (tags.isEmpty()) {
        meta.all(name).forEach(t -> addTags(tags, t));
      }
    }
    if (tags.isEmpty()) {
      data.names("keywords").forEach(t -> addTags(tags, t));
    }
    return tags.stream().limit(MOST_TAGS).toList();
  }

  private static void addTags(Set<String> tags, String written) {
    for (String tag : HtmlText.line(written).split("[,;]")) {
      String plain = tag.strip();
      if (!plain.isEmpty() && plain.length() <= LONGEST_NAME) {
        tags.add(plain);
      }
    }
  }

  private boolean isElsewhere(WebAddress other) {
    return address.isPresent() && !other.domain().equals(address.get().domain());
  }

  List<OriginHint> origins(List<String> authors) {
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
    authors.stream()
        .map(AGENCY::matcher)
        .filter(Matcher::find)
        .findFirst()
        .ifPresent(m -> hints.add(new OriginHint(Sign.AGENCY, m.group(1), null)));
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
