// The tables of the SQLite store, as steps from one version of the file to the next. Steps are added, never changed.

/** Stands in the file's header, so that a database of another program is not taken for ours: "DYGN". */
export const applicationId = 0x4459474e

// JSON is kept as BLOB: the driver aborts the whole process on a TEXT column that is not UTF-8, and a damaged file
// must only cost one conversation.
const firstTables = `
  CREATE TABLE conversation (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL DEFAULT 0,
    state BLOB,
    last_sequence INTEGER NOT NULL,
    touched_ms INTEGER NOT NULL
  );
  CREATE INDEX conversation_touched ON conversation (touched_ms);

  CREATE TABLE line (
    conversation_key INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (conversation_key, sequence)
  ) WITHOUT ROWID;

  -- A message waits while its outcome is NULL. Its replies are the lines first_reply and up, reply_count of them.
  CREATE TABLE message (
    arrival INTEGER PRIMARY KEY,
    conversation_key INTEGER NOT NULL,
    id TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    outcome TEXT,
    first_reply INTEGER,
    reply_count INTEGER,
    UNIQUE (conversation_key, id)
  );
  CREATE INDEX message_waiting ON message (conversation_key, arrival) WHERE outcome IS NULL;

  -- ready_ms is when it may be claimed: its due time at first, the end of the lease once claimed.
  CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    due_at TEXT NOT NULL,
    payload BLOB NOT NULL,
    ready_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    dead INTEGER NOT NULL DEFAULT 0,
    reason TEXT
  ) WITHOUT ROWID;
  CREATE INDEX outbox_ready ON outbox (ready_ms) WHERE dead = 0;

  CREATE TABLE record (
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    value BLOB NOT NULL,
    conversation_id TEXT,
    created_at TEXT NOT NULL,
    touched_ms INTEGER NOT NULL,
    PRIMARY KEY (collection, id)
  ) WITHOUT ROWID;
  CREATE INDEX record_newest ON record (collection, created_at, id);
  CREATE INDEX record_touched ON record (collection, touched_ms);
  CREATE INDEX record_conversation ON record (conversation_id) WHERE conversation_id IS NOT NULL;

  CREATE TABLE allocated_number (
    series TEXT NOT NULL,
    key TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (series, key),
    UNIQUE (series, number)
  ) WITHOUT ROWID;
  CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE spent (key TEXT PRIMARY KEY, until_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX spent_until ON spent (until_ms);
`

// A record goes in several ways, each time with its keys.
const recordKeys = `
  CREATE TABLE record_key (
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (collection, key, id)
  ) WITHOUT ROWID;
  CREATE INDEX record_key_of ON record_key (collection, id);
  CREATE TRIGGER record_gone AFTER DELETE ON record BEGIN
    DELETE FROM record_key WHERE collection = old.collection AND id = old.id;
  END;
`

// A hold with an empty collection is on the conversation of that id.
const legalHolds = `
  CREATE TABLE legal_hold (
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    value BLOB NOT NULL,
    PRIMARY KEY (collection, id)
  ) WITHOUT ROWID;
`

// What is kept for a while only. A series without an end goes on for good.
const endsOfKeys = `
  ALTER TABLE kept ADD COLUMN until_ms INTEGER;
  CREATE INDEX kept_until ON kept (until_ms) WHERE until_ms IS NOT NULL;
  CREATE TABLE series_end (series TEXT PRIMARY KEY, until_ms INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX series_end_until ON series_end (until_ms);
`

// Entries that are done one after the other, in the order in which they were due.
const orderOfOutbox = `
  ALTER TABLE outbox ADD COLUMN ordering_key TEXT;
  CREATE INDEX outbox_order ON outbox (ordering_key, due_at, id) WHERE ordering_key IS NOT NULL AND dead = 0;
`

/** Step n leads from `user_version` n to n + 1. */
export const migrations: readonly string[] = [firstTables, recordKeys, legalHolds, endsOfKeys, orderOfOutbox]
