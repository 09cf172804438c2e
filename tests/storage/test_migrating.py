"""Older files: brought up to date on a copy, with the file as it was kept beside."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from evening import new_evening
from shim_disk import Fault, Plan, ShimDisk

from reception_app.domain.errors import ReceptionError
from reception_app.storage import fact_journal, schema
from reception_app.storage.event_file import (
    DamagedFile,
    EventDiskFull,
    EventFile,
    FileUnreadable,
    NewerFile,
)
from reception_app.storage.guests import list_guests

RELEASED = sorted((Path(__file__).parent.parent / "data" / "event_files").glob("*.reception"))
NOW, NEXT = schema.current_version(), schema.current_version() + 1
KEPT = f"gala.v{NOW:04}.reception"
NEXT_STEP = (
    "CREATE TABLE extra (id TEXT NOT NULL PRIMARY KEY) STRICT; INSERT INTO extra VALUES ('x')"
)


@pytest.fixture(scope="module")
def older_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed event file of this version with a guest."""
    path = tmp_path_factory.mktemp("older") / "gala.reception"
    evening = new_evening(path)
    evening.guest("佐藤 花子")
    evening.file.close()
    return path


@pytest.fixture
def older(older_file: Path, tmp_path: Path) -> Path:
    """A copy of the older file."""
    return Path(shutil.copy(older_file, tmp_path / "gala.reception"))


@pytest.fixture
def newer_program(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program that knows one migration more than this one."""
    steps = (*schema.migrations(), NEXT_STEP)
    cached = (schema.kept_objects, schema.all_objects, schema.projection_tables)
    monkeypatch.setattr(schema, "migrations", lambda: steps)
    for function in cached:
        function.cache_clear()
    yield
    monkeypatch.undo()
    for function in cached:
        function.cache_clear()


def names(path: Path) -> list[str]:
    """What lies beside the file."""
    return sorted(name.name for name in path.parent.iterdir())


def digest(path: Path) -> str:
    """A digest of the file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.usefixtures("newer_program")
def test_older_file_is_brought_up_to_date(older: Path) -> None:
    """It opens with all its facts as the newer version, and a copy as it was stays beside it."""
    with EventFile.open(older) as event:
        assert event.db.pragma("user_version") == NEXT
        assert event.db.execute("SELECT id FROM extra").fetchall() == [("x",)]
        assert [row.guest.name for row in list_guests(event)] == ["佐藤 花子"]
        assert fact_journal.broken_link(event.db) is None

    assert names(older) == ["gala.reception", KEPT]
    with EventFile.open(older) as event:
        assert event.db.pragma("user_version") == NEXT


def test_copy_as_it_was_opens_in_the_older_program(
    older: Path, newer_program: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept beside is a whole file of the older version; the new one is too new for it."""
    EventFile.open(older).close()
    assert newer_program is None
    monkeypatch.undo()
    for function in (schema.kept_objects, schema.all_objects, schema.projection_tables):
        function.cache_clear()

    EventFile.open(older.with_name(KEPT)).close()
    with pytest.raises(NewerFile):
        EventFile.open(older)


@pytest.mark.usefixtures("newer_program")
def test_crashed_older_file_keeps_its_log(older: Path, tmp_path: Path) -> None:
    """What lay in the log of an older file when it crashed is in the newer one."""
    db = apsw.Connection(str(older))
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("INSERT INTO local VALUES ('note', 'in the log')")
    (tmp_path / "crashed").mkdir()
    crashed = Path(shutil.copy(older, tmp_path / "crashed" / "gala.reception"))
    shutil.copy(older.with_name("gala.reception-wal"), crashed.with_name("gala.reception-wal"))
    db.close()

    with EventFile.open(crashed) as event:
        assert event.db.execute("SELECT value FROM local WHERE key = 'note'").get == "in the log"

    assert names(crashed) == ["gala.reception", KEPT]


@pytest.mark.usefixtures("newer_program")
def test_damaged_older_file_is_refused(older: Path) -> None:
    """An older file whose facts were changed is left as it is, without a copy."""
    db = apsw.Connection(str(older))
    trigger = str(db.execute("SELECT sql FROM sqlite_schema WHERE name = ?",
                             ("fact_is_never_changed",)).get)  # fmt: skip
    db.execute("DROP TRIGGER fact_is_never_changed; UPDATE fact SET actor = 'x'")
    db.execute(trigger)
    db.close()
    before = digest(older)

    with pytest.raises(DamagedFile):
        EventFile.open(older)

    assert (digest(older), names(older)) == (before, ["gala.reception"])


@pytest.mark.usefixtures("newer_program")
def test_foreign_things_do_not_outlive_the_update(older: Path) -> None:
    """Triggers, views and tables that are not ours are dropped before any step runs."""
    db = apsw.Connection(str(older))
    db.execute(
        "CREATE TRIGGER hostile AFTER UPDATE ON local BEGIN DELETE FROM guest; END;"
        "CREATE VIEW spy AS SELECT * FROM person_value; CREATE TABLE extra (taken)"
    )
    db.close()

    with EventFile.open(older) as event:
        assert schema.objects(event.db) == schema.all_objects()


@pytest.mark.usefixtures("newer_program")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("fault", [Fault.FULL, Fault.EIO], ids=lambda fault: fault.name)
def test_fault_at_any_step_of_updating(
    older_file: Path, tmp_path: Path, disk: ShimDisk, fault: Fault
) -> None:
    """A disk that fails while updating leaves the older file, which opens when the disk is back."""
    nth = 0
    struck = True
    while struck:
        nth += 7
        folder = tmp_path / str(nth)
        folder.mkdir()
        path = Path(shutil.copy(older_file, folder / "gala.reception"))
        disk.plan = plan = Plan(fault, nth)
        error: ReceptionError | None = None
        try:
            EventFile.open(path).close()
        except (EventDiskFull, FileUnreadable, DamagedFile) as caught:
            error = caught
        disk.plan = None
        struck = plan.struck
        assert error is None or struck
        with EventFile.open(path) as event:
            assert [row.guest.name for row in list_guests(event)] == ["佐藤 花子"]
        assert not [name for name in names(path) if "new" in name]
    assert nth > 50


def test_there_is_a_file_of_every_version() -> None:
    """For each version before this one a real file is kept."""
    assert {f"v{version:04}" for version in range(1, NOW)} <= {path.stem for path in RELEASED}


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: str(path.stem))
def test_released_files_open(released: Path, tmp_path: Path) -> None:
    """Every file a released version wrote opens, whole and with its guests."""
    path = Path(shutil.copy(released, tmp_path / "gala.reception"))

    with EventFile.open(path) as event:
        assert len(list_guests(event)) > 0
        assert fact_journal.count_unknown_facts(event.db) == 0
        assert fact_journal.differing_projections(event.db) == []
