-- What the index knows of terms and words stands in layers: a layer is what one adding wrote, by kind and in order of its keys, in
-- blocks of which each names its first key. So adding writes a few blocks in a row, wherever in the alphabet its words are, and
-- layers of one size are merged now and then.
DROP TRIGGER terms_full;
DROP TABLE terms;
DROP TABLE postings;
DROP TABLE words;
DROP TABLE tails;
CREATE TABLE blocks (
  id    INTEGER PRIMARY KEY,
  layer INTEGER NOT NULL,
  kind  INTEGER NOT NULL, -- store/layers.go
  first TEXT NOT NULL,
  alone INTEGER NOT NULL, -- it holds one key, of a long value
  body  BLOB NOT NULL     -- keys and values: store/block.go
) STRICT;
CREATE UNIQUE INDEX blocks_first ON blocks (layer, kind, first);
ALTER TABLE corpus ADD COLUMN layers TEXT NOT NULL DEFAULT '[]'; -- JSON: their numbers, oldest first
ALTER TABLE corpus ADD COLUMN sizes TEXT NOT NULL DEFAULT '[]';  -- JSON: the size of each in bytes

-- The index of what is stored is made anew at the next opening.
UPDATE corpus SET grammar = '';
