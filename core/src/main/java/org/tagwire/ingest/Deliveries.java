package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.ingest.Announcements.News;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.Credit;
import org.tagwire.model.Domain;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Publisher;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.ShowLimits;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.StageVersions;
import org.tagwire.model.Timing;
import org.tagwire.model.Visibility;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.NewSource;
import org.tagwire.store.Store;
import org.tagwire.url.WebAddress;

/**
 * Takes in articles that are given directly, into the same journey from step 5 on. Safe for use by
 * many threads.
 */
public final class Deliveries {
  private static final String ADDRESS = "direct:articles";

  private final Store store;
  private final Ingest ingest;
  private final Announcements announcements;
  private final Optional<Analyst> analyst;
  private final Supplier<Knowledge> knowledge;
  private final InstantSource clock;

  public Deliveries(
      Store store,
      Ingest ingest,
      Announcements announcements,
      Optional<Analyst> analyst,
      Supplier<Knowledge> knowledge,
      InstantSource clock) {
    this.store = store;
    this.ingest = ingest;
    this.announcements = announcements;
    this.analyst = analyst;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  /**
   * Makes articles durable; what is known and unchanged is left alone. Returns how many were new or
   * changed.
   */
  public int deliver(List<GivenArticle> given) {
    Instant now = clock.instant();
    Source source = source(now);
    Map<FeedItem, GivenArticle> byItem = new LinkedHashMap<>();
    given.forEach(article -> byItem.put(item(article), article));
    List<Fresh> fresh = announcements.fresh(source, List.copyOf(byItem.keySet()), now);
    for (int from = 0; from < fresh.size(); from += Ingest.BATCH) {
      List<Fresh> batch = fresh.subList(from, Math.min(from + Ingest.BATCH, fresh.size()));
      List<Accepted> accepted =
          batch.stream()
              .map(one -> read(source, Objects.requireNonNull(byItem.get(one.item())), one, now))
              .toList();
      ingest.accept(accepted, Optional.empty());
    }
    return fresh.size();
  }

  private Source source(Instant now) {
    NewSource direct =
        new NewSource(
            ADDRESS,
            Source.Kind.DIRECT,
            "Articles given directly",
            Domain.UNKNOWN,
            "",
            Visibility.PUBLIC,
            Source.PageFetching.OFF);
    SourceId id =
        store
            .sources()
            .findByUrl(ADDRESS, Audience.OWNER)
            .map(Source::id)
            .orElseGet(
                () ->
                    store
                        .sources()
                        .add(List.of(direct), now.plus(Duration.ofDays(36_500)))
                        .getFirst());
    return store.sources().find(id, Audience.OWNER).orElseThrow();
  }

  private Accepted read(Source source, GivenArticle given, Fresh fresh, Instant now) {
    ArticleText text = text(given);
    Credit credit = credit(given);
    Analyst.Question question =
        new Analyst.Question(
            fresh.url(),
            text,
            credit,
            Optional.ofNullable(given.language()),
            Optional.ofNullable(given.category()),
            ShowLimits.NONE);
    @Nullable Moment published = given.published() == null ? null : given.published().notAfter(now);
    Reading reading =
        new Reading(
            fresh.id(),
            fresh.url(),
            fresh.announcement(source, now),
            credit,
            new Timing(published, null, published == null ? now : published.instant()),
            text,
            analyst
                .map(a -> a.understand(question, knowledge.get()))
                .orElseGet(() -> Analyst.unread(Optional.ofNullable(given.language()))),
            ShowLimits.NONE,
            new StageVersions(0, 0, analyst.isPresent() ? Analyst.VERSION : 0));
    Raw raw = new Raw(fresh.item(), null, null);
    return new Accepted(
        reading, Optional.of(raw), List.of(fresh.marked().urlKey()), fresh.news() == News.ALSO);
  }

  private static FeedItem item(GivenArticle given) {
    return new FeedItem(
        given.url() == null ? given.carrier() + "\n" + given.title() : given.url(),
        given.url(),
        given.title(),
        null,
        given.text(),
        given.published(),
        null,
        List.of(),
        given.tags(),
        FeedItem.Media.NONE,
        given.origin() == null ? null : new Origin(given.origin(), null, null),
        given.language() == null ? null : given.language().code());
  }

  private static ArticleText text(GivenArticle given) {
    String separator = given.text().contains("\n\n") ? "\\n\\s*\\n" : "\\n";
    List<Paragraph> paragraphs =
        Arrays.stream(given.text().split(separator))
            .map(String::strip)
            .filter(p -> !p.isEmpty())
            .map(Paragraph::of)
            .toList();
    String summary = paragraphs.isEmpty() ? "" : FeedText.cut(paragraphs.getFirst().text(), 1_000);
    return new ArticleText(
        given.title().strip(),
        "",
        summary,
        paragraphs,
        given.section(),
        given.tags(),
        null,
        ArticleText.BodySource.GIVEN);
  }

  private Credit credit(GivenArticle given) {
    Optional<Domain> ofUrl = given.findUrl().flatMap(WebAddress::parse).map(WebAddress::domain);
    boolean isDomain = given.carrier().matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    Domain domain =
        isDomain ? new Domain(given.carrier()) : ofUrl.orElseGet(() -> made(given.carrier()));
    Publisher known = store.sources().findPublisher(domain).orElseGet(() -> Publisher.of(domain));
    Publisher carrier =
        isDomain
            ? known
            : new Publisher(
                domain,
                given.carrier().strip(),
                known.homePage(),
                known.country(),
                known.language());
    if (!isDomain && !known.isNamed()) {
      store.sources().learn(List.of(carrier));
    }
    Optional<Origin> origin =
        Optional.ofNullable(given.origin())
            .map(String::strip)
            .filter(name -> !name.isEmpty() && !name.equals(given.carrier()))
            .map(name -> new Origin(name, null, null));
    return new Credit(carrier, origin.orElse(null));
  }

  /**
   * A publisher of whom only a name is known gets an address that can never be anybody's (RFC
   * 2606).
   */
  private static Domain made(String name) {
    String slug =
        name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    return new Domain((slug.isEmpty() ? "publisher" : slug) + ".invalid");
  }
}
