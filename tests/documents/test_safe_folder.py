"""Folders that are there whole or not at all."""

import errno
from pathlib import Path

import pytest

from reception_app.documents.safe_file import FileNotWritable, NoRoomForFile
from reception_app.documents.safe_folder import FolderNotEmpty, folder_written_whole
from reception_app.domain.errors import ReceptionError
from reception_app.domain.progress import Cancelled


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_filled_is_there_with_all_its_files(tmp_path: Path, there: bool) -> None:  # noqa: FBT001 - pytest hands it over
    """New or empty before, it holds what was put in, and nothing else is left."""
    folder = tmp_path / "passes"
    if there:
        folder.mkdir()
    with folder_written_whole(folder) as partial:
        (partial / "a.txt").write_text("a")

    assert [file.relative_to(tmp_path).as_posix() for file in tmp_path.rglob("*")] == [
        "passes", "passes/a.txt"
    ]  # fmt: skip


def test_cancel_leaves_nothing(tmp_path: Path) -> None:
    """Half a folder disappears with its files."""

    def fill() -> None:
        with folder_written_whole(tmp_path / "passes") as partial:
            (partial / "a.txt").write_text("a")
            raise Cancelled

    with pytest.raises(Cancelled):
        fill()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_not_touched(tmp_path: Path) -> None:
    """What people keep there is neither lost nor mixed with ours."""
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FolderNotEmpty), folder_written_whole(tmp_path):
        pytest.fail("it was filled")

    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("place", ["missing/passes", "file", "file/passes"])
def test_where_no_folder_can_be_is_said(tmp_path: Path, place: str) -> None:
    """The folder around it is missing, or there is a file in its way."""
    (tmp_path / "file").write_text("")
    with pytest.raises(FileNotWritable) as refused, folder_written_whole(tmp_path / place):
        pytest.fail("it was filled")

    assert refused.value.path == str(tmp_path / place)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, "full"), NoRoomForFile),
        (OSError(errno.EACCES, "denied"), FileNotWritable),
        (NoRoomForFile("temporary"), NoRoomForFile),
        (FileNotWritable("temporary"), FileNotWritable),
    ],
)
def test_a_fault_while_filling_names_the_folder_people_chose(
    tmp_path: Path, fault: Exception, said: type[ReceptionError]
) -> None:
    """Whatever failed inside, nobody reads a temporary name, and nothing is left."""
    with pytest.raises(said) as refused, folder_written_whole(tmp_path / "passes"):
        raise fault

    assert vars(refused.value) == {"path": str(tmp_path / "passes")}
    assert list(tmp_path.iterdir()) == []


def test_a_relative_path_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The empty folder people stand in is filled like any other."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with folder_written_whole(Path("inner")) as partial:
        (partial / "a.txt").write_text("a")

    assert (tmp_path / "here" / "inner" / "a.txt").exists()


def test_a_whole_disk_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk's root has no name to give."""
    monkeypatch.setattr(Path, "iterdir", lambda _: iter(()))
    with pytest.raises(FileNotWritable), folder_written_whole(Path(Path.cwd().anchor)):
        pytest.fail("it was filled")
