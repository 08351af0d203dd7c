-- dropped: of an article that is kept no longer (state 4), when it was dropped or last announced since.
-- keep: how much is kept of this source's articles; NULL for the instance's rule.
-- last_read: when a poll last brought a body.
ALTER TABLE article ADD COLUMN dropped INTEGER;
ALTER TABLE source ADD COLUMN keep TEXT;
ALTER TABLE schedule ADD COLUMN last_read INTEGER;

CREATE INDEX article_source ON article (source, sort) WHERE state = 1;
CREATE INDEX article_dropped ON article (dropped) WHERE dropped IS NOT NULL;
CREATE INDEX url_alias_article ON url_alias (article);
CREATE INDEX article_alias_target ON article_alias (target);
CREATE INDEX story_alias_story ON story_alias (story);
