-- What the last full answer of a source was like, for those who ask what is wrong with it.
CREATE TABLE source_health (
  source INTEGER PRIMARY KEY,
  payload BLOB NOT NULL
);

-- When the publisher ends the article (unavailable_after), in milliseconds; NULL for never.
ALTER TABLE article ADD COLUMN expires INTEGER;

CREATE INDEX article_expires ON article (expires) WHERE expires IS NOT NULL;
