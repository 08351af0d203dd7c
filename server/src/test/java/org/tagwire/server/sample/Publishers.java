package org.tagwire.server.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Publisher;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceId;
import org.tagwire.store.DueSource;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStore;

/** Publishers and folders as far as the site reads them. */
public final class Publishers implements SourceStore {
  private final Map<Domain, Publisher> known = new TreeMap<>();
  private final Map<String, List<SourceId>> folders = new TreeMap<>();
  private final Map<SourceId, SourceStatus> sources = new LinkedHashMap<>();
  private final Map<SourceId, List<PollRecord>> polls = new LinkedHashMap<>();

  /** Puts sources into a folder. */
  public void file(String folder, SourceId... sources) {
    folders.put(folder, List.of(sources));
  }

  /** Puts up a source with its last polls, latest first. */
  public void subscribe(SourceStatus source, PollRecord... last) {
    sources.put(source.source().id(), source);
    polls.put(source.source().id(), List.of(last));
  }

  @Override
  public List<SourceId> add(List<NewSource> sources, Instant due) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Optional<Source> find(SourceId id, Audience audience) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Optional<Source> findByUrl(String url, Audience audience) {
    return Optional.empty();
  }

  @Override
  public List<SourceStatus> list(Audience audience) {
    return sources.values().stream()
        .filter(s -> s.source().visibility().visibleTo(audience))
        .toList();
  }

  @Override
  public List<String> listFolders(Audience audience) {
    return List.copyOf(folders.keySet());
  }

  @Override
  public List<SourceId> listInFolder(String folder, Audience audience) {
    return folders.getOrDefault(folder, List.of());
  }

  @Override
  public List<DueSource> claimDue(Instant now, Duration lease, int limit) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Optional<DueSource> claim(SourceId id, Instant now, Duration lease) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public void releaseLeases() {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Duration turnBack(Instant now) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public void record(List<PollRecord> polls) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Optional<SourceStatus> findStatus(SourceId id, Audience audience) {
    return list(audience).stream().filter(s -> s.source().id().equals(id)).findFirst();
  }

  @Override
  public Optional<SourceHealth> findHealth(SourceId id) {
    return polls.getOrDefault(id, List.of()).stream().findFirst().flatMap(PollRecord::findHealth);
  }

  @Override
  public List<PollRecord> lastPolls(SourceId id) {
    return polls.getOrDefault(id, List.of());
  }

  @Override
  public void adopt(SourceId id, String url) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public void update(Source source) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public void pause(SourceId id, boolean paused, Instant now) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public void remove(SourceId id) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Optional<Publisher> findPublisher(Domain domain) {
    return Optional.ofNullable(known.get(domain));
  }

  @Override
  public List<Publisher> publishers(String typed, int limit) {
    String begun = typed.toLowerCase(Locale.ROOT);
    return known.values().stream()
        .filter(
            publisher ->
                (" " + publisher.name().toLowerCase(Locale.ROOT)).contains(" " + begun)
                    || publisher.domain().name().startsWith(begun))
        .limit(limit)
        .toList();
  }

  @Override
  public void learn(List<Publisher> publishers) {
    publishers.forEach(p -> known.put(p.domain(), p));
  }

  @Override
  public Optional<Instant> nextDue() {
    throw new UnsupportedOperationException("the site only reads");
  }
}
