-- One book: up to so many messages of one file, ordered by time (`id`), each with its place in the original.
-- Never changed once it is sealed; a later shape is a later `user_version`.
PRAGMA book.page_size = 4096;
PRAGMA book.user_version = 1;
CREATE TABLE book.name (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE);
CREATE TABLE book.message (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL,  -- in the file, counted from 0
    at TEXT NOT NULL,         -- what it is sorted by: the time, or that of the message before it
    sent TEXT NOT NULL,
    written TEXT NOT NULL,
    sender INTEGER NOT NULL,
    chat INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    part TEXT NOT NULL,
    same INTEGER NOT NULL,    -- the same for messages with the same minute, kind and text; 0 without a time
    more BLOB                 -- the rest, as the notebook keeps it
);
CREATE TABLE book.skipped (
    id INTEGER PRIMARY KEY,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    part TEXT NOT NULL,
    why TEXT NOT NULL
);
-- Message `id` says the same as message `number` of the file brought in as record `source`, a name.
CREATE TABLE book.twin (
    source INTEGER NOT NULL,
    number INTEGER NOT NULL,
    id INTEGER NOT NULL,
    PRIMARY KEY (source, number, id)
) WITHOUT ROWID;
CREATE INDEX book.twin_of ON twin (id);
CREATE VIRTUAL TABLE book.words USING fts5(
    text, content='message', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2'
);
