-- Which passages hold a term, how often, and how long they are, so that a large guild is searched without FTS5's scoring. The
-- newest stand beside the term's counts; what is full moves to a block of its own, so that adding an article never
-- rewrites a long list.
ALTER TABLE terms ADD COLUMN tail BLOB NOT NULL DEFAULT x'';
CREATE TABLE postings (
  term  TEXT NOT NULL,
  block INTEGER NOT NULL,
  runs  BLOB NOT NULL, -- what it holds: store/postings.go
  PRIMARY KEY (term, block)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER terms_full AFTER UPDATE OF tail ON terms WHEN length(NEW.tail) > 800 BEGIN
  INSERT INTO postings SELECT NEW.term, coalesce(max(block), 0) + 1, NEW.tail FROM postings WHERE term = NEW.term;
  UPDATE terms SET tail = x'' WHERE term = NEW.term;
END;

-- The passages of withdrawn and overtaken versions, numbered in a row: their postings stay, and do not count.
CREATE TABLE gone (
  first INTEGER PRIMARY KEY,
  last  INTEGER NOT NULL
) STRICT;
ALTER TABLE corpus ADD COLUMN gone INTEGER NOT NULL DEFAULT 0; -- how often that list has changed

-- The index of what is stored is made anew at the next opening.
UPDATE corpus SET grammar = '';
