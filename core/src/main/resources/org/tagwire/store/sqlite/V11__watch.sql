-- payload: the spellings of a watched name and the words around it.
CREATE TABLE watched_name (
  key TEXT PRIMARY KEY,
  payload BLOB NOT NULL,
  since INTEGER NOT NULL
) WITHOUT ROWID;

-- In which placed articles watched names are said.
CREATE TABLE watch_hit (
  watch TEXT NOT NULL,
  sort INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (watch, sort, article)
) WITHOUT ROWID;

CREATE INDEX watch_hit_sort ON watch_hit (sort, watch, article);

-- What was found in an article, beside what its own reading says.
CREATE TABLE watch_note (
  article INTEGER PRIMARY KEY,
  sort INTEGER NOT NULL,
  payload BLOB NOT NULL
);

CREATE INDEX watch_note_sort ON watch_note (sort);

-- How far one has looked. edition: how often the names have changed. followed: up to which change number.
-- sort and id: back to which article; NULL for the beginning. looked: how many that were. done: whether that was all.
CREATE TABLE watch_progress (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  edition INTEGER NOT NULL,
  followed INTEGER NOT NULL,
  sort INTEGER,
  id BLOB,
  looked INTEGER NOT NULL,
  done INTEGER NOT NULL
);

INSERT INTO watch_progress (one, edition, followed, sort, id, looked, done) VALUES (1, 0, 0, NULL, NULL, 0, 1);
