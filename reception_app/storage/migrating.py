"""Bringing an older event file up to date, on a copy that takes its place when it is right."""

from pathlib import Path

import apsw

from reception_app.storage import fact_journal, opening, projections, schema
from reception_app.storage.copying import save_copy, written_beside
from reception_app.storage.file_faults import DamagedFile
from reception_app.storage.transaction import transaction


def migrate(path: Path, db: apsw.Connection, version: int) -> None:
    """Replace an older file with one of the current version, and close `db`.

    A copy as it was stays beside it as `gala.v0001.reception`.

    Raises:
        DamagedFile: the older file is not sound; it was left as it is.
        FileUnreadable, EventDiskFull: the copies can't be written.
    """
    opening.verify_kept(path, db, version)
    save_copy(db, _backup_name(path, version))
    with written_beside(path) as draft:
        save_copy(db, draft)
        newer = apsw.Connection(str(draft))
        try:
            _bring_up_to_date(newer, version)
            opening.verify(path, newer)
        except apsw.Error as error:
            raise DamagedFile(path) from error
        finally:
            newer.close()
        # Windows replaces closed files only. The copy holds all that the log holds, and a log left
        # over would be taken for the new file's.
        db.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
        db.execute("PRAGMA query_only = OFF")
        db.close()
    opening.write_ahead_log(path).unlink(missing_ok=True)


def _bring_up_to_date(db: apsw.Connection, version: int) -> None:
    with transaction(db):
        schema.drop_projections(db, version)
        for step in schema.migrations()[version:]:
            db.execute(step)
        projections.create(db)
        fact_journal.replay(db, lambda _done, _known: None)
        db.pragma("user_version", schema.current_version())


def _backup_name(path: Path, version: int) -> Path:
    for n in range(1, 10_000):
        mark = "" if n == 1 else f"-{n}"
        name = path.with_name(f"{path.stem}.v{version:04}{mark}{path.suffix}")
        if not name.exists():
            return name
    raise DamagedFile(path)
