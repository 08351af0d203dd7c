-- What a source says and shows about how often it changes; an answer of "not modified" does not repeat it.
-- skip: a bit for each hour of the day in UTC, then one for each day of the week from Monday.

ALTER TABLE schedule ADD COLUMN ttl INTEGER NOT NULL DEFAULT 0;
ALTER TABLE schedule ADD COLUMN skip INTEGER NOT NULL DEFAULT 0;
ALTER TABLE schedule ADD COLUMN rhythm INTEGER NOT NULL DEFAULT 0;
ALTER TABLE schedule ADD COLUMN newest INTEGER;
ALTER TABLE schedule ADD COLUMN moved_polls INTEGER NOT NULL DEFAULT 0;
