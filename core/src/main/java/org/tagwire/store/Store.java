package org.tagwire.store;

/**
 * The truth of one instance: its stores, which share one set of transactions.
 *
 * @param sources subscriptions and their schedule
 * @param articles what was read and where it was placed
 * @param tags hashtags by key and spelling
 * @param rules what the owner has said about hashtags
 * @param knowledge learned counts
 * @param tombstones what must stay gone
 * @param archive what is kept of the past
 * @param quarantine what a bug broke on
 * @param hubs subscriptions at WebSub hubs
 * @param watch the names the owner watches
 * @param notices what readers have told the owner
 * @param reader what the owner follows, has seen and mutes
 * @param upkeep backup, check, close
 */
public record Store(
    SourceStore sources,
    ArticleStore articles,
    TagStore tags,
    RuleStore rules,
    KnowledgeStore knowledge,
    TombstoneStore tombstones,
    ArchiveStore archive,
    QuarantineStore quarantine,
    HubStore hubs,
    WatchStore watch,
    NoticeStore notices,
    ReaderStore reader,
    Upkeep upkeep)
    implements AutoCloseable {
  @Override
  public void close() {
    upkeep.close();
  }
}
