-- Headlines that articles had before their publishers changed them; seen: when the next one was seen.
CREATE TABLE headline (
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  title TEXT NOT NULL
);

CREATE INDEX headline_article ON headline (article);
