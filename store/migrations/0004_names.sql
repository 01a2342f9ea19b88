-- Groups of forms that mean the same name. A moderator's stand until removed; an article's while it is live.
CREATE TABLE names (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER REFERENCES articles (id), -- NULL: a moderator's
  relation   INTEGER NOT NULL,
  forms      TEXT NOT NULL, -- JSON array; the first is shown
  added_at   INTEGER NOT NULL,
  added_by   TEXT NOT NULL
) STRICT;
CREATE INDEX names_article ON names (article_id);

-- Which names a live article mentions side by side (JSON), to find those that are spelled in several ways.
CREATE TABLE mentions (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id),
  names      TEXT NOT NULL
) STRICT;
