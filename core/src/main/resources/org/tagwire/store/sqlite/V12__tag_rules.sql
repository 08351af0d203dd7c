-- What the owner has said about hashtags; undone: when it was taken back.
-- settled: whether every article follows it, or no longer does.
CREATE TABLE tag_rule (
  number INTEGER PRIMARY KEY,
  payload BLOB NOT NULL,
  since INTEGER NOT NULL,
  undone INTEGER,
  settled INTEGER NOT NULL
);

-- Short forms under which articles name a tag; seen: in how many, counted up to a few.
CREATE TABLE tag_spelling (
  spelling TEXT NOT NULL,
  tag TEXT NOT NULL,
  seen INTEGER NOT NULL,
  PRIMARY KEY (spelling, tag)
) WITHOUT ROWID;
