-- Files that facts vouch for by their SHA-256, such as photos of receipts. Emptied, never removed.

CREATE TABLE stored_file (
    sha256 TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;

CREATE TRIGGER stored_file_is_only_emptied_or_refilled BEFORE UPDATE ON stored_file
WHEN NEW.sha256 <> OLD.sha256 OR (LENGTH(OLD.content) > 0 AND LENGTH(NEW.content) > 0)
BEGIN SELECT RAISE(ABORT, 'stored files are never changed'); END;

CREATE TRIGGER stored_file_is_never_deleted BEFORE DELETE ON stored_file
BEGIN SELECT RAISE(ABORT, 'stored files are never deleted'); END;
