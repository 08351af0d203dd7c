-- What the owner follows; seen: up to which sort time its news have been seen.
CREATE TABLE followed (
  tag TEXT PRIMARY KEY,
  folder TEXT NOT NULL,
  since INTEGER NOT NULL,
  seen INTEGER NOT NULL
) WITHOUT ROWID;

-- What the owner does not want to see in lists.
CREATE TABLE muted (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (kind, value)
) WITHOUT ROWID;
