-- A question stands here from the moment that Discord was told "thinking": open until it is settled (its answer is stored)
-- and posted (its answer is in Discord), or failed (the asker was told so).
CREATE TABLE questions (
  id         TEXT PRIMARY KEY, -- the snowflake of the interaction or message
  channel    TEXT NOT NULL,
  user       TEXT NOT NULL,
  text       TEXT NOT NULL,
  locale     TEXT NOT NULL,
  private    INTEGER NOT NULL,
  token      TEXT NOT NULL,    -- erased when the question is posted or failed
  message    TEXT NOT NULL,
  history    TEXT NOT NULL,    -- JSON
  at         INTEGER NOT NULL, -- Unix milliseconds
  state      TEXT NOT NULL CHECK (state IN ('open', 'settled', 'posted', 'failed')),
  reason     TEXT NOT NULL DEFAULT '',
  changed_at INTEGER NOT NULL,
  CHECK (state IN ('open', 'settled') OR token = '')
) STRICT, WITHOUT ROWID;
CREATE INDEX questions_due ON questions (at, id) WHERE state IN ('open', 'settled');

CREATE TABLE answers (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  question_id TEXT NOT NULL UNIQUE REFERENCES questions (id),
  verdict     TEXT NOT NULL,
  at          INTEGER NOT NULL,
  answer      TEXT NOT NULL -- JSON, as it was shown
) STRICT;
CREATE TRIGGER answers_keep BEFORE DELETE ON answers BEGIN SELECT raise(ABORT, 'an answer is never deleted'); END;
CREATE TRIGGER answers_same BEFORE UPDATE ON answers BEGIN SELECT raise(ABORT, 'an answer is never edited'); END;

CREATE TABLE citations (
  answer_id  INTEGER NOT NULL REFERENCES answers (id),
  sentence   INTEGER NOT NULL, -- place in the answer, from 0
  n          INTEGER NOT NULL, -- the number shown
  article_id INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  quote      TEXT NOT NULL,
  FOREIGN KEY (article_id, version) REFERENCES versions (article_id, version)
) STRICT;
CREATE INDEX citations_answer ON citations (answer_id);
CREATE INDEX citations_article ON citations (article_id, version);

-- Which Discord message shows which answer, so that a reply to it finds its history.
CREATE TABLE posts (
  message_id  TEXT PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES questions (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX posts_question ON posts (question_id);
