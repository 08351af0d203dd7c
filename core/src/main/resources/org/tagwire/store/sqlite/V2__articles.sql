-- state: 0 read and waiting for its first place, 1 placed, 2 withdrawn, 3 redirected to another article.
-- queued and stamp: since when a reading waits to be placed, and which one it is; NULL when none waits.
-- reason: why it was placed where it is, or why it was withdrawn.
-- story and copy_of: NULL where the article founded its story or is the first of its copy group.
CREATE TABLE article (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  state INTEGER NOT NULL,
  source INTEGER NOT NULL,
  visibility INTEGER NOT NULL,
  listed INTEGER NOT NULL,
  sort INTEGER NOT NULL,
  first_seen INTEGER NOT NULL,
  language TEXT NOT NULL,
  category INTEGER NOT NULL,
  carrier TEXT NOT NULL,
  url TEXT NOT NULL,
  queued INTEGER,
  stamp INTEGER,
  change INTEGER,
  story BLOB,
  copy_of BLOB,
  reason TEXT
);

CREATE INDEX article_queued ON article (language, queued) WHERE queued IS NOT NULL;
CREATE UNIQUE INDEX article_change ON article (change) WHERE change IS NOT NULL;
CREATE INDEX article_sort ON article (sort) WHERE state = 1;
CREATE INDEX article_carrier ON article (carrier, sort) WHERE state = 1;
CREATE INDEX article_story ON article (story) WHERE story IS NOT NULL;
CREATE INDEX article_copy ON article (copy_of) WHERE copy_of IS NOT NULL;

CREATE TABLE article_text (
  article INTEGER PRIMARY KEY,
  payload BLOB NOT NULL
);

-- tags: the keys under which article_tag holds the article, to take them back.
CREATE TABLE card (
  article INTEGER PRIMARY KEY,
  payload BLOB NOT NULL,
  tags BLOB NOT NULL
);

CREATE TABLE raw (
  article INTEGER PRIMARY KEY,
  received INTEGER NOT NULL,
  item BLOB NOT NULL,
  page BLOB,
  page_type TEXT
);

CREATE INDEX raw_received ON raw (received);

CREATE TABLE source_item (
  source INTEGER NOT NULL,
  item INTEGER NOT NULL,
  article INTEGER NOT NULL,
  content INTEGER NOT NULL,
  PRIMARY KEY (source, item)
) WITHOUT ROWID;

CREATE INDEX source_item_article ON source_item (article);

-- URLs other than the one an article's id was minted from: the first 16 bytes of SHA-256 of each.
CREATE TABLE url_alias (
  hash BLOB PRIMARY KEY,
  article INTEGER NOT NULL,
  url TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE article_alias (
  id BLOB PRIMARY KEY,
  target BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE story_alias (
  id BLOB PRIMARY KEY,
  story BLOB NOT NULL
) WITHOUT ROWID;
