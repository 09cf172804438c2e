"""Which files are opened, which are refused, and that a refused one was not changed."""

import hashlib
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import apsw
import pytest
from evening import Evening, new_evening
from notation import at

from reception_app.domain.errors import ReceptionError
from reception_app.services import reception
from reception_app.storage import fact_journal, opening, schema, volume
from reception_app.storage import guests as guest_queries
from reception_app.storage.event_file import (
    AlreadyOpen,
    DamagedFile,
    EventFile,
    FileExists,
    FileMissing,
    FileUnreadable,
    NewerFile,
    NotAnEventFile,
)
from reception_app.storage.file_faults import GuardsChanged, RecordsChanged
from reception_app.storage.volume import InSyncedFolder, OnNetworkShare

BIT_FLIPS = 600
OPEN_BY_ANOTHER = """
import sys
from pathlib import Path
from reception_app.storage.event_file import AlreadyOpen, EventFile
try:
    EventFile.open(Path(sys.argv[1])).close()
except AlreadyOpen:
    print("AlreadyOpen")
else:
    print("opened")
"""


@pytest.fixture(scope="module")
def closed_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed event file of a small evening; tests work on copies."""
    path = tmp_path_factory.mktemp("closed") / "gala.reception"
    evening = new_evening(path)
    evening.open_box()
    for n in range(12):
        evening.pay(evening.guest(f"佐藤 花子{n}", "会員" if n % 2 else "学生"))
    reception.receive_badge(evening.file, "0" * 32, desk=evening.desk, now=at("19:00"))
    evening.file.close()
    return path


@pytest.fixture
def copy(closed_file: Path, tmp_path: Path) -> Path:
    """A copy of the closed event file."""
    return Path(shutil.copy(closed_file, tmp_path / "copy.reception"))


def content(path: Path) -> str:
    """A digest of the file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names_beside(path: Path) -> list[str]:
    """What lies in the file's folder."""
    return sorted(name.name for name in path.parent.iterdir())


def refused(path: Path, error: type[ReceptionError]) -> None:
    """Assert that the file is refused with this error, and neither it nor its folder changed."""
    before = content(path), names_beside(path)

    with pytest.raises(error):
        EventFile.open(path)

    assert (content(path), names_beside(path)) == before


def test_closed_file_opens(copy: Path) -> None:
    """A whole file opens, and closing it leaves one plain file."""
    with EventFile.open(copy) as event:
        assert fact_journal.count_facts(event.db) > 50

    assert names_beside(copy) == ["copy.reception"]


def test_relative_path_opens_wherever_one_goes(
    copy: Path, monkeypatch: pytest.MonkeyPatch, evening: Evening
) -> None:
    """A file opened by a relative path is still found after the folder was changed."""
    monkeypatch.chdir(copy.parent)
    with EventFile.open(Path(copy.name)) as event:
        monkeypatch.chdir("/")
        reception.receive_badge(event, "1" * 32, desk=evening.desk, now=at("20:00"))


def test_missing_file_is_said(tmp_path: Path) -> None:
    """No file is no event, in a folder that is missing too."""
    for path in (tmp_path / "none.reception", tmp_path / "no" / "none.reception"):
        with pytest.raises(FileMissing):
            EventFile.open(path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "bytes_in_it",
    [b"", b"hello", b"x" * 5000, b"SQLite format 3\0", b"SQLite format 3\0" + b"\0" * 84],
    ids=["empty", "short", "text", "half a header", "header only"],
)
def test_file_of_another_program_is_refused(tmp_path: Path, bytes_in_it: bytes) -> None:
    """What is no database is told so and left alone."""
    path = tmp_path / "foreign.reception"
    path.write_bytes(bytes_in_it)

    refused(path, NotAnEventFile)


def test_other_sqlite_database_is_refused(tmp_path: Path) -> None:
    """Another program's database is told apart by its application id."""
    path = tmp_path / "other.reception"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE fact (id TEXT)")
    db.close()

    refused(path, NotAnEventFile)


def test_folder_and_pipe_are_refused(tmp_path: Path) -> None:
    """What is no ordinary file is refused at once, without waiting for it."""
    with pytest.raises(NotAnEventFile):
        EventFile.open(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.reception")
        with pytest.raises(NotAnEventFile):
            EventFile.open(tmp_path / "pipe.reception")


def test_truncated_file_is_refused(closed_file: Path, tmp_path: Path) -> None:
    """A file that was cut anywhere is refused and stays as it is."""
    whole = closed_file.read_bytes()
    chance = random.Random(1)
    lengths = [0, 1, 16, 99, 100, 101, 511, 512, 1024, 4095, 4096, 4097, 8192, len(whole) - 4096]
    lengths += [len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(40))]
    for length in lengths:
        path = tmp_path / "cut.reception"
        path.write_bytes(whole[:length])
        with pytest.raises((NotAnEventFile, DamagedFile)):
            EventFile.open(path)
        assert path.read_bytes() == whole[:length]


def test_newer_file_is_refused_with_its_version(copy: Path) -> None:
    """A file of a newer version is left untouched, and the error says which version."""
    db = apsw.Connection(str(copy))
    db.pragma("user_version", 42)
    db.close()

    before = content(copy)
    with pytest.raises(NewerFile) as caught:
        EventFile.open(copy)

    assert caught.value.version == 42
    assert content(copy) == before


def test_file_without_version_is_refused(copy: Path) -> None:
    """Version 0 is no version of ours, not an older file to bring up to date."""
    db = apsw.Connection(str(copy))
    db.pragma("user_version", 0)
    db.close()

    refused(copy, DamagedFile)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER extra AFTER INSERT ON guest BEGIN DELETE FROM guest; END",
        "CREATE VIEW extra AS SELECT * FROM guest",
        "CREATE TABLE extra (x)",
        "CREATE INDEX extra ON guest (name)",
        "CREATE VIRTUAL TABLE extra USING fts5(x)",
        "DROP TRIGGER entry_balances",
        "DROP INDEX guest_by_number",
        "DROP TABLE receipt_reprint",
        "ALTER TABLE guest ADD COLUMN extra TEXT",
    ],
)
def test_schema_is_exactly_ours(copy: Path, statement: str) -> None:
    """One trigger, view, table or column more or less, and the file is not trusted."""
    db = apsw.Connection(str(copy))
    db.execute(statement)
    db.close()

    refused(copy, GuardsChanged)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact SET body = REPLACE(body, '8000', '9000') WHERE kind = 'entry_posted'",
        "UPDATE fact SET actor = 'x' WHERE seq = 3",
        "UPDATE fact SET seq = seq + 100 WHERE seq > 9",
        "DELETE FROM fact WHERE seq = 4",
        "UPDATE person_value SET value_json = REPLACE(value_json, '花子', '太郎')",
        "DELETE FROM person_value WHERE fact IN (SELECT fact FROM person_value LIMIT 1)",
    ],
)
def test_facts_changed_by_something_else_are_found(copy: Path, statement: str) -> None:
    """Whoever writes past the program breaks the chain or a personal value's hash."""
    db = apsw.Connection(str(copy))
    triggers = dict(db.execute("SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'fact'"
                               " AND type = 'trigger'"))  # fmt: skip
    for name in triggers:
        db.execute(f"DROP TRIGGER {name}")
    db.execute(statement)
    assert db.changes() > 0
    for sql in triggers.values():
        db.execute(str(sql))
    db.close()

    refused(copy, RecordsChanged)


def test_file_that_forgot_its_desk_is_refused(copy: Path) -> None:
    """Without its desk nobody could go on with its chain."""
    db = apsw.Connection(str(copy))
    db.execute("DELETE FROM local")
    db.close()

    refused(copy, DamagedFile)


def test_changed_tables_are_derived_anew(copy: Path) -> None:
    """A derived table that says something else than the facts is not believed but made anew."""
    db = apsw.Connection(str(copy))
    db.execute("UPDATE guest SET name = 'Mallory', status = 'blocked'")
    db.close()

    with EventFile.open(copy) as event:
        names = {str(row[0]) for row in event.db.execute("SELECT name FROM guest")}
        assert fact_journal.differing_projections(event.db) == []
    assert "Mallory" not in names


def test_changed_tables_are_found_after_a_crash_too(tmp_path: Path) -> None:
    """Without the seal of a closing the facts are replayed and compared."""
    evening = new_evening(tmp_path / "gala.reception")
    evening.guest("佐藤 花子")
    evening.file.rest()
    crashed = Path(shutil.copy(evening.file.path, tmp_path / "crashed.reception"))
    evening.file.close()
    db = apsw.Connection(str(crashed))
    db.execute("UPDATE guest SET name = 'Mallory'")
    db.close()

    with EventFile.open(crashed) as event:
        assert event.db.execute("SELECT name FROM guest").fetchall() == [("佐藤 花子",)]


@pytest.mark.usefixtures("disk")
def test_flipped_bits_never_pass_in_silence(closed_file: Path, tmp_path: Path) -> None:
    """One flipped bit anywhere: refused with a listed error, or every fact and table is the same.

    Another error or a changed content fails the test.
    """
    whole = bytearray(closed_file.read_bytes())
    right = logical_content(EventFile.open(closed_file))
    chance = random.Random(2026)
    path = tmp_path / "flipped.reception"
    told = {"refused": 0, "same": 0}
    for _ in range(BIT_FLIPS):
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        whole[place] ^= bit
        path.write_bytes(whole)
        whole[place] ^= bit
        try:
            event = EventFile.open(path)
        except (DamagedFile, NotAnEventFile, NewerFile, FileUnreadable):
            told["refused"] += 1
        else:
            assert logical_content(event) == right, (place, bit)
            told["same"] += 1
        for left in tmp_path.iterdir():
            left.unlink()

    assert told["refused"] > BIT_FLIPS // 10


def logical_content(event: EventFile) -> dict[str, list[object]]:
    """All rows of all tables but what the file knows of itself; closes the event."""
    tables = {name.removeprefix("table ") for name in schema.all_objects() if name[:6] == "table "}
    rows: dict[str, list[object]] = {
        table: sorted(event.db.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608
        for table in tables - {"local"}
    }
    event.close()
    return rows


@pytest.mark.usefixtures("disk")
def test_random_bytes_never_crash(closed_file: Path, tmp_path: Path) -> None:
    """Whole pages of noise are refused with a listed error, or change nothing."""
    whole = closed_file.read_bytes()
    right = logical_content(EventFile.open(closed_file))
    chance = random.Random(7)
    path = tmp_path / "noise.reception"
    for _ in range(60):
        start = chance.randrange(100, len(whole) - 600)
        noise = chance.randbytes(chance.choice((4, 64, 512)))
        path.write_bytes(whole[:start] + noise + whole[start + len(noise) :])
        try:
            event = EventFile.open(path)
        except (DamagedFile, NotAnEventFile, NewerFile):
            continue
        assert logical_content(event) == right


def test_second_window_is_told_so(copy: Path) -> None:
    """A file that is open in this process is not opened twice."""
    with EventFile.open(copy), pytest.raises(AlreadyOpen):
        EventFile.open(copy)


def test_second_process_is_told_so(copy: Path) -> None:
    """Another process can't open it, not even after a second window here was refused."""
    with EventFile.open(copy):
        with pytest.raises(AlreadyOpen):
            EventFile.open(copy)
        told = subprocess.run(
            [sys.executable, "-c", OPEN_BY_ANOTHER, str(copy)],
            capture_output=True, text=True, check=True,
        )  # fmt: skip

    assert told.stdout.strip() == "AlreadyOpen"


def test_closed_file_is_free_for_others(copy: Path) -> None:
    """Closing gives the file back."""
    EventFile.open(copy).close()

    told = subprocess.run(
        [sys.executable, "-c", OPEN_BY_ANOTHER, str(copy)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert told.stdout.strip() == "opened"


def test_file_without_write_right_is_refused(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file the system opens for reading only is refused before anything else."""
    original = apsw.Connection

    def read_only(path: str, **_: int) -> apsw.Connection:
        return original(path, flags=apsw.SQLITE_OPEN_READONLY)

    monkeypatch.setattr(apsw, "Connection", read_only)

    refused(copy, FileUnreadable)


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights of this kind are POSIX")
@pytest.mark.parametrize("rights", [(0o444, 0o755), (0o644, 0o555), (0o000, 0o755)])
def test_rights_are_respected(copy: Path, rights: tuple[int, int]) -> None:
    """A read-only file, a read-only folder and an unreadable file are each one clear error."""
    outside = Path(tempfile.mkdtemp(prefix="reception-rights-"))
    try:
        path = Path(shutil.copy(copy, outside / "gala.reception"))
        if os.geteuid() == 0:
            # Root may do everything, so nobody has to try.
            os.chown(path, 65534, 65534)
            os.chown(outside, 65534, 65534)
        path.chmod(rights[0])
        outside.chmod(rights[1])
        assert error_as_nobody(path) == "FileUnreadable"
    finally:
        outside.chmod(0o755)
        shutil.rmtree(outside)


def error_as_nobody(path: Path) -> str:
    """The error of opening a file in a child process that has given up root's rights."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        try:
            EventFile.open(path)
            name = "opened"
        except ReceptionError as error:
            name = error.code
        os.write(writing, name.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as told:
        name = told.read()
    os.waitpid(child, 0)
    return name


def test_orphan_log_beside_a_restored_copy_is_set_aside(tmp_path: Path) -> None:
    """The log of a crashed file is not mixed into the backup that was put in its place."""
    evening = new_evening(tmp_path / "gala.reception")
    evening.file.rest()
    evening.guest("一人目")
    log = opening.write_ahead_log(evening.file.path).read_bytes()
    evening.file.close()
    backup = evening.file.path.read_bytes()
    opening.write_ahead_log(evening.file.path).write_bytes(log)
    assert len(log) > 0

    with EventFile.open(evening.file.path) as event:
        assert event.orphan_log is not None
        assert event.orphan_log.read_bytes() == log
        assert not fact_journal.broken_link(event.db)

    assert opening.read_header(evening.file.path).closed
    assert len(evening.file.path.read_bytes()) == len(backup)


def test_log_of_a_crash_is_applied(tmp_path: Path) -> None:
    """What a crash left in the log beside its file is there after opening."""
    evening = new_evening(tmp_path / "gala.reception")
    guest = evening.guest("佐藤 花子")
    crashed = tmp_path / "crashed.reception"
    shutil.copy(evening.file.path, crashed)
    shutil.copy(opening.write_ahead_log(evening.file.path), opening.write_ahead_log(crashed))
    evening.file.close()

    with EventFile.open(crashed) as event:
        assert event.orphan_log is None
        assert event.db.execute("SELECT id FROM guest").fetchall() == [(guest.id,)]
    assert not opening.write_ahead_log(crashed).exists()


def test_refused_file_keeps_its_log(tmp_path: Path) -> None:
    """A damaged file with a log beside it is refused with both as they were."""
    evening = new_evening(tmp_path / "gala.reception")
    evening.guest("佐藤 花子")
    crashed = tmp_path / "crashed.reception"
    shutil.copy(evening.file.path, crashed)
    log = opening.write_ahead_log(crashed)
    shutil.copy(opening.write_ahead_log(evening.file.path), log)
    evening.file.close()
    damaged = crashed.read_bytes()[:-4096] + b"\xff" * 4096
    crashed.write_bytes(damaged)
    before = log.read_bytes()

    with pytest.raises(DamagedFile):
        EventFile.open(crashed)

    assert (crashed.read_bytes(), log.read_bytes()) == (damaged, before)


def test_new_event_does_not_take_an_old_log(tmp_path: Path) -> None:
    """No event is made where an earlier one left its log."""
    (tmp_path / "gala.reception-wal").write_bytes(b"old")

    with pytest.raises(FileExists):
        new_evening(tmp_path / "gala.reception")

    assert names_beside(tmp_path / "x") == ["gala.reception-wal"]


def test_new_event_overwrites_nothing(copy: Path) -> None:
    """Where a file is already, no event is made."""
    before = content(copy)

    with pytest.raises(FileExists):
        new_evening(copy)

    assert content(copy) == before


@pytest.mark.parametrize("place", ["taken/gala.reception", f"{'n' * 300}.reception"])
def test_place_where_no_file_can_be_is_one_error(tmp_path: Path, place: str) -> None:
    """A folder that is a file and a name too long are said, and nothing is left."""
    (tmp_path / "taken").write_text("a file")

    with pytest.raises(FileUnreadable):
        new_evening(tmp_path / place)

    assert names_beside(tmp_path / "x") == ["taken"]


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs"])
def test_network_share_is_refused(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    """Neither an event on another computer's disk is opened nor a new one made there."""
    monkeypatch.setattr(volume, "file_system_of", lambda _path: kind)

    refused(copy, OnNetworkShare)
    with pytest.raises(OnNetworkShare):
        new_evening(tmp_path / "new.reception")


@pytest.mark.parametrize(
    "folder",
    ["Dropbox", "OneDrive - ACME", "Dropbox (Personal)", "iCloudDrive", "OneDrive-Personal"],
)
def test_synced_folder_is_refused(closed_file: Path, tmp_path: Path, folder: str) -> None:
    """A folder that a sync service copies while we write is refused, through a link too."""
    synced = tmp_path / folder
    synced.mkdir()
    path = Path(shutil.copy(closed_file, synced / "gala.reception"))
    link = tmp_path / "plain"
    link.symlink_to(synced, target_is_directory=True)

    refused(path, InSyncedFolder)
    refused(link / "gala.reception", InSyncedFolder)


MOUNTS = """
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
/dev/sdb1 /media/受付\\040USB exfat rw 0 0

/dev/sdc1 /media/受付\\040USB vfat rw 0 0
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/x", "ext4"),
        ("/mnt/share/events", "cifs"),
        ("/mnt/sharex", "ext4"),
        ("/media/受付 USB", "vfat"),
    ],
)
def test_mounts_are_read(tmp_path: Path, folder: str, kind: str) -> None:
    """The deepest and latest mount counts; names with spaces and in Japanese are understood."""
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf-8")

    assert volume._linux_file_system(Path(folder), tmp_path / "mounts") == kind


def test_stick_is_written_without_a_log(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On FAT and exFAT the file is written in DELETE mode with the strictest syncing."""
    monkeypatch.setattr(volume, "file_system_of", lambda _path: "exfat")

    with EventFile.open(copy) as event:
        assert event.db.pragma("journal_mode") == "delete"
        assert event.db.pragma("synchronous") == 3


def test_connection_is_set_up_to_lose_nothing(copy: Path) -> None:
    """The settings of the open file are those the design asks for."""
    wanted: dict[str, object] = {
        "journal_mode": "wal", "synchronous": 2, "locking_mode": "exclusive", "foreign_keys": 1,
        "recursive_triggers": 1, "trusted_schema": 0, "cell_size_check": 1, "temp_store": 2,
        "secure_delete": 1, "wal_autocheckpoint": 0, "busy_timeout": 2000, "query_only": 0,
    }  # fmt: skip
    with EventFile.open(copy) as event:
        found = {name: event.db.pragma(name) for name in wanted}
        assert event.db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, -1) == 1

    assert found == wanted


def test_derived_tables_of_another_make_are_made_anew(copy: Path) -> None:
    """A file whose tables an earlier program derived opens, and its guests are as the facts say."""
    with EventFile.open(copy) as event:
        before = guest_queries.list_guests(event)
    db = apsw.Connection(str(copy))
    db.execute("ALTER TABLE guest DROP COLUMN source")
    db.execute("CREATE TABLE long_forgotten (x)")
    db.execute("CREATE TRIGGER spy AFTER INSERT ON local BEGIN DELETE FROM person_value; END")
    db.execute("UPDATE local SET value = 'an earlier one' WHERE key = 'projection_build'")
    db.close()

    with EventFile.open(copy) as event:
        assert guest_queries.list_guests(event) == before
        assert schema.objects(event.db) == schema.all_objects()
        assert fact_journal.changed_personal_values(event.db) == []
