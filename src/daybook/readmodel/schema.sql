-- The picture of the journal that lists, timeline and search are read from.
-- It lives in memory only and is built anew by replay at every unlock.
CREATE TABLE revision (
    record   TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    written  TEXT    NOT NULL,
    key      TEXT    NOT NULL,
    place    INTEGER NOT NULL,
    body     BLOB    NOT NULL,
    PRIMARY KEY (record, number)
) WITHOUT ROWID;

CREATE UNIQUE INDEX revision_key ON revision (key) WHERE key <> '';

CREATE TABLE entry (
    id       INTEGER PRIMARY KEY,
    record   TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL,
    number   INTEGER NOT NULL,
    written  TEXT NOT NULL,
    earliest TEXT,
    latest   TEXT
);

CREATE INDEX entry_order ON entry (kind, earliest, written);
-- The first page of the timeline reads fifty of these, whatever their number.
CREATE INDEX entry_oldest ON entry (earliest IS NULL, earliest, written, id, kind);
CREATE INDEX entry_newest ON entry (earliest IS NULL, earliest DESC, written DESC, id DESC, kind);

CREATE TABLE link (
    record TEXT NOT NULL,
    other  TEXT NOT NULL,
    PRIMARY KEY (other, record)
) WITHOUT ROWID;

CREATE INDEX link_record ON link (record);

CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2');
