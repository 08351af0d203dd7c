package org.tagwire.store.sqlite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.store.Upkeep;

/** Backup, check and measure of a SQLite database. */
final class SqliteUpkeep implements Upkeep {
  /** What must never be found, with what it would mean. */
  private static final Map<String, String> NEVER =
      Map.of(
          "articles are placed but have no text or card",
          "SELECT count(*) FROM article a WHERE a.state = 1 AND (a.change IS NULL"
              + " OR NOT EXISTS (SELECT 1 FROM article_text t WHERE t.article = a.number)"
              + " OR NOT EXISTS (SELECT 1 FROM card c WHERE c.article = a.number))",
          "readings wait to be placed but have no text",
          "SELECT count(*) FROM article a WHERE a.queued IS NOT NULL AND (a.stamp IS NULL"
              + " OR NOT EXISTS (SELECT 1 FROM article_text t WHERE t.article = a.number))",
          "articles were never placed and neither wait nor are in quarantine",
          "SELECT count(*) FROM article a WHERE a.state = 0 AND a.queued IS NULL"
              + " AND NOT EXISTS (SELECT 1 FROM quarantine q WHERE q.article = a.id)",
          "hashtags stand on articles that are not placed",
          "SELECT count(*) FROM article_tag g LEFT JOIN article a ON a.number = g.article"
              + " WHERE a.number IS NULL OR a.state <> 1 OR a.sort <> g.sort",
          "hashtags stand on articles but are unknown",
          "SELECT count(DISTINCT g.tag) FROM article_tag g LEFT JOIN hashtag h ON h.key = g.tag"
              + " WHERE h.key IS NULL",
          "items lead to no article",
          "SELECT count(*) FROM source_item i LEFT JOIN article a ON a.number = i.article"
              + " WHERE a.number IS NULL",
          "texts belong to no article that is there",
          "SELECT count(*) FROM (SELECT article FROM article_text UNION ALL SELECT article FROM"
              + " headline) t LEFT JOIN article a ON a.number = t.article"
              + " WHERE a.number IS NULL OR a.state > 1",
          "sources have no schedule",
          "SELECT count(*) FROM source s LEFT JOIN schedule c ON c.source = s.id"
              + " WHERE c.source IS NULL",
          "dropped articles have left something",
          "SELECT count(*) FROM article a WHERE (a.state = 4) <> (a.dropped IS NOT NULL)"
              + " OR (a.state = 4 AND EXISTS (SELECT 1 FROM card c WHERE c.article = a.number))",
          "redirected articles lead nowhere",
          "SELECT count(*) FROM article a LEFT JOIN article_alias r ON r.id = a.id"
              + " LEFT JOIN article t ON t.id = r.target WHERE a.state = 3 AND t.id IS NULL");

  private final Database database;

  SqliteUpkeep(Database database) {
    this.database = database;
  }

  @Override
  public void backup(Path file) {
    new Backup(database.file()).write(file);
  }

  @Override
  public List<String> check() {
    return database.read(
        session -> {
          List<String> wrong = new ArrayList<>();
          session.each(
              "PRAGMA integrity_check(20)",
              row -> {
                String line = row.getString(1);
                return line.equals("ok") || wrong.add(database.file() + ": " + line);
              });
          for (var never : new TreeMap<>(NEVER).entrySet()) {
            long found = session.number(never.getValue());
            if (found > 0) {
              wrong.add(found + " " + never.getKey());
            }
          }
          return wrong;
        });
  }

  @Override
  public Map<String, Long> sizes() {
    return database.read(
        session -> {
          Map<String, Long> sizes = new TreeMap<>();
          session.each(
              "SELECT coalesce(m.tbl_name, d.name), sum(d.pgsize) FROM dbstat d LEFT JOIN"
                  + " sqlite_master m ON m.name = d.name WHERE d.aggregate = 1 GROUP BY 1",
              row -> {
                sizes.merge(part(row.getString(1)), row.getLong(2), Long::sum);
                return true;
              });
          return sizes;
        });
  }

  private static String part(String table) {
    return switch (table) {
      case "article", "url_alias", "article_alias", "story_alias" -> "articles";
      case "article_text", "headline" -> "texts";
      case "card" -> "cards";
      case "raw" -> "raw";
      case "hashtag",
          "article_tag",
          "tag_rule",
          "tag_spelling",
          "name_word",
          "watched_name",
          "watch_hit",
          "watch_note",
          "watch_progress" ->
          "tags";
      case "source_item", "quarantine" -> "items";
      case "notice" -> "notices";
      case "source", "schedule", "poll", "publisher", "hub_subscription" -> "sources";
      case "knowledge", "observation" -> "knowledge";
      default -> "other";
    };
  }

  @Override
  public Optional<String> findProperty(String key) {
    return database.read(session -> Properties.find(session, key));
  }

  @Override
  public void putProperty(String key, String value) {
    database.change(session -> Properties.put(session, key, value));
  }

  @Override
  public void close() {
    database.close();
  }
}
