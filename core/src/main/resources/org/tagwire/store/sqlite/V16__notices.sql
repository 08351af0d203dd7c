-- What readers have told the owner. about: the path of a page, without its edition. article and tag: what is disputed.
-- hides: whether the tag is hidden while the notice waits. state 2 and 3: answered; since: since when it stands so.
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  received INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  about TEXT NOT NULL,
  article BLOB,
  tag TEXT,
  text TEXT NOT NULL,
  email TEXT NOT NULL,
  language TEXT NOT NULL,
  hides INTEGER NOT NULL,
  state INTEGER NOT NULL,
  answer TEXT NOT NULL,
  since INTEGER
) WITHOUT ROWID;

CREATE INDEX notice_received ON notice (received);
