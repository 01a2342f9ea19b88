-- What the model cost, by UTC day (2006-01-02). The row of member '' is the whole file's, and holds the members' as well.
CREATE TABLE spending (
  day    TEXT NOT NULL,
  member TEXT NOT NULL,    -- a user's snowflake
  calls  INTEGER NOT NULL, -- prompts
  tokens_in  INTEGER NOT NULL,
  cached     INTEGER NOT NULL, -- of tokens_in, those that the provider had in its cache
  tokens_out INTEGER NOT NULL,
  micros     INTEGER NOT NULL, -- millionths of the operator's currency
  PRIMARY KEY (day, member)
) STRICT, WITHOUT ROWID;
