"""Files are there whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from reception_app.documents.safe_file import FileNotWritable, NoRoomForFile, written_whole
from reception_app.domain.progress import Cancelled


def test_bytes_become_the_file(tmp_path: Path) -> None:
    """What was written is the file, and no temporary name is left."""
    with written_whole(tmp_path / "tags.pdf") as stream:
        stream.write(b"whole")

    assert (tmp_path / "tags.pdf").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["tags.pdf"]


def test_file_is_readable_like_any_other(tmp_path: Path) -> None:
    """A new file has the ordinary permissions, not those of a private temporary file."""
    (tmp_path / "ordinary").touch()
    with written_whole(tmp_path / "tags.pdf") as stream:
        stream.write(b"x")

    assert (tmp_path / "tags.pdf").stat().st_mode == (tmp_path / "ordinary").stat().st_mode


def test_cancel_leaves_the_older_file(tmp_path: Path) -> None:
    """Cancel in the middle keeps the older file and leaves nothing else."""
    older = tmp_path / "tags.pdf"
    older.write_bytes(b"older")

    def cancelled_half_way() -> None:
        with written_whole(older) as stream:
            stream.write(b"half")
            raise Cancelled

    with pytest.raises(Cancelled):
        cancelled_half_way()

    assert older.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [older]


def test_missing_folder_is_one_error(tmp_path: Path) -> None:
    """A folder that is not there is said with the file's path."""
    wanted = tmp_path / "nowhere" / "tags.pdf"

    with pytest.raises(FileNotWritable) as caught, written_whole(wanted):
        pass

    assert caught.value.path == str(wanted)


def test_folder_in_the_way_is_one_error(tmp_path: Path) -> None:
    """A folder of the same name is not replaced, and nothing is left beside it."""
    (tmp_path / "tags.pdf").mkdir()

    with pytest.raises(FileNotWritable), written_whole(tmp_path / "tags.pdf") as stream:
        stream.write(b"x")

    assert [path.name for path in tmp_path.iterdir()] == ["tags.pdf"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into every folder")
def test_read_only_folder_is_one_error(tmp_path: Path) -> None:
    """A folder nobody may write to is said."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileNotWritable), written_whole(tmp_path / "tags.pdf"):
            pass
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_is_one_error(tmp_path: Path) -> None:
    """No room on the disk is told apart from a folder that refuses."""
    with (
        pytest.raises(NoRoomForFile),
        written_whole(tmp_path / "tags.pdf"),
        Path("/dev/full").open("wb", buffering=0) as full,
    ):
        full.write(b"x")

    assert not list(tmp_path.iterdir())


def test_other_system_errors_keep_their_cause(tmp_path: Path) -> None:
    """The system's own words stay reachable for the log."""
    with pytest.raises(FileNotWritable) as caught, written_whole(tmp_path / "tags.pdf"):
        raise OSError(errno.EIO, "broken")

    assert isinstance(caught.value.__cause__, OSError)
