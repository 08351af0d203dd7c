-- Under what names of hashtags and publishers can be found while they are typed: each name from each of its words on,
-- folded and without blanks. what: 0 a hashtag, 1 a publisher. Filled when the store is opened and it is empty.
CREATE TABLE name_word (
  word TEXT NOT NULL,
  what INTEGER NOT NULL,
  key TEXT NOT NULL,
  PRIMARY KEY (word, what, key)
) WITHOUT ROWID;
