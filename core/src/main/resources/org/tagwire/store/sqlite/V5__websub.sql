-- Subscriptions at WebSub hubs. id: the path secret of the callback. A row outlives its source until
-- the hub has been told.
CREATE TABLE hub_subscription (
  id TEXT PRIMARY KEY,
  source INTEGER NOT NULL,
  hub TEXT NOT NULL,
  topic TEXT NOT NULL,
  secret TEXT NOT NULL,
  state INTEGER NOT NULL,
  asked INTEGER,
  lease INTEGER,
  due INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  detail TEXT NOT NULL,
  pushes INTEGER NOT NULL DEFAULT 0,
  last_push INTEGER,
  hint INTEGER
) WITHOUT ROWID;

CREATE INDEX hub_subscription_source ON hub_subscription (source);
CREATE INDEX hub_subscription_due ON hub_subscription (due);

-- hint: a push that no poll has followed yet.
CREATE INDEX hub_subscription_hint ON hub_subscription (hint) WHERE hint IS NOT NULL;
