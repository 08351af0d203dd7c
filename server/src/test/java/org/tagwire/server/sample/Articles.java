package org.tagwire.server.sample;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.ItemKey;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.Shard;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.Placed;
import org.tagwire.store.PollRecord;

/** The store of articles as far as the site reads it. */
final class Articles implements ArticleStore {
  private final Newsroom newsroom;

  Articles(Newsroom newsroom) {
    this.newsroom = newsroom;
  }

  @Override
  public Map<ItemKey, Seen> seen(SourceId source, Set<ItemKey> keys) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Map<String, ArticleId> findByUrls(Collection<String> urls) {
    return newsroom.findByUrls(urls);
  }

  @Override
  public void accept(List<Accepted> accepted, Optional<PollRecord> poll) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public List<Reading> pending(Shard shard, int limit) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Set<Shard> pendingShards() {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public void regroup(List<Regrouped> articles, List<Merged> stories) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public void linkStories(List<StoryLink> links) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public List<StoryId> otherLanguages(StoryId story) {
    return List.of();
  }

  @Override
  public void place(List<Placed> batch) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public List<Article> window(Shard shard, Instant since) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Lookup find(ArticleId id, Audience audience) {
    return newsroom.find(id, audience);
  }

  @Override
  public List<Article> findAll(List<ArticleId> ids, Audience audience) {
    return ids.stream()
        .map(id -> newsroom.find(id, audience))
        .filter(Lookup.Found.class::isInstance)
        .map(found -> ((Lookup.Found) found).article())
        .toList();
  }

  @Override
  public Page list(ListQuery query) {
    return newsroom.list(query);
  }

  @Override
  public List<Card> copies(ArticleId id, Audience audience) {
    return newsroom.copies(id);
  }

  @Override
  public Optional<StoryId> findStory(StoryId id) {
    return newsroom.findStory(id);
  }

  @Override
  public List<Change> changes(long after, int limit) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public long lastChange() {
    return 0;
  }

  @Override
  public List<HeadlineChange> headlines(Collection<ArticleId> ids, Audience audience) {
    return newsroom.headlines(ids);
  }

  @Override
  public Optional<Standing> standing(StoryId story, Audience audience) {
    return newsroom.standing(story, audience);
  }

  @Override
  public long count() {
    return 0;
  }

  @Override
  public void withdraw(Collection<ArticleId> ids, String reason, Instant now) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public Optional<Raw> findRaw(ArticleId id) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public int dropRaw(Instant before, int limit) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public List<ArticleId> expired(Instant now, int limit) {
    return List.of();
  }

  @Override
  public List<ArticleId> walk(Optional<ArticleId> after, int limit) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public void reread(List<Reading> readings) {
    throw new UnsupportedOperationException("the site only reads");
  }

  @Override
  public int retag(List<Retagged> articles) {
    throw new UnsupportedOperationException("the site only reads");
  }
}
