-- name_lead and kind_lead: by how many votes the present name and kind lead.
CREATE TABLE hashtag (
  key TEXT PRIMARY KEY,
  form TEXT NOT NULL,
  name TEXT NOT NULL,
  name_lead INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  kind_lead INTEGER NOT NULL,
  since INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE article_tag (
  tag TEXT NOT NULL,
  sort INTEGER NOT NULL,
  article INTEGER NOT NULL,
  about INTEGER NOT NULL,
  PRIMARY KEY (tag, sort, article)
) WITHOUT ROWID;
