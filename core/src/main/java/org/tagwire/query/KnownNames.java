package org.tagwire.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Publisher;
import org.tagwire.model.TagKey;
import org.tagwire.search.Directory;
import org.tagwire.store.SourceStore;
import org.tagwire.store.TagStore;
import org.tagwire.text.Normalise;
import org.tagwire.url.WebAddress;

/** The names that one audience may know. */
final class KnownNames implements Directory {
  private static final int NAMESAKES = 20;

  private final TagStore tags;
  private final SourceStore sources;
  private final Lists lists;
  private final TagGate gate;
  private final Audience audience;

  KnownNames(TagStore tags, SourceStore sources, Lists lists, TagGate gate, Audience audience) {
    this.tags = tags;
    this.sources = sources;
    this.lists = lists;
    this.gate = gate;
    this.audience = audience;
  }

  @Override
  public Optional<TagKey> findTag(TagKey typed) {
    return tags.find(typed).filter(tag -> gate.admits(tag, audience)).map(Hashtag::key);
  }

  @Override
  public List<Domain> publishers(String name) {
    Optional<Domain> domain = domain(name);
    if (domain.isPresent()) {
      return domain.filter(this::isKnown).stream().toList();
    }
    String folded = Normalise.folded(name);
    return sources.publishers(name, NAMESAKES).stream()
        .filter(publisher -> Normalise.folded(publisher.name()).equals(folded))
        .map(Publisher::domain)
        .filter(this::isKnown)
        .toList();
  }

  /** A stranger is told of no publisher of whom there is nothing to see. */
  private boolean isKnown(Domain domain) {
    return audience == Audience.OWNER
        ? sources.findPublisher(domain).isPresent()
        : lists.totals(Filter.publisher(domain), audience).articles() > 0;
  }

  /** A name with a point and no blank is a domain, however much of an address is around it. */
  private static Optional<Domain> domain(String name) {
    if (name.indexOf('.') <= 0 || name.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return WebAddress.parse(lower.contains("://") ? lower : "https://" + lower)
        .map(WebAddress::domain);
  }
}
