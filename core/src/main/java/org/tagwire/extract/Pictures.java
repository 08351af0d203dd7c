package org.tagwire.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.tagwire.html.PublicHosts;
import org.tagwire.model.Image;
import org.tagwire.url.WebAddress;

/**
 * The picture of an article: the one the page offers for sharing, else the biggest in its body.
 *
 * <p>Not taken are the publisher's logo, placeholders, counting pixels, icons and whatever is not
 * on the web. Of a {@code srcset} the widest candidate up to {@value #WIDEST} pixels counts;
 * pictures that are loaded only when they come into sight are found by the attributes page builders
 * keep their address in. One page, one thread.
 */
final class Pictures {
  private static final int WIDEST = 2000;
  private static final int NARROWEST = 150;
  private static final int LOWEST = 90;

  /** A picture whose size is not said is taken to be this large. */
  private static final int USUAL = 300 * 200;

  private static final int MOST = 200;

  private static final List<String> OFFERED =
      List.of(
          "og:image",
          "og:image:url",
          "og:image:secure_url",
          "og:image1",
          "twitter:image",
          "twitter:image:src");

  private static final List<String> SETS = List.of("data-srcset", "data-lazy-srcset", "srcset");

  private static final List<String> SOURCES =
      List.of(
          "data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-url");

  private static final Pattern CANDIDATE =
      Pattern.compile("(\\S+?)(?:\\s+([\\d.]{1,6})([wx]))?\\s*(?:,\\s+|,?$)");

  /** These never stand for an article, whatever else is in the name. */
  private static final Pattern NEVER =
      Pattern.compile(
          "(?:^|[/_.-])(?:spacer|pixel|1x1|placeholder|transparent|favicons?|apple-touch-icon|mstile|blavatar|default-user-image|no-?image|noimg|no-img|nopic|dummy)(?![a-z])|/blank\\.|_blank\\.|\\.(?:ico|svg)$");

  /** Between paragraphs these are signs, not pictures. */
  private static final Pattern SIGN =
      Pattern.compile(
          "\\.gif$|(?:^|[/_.-])(?:icons?|flags?|smil[a-z]+|emojis?|print|headers?|banners?|buttons?|badges?|pdf|avatars?|themes?|skin|modules|plugins|ads?)(?:$|[/_.\\d-])");

  /** A file name of these words only is the house's, not the article's. */
  private static final Set<String> MARKS =
      Set.of(
          "logo",
          "logos",
          "default",
          "opengraph",
          "og",
          "blank",
          "share",
          "sharing",
          "social",
          "standard",
          "icon",
          "fallback",
          "avatar",
          "brand",
          "institution");

  private static final Set<String> FILLERS =
      Set.of(
          "cropped",
          "facebook",
          "twitter",
          "image",
          "images",
          "img",
          "banner",
          "header",
          "poster",
          "color",
          "quer",
          "large",
          "small",
          "thumb",
          "thumbnail",
          "site",
          "page",
          "web",
          "main",
          "media",
          "preview");

  private final Optional<WebAddress> address;
  private final String house;

  /**
   * @param address the page's own
   * @param siteName the publisher's name as the page writes it
   */
  Pictures(Optional<WebAddress> address, String siteName) {
    this.address = address;
    this.house =
        Headline.bare(address.map(a -> a.domain().name()).orElse(""))
            + ' '
            + Headline.bare(siteName);
  }

  /** Finds the lead picture. */
  Optional<Image> find(MetaTags meta, StructuredData data, Frame body) {
    Stream<String> offered =
        Stream.of(
                OFFERED.stream().flatMap(n -> meta.all(n).stream().limit(3)),
                data.addresses("image").stream(),
                data.addresses("thumbnailUrl").stream(),
                meta.all("image").stream(),
                meta.all("link:image_src").stream())
            .flatMap(s -> s);
    return offered
        .map(this::accept)
        .flatMap(Optional::stream)
        .findFirst()
        .map(a -> told(a, meta))
        .or(() -> biggest(body));
  }

  private Image told(WebAddress picture, MetaTags meta) {
    boolean own = meta.first("og:image").flatMap(this::resolve).filter(picture::equals).isPresent();
    return new Image(
        picture.href(),
        own ? meta.first("og:image:alt").orElse("") : "",
        own ? size(meta.first("og:image:width").orElse("")) : null,
        own ? size(meta.first("og:image:height").orElse("")) : null);
  }

  /** A picture in the text and how much of the page it takes. */
  private record Shown(Image image, int area) {}

  private Optional<Image> biggest(Frame body) {
    Element around = body.element;
    Element parent = around.parent();
    boolean narrow =
        parent != null && !parent.normalName().equals("body") && parent.parent() != null;
    Element region =
        narrow && pictures(around).findAny().isEmpty() && parent != null ? parent : around;
    return pictures(region)
        .limit(MOST)
        .filter(e -> !isApart(e, region))
        .map(this::shown)
        .flatMap(Optional::stream)
        .max(Comparator.comparingInt(Shown::area))
        .map(Shown::image);
  }

  private static Stream<Element> pictures(Element region) {
    return region.stream()
        .limit(PageFacts.MOST_ELEMENTS)
        .filter(e -> e.normalName().equals("img") || e.normalName().equals("amp-img"));
  }

  private static boolean isApart(Element picture, Element region) {
    for (Element at = picture; at != null && at != region; at = at.parent()) {
      String furniture = FurnitureWords.find(at);
      boolean apart =
          switch (at.normalName()) {
            case "aside", "nav", "footer", "form" -> true;
            default -> furniture != null && !furniture.contains("caption");
          };
      if (apart) {
        return true;
      }
    }
    return false;
  }

  private Optional<Shown> shown(Element picture) {
    @Nullable Integer width = size(picture.attr("width"));
    @Nullable Integer height = size(picture.attr("height"));
    if ((width != null && width < NARROWEST) || (height != null && height < LOWEST)) {
      return Optional.empty();
    }
    int area = width != null && height != null ? width * height : USUAL;
    return source(picture)
        .flatMap(this::accept)
        .filter(a -> !SIGN.matcher(a.path().toLowerCase(Locale.ROOT)).find())
        .map(a -> new Shown(new Image(a.href(), picture.attr("alt").strip(), width, height), area));
  }

  /** Returns the address of the best file a picture comes in. */
  static Optional<String> source(Element picture) {
    Element parent = picture.parent();
    Stream<Element> files =
        parent != null && parent.normalName().equals("picture")
            ? Stream.concat(Stream.of(picture), parent.select("source").stream())
            : Stream.of(picture);
    Optional<String> best =
        files
            .flatMap(e -> SETS.stream().map(e::attr))
            .map(Pictures::best)
            .flatMap(Optional::stream)
            .findFirst();
    return best.or(() -> SOURCES.stream().map(picture::attr).filter(Pictures::isFile).findFirst())
        .or(() -> Optional.of(picture.attr("src")).filter(Pictures::isFile));
  }

  private static boolean isFile(String source) {
    return !source.isBlank() && !source.startsWith("data:") && source.length() < 2000;
  }

  /**
   * Of a {@code srcset} the widest that is not too wide, else the narrowest (WHATWG HTML 4.8.4).
   */
  static Optional<String> best(String set) {
    if (set.isBlank() || set.length() > 10_000) {
      return Optional.empty();
    }
    String fits = null;
    String least = null;
    double widest = -1;
    double narrowest = Double.MAX_VALUE;
    Matcher candidate = CANDIDATE.matcher(set.strip());
    while (candidate.find()) {
      double width = width(candidate.group(2), candidate.group(3));
      if (isFile(candidate.group(1)) && width <= WIDEST && width > widest) {
        widest = width;
        fits = candidate.group(1);
      }
      if (isFile(candidate.group(1)) && width < narrowest) {
        narrowest = width;
        least = candidate.group(1);
      }
    }
    return Optional.ofNullable(fits == null ? least : fits);
  }

  /** A density stands for a width of its own: nobody mixes the two. */
  private static double width(@Nullable String number, @Nullable String unit) {
    if (number == null || !number.matches("\\d{1,5}(?:\\.\\d{1,3})?")) {
      return 1;
    }
    return "x".equals(unit)
        ? Math.min(Double.parseDouble(number), WIDEST)
        : Double.parseDouble(number);
  }

  private Optional<WebAddress> accept(String reference) {
    return Optional.of(reference.strip())
        .filter(Pictures::isFile)
        .flatMap(this::resolve)
        .filter(PublicHosts::contain)
        .filter(a -> !isHouse(a));
  }

  private Optional<WebAddress> resolve(String reference) {
    return address.isPresent() ? address.get().resolve(reference) : WebAddress.parse(reference);
  }

  /** Says whether a file is the house's own sign or stands in for a picture. */
  private boolean isHouse(WebAddress picture) {
    String path = picture.path().toLowerCase(Locale.ROOT);
    if (NEVER.matcher(path).find()) {
      return true;
    }
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    boolean marked = file.startsWith("facebook.") || file.startsWith("twitter.");
    for (String part : (dot > 0 ? file.substring(0, dot) : file).split("[^\\p{L}]+")) {
      boolean sign = part.endsWith("logo");
      String word = sign ? part.substring(0, part.length() - 4) : part;
      boolean mark = sign || (dot > 0 && MARKS.contains(word));
      marked |= mark;
      if (!mark && word.length() > 3 && !FILLERS.contains(word) && !house.contains(word)) {
        return false;
      }
      if (sign && word.length() > 3 && !MARKS.contains(word) && !house.contains(word)) {
        return false;
      }
    }
    return marked;
  }

  private static @Nullable Integer size(String written) {
    return written.matches("\\d{1,5}(?:px)?") ? Integer.valueOf(written.replace("px", "")) : null;
  }
}
