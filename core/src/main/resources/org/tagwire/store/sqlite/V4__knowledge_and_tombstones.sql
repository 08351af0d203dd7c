CREATE TABLE knowledge (
  topic TEXT NOT NULL,
  subject TEXT NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY (topic, subject)
) WITHOUT ROWID;

-- number: the change number of the article it was made for.
CREATE TABLE observation (
  number INTEGER PRIMARY KEY,
  payload BLOB NOT NULL
);

CREATE TABLE tombstone (
  kind INTEGER NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (kind, value)
) WITHOUT ROWID;

CREATE TABLE property (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
