-- Times are milliseconds since 1970 UTC. Enums are ordinals: constants may only be appended.

CREATE TABLE publisher (
  domain TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  home_page TEXT,
  country TEXT,
  language TEXT NOT NULL
) WITHOUT ROWID;

-- AUTOINCREMENT: the number of a removed source is never given again.
CREATE TABLE source (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  url TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  folder TEXT NOT NULL,
  visibility INTEGER NOT NULL,
  pages INTEGER NOT NULL
);

-- ready: from when on it may be claimed: due, or the end of a lease; NULL when paused, gone or never polled.
CREATE TABLE schedule (
  source INTEGER PRIMARY KEY,
  ready INTEGER,
  due INTEGER NOT NULL,
  lease INTEGER,
  every INTEGER NOT NULL,
  etag TEXT,
  last_modified TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  moved_to TEXT,
  moved_since INTEGER,
  paused INTEGER NOT NULL DEFAULT 0,
  polls INTEGER NOT NULL DEFAULT 0,
  last_poll INTEGER,
  last_detail TEXT NOT NULL DEFAULT '',
  articles INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX schedule_ready ON schedule (ready) WHERE ready IS NOT NULL;

-- The last twenty polls of a source, in slots that are used again.
CREATE TABLE poll (
  source INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  at INTEGER NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY (source, slot)
) WITHOUT ROWID;
