-- Stories of one event in two languages, each pair in both directions; ids as when they were linked.
CREATE TABLE story_link (
  story BLOB NOT NULL,
  other BLOB NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (story, other)
) WITHOUT ROWID;

CREATE INDEX story_link_other ON story_link (other);
