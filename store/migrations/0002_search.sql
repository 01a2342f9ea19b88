-- Only passages of the newest version of a live article stand in here. The program folds and stems; the tokenizer
-- parts at blanks alone, so that a token is exactly the term that the program gave.
CREATE VIRTUAL TABLE search USING fts5 (
  body, heading, title,
  content = '', contentless_delete = 1, detail = full,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Co'"
);

-- In how many live passages a term stands: in the text (df), or only in the heading or title above it (above).
CREATE TABLE terms (
  term  TEXT PRIMARY KEY,
  df    INTEGER NOT NULL,
  above INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Every exact form that was ever indexed, to correct spelling. Whether it is in use is its term's matter.
CREATE TABLE words (
  word  TEXT PRIMARY KEY,
  term  TEXT NOT NULL,
  sound TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX words_sound ON words (sound);

-- The same forms backwards, to find those that share an end.
CREATE TABLE tails (tail TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- The sizes of what is live, kept rather than counted.
CREATE TABLE corpus (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  articles INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  terms    INTEGER NOT NULL,
  grammar  TEXT NOT NULL,   -- fingerprint of the analysis that the index was made with
  names    INTEGER NOT NULL -- how often the list of names has changed
) STRICT;
INSERT INTO corpus VALUES (1, 0, 0, 0, '', 0);
