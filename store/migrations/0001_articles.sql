-- An article is a source; what it said at one time is a version. Times are Unix seconds in UTC, NULL where not known.
CREATE TABLE articles (
  id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice, so that a citation never changes its meaning
  source_key TEXT NOT NULL,                     -- what makes two texts the same source; '' is nobody's
  version    INTEGER NOT NULL,                  -- the newest
  sampled    INTEGER NOT NULL DEFAULT 0,        -- rows of shingles
  status     TEXT NOT NULL CHECK (status IN ('live', 'withdrawn')),
  reason     TEXT NOT NULL DEFAULT '',
  CHECK (status = 'live' OR reason <> '')
) STRICT;
CREATE INDEX articles_source ON articles (source_key, id);

-- Who withdrew and restored what, when and why.
CREATE TABLE decisions (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  status     TEXT NOT NULL, -- that the article has since
  reason     TEXT NOT NULL,
  at         INTEGER NOT NULL,
  by         TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_article ON decisions (article_id);

-- body stands last: a list of articles never reads past the columns before it.
CREATE TABLE versions (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  version    INTEGER NOT NULL CHECK (version > 0),
  source     TEXT NOT NULL,
  title      TEXT NOT NULL,
  publisher  TEXT NOT NULL,
  author     TEXT NOT NULL,
  url        TEXT NOT NULL,
  published  INTEGER,
  clock      INTEGER NOT NULL,
  language   TEXT NOT NULL,
  added_at   INTEGER NOT NULL,
  added_by   TEXT NOT NULL,
  passages   INTEGER NOT NULL,
  words      INTEGER NOT NULL,
  hash       BLOB NOT NULL,    -- SHA-256 of the body with white space folded
  dropped    TEXT NOT NULL,    -- JSON: what of the body is never a passage, and why
  body       BLOB NOT NULL,    -- the whole text; a blob, because citations count bytes
  PRIMARY KEY (article_id, version)
) STRICT;
CREATE INDEX versions_hash ON versions (hash);

CREATE TABLE passages (
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL,
  version    INTEGER NOT NULL,
  ord        INTEGER NOT NULL,
  start      INTEGER NOT NULL,
  "end"      INTEGER NOT NULL,
  at         INTEGER,
  clock      INTEGER NOT NULL,
  terms      INTEGER NOT NULL, -- index terms in text
  heading    TEXT NOT NULL,
  speaker    TEXT NOT NULL,
  text       TEXT NOT NULL,
  FOREIGN KEY (article_id, version) REFERENCES versions (article_id, version)
) STRICT;
CREATE UNIQUE INDEX passages_place ON passages (article_id, version, ord);

-- Proof lasts: what was once stored is never rewritten, whatever the program above may try.
CREATE TRIGGER versions_keep BEFORE DELETE ON versions BEGIN SELECT raise(ABORT, 'a version is never deleted'); END;
CREATE TRIGGER versions_same BEFORE UPDATE ON versions BEGIN SELECT raise(ABORT, 'a version is never edited'); END;
CREATE TRIGGER passages_keep BEFORE DELETE ON passages BEGIN SELECT raise(ABORT, 'a passage is never deleted'); END;
CREATE TRIGGER passages_same BEFORE UPDATE ON passages BEGIN SELECT raise(ABORT, 'a passage is never edited'); END;
CREATE TRIGGER decisions_keep BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'a decision is never deleted'); END;
CREATE TRIGGER decisions_same BEFORE UPDATE ON decisions BEGIN SELECT raise(ABORT, 'a decision is never edited'); END;
CREATE TRIGGER articles_keep BEFORE DELETE ON articles BEGIN SELECT raise(ABORT, 'an article is never deleted'); END;

-- Two articles that share half of the shorter one's text, kept in both directions.
CREATE TABLE copies (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  other_id   INTEGER NOT NULL REFERENCES articles (id),
  shared     REAL NOT NULL, -- share of the shorter one's shingles
  PRIMARY KEY (article_id, other_id)
) STRICT, WITHOUT ROWID;

-- A sample of each article's three-word shingles, to find the articles worth comparing.
CREATE TABLE shingles (
  hash       INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;
