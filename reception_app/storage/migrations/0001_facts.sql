-- The journal of facts and the personal values it vouches for. Everything else is derived.

CREATE TABLE fact (
    id TEXT NOT NULL PRIMARY KEY,
    desk TEXT NOT NULL,
    seq INTEGER NOT NULL,
    hlc TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    actor TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    UNIQUE (desk, seq)
) STRICT;

CREATE INDEX fact_by_time ON fact (hlc, id);

CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact
BEGIN SELECT RAISE(ABORT, 'facts are never changed'); END;

CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact
BEGIN SELECT RAISE(ABORT, 'facts are never deleted'); END;

CREATE TABLE person_value (
    fact TEXT NOT NULL PRIMARY KEY,
    subject TEXT NOT NULL,
    salt TEXT NOT NULL,
    value_json TEXT NOT NULL
) STRICT;

CREATE INDEX person_value_by_subject ON person_value (subject);

-- What this copy of the file knows of itself; never exchanged with other desks.
CREATE TABLE local (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
