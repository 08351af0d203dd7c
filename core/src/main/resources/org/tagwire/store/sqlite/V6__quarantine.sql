-- What a bug of ours broke on, until it has been got past.
-- content: what the item said then. article: the reading that could not be placed; NULL for an item that could not be read.
-- tries: how often it broke; from 3 on it is left alone while it says the same.
CREATE TABLE quarantine (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  source INTEGER NOT NULL,
  item INTEGER NOT NULL,
  content INTEGER NOT NULL,
  article BLOB,
  tries INTEGER NOT NULL,
  since INTEGER NOT NULL,
  last INTEGER NOT NULL,
  url TEXT NOT NULL,
  stage TEXT NOT NULL,
  error TEXT NOT NULL,
  frames TEXT NOT NULL,
  raw_item BLOB,
  raw_page BLOB,
  page_type TEXT,
  UNIQUE (source, item)
);

CREATE INDEX quarantine_article ON quarantine (article) WHERE article IS NOT NULL;
