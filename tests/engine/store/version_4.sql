CREATE TABLE meta(
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Everybody whose packets are held or who passed them on; packets name them by number.
CREATE TABLE authors(
    number    INTEGER PRIMARY KEY,
    key       BLOB NOT NULL UNIQUE,
    suspended INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE packets(
    row          INTEGER PRIMARY KEY,
    id           BLOB NOT NULL,
    author       INTEGER NOT NULL REFERENCES authors(number),
    sequence     INTEGER NOT NULL,
    kind         INTEGER NOT NULL,
    pack         BLOB NOT NULL,
    issued       INTEGER NOT NULL,
    received     INTEGER NOT NULL,
    origin       INTEGER REFERENCES authors(number), -- NULL: made here
    own_kind     INTEGER,                            -- kind, if this device is the author
    target       BLOB,
    previous     BLOB,
    retracted_by INTEGER,                            -- row of the retraction
    coarse       BLOB NOT NULL,
    bytes        BLOB NOT NULL,
    UNIQUE(id),
    UNIQUE(author, sequence)
) STRICT;
CREATE INDEX packets_target ON packets(target) WHERE target IS NOT NULL;
CREATE INDEX packets_own ON packets(own_kind) WHERE own_kind IS NOT NULL;

CREATE TABLE outbox(
    packet INTEGER PRIMARY KEY REFERENCES packets(row)
) STRICT;

CREATE TABLE held(
    ticket     INTEGER PRIMARY KEY AUTOINCREMENT,
    content    BLOB NOT NULL,
    authorised INTEGER NOT NULL,
    leaves_at  INTEGER NOT NULL,
    ref        TEXT NOT NULL
) STRICT;

CREATE TABLE refs(
    ref    TEXT PRIMARY KEY,
    packet BLOB,
    ticket INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE profiles(
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    name    TEXT NOT NULL UNIQUE,
    json    TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE muted(
    packet INTEGER PRIMARY KEY REFERENCES packets(row)
) STRICT;

CREATE TABLE matches(
    cursor   INTEGER PRIMARY KEY AUTOINCREMENT,
    profile  INTEGER NOT NULL, -- of profiles, or minus the row of an own outcome
    packet   INTEGER NOT NULL REFERENCES packets(row),
    score    INTEGER NOT NULL,
    coverage INTEGER NOT NULL,
    UNIQUE(profile, packet)
) STRICT;
CREATE INDEX matches_best ON matches(profile, score DESC, packet);
CREATE INDEX matches_arrival ON matches(profile, cursor);

CREATE TABLE peers(
    node             BLOB PRIMARY KEY,
    link             BLOB NOT NULL,
    endpoint         TEXT NOT NULL,
    site_document    BLOB NOT NULL,
    last_seen        INTEGER NOT NULL,
    interests        BLOB NOT NULL,
    served_interests BLOB NOT NULL,
    cursor           INTEGER NOT NULL,
    backfill_cursor  INTEGER NOT NULL,
    backfill_end     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE joined(
    number   INTEGER PRIMARY KEY,
    endpoint TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE documents(
    number INTEGER PRIMARY KEY,
    hash   BLOB NOT NULL UNIQUE,
    kind   TEXT NOT NULL,
    bytes  BLOB NOT NULL
) STRICT;
CREATE INDEX documents_kind ON documents(kind);

-- Authors here may be anybody, so they are not entered in `authors`.
CREATE TABLE quarantine(
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    code   TEXT NOT NULL,
    due    INTEGER NOT NULL,
    origin BLOB,
    author BLOB,
    bytes  BLOB NOT NULL UNIQUE
) STRICT;
CREATE INDEX quarantine_due ON quarantine(code, due);

CREATE TABLE equivocations(
    author   INTEGER NOT NULL REFERENCES authors(number),
    sequence INTEGER NOT NULL,
    first    BLOB NOT NULL,
    second   BLOB NOT NULL,
    PRIMARY KEY(author, sequence)
) STRICT;

CREATE TABLE counters(
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Statements signed in advance: "this key is replaced", "this key is lost".
CREATE TABLE key_statements(
    number    INTEGER PRIMARY KEY,
    kind      TEXT NOT NULL,
    statement BLOB NOT NULL,
    made      INTEGER NOT NULL
) STRICT;

-- Outcomes being written. With a ticket: set aside while the outcome made from it is held.
CREATE TABLE drafts(
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    pack    TEXT NOT NULL,
    content TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    ticket  INTEGER UNIQUE REFERENCES held(ticket)
) STRICT;

-- Own outcomes that the list of this home leaves out.
CREATE TABLE hidden(
    packet INTEGER PRIMARY KEY REFERENCES packets(row)
) STRICT;

-- What this home made of its matches; never sent. Without a row a match is new.
CREATE TABLE triage(
    profile INTEGER NOT NULL, -- as in matches
    packet  INTEGER NOT NULL REFERENCES packets(row),
    state   INTEGER NOT NULL,
    reason  INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    PRIMARY KEY(profile, packet)
) STRICT, WITHOUT ROWID;

ALTER TABLE packets ADD COLUMN replaced_by INTEGER;
